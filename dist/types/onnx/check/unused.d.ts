import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** Nodes and initialisers that nobody reads. What nested graphs read counts for every graph around them. */
export declare function checkUnused(model: Model, report: Report): void;
