/**
 * The entry file of a runtime's package: installed beside this code, else in the folder in which the user works (an Action is
 * checked out without its node_modules). Throws Node's own error, which names the package, when it is in neither.
 */
export declare function resolveRuntime(folder: string, name?: 'onnxruntime-node' | 'onnxruntime-web'): string;
