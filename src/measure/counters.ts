import { cgroupFolders } from '../core/cgroup.ts'
import type { Files } from '../core/world.ts'

/** What Linux counts since it started, at one moment. What a system does not count stays 0 or undefined. */
export interface Counters {
  /** Milliseconds since the system started. */
  readonly uptimeMs: number
  /** Time of all processors together, in ticks of a hundredth of a second. `stolen`: wanted, but given to other guests. */
  readonly ticks: { readonly all: number; readonly idle: number; readonly stolen: number; readonly ours: number }
  /** Pages moved between memory and swap, either way. */
  readonly swappedPages: number
  /** How often a processor cut its clock because it was too hot. */
  readonly hotEvents: number
  /** Milliseconds for which the container was stopped because it had used up its share of the processors. */
  readonly quotaMs: number
  /** Milliseconds in which some process was ready to run and had no processor. */
  readonly waitingMs?: number | undefined
}

/**
 * Reads them. Undefined elsewhere than on Linux. `ours` is the time of this process and of its children that have ended: read
 * while no worker runs, so that none is missing.
 */
export async function readCounters(files: Pick<Files, 'readText' | 'list'>): Promise<Counters | undefined> {
  const read = (path: string): Promise<string> => files.readText(path).catch(() => '')
  const [stat, uptime, own, vmstat, pressure] = await Promise.all(
    ['/proc/stat', '/proc/uptime', '/proc/self/stat', '/proc/vmstat', '/proc/pressure/cpu'].map(read),
  )
  const processors = processorTicks(stat ?? '')
  if (processors === undefined) return undefined
  return {
    uptimeMs: Number.parseFloat(uptime ?? '') * 1000,
    ticks: { ...processors, ours: ownTicks(own ?? '') },
    swappedPages: count(vmstat, /^pswpin (\d+)$/m) + count(vmstat, /^pswpout (\d+)$/m),
    hotEvents: await hotEvents(files, read),
    quotaMs: await quotaMs(read),
    waitingMs: pressure === '' ? undefined : count(pressure, /^some .*total=(\d+)$/m) / 1000,
  }
}

/** `cpu  user nice system idle iowait irq softirq steal guest …`: guests are in user already. */
function processorTicks(stat: string): { all: number; idle: number; stolen: number } | undefined {
  const line = /^cpu +(\d.*)$/m.exec(stat)?.[1]
  if (line === undefined) return undefined
  const fields = line.split(' ').map(Number).slice(0, 8)
  const [, , , idle = 0, waitingForDisk = 0, , , stolen = 0] = fields
  return { all: fields.reduce((sum, each) => sum + each, 0), idle: idle + waitingForDisk, stolen }
}

/** Fields 14 to 17 of proc(5): user and system time, own and of children waited for. The second may hold spaces and brackets. */
function ownTicks(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}

async function hotEvents(files: Pick<Files, 'list'>, read: (path: string) => Promise<string>): Promise<number> {
  const cpus = '/sys/devices/system/cpu'
  const names = (await files.list(cpus)).filter((name) => /^cpu\d+$/.test(name))
  const counts = await Promise.all(
    names.map(async (name) => {
      const [core, wholePackage] = await Promise.all(
        ['core', 'package'].map((of) => read(`${cpus}/${name}/thermal_throttle/${of}_throttle_count`)),
      )
      return { core: count(core, /(\d+)/), wholePackage: count(wholePackage, /(\d+)/) }
    }),
  )
  // Every core of a package repeats the count of its package.
  return (
    counts.reduce((sum, { core }) => sum + core, 0) + Math.max(0, ...counts.map(({ wholePackage }) => wholePackage))
  )
}

/** Microseconds in version 2 of control groups, nanoseconds in version 1. */
async function quotaMs(read: (path: string) => Promise<string>): Promise<number> {
  const folders = cgroupFolders(await read('/proc/self/cgroup'), 'cpu')
  const stats = await Promise.all(folders.map((folder) => read(`${folder}/cpu.stat`)))
  const times = stats.map(
    (stat) => count(stat, /^throttled_usec (\d+)$/m) / 1e3 + count(stat, /^throttled_time (\d+)$/m) / 1e6,
  )
  return Math.max(0, ...times)
}

function count(text: string | undefined, pattern: RegExp): number {
  return Number(pattern.exec(text ?? '')?.[1] ?? 0)
}
