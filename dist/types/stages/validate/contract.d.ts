import type { Finding } from '../../core/products/index.ts';
import type { Model } from '../../onnx/format/messages.ts';
import type { Contract } from './settings.ts';
/** That callers who keep to the contract can use the model: anything that would break them is an error. */
export declare function checkContract(contract: Contract, model: Model): Finding[];
