import type { Contender, Subject, Variants } from '../../core/products/index.ts';
/**
 * Who is measured: production first (and its copy, for the noise floor), the candidate as it came, and last the chosen one,
 * where optimisation chose a variant of it. Without a production there is nothing to copy.
 */
export declare function contendersOf(subject: Subject, variants: Variants | undefined, noiseFloor: boolean): Contender[];
