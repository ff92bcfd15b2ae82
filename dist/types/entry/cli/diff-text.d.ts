import type { ModelDiff } from '../../onnx/diff/index.ts';
/** What differs at a glance: the verdict, then short lists. Everything that stands in a model is escaped. */
export declare function diffLines(diff: ModelDiff, width: number): string;
