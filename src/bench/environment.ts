import { digest } from '../core/json.ts'
import type { Environment } from '../core/products.ts'
import type { Machine } from '../core/world.ts'

/**
 * The machine as measurements record it. Equal fingerprints mean that figures may be compared and reused. Memory counts in
 * whole GiB: what a virtual machine reports changes by some kilobytes from one boot to the next.
 */
export function environmentOf(machine: Machine): Environment {
  const { cpu, cores, memoryBytes, platform, node, onnxruntime } = machine
  const fingerprint = digest({ cpu, cores, memory: Math.round(memoryBytes / 2 ** 30), platform, node, onnxruntime })
  return { cpu, cores, memoryBytes, platform, node, onnxruntime, fingerprint }
}
