import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** That every value is made once and before it is read (SSA, topological order), in nested graphs and functions too. */
export declare function checkNames(model: Model, report: Report): void;
