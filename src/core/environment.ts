import { digest } from './json.ts'
import type { Environment, UsedGpu } from './products/index.ts'
import type { Machine } from './world.ts'

/** What was used beside the machine itself: of the scenarios that were measured. */
export interface Used {
  readonly gpus?: readonly UsedGpu[]
  /** `version()` of each provider. */
  readonly runtimes?: readonly string[]
}

/**
 * The machine as measurements record it. Equal fingerprints mean that figures may be compared and reused, so it holds what
 * makes figures differ and nothing that changes from minute to minute. Memory counts in whole GiB: what a virtual machine
 * reports changes by some kilobytes from one boot to the next. Of a GPU its name and its driver count, not which one it is.
 */
export function environmentOf(machine: Machine, { gpus = [], runtimes = [] }: Used = {}): Environment {
  const { cpu, cores, governor, cpuQuota, memoryBytes, memoryLimitBytes, platform, node, onnxruntime } = machine
  const fingerprint = digest({
    cpu,
    cores,
    governor,
    cpuQuota,
    memory: gibibytes(memoryBytes),
    memoryLimit: memoryLimitBytes === undefined ? undefined : gibibytes(memoryLimitBytes),
    platform,
    node,
    onnxruntime,
    gpus: gpus.map(({ name, driver }) => [name, driver]),
    runtimes: runtimes.toSorted(),
  })
  return {
    ...machine,
    ...(gpus.length === 0 ? {} : { gpus: gpus.map(({ name, driver, uuid }) => ({ name, driver, uuid })) }),
    ...(runtimes.length === 0 ? {} : { runtimes: runtimes.toSorted() }),
    fingerprint,
  }
}

function gibibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 30)
}
