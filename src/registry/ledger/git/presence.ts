import { registryError } from '../../errors.ts'
import { branch, type Chain } from './chain.ts'
import type { Git } from './command.ts'
import { isAncestor, type Refs } from './refs.ts'
import type { Shared } from './remote.ts'
import { type ExistingTag, tagAstray } from './tags.ts'

const short = branch.slice('refs/heads/'.length)

/**
 * That a ledger is not there, or is a shorter or another one, must never pass for one that has nothing in it yet: what serves would
 * count as a first release. So wherever a trace of an earlier ledger is left it has to be part of this one. Throws `ledger-missing`,
 * `ledger-behind` and `ledger-rewritten`, which say how it is put right.
 */
export async function admitHead(git: Git, here: Refs, there: Shared | undefined): Promise<void> {
  if (there === undefined) await admitLocal(git, here)
  else await admitShared(git, here, there)
}

async function admitLocal(git: Git, { head, seen }: Refs): Promise<void> {
  for (const [remote, end] of seen) {
    const repair = `Say so in the pipeline, \`registry: { git: ., remote: ${remote} }\`, or fetch it: \`git fetch ${remote} ${short}:${short}\`.`
    if (head === undefined)
      throw registryError('ledger-missing', { where: git.directory, trace: `${remote} has one`, repair })
    if (!(await isAncestor(git, end, head)))
      throw registryError('ledger-behind', { where: git.directory, remote, repair })
  }
}

async function admitShared(git: Git, here: Refs, { remote, head }: Shared): Promise<void> {
  const last = here.seen.get(remote)
  if (head === undefined) {
    if (here.head !== undefined)
      throw registryError('ledger-missing', {
        where: remote,
        trace: 'the repository here has one',
        repair: `If it is the right one, share it: \`git push ${remote} ${short}\`.`,
      })
    if (last !== undefined)
      throw registryError('ledger-missing', {
        where: remote,
        trace: 'it had one when it was last fetched',
        repair: `Bring it back: \`git push ${remote} refs/remotes/${remote}/${short}:${branch}\`.`,
      })
    return
  }
  for (const known of [here.head, last])
    if (known !== undefined && !(await isAncestor(git, known, head)))
      throw registryError('ledger-rewritten', {
        where: remote,
        trace: `it does not continue ${known.slice(0, 12)}, which was its end before`,
        repair: `If nobody meant to, put it back: \`git push --force ${remote} ${known}:${branch}\`. If it was meant, forget the one here: \`git update-ref -d ${known === here.head ? branch : `refs/remotes/${remote}/${short}`}\`.`,
      })
}

/** The tags that show a ledger are traces of it, too. */
export function admitTags(git: Git, chain: Chain, tags: readonly ExistingTag[]): void {
  const astray = tagAstray(chain, tags)
  if (astray === undefined) return
  const { name, commit } = astray
  const repair =
    commit === undefined
      ? `Delete the tag, which Airworthy did not make: \`git tag -d '${name}'\`, and at the remote.`
      : `If nobody meant to, bring the branch ${short} back from a clone that has it, or up to this tag: \`git push --force REMOTE ${commit}:${branch}\`. If the ledger is to begin anew, delete the tags of the old one first.`
  if (chain.head === undefined)
    throw registryError('ledger-missing', {
      where: git.directory,
      trace: `the tag ${name} shows an entry of one`,
      repair,
    })
  throw registryError('ledger-rewritten', {
    where: git.directory,
    trace: `it does not hold what the tag ${name} shows`,
    repair,
  })
}
