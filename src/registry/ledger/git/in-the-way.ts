import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'
import type { Listing } from './listing.ts'

/** A ref, and one that cannot be made beside it. */
interface Way {
  readonly ref: string
  readonly wanted: string
}

/**
 * Throws `ref-in-the-way` where git cannot make a ref, such as `refs/tags/team/digits@v1.0.0`: refs are files in folders, so that none
 * lies beneath another (`refs/tags/team`), and none above. `others`: the refs of another repository, in which it is wanted too.
 */
export async function admitRef(git: Git, wanted: string, others: readonly string[] = []): Promise<void> {
  const near = (await git(['for-each-ref', '--format=%(refname)', ...aboveIn(wanted), wanted])).trim().split('\n')
  const [way] = refsInTheWay([wanted], [...near, ...others])
  if (way !== undefined) throw registryError('ref-in-the-way', way)
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

/** As `admitRef`, of tags, by their names: `listing` are those that are here. */
export function admitTagNames(listing: Listing, names: readonly string[], others: readonly string[] = []): void {
  for (const name of names) {
    const wanted = `refs/tags/${name}`
    const above = aboveIn(wanted)
    const ref = above.find((each) => listing.has(each)) ?? listing.beneath(wanted)
    if (ref !== undefined) throw registryError('ref-in-the-way', { ref, wanted })
  }
  if (others.length === 0 || names.length === 0) return
  const wanted = names.map((name) => `refs/tags/${name}`)
  const above = new Set(wanted.flatMap(aboveIn))
  // Of thousands of refs few can be in the way of anything.
  const near = others.filter((ref) => above.has(ref) || wanted.some((each) => ref.startsWith(`${each}/`)))
  const way = refsInTheWay(wanted, near).find((each) => each !== undefined)
  if (way !== undefined) throw registryError('ref-in-the-way', way)
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
