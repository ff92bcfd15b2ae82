import type { Finding } from '../core/products.ts';
import { type RuntimeLimits } from './check/structure.ts';
import type { Model } from './messages.ts';
/**
 * Whether a model keeps the rules of ONNX: versions and imports, declared types, names made once and before they are read,
 * operators that exist with as many inputs and outputs as they take, constants as large as their dims and free of NaN.
 * An `error` is what the standard forbids or the runtime refuses. Types and shapes inside of the graph are not inferred.
 */
export declare function checkModel(model: Model, limits?: RuntimeLimits): Finding[];
