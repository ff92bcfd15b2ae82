import type { Model } from '../format/messages.ts';
import { type ContractDiff } from './contract.ts';
import { type GraphDiff } from './graph.ts';
import { type WeightsDiff } from './weights.ts';
export { diffInterface, type InterfaceChange } from './interface.ts';
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
