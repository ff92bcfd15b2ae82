/**
 * Loads a runtime from the installed packages, never from a bundle. Throws `provider-missing` where it is not installed, or
 * not for this platform. Worker processes run in the folder in which the user works.
 */
export declare function loadRuntime<Runtime>(name: 'onnxruntime-node' | 'onnxruntime-web', provider: string, entryOf?: (resolved: string) => string): Promise<Runtime>;
