import type { ModelSummary } from '../../core/products/index.ts';
import type { Model, OnnxTensor } from '../format/messages.ts';
/**
 * A model in figures. Nodes and parameters of nested graphs count; constants that stand in nodes count as parameters too,
 * because some exporters keep all weights there.
 * @param bytes size of the model on disk, external data included
 */
export declare function summarize(model: Model, bytes: number): ModelSummary;
/** The tensors that hold a model's weights: initialisers of all graphs, and the values of Constant nodes. */
export declare function weightsOf(model: Model): OnnxTensor[];
