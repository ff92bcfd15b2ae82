import { nearest } from '../core/nearest.ts'
import type { Provider } from '../core/provider.ts'
import { providerError } from './errors.ts'
import { cpu, cuda, tensorrt, webgpu } from './onnxruntime-node.ts'
import { wasm } from './onnxruntime-web.ts'

/** The table of providers: everything that can run a model. Schema, documentation and hints derive from it. */
export const providers: {
  readonly cpu: Provider
  readonly cuda: Provider
  readonly tensorrt: Provider
  readonly webgpu: Provider
  readonly wasm: Provider
} = { cpu, cuda, tensorrt, webgpu, wasm }

export const providerNames: readonly string[] = Object.keys(providers)

/** The provider of this name. Throws `provider-unknown`, which names the nearest and lists all. */
export function findProvider(name: string): Provider {
  const provider = Object.values(providers).find((row) => row.name === name)
  if (provider === undefined)
    throw providerError('provider-unknown', { name, nearest: nearest(name, providerNames), names: providerNames })
  return provider
}
