import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { messageOf, userError } from '../core/errors.ts'
import type { Provider, Session, SessionOptions } from '../core/provider.ts'
import { resolveRuntime } from '../core/runtime.ts'
import type { Tensor, TensorInfo, TensorType } from '../core/tensor.ts'

type Runtime = typeof import('onnxruntime-node')

/**
 * onnxruntime's Node binding with one of its execution providers. Asked for anything but `cpu`, it must run the whole model
 * there: a node that would fall back to the CPU makes loading fail, so that no figure is taken on the wrong device.
 */
export function onnxruntimeNode(name: string, summary: string): Provider {
  return {
    name,
    summary,
    async version() {
      return `onnxruntime-node ${(await load(name)).env.versions.node ?? 'of unknown version'}`
    },
    async open(modelPath, options) {
      const runtime = await load(name)
      const session = await create(runtime, modelPath, name, options)
      return toSession(runtime, session, modelPath)
    },
  }
}

async function load(provider: string): Promise<Runtime> {
  const runtime = await loadRuntime().catch((cause: unknown) => {
    throw userError('provider-missing', { provider, reason: firstLine(messageOf(cause)) }, { cause })
  })
  // Every error comes back as an exception: nothing is printed beside the tool's own output.
  runtime.env.logLevel = 'fatal'
  const found = runtime.listSupportedBackends().some((backend) => backend.name === provider)
  if (!found)
    throw userError('provider-missing', { provider, reason: 'this build of onnxruntime-node does not have it' })
  return runtime
}

/** Worker processes run in the folder in which the user works. */
async function loadRuntime(): Promise<Runtime> {
  const entry = pathToFileURL(resolveRuntime(path.resolve())).href
  const { default: runtime } = (await import(entry)) as { default: Runtime }
  return runtime
}

/** The rest of Node's message is its search path. */
function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

async function create(
  runtime: Runtime,
  modelPath: string,
  provider: string,
  options: SessionOptions,
): Promise<InferenceSession> {
  try {
    return await runtime.InferenceSession.create(modelPath, sessionOptions(provider, options))
  } catch (cause) {
    const reason = messageOf(cause)
    if (isAboutProvider(reason)) throw userError('provider-missing', { provider, reason }, { cause })
    if (options.optimizedPath !== undefined && /serializ|no space|cannot open|open file/i.test(reason))
      throw userError('optimized-not-written', { path: options.optimizedPath, reason }, { cause })
    throw userError('model-rejected', { model: modelPath, provider, reason }, { cause })
  }
}

function sessionOptions(provider: string, options: SessionOptions): InferenceSession.SessionOptions {
  return {
    executionProviders: [{ name: provider }],
    ...(options.threads > 0 ? { intraOpNumThreads: options.threads, interOpNumThreads: 1 } : {}),
    graphOptimizationLevel: options.optimization ?? 'all',
    ...(options.optimizedPath === undefined ? {} : { optimizedModelFilePath: options.optimizedPath }),
    logSeverityLevel: 4,
    ...(provider === 'cpu' ? {} : { extra: { session: { disable_cpu_ep_fallback: '1' } } }),
  }
}

/** What onnxruntime says when the device or its libraries are not there, rather than that it cannot take the model. */
function isAboutProvider(reason: string): boolean {
  return /backend not found|shared library|no available adapter|failed to get.*adapter|no adapter|CUDA driver|CUDA failure|cudaGetDevice/i.test(
    reason,
  )
}

function toSession(runtime: Runtime, session: InferenceSession, model: string): Session {
  // The same feeds are run thousands of times in a benchmark: they are wrapped once.
  const wrapped = new WeakMap<object, Record<string, OrtTensor>>()
  return {
    inputs: session.inputMetadata.map(toInfo),
    outputs: session.outputMetadata.map(toInfo),
    async run(feeds) {
      try {
        let ready = wrapped.get(feeds)
        if (ready === undefined) {
          ready = wrap(runtime, feeds)
          wrapped.set(feeds, ready)
        }
        return unwrap(await session.run(ready))
      } catch (cause) {
        throw userError('model-run-failed', { model, reason: messageOf(cause) }, { cause })
      }
    },
    close: () => session.release(),
  }
}

function toInfo(value: InferenceSession.ValueMetadata): TensorInfo {
  return value.isTensor
    ? { name: value.name, type: value.type, dims: value.shape }
    : { name: value.name, type: 'not a tensor', dims: [] }
}

function wrap(runtime: Runtime, feeds: Readonly<Record<string, Tensor>>): Record<string, OrtTensor> {
  const entries = Object.entries(feeds).map(([name, { type, data, dims }]): [string, OrtTensor] => {
    // The constructor's overloads pair each type with its array; ours is a union of such pairs.
    return [name, new runtime.Tensor(type as 'float32', data as Float32Array, dims)]
  })
  return Object.fromEntries(entries)
}

function unwrap(results: Readonly<Record<string, OrtTensor>>): Record<string, Tensor> {
  const outputs: Record<string, Tensor> = {}
  for (const name in results) {
    const { type, dims, data } = results[name] as OrtTensor
    outputs[name] = {
      type: type as TensorType,
      dims,
      data: type === 'float16' ? halfBits(data) : (data as Tensor['data']),
    }
  }
  return outputs
}

/** Where the platform has Float16Array the runtime answers with one; tensors of ours hold the bits. */
function halfBits(data: OrtTensor['data']): Uint16Array {
  const array = data as Uint16Array
  return new Uint16Array(array.buffer, array.byteOffset, array.length)
}
