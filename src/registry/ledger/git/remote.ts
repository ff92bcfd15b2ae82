import { Cancelled, UserError } from '../../../core/errors/index.ts'
import type { LedgerEntry } from '../../../core/ledger.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { parseTag } from '../../versions/tags.ts'
import { bringToEnd } from '../asking.ts'
import { branch } from './chain.ts'
import type { Git } from './command.ts'
import { damageIn } from './damage.ts'
import { inTheWay } from './in-the-way.ts'
import { lockThere } from './locks.ts'
import type { GitResult } from './reach.ts'
import { withoutPassword } from './reason.ts'
import { isBeginning, tagsAmong } from './refs.ts'
import { warnOfTags } from './unshown.ts'

/** Where the ledger is shared: a remote of the repository, by name or address. The branch there is the one that counts. */
export interface Remote {
  readonly name: string
  /** The end of the branch at the remote, its tags left aside: a remote may have thousands. */
  end(): Promise<string | undefined>
  /**
   * What the remote has now, with the objects of the ledger and of the tags that may show it. `here`: the end of the ledger here. `others`:
   * models that neither may name yet. Changes no ref here.
   */
  look(here?: string, others?: readonly string[]): Promise<Shared>
  /**
   * Moves the branch of the remote and shows the tags of what is new there, all or nothing where the remote can. Undefined when another
   * writer was first, or one of the tags is taken.
   */
  push(what: Push): Promise<Pushed | undefined>
  /** Shows tags there too; those it has already are left as they are. */
  pushTags(names: readonly string[]): Promise<void>
}

/** What a push has come to: the branch is there. */
export interface Pushed {
  /** Whether its tags are, too. */
  readonly shows: boolean
}

/** What is pushed at once. Objects by their ids. */
export interface Push {
  /** The new end of the branch. */
  readonly commit: string
  /** Where the branch is at the remote; undefined: it must not exist. */
  readonly old: string | undefined
  /** Tags that the remote has not, by their names. */
  readonly tags: ReadonlyMap<string, string>
  /** Whether its tags were listed just now. Else a remote that cannot move all at once is told nothing. */
  readonly isListed: boolean
}

/** What a remote holds of a ledger. Objects by their ids. */
export interface Shared {
  /** The name or address of the remote. */
  readonly remote: string
  /** The end of its branch. */
  readonly head: string | undefined
  /** Tags of GTO's grammar. Those of other models need not be here. */
  readonly tags: ReadonlyMap<string, string>
  /** Those of them that are of models of the ledger. */
  readonly ours: ReadonlyMap<string, string>
  /** The names of all refs that may be in the way of others. */
  readonly names: readonly string[]
  /** False where it is what was fetched, and the remote was not asked. */
  readonly isListed: boolean
}

/** What `ls-remote` tells. */
interface Listed extends Omit<Shared, 'ours' | 'isListed'> {
  /** Names of tags that are objects of their own, as ours are, and no second name of a commit. */
  readonly annotated: ReadonlySet<string>
}

export interface RemoteOptions {
  /** Its name or address. */
  readonly name: string
  /** How long it may say nothing, in milliseconds. */
  readonly limitMs: number
  readonly world: Pick<World, 'clock'>
  /** Reads the ledger that ends with a commit. */
  entriesOf(head: string): Promise<readonly LedgerEntry[]>
}

/**
 * @throws (from its functions) `registry-unreachable`, `ref-in-the-way`, and from those that push `git-locked`, `ledger-unsettled` and
 * `registry-refused`.
 */
export function openRemote(git: Git, { name, limitMs, world, entriesOf }: RemoteOptions): Remote {
  const reach = { name, limitMs }
  const shown = withoutPassword(name)
  const unreachable = (stderr: string, doing: 'read' | 'push' = 'read'): Error =>
    inTheWay(stderr) ??
    damageIn(git, stderr) ??
    registryError('registry-unreachable', { remote: shown, reason: git.reason(stderr), doing })

  const ask = async (args: readonly string[], within = reach, input?: string): Promise<GitResult> => {
    const result = await git.try(args, { reach: within, ...(input === undefined ? {} : { input }) })
    if (result.ended !== undefined) throw result.ended
    return result
  }

  /** Only the second version of git's protocol leaves the others out; of the first, git passes over them itself. */
  const end = async (within = reach): Promise<string | undefined> => {
    const { code, stdout, stderr } = await ask(['ls-remote', '--heads', '--', name, branch], within)
    if (code !== 0) throw unreachable(stderr)
    return stdout
      .split('\n')
      .find((line) => line.endsWith(`\t${branch}`))
      ?.split('\t')[0]
  }

  const list = async (): Promise<Listed> => {
    const above = branch.slice(0, branch.lastIndexOf('/'))
    const args = ['ls-remote', '--', name, branch, above, 'refs/tags/*']
    const { code, stdout, stderr } = await ask(args)
    if (code !== 0) throw unreachable(stderr)
    const lines = stdout.split('\n').flatMap((line) => {
      const [object = '', ref] = line.split('\t')
      return ref === undefined ? [] : [[ref, object] as const]
    })
    const refs = lines.filter(([ref]) => !ref.endsWith(peeled))
    return {
      remote: name,
      head: refs.find(([ref]) => ref === branch)?.[1],
      tags: tagsAmong(refs),
      annotated: new Set(lines.flatMap(([ref]) => (ref.endsWith(peeled) ? [ref.slice('refs/tags/'.length, -3)] : []))),
      names: refs.map(([ref]) => ref),
    }
  }

  /** Objects that were found here: nothing takes them away meanwhile that does not damage the repository. */
  const brought = new Set<string>()

  /** Fetched without a place of their own: no ref here follows whatever the remote says. `end`: a ledger that is here already. */
  const bring = async (objects: readonly (readonly [string, string])[], end?: string): Promise<void> => {
    const unknown = objects.filter(([, object]) => !brought.has(object))
    const missing = await missingAmong(git, unknown)
    const away = new Set(missing)
    for (const [, object] of unknown) if (!away.has(object)) brought.add(object)
    if (missing.length === 0) return
    const options = [...toNowhere, ...tipsOf(end)]
    const input = missing.map((object) => `${object}\n`).join('')
    const atOnce = await ask(['fetch', ...options, '--no-write-fetch-head', '--stdin', '--', name], reach, input)
    // git before 2.29 always writes that file, which is no ref, and reads no names.
    const isOlder = atOnce.code === 129
    if (!isOlder && atOnce.code !== 0) {
      if (!lacksBase.test(atOnce.stderr)) throw unreachable(atOnce.stderr)
      const { code, stderr } = await ask(['fetch', ...anew, '--stdin', '--', name], reach, input)
      if (code !== 0) throw unreachable(stderr)
    }
    for (let at = 0; isOlder && at < missing.length; at += mostNamed) {
      const { code, stderr } = await ask(['fetch', ...options, '--', name, ...missing.slice(at, at + mostNamed)])
      if (code !== 0) throw unreachable(stderr)
    }
  }

  /**
   * A repository has thousands of tags that are no business of ours, and may be of GTO's grammar as well. Of a ledger that names no model
   * yet, any tag may be the trace of an earlier one: the last of each model are looked at, and nothing follows them.
   */
  const look = async (here?: string, others: readonly string[] = []): Promise<Shared> => {
    const { annotated, ...listed } = await list()
    const { head, tags } = listed
    // A tag that is a second name of a commit is none of ours, and its commit may be large.
    const shownOf = (models: ReadonlySet<string>): readonly (readonly [string, string])[] =>
      [...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? '') && annotated.has(tag)).map(inTags)
    const expected = new Set([...(here === undefined ? [] : await modelsOf(here)), ...others])
    // All at once, as far as can be told by now: asking again takes longer.
    await bring([...(head === undefined ? [] : [[branch, head] as const]), ...shownOf(expected)])
    const named = head === undefined ? [] : await modelsOf(head)
    const models = new Set([...named, ...others])
    const traces = tracesAmong([...tags].filter(([tag]) => annotated.has(tag))).map(inTags)
    await bring([...shownOf(models), ...(named.length === 0 ? traces : [])], head)
    return {
      ...listed,
      isListed: true,
      ours: new Map([...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? ''))),
    }
  }

  const modelsOf = async (end: string): Promise<readonly string[]> =>
    (await wholeEntriesOf(end)).flatMap((entry) => ('model' in entry ? [entry.model] : []))

  /** A partial clone has the commits of the ledger, and lacks what is in them. */
  const wholeEntriesOf = async (end: string): Promise<readonly LedgerEntry[]> => {
    try {
      return await entriesOf(end)
    } catch (thrown) {
      if (!(thrown instanceof UserError) || thrown.code !== 'ledger-partial') throw thrown
      const { code } = await ask(['fetch', ...anew, '--', name, branch])
      // git before 2.36 cannot: the hint says what can be done.
      if (code !== 0) throw thrown
      return entriesOf(end)
    }
  }

  let lock: { readonly file: string; readonly since: number } | undefined
  /** A lock that git left there, when it was killed, is in the way of everybody. One that somebody works with is gone in a moment. */
  const admitLock = (stderr: string): void => {
    const file = lockThere(stderr)
    if (file === undefined || lock?.file !== file)
      lock = file === undefined ? undefined : { file, since: world.clock.monotonicMs() }
    else if (world.clock.monotonicMs() - lock.since >= lockedMs)
      throw registryError('git-locked', { file, since: undefined, where: shown })
  }

  /** What a remote says that refused, as opposed to one that was not reached. */
  const refused = (stderr: string): Error =>
    wasRefused(stderr)
      ? registryError('registry-refused', { remote: shown, reason: git.reason(stderr) })
      : unreachable(stderr, 'push')

  /** Tells whether it holds the commit, after a push of which nobody knows how it ended. Whoever asked may have gone by then. */
  const holds = async ({ commit, old }: Push): Promise<'holds' | 'holds not' | 'unknown'> => {
    bringToEnd()
    try {
      const head = await end({ name, limitMs: Math.min(limitMs, askAgainMs) })
      if (head === commit) return 'holds'
      if (head === old || head === undefined) return 'unknown'
      await bring([[branch, head]])
      // Whoever was first: what was sent with the old end as its condition comes too late, or is a part of it.
      return (await isBeginning(git, commit, head)) ? 'holds' : 'holds not'
    } catch {
      return 'unknown'
    }
  }

  /** Finds out how a push has ended that was interrupted. Throws `ledger-unsettled` where that cannot be told. */
  const settle = async (what: Push, cause: Error | string): Promise<boolean> => {
    const found = await holds(what)
    if (found !== 'unknown') return found === 'holds'
    const reason =
      typeof cause === 'string' ? cause : cause instanceof Cancelled ? 'it was cancelled before it answered' : quiet
    throw registryError('ledger-unsettled', { remote: shown, branch, commit: what.commit, reason }, { cause })
  }
  /** Pushes in which another writer seemed to be first, while the branch was here. */
  let contended: { old: string | undefined; times: number } = { old: undefined, times: 0 }
  /** Whether it has said that it cannot move several refs at once. */
  let isPlain = false
  const quiet = `it said nothing for ${Math.round(limitMs / 1000)} s`

  return {
    name,
    end,
    look,
    async push(what) {
      const { commit, old, tags, isListed } = what
      const lease = `--force-with-lease=${branch}:${old ?? ''}`
      const refs = [`${commit}:${branch}`, ...[...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`)]
      const attempt = (atomic: readonly string[], all: readonly string[]): Promise<GitResult> =>
        git.try(['push', ...nothingElse, ...atomic, lease, '--', name, ...all], { reach })
      const atOnce = isPlain ? undefined : await attempt(tags.size === 0 ? [] : ['--atomic'], refs)
      isPlain ||= notAtomic.test(atOnce?.stderr ?? '')
      const apart = isPlain && tags.size > 0
      // Moved first, the branch would record what its tags may be refused for.
      if (apart && !isListed) return undefined
      // The branch first: an entry counts once it is there, and the next writer shows the tags that are missing.
      const { code, stderr, ended } = atOnce === undefined || apart ? await attempt([], refs.slice(0, 1)) : atOnce
      if (code === 0) {
        bringToEnd()
        // Later pushes are refused by their condition: the branch is elsewhere in another repository.
        if (old === undefined && (await end()) !== commit)
          throw registryError('registry-split', { remote: shown, branch })
        const others = apart ? await attempt([], refs.slice(1)) : undefined
        if (others !== undefined && others.code !== 0 && !isContended(others.stderr))
          warnOfTags([...tags.keys()], shown, others.ended?.message ?? git.reason(others.stderr))
        return { shows: others === undefined || others.code === 0 }
      }
      if (wasSent(stderr) && !wasRefused(stderr))
        return (await settle(what, ended ?? git.reason(stderr))) ? { shows: !apart } : undefined
      if (ended !== undefined) throw ended
      if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
      admitLock(stderr)
      if (isContended(stderr)) {
        if (contended.old !== old) contended = { old, times: 0 }
        contended.times++
        // Nobody is first again and again, and leaves the branch where it is: these are words of a rule.
        if (contended.times >= mostContended && (await end()) === old) throw refused(stderr)
        return undefined
      }
      // Refused because another writer was first or is at it now, or because something else is wrong.
      if ((await end()) !== old) return undefined
      throw refused(stderr)
    },
    async pushTags(names) {
      let missing = names
      for (let attempt = 1; missing.length > 0; attempt++) {
        const refs = missing.map((tag) => `refs/tags/${tag}`)
        const { code, stderr } = await ask(['push', ...nothingElse, '--', name, ...refs])
        if (code === 0) return
        if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
        admitLock(stderr)
        // Others show the same ledger by the same tags: what they pushed meanwhile needs no push of ours.
        const there = (await list()).tags
        missing = names.filter((tag) => !there.has(tag))
        if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw refused(stderr)
      }
    },
  }
}

/** Objects are brought, and no ref here, no file and no submodule follows, whatever is set for the remote. */
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
const anew: readonly string[] = [...toNowhere, '--no-write-fetch-head', '--refetch']

/** A remote takes it that a partial clone has all that its commits stand on, and sends differences from that. */
const lacksBase = /unresolved deltas|promisor/

/**
 * What the remote is told that is here. No ref leads to the ledger that was just brought: unless it is named, its whole history comes once
 * more with every fetch of tags.
 */
function tipsOf(end: string | undefined): readonly string[] {
  return end === undefined ? [] : [`--negotiation-tip=${end}`, '--negotiation-tip=refs/*']
}

/** Those refs are pushed that are named, and nothing else goes with them. */
const nothingElse: readonly string[] = ['--progress', '--no-follow-tags', '--no-signed', '--recurse-submodules=no']

/** How long a remote is asked, in milliseconds, whether it has taken what was sent: whoever waits may give five seconds. */
const askAgainMs = 2000

/** A lock at a remote that is there for so long, in milliseconds, was left behind. */
const lockedMs = 1000

/** That the remote has said no to a ref: nothing of what was sent is there. */
function wasRefused(stderr: string): boolean {
  return /^ ! \[|RPC failed; HTTP 4\d\d/m.test(stderr)
}

/** That objects were on their way to the remote: from then on it may record them, whether it says so or not. */
function wasSent(stderr: string): boolean {
  return /Writing objects:|Total \d+ /.test(stderr)
}

const tagAttempts = 10

/** Pushes that may fail as if another writer were at it, while the branch stays where it is. */
const mostContended = 5

/** One tag of each kind of each model: of a ledger that was lost, any of its tags is a trace. Never more than a few: there may be thousands. */
function tracesAmong(tags: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const last = new Map<string, readonly [string, string]>()
  for (const tag of tags) {
    const { model = '', kind = '' } = parseTag(tag[0]) ?? {}
    last.set(`${kind} ${model}`, tag)
  }
  return [...last.values()].slice(0, mostTraces)
}

const mostTraces = 100

/** What git says of a remote that cannot move several refs at once, such as one over WebDAV. */
const notAtomic = /does not support --atomic/i

/** What `ls-remote` adds to the name of a tag that is an object, for what it stands on. */
const peeled = '^{}'

/** Objects that are fetched at a time by an older git: a command line holds only so many. */
const mostNamed = 500

function inTags([name, object]: readonly [string, string]): readonly [string, string] {
  return [`refs/tags/${name}`, object]
}

/** The objects that are not here. They are asked for by their ids: of names, git compares each with all that the remote has. */
async function missingAmong(git: Git, refs: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  if (refs.length === 0) return []
  const input = `${refs.map(([, object]) => object).join('\n')}\n`
  const lines = (await git(['cat-file', '--batch-check'], { input })).split('\n')
  return refs.flatMap(([, object], at) => (lines[at]?.endsWith(' missing') ? [object] : []))
}

/** What a remote says when two pushes want the same ref at the same moment. */
function isContended(stderr: string): boolean {
  return /cannot lock ref|failed to update ref|already exists|stale info|fetch first|non-fast-forward/i.test(stderr)
}
