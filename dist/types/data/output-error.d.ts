import type { Recorder, Recording, Served } from './recorder.ts';
export declare function nothingServed(): Served;
/**
 * How far the outputs of each example lie from production's: ‖output − production's‖ / ‖production's‖ over all floating-point
 * outputs together, Euclidean: free of units. It is 1 where production gives zeros alone and the other does not. The contender whose
 * outputs come first is production: 0. Throws `output-not-rows`; `output-differs`; `output-not-finite` where a number is NaN
 * or infinite and production's is not the same; `metric-too-large`.
 */
export declare function errorRecorder({ contender, served }: Recording): Recorder;
