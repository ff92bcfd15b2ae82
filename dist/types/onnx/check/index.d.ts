import type { Finding } from '../../core/products/index.ts';
import type { Model } from '../format/messages.ts';
import type { ExternalData } from '../tensors/external.ts';
import { type RuntimeLimits } from './structure.ts';
/**
 * Whether a model keeps the rules of ONNX: versions and imports, declared types, names made once and before they are read,
 * operators that exist with the inputs, outputs, attributes and types they take, functions, constants as large as their dims
 * and free of NaN, those in `external` files included. An `error` is what the standard forbids or the runtime refuses; all codes are in `findingCatalogue`.
 */
export declare function checkModel(model: Model, limits?: RuntimeLimits, external?: ExternalData): Finding[];
