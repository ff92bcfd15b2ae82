import type { Files, ProcessIdentity, World } from '../../../src/core/world.ts'
import type { Gate } from './faults.ts'
import type { Actor, Scheduler } from './scheduler.ts'

interface Surroundings {
  readonly scheduler: Scheduler
  readonly files: Files
  readonly actors: ReadonlyMap<number, Actor>
  next(): number
  /** Told of the event of each hook that is called. */
  hook(id: string): void
}

/** The world as one process sees it: every call of a port passes its gate. */
export function processWorld(actor: Actor, gate: Gate, { scheduler, files, actors, next, hook }: Surroundings): World {
  const gated: Files = {
    ...throughGate(files, gate, ['masked', 'maskedRest', 'maskedValue', 'pieces', 'locks']),
    locks: throughGate(files.locks, gate, []),
  }
  const world: Omit<World, 'machine' | 'home'> = {
    files: gated,
    processes: {
      pid: actor.pid,
      alive: (pid) => actors.get(pid)?.alive ?? false,
      identity: () => identityOf(actor),
      fate: (other) => {
        if (other.namespace !== actor.namespace) return 'unknown'
        return actors.get(other.pid)?.alive === true ? 'running' : 'gone'
      },
      worker: () => Promise.reject(new Error('a simulated process has no workers')),
      run: (program, _, options) =>
        gate.pass(`run ${program}`, async () => {
          hook(options?.env?.['AIRWORTHY_EVENT_ID'] ?? '')
          return { code: 0, stdout: '', stderr: '' }
        }),
    },
    clock: {
      now: () => new Date(scheduler.now() + actor.skewMs).toISOString(),
      monotonicMs: () => scheduler.now(),
      sleep: (ms) => scheduler.sleep(actor, ms),
    },
    env: { USER: 'chaos' },
    cwd: '/work',
    workerScript: '/worker.js',
    trust: { level: 'trusted', why: 'a simulation' },
    event: 'local',
    ciSystem: undefined,
    actor: actor.name,
    ciRun: undefined,
    branch: undefined,
    commit: undefined,
    hide: () => {},
    github: undefined,
    randomId: () => `${actor.pid}-${next()}`,
  }
  return world as World
}

function identityOf({ pid, namespace }: Actor): ProcessIdentity {
  return { host: 'simulated', pid, start: '1', machine: 'one', namespace }
}

/** The methods of a port, each a call that things can happen to. */
function throughGate<Port extends object>(port: Port, gate: Gate, untouched: readonly string[]): Port {
  const methods = Object.entries(port).map(([name, work]) => [
    name,
    untouched.includes(name)
      ? work
      : (...args: readonly unknown[]) => gate.pass(`${name} ${args[0]}`, () => work(...args)),
  ])
  return Object.fromEntries(methods) as Port
}
