import type { Warning } from '../core/products/index.ts';
import type { Profile, Provider, SessionOptions } from '../core/provider.ts';
import type { Tensor, TensorInfo } from '../core/tensor.ts';
type Feeds = Readonly<Record<string, Tensor>>;
/** Who runs a model's nodes, and where the time of one run goes. */
export interface Placement {
    /** Nodes by the name of what runs them (`CPUExecutionProvider`, …), each as `name (operator)`, without the copies between. */
    readonly nodes: Readonly<Record<string, readonly string[]>>;
    /** Nodes that did not run on the provider that was asked for. */
    readonly elsewhere: readonly string[];
    readonly profile: Profile;
}
/**
 * Loads a model with fallback allowed, runs it twice on these feeds, and tells who ran what. The first run compiles kernels:
 * read times from the last. Undefined where the runtime keeps no profile. Run in a worker process, outside of measurements.
 */
export declare function inspectPlacement(provider: Provider, model: string, options: SessionOptions, feedsFor: (inputs: readonly TensorInfo[]) => Feeds): Promise<Placement | undefined>;
/** `executor` is the provider that was asked for. */
export declare function placementOf(profile: Profile, executor: string): Placement;
/**
 * Whether what was found may be measured as one of the provider. Nodes that run elsewhere are an error, `provider-fallback`,
 * which names them; with `allowFallback` they are a warning. That nothing at all runs on the provider is an error in any
 * case, `provider-unused`: no figure of a GPU can be one of the CPU.
 */
export declare function judgePlacement({ nodes, elsewhere }: Placement, { name, executor }: Pick<Provider, 'name' | 'executor'>, model: string, allowFallback: boolean): Warning | undefined;
export {};
