import type { ProfiledTime, Scenario, Warning } from '../core/products/index.ts';
import type { TensorInfo } from '../core/tensor.ts';
import type { World } from '../core/world.ts';
import { type Placement } from '../providers/placement.ts';
import type { Feeds } from './protocol.ts';
export interface ModelInterface {
    readonly inputs: readonly TensorInfo[];
    readonly outputs: readonly TensorInfo[];
}
export interface Inspection {
    /** What the runtime says of each model, by contender id. */
    readonly interfaces: Readonly<Record<string, ModelInterface>>;
    readonly processors: readonly number[];
    /** Name and version of the runtime behind the provider. */
    readonly runtime: string;
}
/** Loads each model once, in one worker process, to learn its inputs and outputs: a model that does not load is found early. */
export declare function inspectModels(models: readonly {
    readonly id: string;
    readonly path: string;
}[], provider: string, tools: {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
}): Promise<Inspection>;
/**
 * Who runs the nodes of a model with a provider, by the profile of two runs on made inputs in a worker process; with fallback to
 * the CPU. Undefined where the runtime keeps no profile. Throws as `Provider.open` and `makeInputs` do.
 */
export declare function placeModel(model: string, provider: string, shapes: Readonly<Record<string, readonly number[]>>, tools: {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
}): Promise<Placement | undefined>;
export interface Placing {
    readonly warning?: Warning | undefined;
    readonly profile?: ProfiledTime | undefined;
}
/**
 * Makes sure that a model runs on the device that a scenario names, before anything is measured: nodes that would run on the
 * CPU instead are an error that names them, or a warning where the scenario allows it. Tells where the time of a run goes,
 * too. Nothing to ask on the CPU itself. Throws `provider-fallback` and `provider-unused`.
 */
export declare function checkPlacement({ path, feeds, name }: {
    readonly path: string;
    readonly feeds: Feeds;
    readonly name: string;
}, { provider, threads, options, allowFallback }: Scenario, tools: {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
}): Promise<Placing>;
