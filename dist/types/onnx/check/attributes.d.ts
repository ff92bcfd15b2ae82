import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** That attributes are named once, hold one value of the type they state, and are those that the operator takes. */
export declare function checkAttributes(model: Model, report: Report): void;
