/**
 * onnxruntime's Node binding. Its JavaScript is in the bundle, and its native library where the parent process found it
 * (`src/world/runtime/`). Throws `provider-missing` where that does not load.
 */
export declare function loadNative(provider: string): Promise<typeof import('onnxruntime-node')>;
/**
 * onnxruntime-web, from the installed packages. Its entry for `require` cannot start threads; the one for `import` stands beside
 * it. Throws `provider-missing` where it is not installed.
 */
export declare function loadWeb(): Promise<typeof import('onnxruntime-web')>;
