import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** That functions are named, declare each parameter once, mean the same operators as their model, and are called as declared. */
export declare function checkFunctions(model: Model, report: Report): void;
