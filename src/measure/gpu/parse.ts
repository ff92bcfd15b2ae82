import type { IdentityKey, Query, StateKey } from './query.ts'

export interface Gpu {
  /** As nvidia-smi counts them: by PCI bus. */
  readonly index: number
  readonly uuid: string
  readonly name: string
  readonly driver: string
  readonly memoryBytes?: number | undefined
  /** The clock under which it does not run at full load for long, and the highest that it reaches, in MHz. */
  readonly baseMHz?: number | undefined
  readonly maxMHz?: number | undefined
  /** Cut into instances: clocks and power are of the whole, which others may use too. */
  readonly mig: boolean
}

/** A moment of a GPU; what its driver does not tell is undefined. */
export interface GpuSample {
  /** Milliseconds since the epoch, by the clock of this machine. */
  readonly atMs: number
  readonly uuid: string
  /** Share of the last sixth of a second to second, 0 to 1, in which a kernel ran. */
  readonly utilization?: number | undefined
  readonly memoryBytes?: number | undefined
  /** Clock of the streaming multiprocessors. */
  readonly smMHz?: number | undefined
  readonly watts?: number | undefined
  readonly celsius?: number | undefined
  /** Why its clock is not higher. */
  readonly reasons: readonly ClockReason[]
}

/** The bits of nvml.h's nvmlClocksEventReason…, under the names that nvidia-smi gives them. */
const reasonBits = {
  gpu_idle: 0x1,
  applications_clocks_setting: 0x2,
  sw_power_cap: 0x4,
  hw_slowdown: 0x8,
  sync_boost: 0x10,
  sw_thermal_slowdown: 0x20,
  hw_thermal_slowdown: 0x40,
  hw_power_brake_slowdown: 0x80,
  display_clock_setting: 0x100,
} as const

export type ClockReason = keyof typeof reasonBits

/** The GPUs of an answer to `identity`. Lines that are no rows of it, such as warnings, are passed over. */
export function parseGpus(text: string, query: Query<IdentityKey>): Gpu[] {
  return rows(text, query).flatMap((row) => {
    const { index, uuid, name, driver } = row
    if (uuid === undefined || name === undefined || number(index) === undefined) return []
    return {
      index: Number(index),
      uuid,
      name,
      driver: driver ?? 'unknown',
      memoryBytes: mebibytes(row.memoryTotal),
      baseMHz: number(row.defaultSm),
      maxMHz: number(row.maxSm),
      mig: row.mig === 'Enabled',
    }
  })
}

/** The moments in answers to `state`, of all GPUs asked about, in order. A last line that was cut off is passed over. */
export function parseSamples(text: string, query: Query<StateKey>): GpuSample[] {
  return rows(text, query).flatMap((row) => {
    const atMs = moment(row.at)
    if (atMs === undefined || row.uuid === undefined) return []
    const percent = number(row.utilization)
    return {
      atMs,
      uuid: row.uuid,
      utilization: percent === undefined ? undefined : percent / 100,
      memoryBytes: mebibytes(row.memoryUsed),
      smMHz: number(row.sm),
      watts: number(row.power),
      celsius: number(row.temperature),
      reasons: reasonsOf(row.reasons),
    }
  })
}

/** The GPU instances that `nvidia-smi -L` lists: each with its UUID, its profile, and the UUID of its GPU. */
export function parseInstances(text: string): { gpu: string; uuid: string; profile: string }[] {
  let gpu = ''
  return text.split('\n').flatMap((line) => {
    const [, uuid] = /\(UUID: ([^)]+)\)/.exec(line) ?? []
    const [, profile] = /^\s+MIG\s+(\S+)/.exec(line) ?? []
    if (uuid === undefined) return []
    if (profile !== undefined) return [{ gpu, uuid, profile }]
    gpu = uuid
    return []
  })
}

/** The clock in the answer of `nvidia-smi base-clocks`, which has no format but text. */
export function parseBaseClock(text: string): number | undefined {
  return number(/(\d+)\s*MHz/i.exec(text)?.[1])
}

type Row<Key extends string> = Partial<Readonly<Record<Key, string>>>

function rows<Key extends string>(text: string, { keys }: Query<Key>): Row<Key>[] {
  return text
    .split('\n')
    .map((line) => line.split(',').map((value) => value.trim()))
    .filter((values) => values.length === keys.length && values.every((value) => value !== ''))
    .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]])) as Row<Key>)
}

/** Undefined for all that nvidia-smi writes instead of a number: `[N/A]`, `[Not Supported]`, `[Unknown Error]`, a sentence. */
function number(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

function mebibytes(text: string | undefined): number | undefined {
  const count = number(text)
  return count === undefined ? undefined : count * 2 ** 20
}

/** `2026/07/14 08:12:53.353`, in the time zone of the machine. */
function moment(text: string | undefined): number | undefined {
  const parts = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(text ?? '')
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = parts.slice(1).map(Number)
  return new Date(year, month - 1, day, hour, minute, second, ms).getTime()
}

function reasonsOf(mask: string | undefined): ClockReason[] {
  if (mask === undefined || !/^0x[0-9a-f]+$/i.test(mask)) return []
  const bits = BigInt(mask)
  return (Object.keys(reasonBits) as ClockReason[]).filter((reason) => (bits & BigInt(reasonBits[reason])) !== 0n)
}
