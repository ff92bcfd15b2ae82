import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'

/**
 * `others`: the refs of another repository, in which it is wanted too. Throws `ref-in-the-way` where git cannot make a ref, such as `refs/tags/team/digits@v1.0.0`: refs are files in folders, so that
 * none lies beneath another (`refs/tags/team`), and none above.
 */
export async function admitRef(git: Git, wanted: string, others: readonly string[] = []): Promise<void> {
  const parts = wanted.split('/')
  const above = parts.slice(3).map((_, at) => parts.slice(0, at + 3).join('/'))
  const near = (await git(['for-each-ref', '--format=%(refname)', ...above, wanted])).trim().split('\n')
  const ref = [...near, ...others].find((name) => above.includes(name) || name.startsWith(`${wanted}/`))
  if (ref !== undefined) throw registryError('ref-in-the-way', { ref, wanted })
}

/** The same where git has refused already: on a remote, whose refs are not all known here. */
export function inTheWay(stderr: string): Error | undefined {
  const [, ref, wanted] = /'(refs\/[^']+)' exists; cannot create '(refs\/[^']+)'/.exec(stderr) ?? []
  return ref === undefined || wanted === undefined ? undefined : registryError('ref-in-the-way', { ref, wanted })
}
