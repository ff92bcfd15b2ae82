import { registryError } from '../../errors.ts'
import { branch } from './chain.ts'
import type { Git } from './command.ts'
import { inTheWay } from './in-the-way.ts'
import { tagsAmong } from './refs.ts'

/** Where the ledger is shared: a remote of the repository, by name or address. The branch there is the one that counts. */
export interface Remote {
  readonly name: string
  /** What the remote has now, with the objects of the ledger and of tags of GTO's grammar. Changes no ref here. */
  look(): Promise<Shared>
  /** Moves the branch of the remote from `old` (undefined: it must not exist) to `commit`. False when another writer was first. */
  push(commit: string, old: string | undefined): Promise<boolean>
  /** Shows tags there too; those it has already are left as they are. */
  pushTags(names: readonly string[]): Promise<void>
}

/** What a remote holds of a ledger. Objects by their ids. */
export interface Shared {
  /** The name or address of the remote. */
  readonly remote: string
  /** The end of its branch. */
  readonly head: string | undefined
  /** Tags of GTO's grammar. */
  readonly tags: ReadonlyMap<string, string>
  /** The names of all refs that may be in the way of others. */
  readonly names: readonly string[]
}

/** @throws (from its functions) `registry-unreachable`, `ref-in-the-way`. */
export function openRemote(git: Git, name: string): Remote {
  const unreachable = (stderr: string): Error =>
    inTheWay(stderr) ?? registryError('registry-unreachable', { remote: name, reason: tellingLine(stderr) })

  const list = async (): Promise<Shared> => {
    const above = branch.slice(0, branch.lastIndexOf('/'))
    const { code, stdout, stderr } = await git.try(['ls-remote', '--refs', '--', name, branch, above, 'refs/tags/*'])
    if (code !== 0) throw unreachable(stderr)
    const refs = stdout.split('\n').flatMap((line) => {
      const [object = '', ref] = line.split('\t')
      return ref === undefined ? [] : [[ref, object] as const]
    })
    return {
      remote: name,
      head: refs.find(([ref]) => ref === branch)?.[1],
      tags: tagsAmong(refs),
      names: refs.map(([ref]) => ref),
    }
  }

  /** Fetched without a place of their own: no ref here follows whatever the remote says. */
  const bring = async ({ head, tags }: Shared): Promise<void> => {
    const objects = [...(head === undefined ? [] : [[branch, head] as const]), ...[...tags].map(inTags)]
    const missing = await missingAmong(git, objects)
    if (missing.length === 0) return
    const wanted = missing.length > mostNamed ? [branch, 'refs/tags/*'] : missing
    const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--refmap=']
    const { code, stderr } = await git.try(['fetch', ...options, '--', name, ...wanted])
    if (code !== 0) throw unreachable(stderr)
  }

  return {
    name,
    async look() {
      const shared = await list()
      await bring(shared)
      return shared
    },
    async push(commit, old) {
      const lease = `--force-with-lease=${branch}:${old ?? ''}`
      const { code, stderr } = await git.try(['push', '--quiet', lease, '--', name, `${commit}:${branch}`])
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

/** More refs than this are not fetched by their names, of which a command line holds only so many. */
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
  return /cannot lock ref|failed to update ref|reference already exists|stale info|fetch first|non-fast-forward/i.test(
    stderr,
  )
}
