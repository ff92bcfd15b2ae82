import { readFileSync } from 'node:fs'

/** What a worker process tells of itself. Used inside worker processes only. */

/**
 * Peak resident memory of this process, in bytes. Linux's `ru_maxrss` is inherited through fork and exec, so that a worker
 * would report its parent's peak; `VmHWM` belongs to the program alone.
 */
export function peakBytes(): number {
  const kilobytes = /^(\d+) kB$/.exec(statusLine('VmHWM') ?? '')?.[1]
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) * 1024
}

/** The numbers of the processors this process may run on; none where the platform does not say. */
export function processors(): number[] {
  return parseProcessors(statusLine('Cpus_allowed_list') ?? '')
}

/** The numbers of `0-3,8`: 0, 1, 2, 3, 8. */
export function parseProcessors(list: string): number[] {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(list)) return []
  return list.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

function statusLine(key: string): string | undefined {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return new RegExp(`^${key}:\\s*(.*)$`, 'm').exec(status)?.[1]?.trim()
  } catch {
    // Only Linux has it.
    return undefined
  }
}
