import { type StageKind } from '../../core/stage.ts';
/** Compares the chosen contender with production, metric by metric. What follows from it is the gate's to say. */
export declare const compare: StageKind;
