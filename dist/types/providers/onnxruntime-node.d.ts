import type { Provider } from '../core/provider.ts';
/** onnxruntime's own kernels on the CPU. */
export declare const cpu: Provider;
export declare const cuda: Provider;
/** What TensorRT does not take may run on CUDA where a fallback is allowed: on the same GPU, and said all the same. */
export declare const tensorrt: Provider;
export declare const webgpu: Provider;
