import { randomBytes } from 'node:crypto'
import type { Trust, World } from '../core/world.ts'
import { systemClock } from './clock.ts'
import { createFiles } from './files.ts'
import { createGitHub } from './github.ts'
import { describeMachine } from './machine.ts'
import { createProcesses } from './processes.ts'
import { createMask, type Mask } from './secrets.ts'

export interface WorldOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The bundled `worker.js`: absolute path. */
  readonly workerScript: string
  readonly trust: Trust
  readonly event: string
  readonly branch?: string | undefined
  readonly commit?: string | undefined
  readonly mask?: Mask
}

/** The real world: this machine's files, processes and clock. */
export function createWorld(options: WorldOptions): World {
  const mask = options.mask ?? createMask(options.env)
  return {
    files: createFiles(mask),
    hide: mask.hide,
    processes: createProcesses(options.workerScript, options.cwd),
    clock: systemClock,
    env: options.env,
    cwd: options.cwd,
    workerScript: options.workerScript,
    trust: options.trust,
    event: options.event,
    branch: options.branch,
    commit: options.commit,
    machine: describeMachine(options.cwd),
    github: createGitHub(options.env, systemClock),
    randomId: () => randomBytes(4).toString('hex'),
  }
}
