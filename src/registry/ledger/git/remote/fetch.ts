import type { Git } from '../command.ts'
import { lacksBase } from './answers.ts'
import type { Connection } from './connection.ts'

/** Refs of the remote, by name and object. */
export type RemoteRef = readonly [name: string, object: string]

/** Fetches objects. `end`: a ledger that is here already, by its end. */
export type FetchObjects = (objects: readonly RemoteRef[], end?: string) => Promise<void>

export function createFetch({ git, name, ask, unreachable }: Connection): FetchObjects {
  /** Objects that were found here: nothing takes them away meanwhile that does not damage the repository. */
  const present = new Set<string>()

  /** Fetched without a place of their own: no ref here follows whatever the remote says. `end`: a ledger that is here already. */
  return async (objects, end) => {
    const unknown = objects.filter(([, object]) => !present.has(object))
    const missing = await missingAmong(git, unknown)
    const away = new Set(missing)
    for (const [, object] of unknown) if (!away.has(object)) present.add(object)
    if (missing.length === 0) return
    const options = [...toNowhere, ...tipsOf(end)]
    const input = missing.map((object) => `${object}\n`).join('')
    const atOnce = await ask(['fetch', ...options, '--no-write-fetch-head', '--stdin', '--', name], { input })
    // git before 2.29 always writes that file, which is no ref, and reads no names.
    const isOlder = atOnce.code === 129
    if (!isOlder && atOnce.code !== 0) {
      if (!lacksBase.test(atOnce.stderr)) throw unreachable(atOnce.stderr)
      const { code, stderr } = await ask(['fetch', ...anew, '--stdin', '--', name], { input })
      if (code !== 0) throw unreachable(stderr)
    }
    for (let at = 0; isOlder && at < missing.length; at += mostNamed) {
      const { code, stderr } = await ask(['fetch', ...options, '--', name, ...missing.slice(at, at + mostNamed)])
      if (code !== 0) throw unreachable(stderr)
    }
  }
}

/** Objects are present, and no ref here, no file and no submodule follows, whatever is set for the remote. */
const toNowhere: readonly string[] = [
  '--progress',
  '--no-tags',
  '--no-prune',
  '--no-prune-tags',
  '--no-recurse-submodules',
  '--no-filter',
  '--refmap=',
]

/** All of what is named, whatever is here. */
export const anew: readonly string[] = [...toNowhere, '--no-write-fetch-head', '--refetch']

/**
 * What the remote is told that is here. No ref leads to the ledger that was just brought: unless it is named, its whole history comes once
 * more with every fetch of tags.
 */
function tipsOf(end: string | undefined): readonly string[] {
  return end === undefined ? [] : [`--negotiation-tip=${end}`, '--negotiation-tip=refs/*']
}

/** Objects that are fetched at a time by an older git: a command line holds only so many. */
const mostNamed = 500

/** The objects that are not here. They are asked for by their ids: of names, git compares each with all that the remote has. */
async function missingAmong(git: Git, refs: readonly RemoteRef[]): Promise<readonly string[]> {
  if (refs.length === 0) return []
  const input = `${refs.map(([, object]) => object).join('\n')}\n`
  const lines = (await git(['cat-file', '--batch-check'], { input })).split('\n')
  return refs.flatMap(([, object], at) => (lines[at]?.endsWith(' missing') ? [object] : []))
}
