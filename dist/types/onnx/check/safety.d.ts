import type { Finding } from '../../core/products/index.ts';
import type { Model } from '../format/messages.ts';
/**
 * What could harm the machine that loads the model: weights that point at files outside its folder, functions that call
 * themselves, graphs beyond any real size.
 */
export declare function checkSafety(model: Model): Finding[];
