import type { Files, World } from '../../../src/core/world.ts'
import type { Gate } from './faults.ts'
import type { Actor, Scheduler } from './scheduler.ts'

interface Surroundings {
  readonly scheduler: Scheduler
  readonly files: Files
  readonly actors: ReadonlyMap<number, Actor>
  /** Told of the event of each hook that is called. */
  hook(id: string): void
}

/** The world as one process sees it: every call of a port passes its gate. */
export function processWorld(actor: Actor, gate: Gate, { scheduler, files, actors, hook }: Surroundings): World {
  const untouched = ['masked', 'maskedRest', 'maskedValue', 'pieces']
  const gated = Object.fromEntries(
    Object.entries(files).map(([name, work]) => [
      name,
      untouched.includes(name)
        ? work
        : (...args: readonly unknown[]) => gate.pass(`${name} ${args[0]}`, () => work(...args)),
    ]),
  ) as unknown as Files
  const world: Omit<World, 'machine' | 'home'> = {
    files: gated,
    processes: {
      pid: actor.pid,
      alive: (pid) => actors.get(pid)?.alive ?? false,
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
    randomId: () => 'abcd1234',
  }
  return world as World
}
