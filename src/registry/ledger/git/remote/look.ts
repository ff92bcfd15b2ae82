import { modelsIn } from '../../../../core/entries-of.ts'
import { UserError } from '../../../../core/errors/index.ts'
import type { LedgerEntry } from '../../../../core/ledger.ts'
import { parseTag } from '../../../versions/tags.ts'
import { branch } from '../branch.ts'
import { tagsAmong } from '../refs.ts'
import { hasOtherNames } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Shared } from './contract.ts'
import { anew, type FetchObjects, type RemoteRef } from './fetch.ts'

/** What `ls-remote` tells. */
interface Listed extends Omit<Shared, 'ours' | 'isListed'> {
  /** Names of tags that are objects of their own, as ours are, and no second name of a commit. */
  readonly annotated: ReadonlySet<string>
}

/** Lists what the remote has. */
export async function listRemote({ name, ask, unreachable }: Connection): Promise<Listed> {
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

export function createLook(
  connection: Connection,
  fetchObjects: FetchObjects,
  entriesOf: (head: string) => Promise<readonly LedgerEntry[]>,
): (here?: string, others?: readonly string[]) => Promise<Shared> {
  const { name, ask } = connection
  /**
   * A repository has thousands of tags that are no business of ours, and may be of GTO's grammar as well. Of a ledger that names no model
   * yet, any tag may be the trace of an earlier one: the last of each model are looked at, and nothing follows them.
   */
  const look = async (here?: string, others: readonly string[] = []): Promise<Shared> => {
    const { annotated, ...listed } = await listRemote(connection)
    const { head, tags } = listed
    if (here !== undefined && head === undefined) await admitFormat(connection, here)
    // A tag that is a second name of a commit is none of ours, and its commit may be large.
    const shownOf = (models: ReadonlySet<string>): readonly (readonly [string, string])[] =>
      [...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? '') && annotated.has(tag)).map(inTags)
    const expected = new Set([...(here === undefined ? [] : await modelsAt(here)), ...others])
    // All at once, as far as can be told by now: asking again takes longer.
    await fetchObjects([...(head === undefined ? [] : [[branch, head] as const]), ...shownOf(expected)])
    const named = head === undefined ? new Set<string>() : await modelsAt(head)
    const models = new Set([...named, ...others])
    const traces = tracesAmong([...tags].filter(([tag]) => annotated.has(tag))).map(inTags)
    await fetchObjects([...shownOf(models), ...(named.size === 0 ? traces : [])], head)
    return {
      ...listed,
      isListed: true,
      ours: new Map([...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? ''))),
    }
  }

  const modelsAt = async (end: string): Promise<ReadonlySet<string>> => modelsIn(await wholeEntriesOf(end))

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

  return look
}

/**
 * A remote in which there is nothing yet says nothing of its objects: only a push would tell that it takes none of ours. Throws
 * `registry-format`. That it does not answer, or lets nobody push, is told by what comes next.
 */
async function admitFormat({ name, ask, unreachable, pushOptions }: Connection, here: string): Promise<void> {
  const { stderr } = await ask(['push', '--dry-run', ...(await pushOptions()), '--', name, `${here}:${branch}`])
  if (hasOtherNames(stderr)) throw unreachable(stderr)
}

/** One tag of each kind of each model: of a ledger that was lost, any of its tags is a trace. Never more than a few: there may be thousands. */
function tracesAmong(tags: readonly RemoteRef[]): readonly RemoteRef[] {
  const last = new Map<string, RemoteRef>()
  for (const tag of tags) {
    const { model = '', kind = '' } = parseTag(tag[0]) ?? {}
    last.set(`${kind} ${model}`, tag)
  }
  return [...last.values()].slice(0, mostTraces)
}

const mostTraces = 100

/** What `ls-remote` adds to the name of a tag that is an object, for what it stands on. */
const peeled = '^{}'

function inTags([name, object]: RemoteRef): RemoteRef {
  return [`refs/tags/${name}`, object]
}
