import type { Recorder, Recording } from './recorder.ts';
/**
 * What is kept of each example for the metrics of the table:
 * `classes`: the top class; `ranks`: how many classes come before the label; `scores`: for the ROC curve, the score of class 1,
 * or the probabilities of all classes where there are more than two; `losses`: −ln of the label's probability;
 * `outputs`: the single number the model gives; `errors`: how far the outputs lie from production's.
 */
export type RecordName = 'classes' | 'ranks' | 'scores' | 'losses' | 'outputs' | 'errors';
/**
 * Throws what `scoresOf` does; `output-not-number`; `data-label` on a label that is none of the model's classes;
 * `output-not-finite` where a metric means nothing on NaN; `metric-too-large`.
 */
export declare const recorders: {
    readonly [Name in RecordName]: (recording: Recording) => Recorder;
};
