import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** That sparse tensors have as many indices as values: within the dims, ascending, each once. */
export declare function checkSparse(model: Model, report: Report): void;
