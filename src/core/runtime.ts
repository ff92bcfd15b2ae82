/** What runs models: native code, the same with the CUDA libraries beside it, and WebAssembly. */
export type RuntimeName = 'onnxruntime-node' | 'onnxruntime-node-cuda' | 'onnxruntime-web'
