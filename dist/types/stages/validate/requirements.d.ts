import type { Finding } from '../../core/products/index.ts';
import type { Model } from '../../onnx/format/messages.ts';
/** That the model states one of these licences, in its metadata under `license` or `licence`. */
export declare function checkLicense(model: Model, allowed: readonly string[]): Finding[];
/** That the model says something under each of these keys. `producer`, `description` and `domain` are fields of the format. */
export declare function checkMetadata(model: Model, required: readonly string[]): Finding[];
