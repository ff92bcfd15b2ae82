import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { messageOf, userError } from '../core/errors.ts'
import { resolveRuntime } from '../core/runtime.ts'

/**
 * Loads a runtime from the installed packages, never from a bundle. Throws `provider-missing` where it is not installed, or
 * not for this platform. Worker processes run in the folder in which the user works.
 */
export async function loadRuntime<Runtime>(
  name: 'onnxruntime-node' | 'onnxruntime-web',
  provider: string,
  entryOf: (resolved: string) => string = (resolved) => resolved,
): Promise<Runtime> {
  try {
    const entry = pathToFileURL(entryOf(resolveRuntime(path.resolve(), name))).href
    const { default: runtime } = (await import(entry)) as { default: Runtime }
    return runtime
  } catch (cause) {
    throw userError('provider-missing', { provider, reason: firstLine(messageOf(cause)) }, { cause })
  }
}

/** The rest of Node's message is its search path. */
function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
