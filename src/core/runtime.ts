import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * The entry file of onnxruntime-node: installed beside this code, else in the folder in which the user works (an Action is
 * checked out without its node_modules). Throws Node's own error, which names the package, when it is in neither.
 */
export function resolveRuntime(folder: string): string {
  try {
    return createRequire(import.meta.url).resolve('onnxruntime-node')
  } catch {
    return createRequire(path.join(folder, 'package.json')).resolve('onnxruntime-node')
  }
}
