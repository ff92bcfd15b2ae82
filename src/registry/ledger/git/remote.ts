import type { LedgerEntry } from '../../../core/ledger.ts'
import type { RunResult } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { parseTag } from '../../versions/tags.ts'
import { branch } from './chain.ts'
import type { Git } from './command.ts'
import { inTheWay } from './in-the-way.ts'
import { tagsAmong } from './refs.ts'

/** Where the ledger is shared: a remote of the repository, by name or address. The branch there is the one that counts. */
export interface Remote {
  readonly name: string
  /**
   * What the remote has now, with the objects of the ledger and of the tags that may show it. `others`: models that the ledger may not
   * name yet. Changes no ref here.
   */
  look(others?: readonly string[]): Promise<Shared>
  /** Moves the branch of the remote and shows the tags of what is new there, all or nothing. False when another writer was first. */
  push(what: Push): Promise<boolean>
  /** Shows tags there too; those it has already are left as they are. */
  pushTags(names: readonly string[]): Promise<void>
}

/** What is pushed at once. Objects by their ids. */
export interface Push {
  /** The new end of the branch. */
  readonly commit: string
  /** Where the branch is at the remote; undefined: it must not exist. */
  readonly old: string | undefined
  /** Tags that the remote has not, by their names. */
  readonly tags: ReadonlyMap<string, string>
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
}

/** What `ls-remote` tells. */
interface Listed extends Omit<Shared, 'ours'> {
  /** Names of tags that are objects of their own, as ours are, and no second name of a commit. */
  readonly annotated: ReadonlySet<string>
}

/** `entriesOf` reads the ledger that ends with a commit. @throws (from its functions) `registry-unreachable`, `ref-in-the-way`. */
export function openRemote(
  git: Git,
  name: string,
  entriesOf: (head: string) => Promise<readonly LedgerEntry[]>,
): Remote {
  const unreachable = (stderr: string): Error =>
    inTheWay(stderr) ?? registryError('registry-unreachable', { remote: name, reason: tellingLine(stderr) })

  const list = async (): Promise<Listed> => {
    const above = branch.slice(0, branch.lastIndexOf('/'))
    const { code, stdout, stderr } = await git.try(['ls-remote', '--', name, branch, above, 'refs/tags/*'])
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

  /** Fetched without a place of their own: no ref here follows whatever the remote says. */
  const bring = async (objects: readonly (readonly [string, string])[]): Promise<void> => {
    const missing = await missingAmong(git, objects)
    const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--refmap=']
    for (let at = 0; at < missing.length; at += mostNamed) {
      const wanted = missing.slice(at, at + mostNamed)
      const { code, stderr } = await git.try(['fetch', ...options, '--', name, ...wanted])
      if (code !== 0) throw unreachable(stderr)
    }
  }

  /**
   * A repository has thousands of tags that are no business of ours, and may be of GTO's grammar as well. Of a ledger that names no model
   * yet, any tag may be the trace of an earlier one: that is looked at, and nothing follows it.
   */
  const look = async (others: readonly string[] = []): Promise<Shared> => {
    const { annotated, ...listed } = await list()
    const { head, tags } = listed
    const ledger = head === undefined ? [] : [[branch, head] as const]
    const traces = [...tags].filter(([tag]) => annotated.has(tag)).map(inTags)
    // A few are brought at once: asking again takes longer.
    await bring(traces.length <= fewTags ? [...ledger, ...traces] : ledger)
    const entries = head === undefined ? [] : await entriesOf(head)
    const models = new Set(entries.flatMap((entry) => ('model' in entry ? [entry.model] : [])))
    const isEmpty = models.size === 0
    for (const model of others) models.add(model)
    const ours = new Map([...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? '')))
    await bring([...[...ours].map(inTags), ...(isEmpty ? traces : [])])
    return { ...listed, ours }
  }

  return {
    name,
    look,
    async push({ commit, old, tags }) {
      const lease = `--force-with-lease=${branch}:${old ?? ''}`
      const refs = [`${commit}:${branch}`, ...[...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`)]
      const attempt = (atomic: readonly string[], all: readonly string[]): Promise<RunResult> =>
        git.try(['push', '--quiet', ...atomic, lease, '--', name, ...all])
      const atOnce = await attempt(tags.size === 0 ? [] : ['--atomic'], refs)
      // Without the tags, which are shown later: an entry counts once the branch holds it.
      const { code, stderr } = notAtomic.test(atOnce.stderr) ? await attempt([], refs.slice(0, 1)) : atOnce
      if (code === 0) return true
      if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
      // Refused because another writer was first or is at it now, or because something else is wrong.
      if (isContended(stderr) || (await list()).head !== old) return false
      throw unreachable(stderr)
    },
    async pushTags(names) {
      let missing = names
      for (let attempt = 1; missing.length > 0; attempt++) {
        const { code, stderr } = await git.try([
          'push',
          '--quiet',
          '--',
          name,
          ...missing.map((tag) => `refs/tags/${tag}`),
        ])
        if (code === 0) return
        if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
        // Others show the same ledger by the same tags: what they pushed meanwhile needs no push of ours.
        const shown = (await list()).tags
        missing = names.filter((tag) => !shown.has(tag))
        if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw unreachable(stderr)
      }
    },
  }
}

const tagAttempts = 10

/** What git says of a remote that cannot move several refs at once, such as one over WebDAV. */
const notAtomic = /does not support --atomic/i

/** What `ls-remote` adds to the name of a tag that is an object, for what it stands on. */
const peeled = '^{}'

const fewTags = 50

/** Refs that are fetched at a time, by their names: a command line holds only so many. */
const mostNamed = 500

function inTags([name, object]: readonly [string, string]): readonly [string, string] {
  return [`refs/tags/${name}`, object]
}

/** The line of git's that says what went wrong, without a full stop. Its last lines are advice, such as "and the repository exists." */
function tellingLine(stderr: string): string {
  const lines = stderr.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const causes = lines.filter((line) => !general.test(line))
  const line = causes.find((each) => /^(fatal|error|remote: error):/.test(each)) ?? causes[0] ?? lines[0]
  return line?.replace(/\.$/, '') ?? 'git did not say why'
}

/** What git adds below the cause, and says alone where it knows none. */
const general =
  /could not read from remote repository|failed to push some refs|make sure you have the correct access|^and the repository/i

/** The refs whose objects are not here. */
async function missingAmong(git: Git, refs: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  if (refs.length === 0) return []
  const input = `${refs.map(([, object]) => object).join('\n')}\n`
  const lines = (await git(['cat-file', '--batch-check'], { input })).split('\n')
  return refs.flatMap(([ref], at) => (lines[at]?.endsWith(' missing') ? [ref] : []))
}

/** What a remote says when two pushes want the same ref at the same moment. */
function isContended(stderr: string): boolean {
  return /cannot lock ref|failed to update ref|already exists|stale info|fetch first|non-fast-forward/i.test(stderr)
}
