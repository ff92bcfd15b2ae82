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
 * onnxruntime-web. Its JavaScript is in the bundle, and the files of WebAssembly where the parent process found them. Throws
 * `provider-missing` where it does not load.
 */
export async function loadWeb(): Promise<typeof import('onnxruntime-web')> {
  return explained('wasm', async () => {
    const runtime = await import('onnxruntime-web')
    const folder = process.env['AIRWORTHY_WEB']
    // Sources that are not bundled have the package itself, whose files stand beside its JavaScript.
    if (folder !== undefined)
      runtime.env.wasm.wasmPaths = { mjs: pathToFileURL(path.join(folder, 'ort-wasm-simd-threaded.mjs')).href }
    return runtime
  })
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
