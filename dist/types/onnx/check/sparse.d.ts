import type { Report } from '../findings.ts';
import type { Model } from '../messages.ts';
/** That sparse tensors have as many indices as values: within the dims, ascending, each once. */
export declare function checkSparse(model: Model, report: Report): void;
