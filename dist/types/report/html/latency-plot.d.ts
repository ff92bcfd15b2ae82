import { type ScenarioSides } from '../facts.ts';
import { type Plot } from './vega.ts';
/** How the runs of both sides are spread, and below it the median of each block, on the same axis of time. */
export declare function latencyPlot({ sides, blocks }: ScenarioSides): Plot;
