import type { Provider } from '../core/provider.ts';
/** The table of providers: everything that can run a model. Schema, documentation and hints derive from it. */
export declare const providers: {
    readonly cpu: Provider;
    readonly cuda: Provider;
    readonly tensorrt: Provider;
    readonly webgpu: Provider;
    readonly wasm: Provider;
};
export declare const providerNames: readonly string[];
/** The provider of this name. Throws `provider-unknown`, which names the nearest and lists all. */
export declare function findProvider(name: string): Provider;
