import type { Model } from '../format/messages.ts';
import type { Inference, InferOptions } from './types.ts';
export type * from './types.ts';
/**
 * What follows from a model for every value in it: element types, ranks, sizes and symbols, through branches, loops and
 * functions, with the shape arithmetic of exports worked out. What does not follow is unknown, never guessed. Weights are not
 * read, but for small ones that say shapes. Never throws; what contradicts the rules of an operator is a problem.
 */
export declare function inferTypes(model: Model, options?: InferOptions): Inference;
