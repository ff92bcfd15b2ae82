import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'

/** A ref, and one that cannot be made beside it. */
interface Way {
  readonly ref: string
  readonly wanted: string
}

/**
 * What keeps git from making a ref, such as `refs/tags/team/digits@v1.0.0`, among the names of others: refs are files in folders, so that
 * none lies beneath another (`refs/tags/team`), and none above.
 */
export function refInTheWay(wanted: string, names: readonly string[]): Way | undefined {
  const above = aboveOf(wanted)
  const ref = names.find((name) => above.includes(name) || name.startsWith(`${wanted}/`))
  return ref === undefined ? undefined : { ref, wanted }
}

/** `others`: the refs of another repository, in which it is wanted too. Throws `ref-in-the-way` where git cannot make a ref. */
export async function admitRef(git: Git, wanted: string, others: readonly string[] = []): Promise<void> {
  const near = (await git(['for-each-ref', '--format=%(refname)', ...aboveOf(wanted), wanted])).trim().split('\n')
  const way = refInTheWay(wanted, [...near, ...others])
  if (way !== undefined) throw registryError('ref-in-the-way', way)
}

function aboveOf(wanted: string): readonly string[] {
  const parts = wanted.split('/')
  return parts.slice(3).map((_, at) => parts.slice(0, at + 3).join('/'))
}

/** The same where git has refused already: on a remote, whose refs are not all known here. */
export function inTheWay(stderr: string): Error | undefined {
  const [, ref, wanted] = /'(refs\/[^']+)' exists; cannot create '(refs\/[^']+)'/.exec(stderr) ?? []
  return ref === undefined || wanted === undefined ? undefined : registryError('ref-in-the-way', { ref, wanted })
}
