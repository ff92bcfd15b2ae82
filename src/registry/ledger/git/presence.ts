import { registryError } from '../../errors.ts'
import { branch, type Chain } from './chain.ts'
import type { Git } from './command.ts'
import { formerFolder, logFolder } from './layout.ts'
import { withoutPassword } from './reason.ts'
import { isAncestor, type Refs } from './refs.ts'
import type { Shared } from './remote.ts'
import { type ExistingTag, tagsAstray } from './tags.ts'

type Ended = Pick<Shared, 'remote' | 'head'>

const short = branch.slice('refs/heads/'.length)

/**
 * That a ledger is not there, or is a shorter or another one, must never pass for one that has nothing in it yet: what serves would
 * count as a first release. So wherever a trace of an earlier ledger is left it has to be part of this one. Throws `ledger-missing`,
 * `ledger-behind` and `ledger-rewritten`, which say how it is put right.
 */
export async function admitHead(git: Git, here: Refs, there: Ended | undefined): Promise<void> {
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

async function admitShared(git: Git, here: Refs, { remote: name, head }: Ended): Promise<void> {
  const [remote, last] = [withoutPassword(name), here.seen.get(name)]
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
      throw registryError('ledger-rewritten', await parted(git, { remote, head }, known, known === here.head))
}

/** How a ledger here and the one at a remote have come apart, and what there is to do: entries of others must not be lost by a repair. */
async function parted(
  git: Git,
  { remote, head }: { readonly remote: string; readonly head: string },
  known: string,
  isOurs: boolean,
): Promise<{ where: string; trace: string; repair: string }> {
  const ref = isOurs ? branch : `refs/remotes/${remote}/${short}`
  if (await isAncestor(git, head, known))
    return {
      where: remote,
      trace: `it ends before ${known.slice(0, 12)}, which it held`,
      repair: `Put the entries back that it lacks: \`git push ${remote} ${known}:${branch}\`.`,
    }
  const { code, stdout } = await git.try(['merge-base', known, head])
  const fork = code === 0 ? stdout.trim() : undefined
  if (isOurs && fork !== undefined)
    return {
      where: remote,
      trace: `it and the one here have both gone on after ${fork.slice(0, 12)}`,
      repair: `Look at what is here alone: \`git log ${fork.slice(0, 12)}..${short}\`. What the remote has is what counts; to go on from it, forget these entries and their tags: \`git update-ref -d ${ref}\`.`,
    }
  return {
    where: remote,
    trace: `it does not continue ${known.slice(0, 12)}, which was its end before`,
    repair: `If nobody meant to, put it back: \`git push --force-with-lease ${remote} ${known}:${branch}\`, which drops what was added since. If it was meant, forget the one here: \`git update-ref -d ${ref}\`.`,
  }
}

/** The tags that show a ledger are traces of it, too. */
export async function admitTags(git: Git, chain: Chain, tags: readonly ExistingTag[]): Promise<void> {
  const astray = tagsAstray(chain, tags)
  const [first] = astray
  if (first === undefined) return
  const end = await lastOf(git, astray)
  const anew = 'If the ledger is to begin anew on purpose, delete the tags of the old one first.'
  const repair =
    end === undefined
      ? `Bring the branch ${short} back from a clone that has it: \`git push REMOTE ${short}\`. ${anew}`
      : `If nobody meant to, bring it back up to the latest of these tags: \`git push --force-with-lease REMOTE ${end}:${branch}\`; a clone may have more of it. ${anew}`
  const names = astray.map(({ name }) => name)
  const shown = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
  if (chain.head === undefined)
    throw registryError('ledger-missing', { where: git.directory, trace: `tags show entries of one: ${shown}`, repair })
  throw registryError('ledger-rewritten', {
    where: git.directory,
    trace: `it does not hold what tags show: ${shown}`,
    repair,
  })
}

/** The longest ledger that some tags know of, by its last commit, as far as it is here. */
async function lastOf(git: Git, tags: readonly ExistingTag[]): Promise<string | undefined> {
  let [longest, found]: [number, string | undefined] = [0, undefined]
  for (const commit of new Set(tags.flatMap(({ ledger, commit }) => ledger ?? commit ?? []))) {
    const { code, stdout } = await git.try([
      'rev-list',
      '--count',
      '--first-parent',
      commit,
      '--',
      logFolder,
      formerFolder,
    ])
    if (code === 0 && Number(stdout) > longest) [longest, found] = [Number(stdout), commit]
  }
  return found
}
