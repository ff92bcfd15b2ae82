import type { TensorInfo } from '../core/tensor.ts';
import type { World } from '../core/world.ts';
export interface ModelInterface {
    readonly inputs: readonly TensorInfo[];
    readonly outputs: readonly TensorInfo[];
}
export interface Inspection {
    /** What the runtime says of each model, by contender id. */
    readonly interfaces: Readonly<Record<string, ModelInterface>>;
    readonly processors: readonly number[];
}
/** Loads each model once, in one worker process, to learn its inputs and outputs: a model that does not load is found early. */
export declare function inspectModels(models: readonly {
    readonly id: string;
    readonly path: string;
}[], provider: string, tools: {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
}): Promise<Inspection>;
