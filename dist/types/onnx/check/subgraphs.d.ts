import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** That the graphs in If, Loop, Scan and SequenceMap have as many inputs and outputs as their node has uses for. */
export declare function checkSubgraphs(model: Model, report: Report): void;
