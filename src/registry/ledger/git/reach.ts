import { Cancelled } from '../../../core/errors/index.ts'
import type { RunResult, World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { currentCallContext } from '../call-context.ts'
import { withoutPassword } from './reason.ts'

/** Another repository that git talks to. */
export interface Reach {
  /** The name or address of the remote. */
  readonly name: string
  /** How long it may say nothing, in milliseconds. */
  readonly limitMs: number
}

/** What is waited for is told from then on. */
const quietMs = 3000

/** How a git ended. */
export interface GitResult extends RunResult {
  /** Why it was ended by us, where it was: it may have told the remote a part of what it was to, or all. */
  readonly ended?: Error
}

/**
 * Runs git where it talks to a remote, which may never answer: it is ended when whoever asks no longer waits, and once the remote has been
 * silent for as long as the limit says. What it wrote until then is in the result.
 */
export async function withinReach(
  { name, limitMs }: Reach,
  { clock }: Pick<World, 'clock'>,
  run: (until: AbortSignal, heard: () => void) => Promise<RunResult>,
): Promise<GitResult> {
  const { signal, waits } = currentCallContext()
  if (signal?.aborted) throw new Cancelled(`${withoutPassword(name)} was not asked: the run was cancelled`)
  const shown = withoutPassword(name)
  const over = new AbortController()
  let last = clock.monotonicMs()
  const watch = setInterval(
    () => {
      const silent = clock.monotonicMs() - last
      if (silent >= limitMs) over.abort()
      else if (silent >= quietMs) waits?.(`waits for ${shown}, ${seconds(silent)} s of at most ${seconds(limitMs)} s`)
    },
    Math.min(1000, limitMs / 4),
  )
  try {
    const until = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal])
    const result = await run(until, () => {
      last = clock.monotonicMs()
    })
    if (result.code === 0 || !until.aborted) return result
    const reason = `it said nothing for ${seconds(limitMs)} s`
    const ended = over.signal.aborted
      ? registryError('registry-unreachable', { remote: shown, reason })
      : new Cancelled(`${shown} was no longer waited for`)
    return { ...result, ended }
  } finally {
    clearInterval(watch)
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 1000)
}

/** Options of `git` that keep what is set for a remote, by the user or by a tool, from moving refs that are none of ours. */
export function pinsOf(name: string): readonly string[] {
  // What is set for an address is nothing.
  if (/[:\n]|^\//.test(name)) return []
  return Object.entries(pins).flatMap(([variable, { setting, value }]) =>
    // Of a name with an equals sign only this option can speak (git 2.31 and later).
    name.includes('=')
      ? [`--config-env=remote.${name}.${setting}=${variable}`]
      : ['-c', `remote.${name}.${setting}=${value}`],
  )
}

const pins = {
  AIRWORTHY_GIT_PRUNE: { setting: 'prune', value: 'false' },
  AIRWORTHY_GIT_PRUNE_TAGS: { setting: 'pruneTags', value: 'false' },
  AIRWORTHY_GIT_MIRROR: { setting: 'mirror', value: 'false' },
  AIRWORTHY_GIT_FOLLOW_HEAD: { setting: 'followRemoteHEAD', value: 'never' },
  AIRWORTHY_GIT_TAG_OPTION: { setting: 'tagOpt', value: '--no-tags' },
}

/** The variables that these options may name. */
export const pinVariables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(pins).map(([variable, { value }]) => [variable, value]),
)
