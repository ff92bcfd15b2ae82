import type { Report } from '../findings.ts';
import type { Model } from '../messages.ts';
/** That every value is made once and before it is read (SSA, topological order), in nested graphs and functions too. */
export declare function checkNames(model: Model, report: Report): void;
