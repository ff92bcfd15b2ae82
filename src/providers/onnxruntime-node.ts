import type { InferenceSession } from 'onnxruntime-node'
import { messageOf } from '../core/errors/index.ts'
import type { Provider, ProviderOptions, SessionOptions } from '../core/provider.ts'
import { elementTypes } from '../onnx/tensors/index.ts'
import { providerError } from './errors.ts'
import { loadNative } from './load.ts'
import { readProfile } from './profile-file.ts'
import { toSession } from './session.ts'

/** onnxruntime's own kernels on the CPU. */
export const cpu: Provider = provider({
  name: 'cpu',
  summary: "onnxruntime's own kernels on the CPU",
  device: 'cpu',
  executor: 'CPUExecutionProvider',
  chain: () => [{ name: 'cpu' }],
})

function onDevice(name: 'cuda' | 'tensorrt', { device }: ProviderOptions): Link {
  return { name, ...present('deviceId', device) }
}

export const cuda: Provider = provider({
  name: 'cuda',
  summary: 'NVIDIA GPUs through CUDA and cuDNN',
  device: 'gpu',
  executor: 'CUDAExecutionProvider',
  runtime: 'onnxruntime-node-cuda',
  chain: (raw) => [onDevice('cuda', raw)],
})

/** What TensorRT does not take may run on CUDA where a fallback is allowed: on the same GPU, and said all the same. */
export const tensorrt: Provider = provider({
  name: 'tensorrt',
  summary: 'NVIDIA GPUs through TensorRT',
  device: 'gpu',
  executor: 'TensorrtExecutionProvider',
  runtime: 'onnxruntime-node-cuda',
  chain: (raw, allowFallback) => [onDevice('tensorrt', raw), ...(allowFallback ? [onDevice('cuda', raw)] : [])],
})

export const webgpu: Provider = provider({
  name: 'webgpu',
  summary: 'any GPU with a Vulkan, Metal or Direct3D 12 driver, through WebGPU',
  device: 'gpu',
  executor: 'WebGpuExecutionProvider',
  chain: (options) => [
    {
      name: 'webgpu',
      ...present('preferredLayout', options['preferred-layout']),
      ...present('validationMode', options['validation-mode']),
      ...present('forceCpuNodeNames', options['force-cpu-nodes']),
    },
  ],
})

function present(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value }
}

/** One execution provider as the binding takes it. */
interface Link {
  readonly name: string
  readonly [option: string]: unknown
}

interface Row extends Pick<Provider, 'name' | 'summary' | 'device' | 'executor'> {
  readonly runtime?: Provider['runtime']
  /** The execution providers to offer each node to, first to last; the CPU comes after all of them by itself. */
  chain(options: ProviderOptions, allowFallback: boolean): readonly Link[]
}

/** onnxruntime's Node binding with one of its execution providers. */
function provider({ chain, ...row }: Row): Provider {
  return {
    runtime: 'onnxruntime-node',
    ...row,
    async version() {
      return `onnxruntime-node ${(await load(row.name)).env.versions.node ?? 'of unknown version'}`
    },
    async open(modelPath, options) {
      const links = chain(options.options ?? {}, options.allowFallback === true)
      const runtime = await load(row.name)
      const session = await create(runtime, modelPath, links, options)
      const { profilePrefix } = options
      return {
        ...toSession(runtime, session, modelPath),
        async endProfile() {
          if (profilePrefix === undefined) return undefined
          session.endProfiling()
          return readProfile(profilePrefix)
        },
      }
    },
  }
}

type Runtime = typeof import('onnxruntime-node')

async function load(name: string): Promise<Runtime> {
  const runtime = await loadNative(name)
  // Every error comes back as an exception: nothing is printed beside the tool's own output.
  runtime.env.logLevel = 'fatal'
  if (!runtime.listSupportedBackends().some((backend) => backend.name === name))
    throw providerError('provider-missing', {
      provider: name,
      reason: 'this build of onnxruntime-node does not have it',
    })
  return runtime
}

async function create(
  runtime: Runtime,
  model: string,
  links: readonly Link[],
  options: SessionOptions,
): Promise<InferenceSession> {
  const { name } = links[0] as Link
  try {
    return await runtime.InferenceSession.create(model, sessionOptions(links, options))
  } catch (cause) {
    const reason = messageOf(cause)
    if (isAboutFallback(reason))
      throw providerError('provider-fallback', { provider: name, model, nodes: [] }, { cause })
    if (isAboutProvider(reason)) throw providerError('provider-missing', { provider: name, reason }, { cause })
    if (options.optimizedPath !== undefined && /serializ|no space|cannot open|open file/i.test(reason))
      throw providerError('optimized-not-written', { path: options.optimizedPath, reason }, { cause })
    const type = unheldType(reason)
    if (type !== undefined) throw providerError('types-unsupported', { model, type }, { cause })
    throw providerError('model-rejected', { model, provider: name, reason }, { cause })
  }
}

function sessionOptions(links: readonly Link[], options: SessionOptions): InferenceSession.SessionOptions {
  const strict = links[0]?.name !== 'cpu' && options.allowFallback !== true
  return {
    executionProviders: links as readonly InferenceSession.ExecutionProviderConfig[],
    ...(options.threads > 0 ? { intraOpNumThreads: options.threads, interOpNumThreads: 1 } : {}),
    graphOptimizationLevel: options.optimization ?? 'all',
    ...(options.optimizedPath === undefined ? {} : { optimizedModelFilePath: options.optimizedPath }),
    ...(options.profilePrefix === undefined ? {} : { enableProfiling: true, profileFilePrefix: options.profilePrefix }),
    logSeverityLevel: 4,
    ...(strict ? { extra: { session: { disable_cpu_ep_fallback: '1' } } } : {}),
  }
}

/** The runtime's answer to `disable_cpu_ep_fallback`, when a node was given to the CPU. */
function isAboutFallback(reason: string): boolean {
  return /fallback to CPU EP has been explicitly disabled/i.test(reason)
}

/** The type that the binding cannot hold once onnxruntime has loaded the model, which it gives the code of: bfloat16 and floats of 8 bits. */
function unheldType(reason: string): string | undefined {
  const code = /^Unsupported data type: (\d+)$/.exec(reason)?.[1]
  if (code === undefined) return undefined
  return elementTypes.find((type) => type.code === Number(code))?.name ?? `the element type ${code}`
}

/** What onnxruntime says when the device or its libraries are not there, rather than that it cannot take the model. */
function isAboutProvider(reason: string): boolean {
  return /backend not found|shared library|no available adapter|failed to get.*adapter|no (supported )?adapter|CUDA driver|CUDA failure|cudaGetDevice/i.test(
    reason,
  )
}
