import type { Report } from '../findings.ts';
import type { Model } from '../messages.ts';
/** That every operator exists in the version the model imports, and has as many inputs and outputs as it takes. */
export declare function checkOperators(model: Model, report: Report): void;
