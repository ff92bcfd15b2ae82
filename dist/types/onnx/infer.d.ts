import type { Inference, InferOptions } from './infer/types.ts';
import type { Model } from './messages.ts';
export type * from './infer/types.ts';
/**
 * What follows from a model for every value in it: element types, ranks, sizes and symbols, through branches, loops and
 * functions, with the shape arithmetic of exports worked out. What does not follow is unknown, never guessed. Weights are not
 * read, but for small ones that say shapes. Never throws; what contradicts the rules of an operator is a problem.
 */
export declare function inferTypes(model: Model, options?: InferOptions): Inference;
