import type { Tensor, TensorInfo } from './tensor.ts';
export interface SessionOptions {
    /** Threads inside one operator; 0 leaves the choice to the runtime. */
    readonly threads: number;
    /** Where to write the optimised graph, instead of only using it. */
    readonly optimizedPath?: string | undefined;
    readonly optimization?: 'disabled' | 'basic' | 'extended' | 'all' | undefined;
}
/** A loaded model. `run` resolves with every output, by name. */
export interface Session {
    readonly inputs: readonly TensorInfo[];
    readonly outputs: readonly TensorInfo[];
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
    close(): Promise<void>;
}
/** Something that runs a model. Implementations live in `src/providers/`, one file each, and are used in worker processes only. */
export interface Provider {
    readonly name: string;
    readonly summary: string;
    /** Version of the runtime behind it, for the environment fingerprint. */
    version(): Promise<string>;
    /** Loads a model. Throws `model-rejected` when the runtime refuses it, `provider-missing` when the runtime is not there. */
    open(modelPath: string, options: SessionOptions): Promise<Session>;
}
