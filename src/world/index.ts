import { randomBytes } from 'node:crypto'
import { arch, homedir, platform } from 'node:os'
import path from 'node:path'
import type { CiRun, Machine, Processes, Trust, World } from '../core/world.ts'
import { branchIn } from './branch.ts'
import { checkoutOf } from './checkout.ts'
import { systemClock } from './clock.ts'
import { createFiles } from './files.ts'
import { createGitHub } from './github.ts'
import { homePlace } from './home.ts'
import { describeMachine } from './machine.ts'
import { createProcesses } from './processes.ts'
import { createRuntime } from './runtime/index.ts'
import { pin } from './runtime/pin.ts'
import { createSeal } from './seal.ts'
import { createMask, type Mask } from './secrets/index.ts'

export interface WorldOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The bundled `worker.js`: absolute path. */
  readonly workerScript: string
  readonly trust: Trust
  readonly event: string
  readonly ciSystem?: string | undefined
  readonly actor?: string | undefined
  readonly ciRun?: CiRun | undefined
  readonly branch?: string | undefined
  readonly commit?: string | undefined
  /** Whether this is CI; not so unless it is said. */
  readonly ci?: boolean
  readonly mask?: Mask
  /** Told what takes long before the first stage that runs a model, such as a download. */
  readonly say?: ((line: string) => void) | undefined
}

/** The real world: this machine's files, processes and clock. */
export function createWorld(options: WorldOptions): World {
  const mask = options.mask ?? createMask(options.env)
  const trusted = options.trust.level === 'trusted'
  const processes: Processes = createProcesses({
    workerScript: options.workerScript,
    cwd: options.cwd,
    checkout: trusted ? undefined : checkoutOf(options.cwd, options.env),
    prepare: (name, signal) => runtime.prepare(name, signal),
    mask,
  })
  const runtime = createRuntime(
    {
      pin,
      env: options.env,
      cwd: options.cwd,
      bundle: path.dirname(options.workerScript),
      home: homedir(),
      trusted,
      platform: platform(),
      arch: arch(),
    },
    { run: processes.run, say: options.say ?? (() => {}) },
  )
  const home = homePlace(options, createSeal(options, createFiles(mask)))
  // Looks at many files of the system, which few commands ask for.
  let machine: Machine | undefined
  return {
    files: createFiles(mask, home.kind === 'isolated' ? home.folder : undefined),
    hide: mask.hide,
    processes,
    clock: systemClock,
    env: options.env,
    cwd: options.cwd,
    workerScript: options.workerScript,
    trust: options.trust,
    event: options.event,
    ciSystem: options.ciSystem,
    actor: options.actor,
    ciRun: options.ciRun,
    get branch() {
      // Of a CI system that is known, what it does not say is not so: a tag is no branch, and a pull request may have any name for its own.
      const isSaid = options.branch !== undefined || options.ciSystem !== undefined || !trusted
      return isSaid ? options.branch : branchIn(options.cwd)
    },
    commit: options.commit,
    get machine() {
      machine ??= describeMachine(runtime.version)
      return machine
    },
    home,
    github: createGitHub(options.env, systemClock, mask),
    randomId: () => randomBytes(4).toString('hex'),
  }
}
