import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { messageOf } from '../core/errors/index.ts'
import { providerError } from './errors.ts'

/**
 * onnxruntime's Node binding. Its JavaScript is in the bundle, and its native library where the parent process found it
 * (`src/world/runtime/`). Throws `provider-missing` where that does not load.
 */
export async function loadNative(provider: string): Promise<typeof import('onnxruntime-node')> {
  return explained(provider, async () => (await import('onnxruntime-node')).default)
}

/**
 * onnxruntime-web, from the installed packages. Its entry for `require` cannot start threads; the one for `import` stands beside
 * it. Throws `provider-missing` where it is not installed.
 */
export async function loadWeb(): Promise<typeof import('onnxruntime-web')> {
  return explained('wasm', async () => {
    const entry = resolve('onnxruntime-web').replace(/\.js$/, '.mjs')
    const { default: runtime } = (await import(pathToFileURL(entry).href)) as {
      default: typeof import('onnxruntime-web')
    }
    return runtime
  })
}

/** Installed beside this code, else in the folder in which the user works, which is that of worker processes. */
function resolve(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return createRequire(path.resolve('package.json')).resolve(name)
  }
}

async function explained<Result>(provider: string, load: () => Promise<Result>): Promise<Result> {
  try {
    return await load()
  } catch (cause) {
    throw providerError('provider-missing', { provider, reason: firstLine(messageOf(cause)) }, { cause })
  }
}

/** The rest of Node's message is its search path. */
function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
