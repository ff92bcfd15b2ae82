import { Bug, messageOf } from '../core/errors/index.ts'
import type { Provider, SessionOptions } from '../core/provider.ts'
import { providerError } from './errors.ts'
import { loadWeb } from './load.ts'
import { toSession } from './session.ts'

type Runtime = typeof import('onnxruntime-web')

/**
 * onnxruntime compiled to WebAssembly: what a model does in a browser on the CPU, here in Node. Its kernels are those of
 * `cpu`, so nothing falls back; it writes no files, and gives its profile to the console of a browser alone.
 */
export const wasm: Provider = {
  name: 'wasm',
  summary: 'onnxruntime in WebAssembly, as a browser runs it',
  device: 'cpu',
  runtime: 'onnxruntime-web',
  executor: 'CPUExecutionProvider',
  async version() {
    return `onnxruntime-web ${(await loadWeb()).env.versions.web ?? 'of unknown version'}`
  },
  async open(model, options) {
    if (options.optimizedPath !== undefined)
      throw providerError('optimized-not-written', {
        path: options.optimizedPath,
        reason: 'the wasm provider writes no files',
      })
    const runtime = await loadWeb()
    setThreads(runtime, options.threads)
    return toSession(runtime, await create(runtime, model, options), model)
  },
}

let threadsOfProcess: number | undefined

/** All sessions of a process share one pool of threads, made with the first: another count would be silently ignored. */
function setThreads(runtime: Runtime, threads: number): void {
  threadsOfProcess ??= threads
  if (threadsOfProcess !== threads)
    throw new Bug(`a worker was asked to run wasm with ${threads} threads after it did with ${threadsOfProcess}`)
  if (threads > 0) runtime.env.wasm.numThreads = threads
  runtime.env.logLevel = 'fatal'
}

async function create(
  runtime: Runtime,
  model: string,
  options: SessionOptions,
): Promise<Awaited<ReturnType<Runtime['InferenceSession']['create']>>> {
  try {
    return await runtime.InferenceSession.create(model, {
      executionProviders: ['wasm'],
      graphOptimizationLevel: options.optimization ?? 'all',
      logSeverityLevel: 4,
    })
  } catch (cause) {
    throw providerError('model-rejected', { model, provider: 'wasm', reason: messageOf(cause) }, { cause })
  }
}
