import { type ContractDiff } from './diff/contract.ts';
import { type GraphDiff } from './diff/graph.ts';
import { type WeightsDiff } from './diff/weights.ts';
import type { Model } from './messages.ts';
export { diffInterface, type InterfaceChange } from './diff/interface.ts';
/** How two models differ: a plain value, the same whenever the models are. */
export interface ModelDiff {
    /** True where nothing differs but names of nodes and of values inside. */
    readonly same: boolean;
    readonly interface: ContractDiff;
    readonly graph: GraphDiff;
    readonly weights: WeightsDiff;
}
/** Compares model `b` with model `a` that came before it. */
export declare function diffModels(a: Model, b: Model): ModelDiff;
