import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'

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
  const there = new Set([...names, ...others])
  const beneath = new Map([...there].flatMap((ref) => aboveIn(ref).map((above) => [above, ref] as const)))
  for (const each of wanted) {
    const ref = aboveIn(each).find((above) => there.has(above)) ?? beneath.get(each)
    if (ref !== undefined) throw registryError('ref-in-the-way', { ref, wanted: each })
  }
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
