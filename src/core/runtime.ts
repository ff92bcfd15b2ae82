import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * The entry file of a runtime's package: installed beside this code, else in the folder in which the user works (an Action is
 * checked out without its node_modules). Throws Node's own error, which names the package, when it is in neither.
 */
export function resolveRuntime(
  folder: string,
  name: 'onnxruntime-node' | 'onnxruntime-web' = 'onnxruntime-node',
): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return createRequire(path.join(folder, 'package.json')).resolve(name)
  }
}
