import { type Surroundings } from './places.ts';
/** What onnxruntime opens for an NVIDIA GPU; it looks for them beside its own library and nowhere else. */
export declare const cudaLibraries: readonly string[];
/**
 * onnxruntime together with the CUDA libraries that `AIRWORTHY_CUDA` names, in a folder of the tool cache of its own: those of a
 * folder that the user mounted, or of a package, checked against `AIRWORTHY_CUDA_SHA256`. The script with which
 * onnxruntime-node would fetch them itself checks no digest, and is never run. Throws `cuda-libraries`.
 */
export declare function withCuda(runtime: string, around: Surroundings): Promise<string>;
