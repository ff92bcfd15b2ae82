/**
 * The entry file of onnxruntime-node: installed beside this code, else in the folder in which the user works (an Action is
 * checked out without its node_modules). Throws Node's own error, which names the package, when it is in neither.
 */
export declare function resolveRuntime(folder: string): string;
