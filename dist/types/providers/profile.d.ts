import type { Profile } from '../core/provider.ts';
/**
 * Reads the profile that onnxruntime writes: a JSON array of events of the Trace Event Format, times in microseconds.
 * Undefined when there is no such array in the text, or no run in the array.
 *
 * - `Session` / `model_run` is one run, from call to answer. Events belong to the run within whose time they begin.
 * - `Node` / `…_kernel_time` is one node on the host's clock. `MemcpyToHost` and `MemcpyFromHost` are nodes that the runtime
 *   puts between providers.
 * - `Kernel` (CUDA and ROCm built with profiling) is a kernel on the device's clock, after the node that started it.
 * - `Api` (WebGPU) is one too, named `node&operator&program`.
 */
export declare function parseProfile(text: string): Profile | undefined;
/** Nodes that copy between the CPU and a device, rather than compute. */
export declare function isCopy(operator: string): boolean;
