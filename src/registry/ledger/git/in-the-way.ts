import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'

/** A ref, and one that cannot be made beside it. */
interface Way {
  readonly ref: string
  readonly wanted: string
}

/**
 * Throws `ref-in-the-way` where git cannot make a ref, such as `refs/tags/team/digits@v1.0.0`: refs are files in folders, so that
 * none lies beneath another (`refs/tags/team`), and none above. `others`: the refs of another repository, in which they are wanted too.
 */
export async function admitRefs(git: Git, wanted: readonly string[], others: readonly string[] = []): Promise<void> {
  if (wanted.length === 0) return
  const near = new Set(wanted.flatMap((ref) => [...aboveIn(ref), ref]))
  // A command line holds only so many names.
  const asked = near.size > mostNamed ? ['refs/heads', 'refs/tags'] : near
  const names = (await git(['for-each-ref', '--format=%(refname)', ...asked])).trim().split('\n')
  const [way] = refsInTheWay(wanted, [...names, ...others]).filter((each) => each !== undefined)
  if (way !== undefined) throw registryError('ref-in-the-way', way)
}

/** A ref, and one that cannot be made beside it. */
interface Way {
  readonly ref: string
  readonly wanted: string
}

/** Of each wanted ref, which of others is in its way. */
export function refsInTheWay(wanted: readonly string[], others: readonly string[]): readonly (Way | undefined)[] {
  const there = new Set(others)
  const beneath = new Map([...there].flatMap((ref) => aboveIn(ref).map((above) => [above, ref] as const)))
  return wanted.map((each) => {
    const ref = aboveIn(each).find((above) => there.has(above)) ?? beneath.get(each)
    return ref === undefined ? undefined : { ref, wanted: each }
  })
}

const mostNamed = 500

/** As `admitRefs`, of one. */
export async function admitRef(git: Git, wanted: string, others?: readonly string[]): Promise<void> {
  await admitRefs(git, [wanted], others)
}

/** The refs that would have to be folders for it. */
function aboveIn(ref: string): readonly string[] {
  const parts = ref.split('/')
  return parts.slice(3).map((_, at) => parts.slice(0, at + 3).join('/'))
}

/** The same where git has refused already: on a remote, whose refs are not all known here. */
export function inTheWay(stderr: string): Error | undefined {
  const [, ref, wanted] = /'(refs\/[^']+)' exists; cannot create '(refs\/[^']+)'/.exec(stderr) ?? []
  return ref === undefined || wanted === undefined ? undefined : registryError('ref-in-the-way', { ref, wanted })
}
