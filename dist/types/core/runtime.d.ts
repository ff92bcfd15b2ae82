/** The packages that run models: native code, and WebAssembly. */
export type RuntimeName = 'onnxruntime-node' | 'onnxruntime-web';
