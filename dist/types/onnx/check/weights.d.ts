import type { Model, OnnxTensor } from '../format/messages.ts';
import type { ExternalData } from '../tensors/external.ts';
import type { Report } from './findings.ts';
/** That constants have as much data as their dims say, of a known type, and no NaN among it. */
export declare function checkWeights(model: Model, report: Report, external?: ExternalData): void;
/** Every constant of a model with its path: initialisers, and tensors in attributes. */
export declare function constantsOf(model: Model): [where: string, tensor: OnnxTensor][];
