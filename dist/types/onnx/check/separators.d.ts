import type { Model } from '../format/messages.ts';
/**
 * The paths of constants in which NaN is no mistake. In a TreeEnsemble it separates the sets that nodes test membership of, and
 * these nodes have no threshold.
 */
export declare function separatorPaths(model: Model): Set<string>;
