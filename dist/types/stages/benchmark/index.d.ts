import { type StageKind } from '../../core/stage.ts';
/** Measures production and the candidate together: speed in interleaved blocks, quality on data, counts. */
export declare const benchmark: StageKind;
