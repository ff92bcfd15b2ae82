import type { Provider } from '../core/provider.ts';
/**
 * onnxruntime compiled to WebAssembly: what a model does in a browser on the CPU, here in Node. Its kernels are those of
 * `cpu`, so nothing falls back; it writes no files, and gives its profile to the console of a browser alone.
 */
export declare const wasm: Provider;
