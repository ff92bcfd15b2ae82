import type { Finding } from '../../core/products/index.ts';
import type { Model } from '../format/messages.ts';
/**
 * What is no mistake and yet worth a look before a model from elsewhere is run or shown: texts that hide or forge something
 * where they are shown, addresses, texts as long as files, weights in other files. Operators that are not of the standard are
 * told of by `checkModel`.
 */
export declare function checkRisks(model: Model): Finding[];
