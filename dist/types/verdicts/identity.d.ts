import type { Contender } from '../core/products/index.ts';
/** Whether what was chosen is production itself, byte for byte: then nothing can have changed, and nothing is measured. */
export declare function isProduction(contenders: readonly Contender[], chosen: string): boolean;
