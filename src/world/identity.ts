import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import type { Processes, ProcessIdentity } from '../core/world.ts'

/**
 * Who this process is, as other processes can check it. Linux tells a run of its kernel from every other (`boot_id`), namespaces of
 * process ids, and when a process started. Elsewhere a machine is told by its name and its network cards, and nothing says when a
 * process started: then a process of the same id may be another one.
 */
export function identityOf(): ProcessIdentity {
  const boot = textOf('/proc/sys/kernel/random/boot_id')
  return {
    host: hostname(),
    pid: process.pid,
    start: statOf('self')?.start ?? '',
    machine: boot === undefined ? machineOf() : boot.replaceAll('-', '').slice(0, 16),
    // Two containers may count the time of a start from different moments.
    namespace: boot === undefined ? '' : ['pid', 'time'].map(namespaceOf).join('-'),
  }
}

/** What has become of a process, as far as that can be told for certain. */
export function fateOf(
  other: ProcessIdentity,
  own: ProcessIdentity,
  alive: (pid: number) => boolean,
): ReturnType<Processes['fate']> {
  if (other.machine !== own.machine || other.namespace !== own.namespace) return 'unknown'
  // A namespace that cannot be read may be any.
  if (own.start !== '' && !/^\d/.test(own.namespace)) return 'unknown'
  if (!alive(other.pid)) return 'gone'
  const now = seesOwnIds() ? statOf(String(other.pid)) : undefined
  if (now === undefined || other.start === '') return 'unknown'
  // A zombie has ended, and waits for a parent that does not ask.
  return now.start === other.start && !/^[ZX]$/.test(now.state) ? 'running' : 'gone'
}

/** Whether /proc counts processes as this one does: in a new namespace it may still be that of the old one. */
function seesOwnIds(): boolean {
  return statOf('self')?.pid === process.pid
}

interface Stat {
  readonly pid: number
  readonly state: string
  /** Ticks since the machine started. */
  readonly start: string
}

/** The name of the program stands in brackets, and may hold any character. */
function statOf(pid: string): Stat | undefined {
  const text = textOf(`/proc/${pid}/stat`)
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, start] = [fields?.[0], fields?.[19]]
  return text === undefined || state === undefined || start === undefined
    ? undefined
    : { pid: Number.parseInt(text, 10), state, start }
}

function namespaceOf(kind: string): string {
  try {
    return /\d+/.exec(readlinkSync(`/proc/self/ns/${kind}`))?.[0] ?? ''
  } catch {
    return ''
  }
}

function machineOf(): string {
  const cards = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  const addresses = [...new Set(cards.filter(({ internal }) => !internal).map(({ mac }) => mac))].sort()
  return createHash('sha256')
    .update([hostname(), ...addresses].join(' '))
    .digest('hex')
    .slice(0, 16)
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
