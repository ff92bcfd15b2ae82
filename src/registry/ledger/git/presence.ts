import path from 'node:path'
import { registryError } from '../../errors.ts'
import { branch, shortBranch } from './branch.ts'
import type { Chain } from './chain.ts'
import { markOf } from './checked.ts'
import type { Git } from './command.ts'
import { formerFolder, logFolder } from './layout.ts'
import { remoteIn, withoutPassword } from './reason.ts'
import { isBeginning, mergeSince, type Refs } from './refs.ts'
import type { Shared } from './remote/contract.ts'
import { type ExistingTag, foreignAmong, misplacedTags } from './tags.ts'

type Ended = Pick<Shared, 'remote' | 'head'>

/** What is known of a ledger besides what is there now. */
export interface Known {
  /** Its end when it was last read here and found right, or written, and the file that says so to later processes. */
  checked: { readonly commit: string; readonly file: string } | undefined
}

/**
 * That a ledger is not there, or is a shorter or another one, must never pass for one that has nothing in it yet: what serves would
 * count as a first release. So wherever a trace of an earlier ledger is left it has to be part of this one. Throws `ledger-missing`,
 * `ledger-behind` and `ledger-rewritten`, which say how it is put right.
 */
export async function admitHead(git: Git, here: Refs, there: Ended | undefined, known: Known): Promise<void> {
  if (there === undefined) await admitLocal(git, here)
  else await admitShared(git, here, there)
  await admitChecked(git, here, there, known)
}

async function admitLocal(git: Git, { head, seen }: Refs): Promise<void> {
  for (const [remote, end] of seen) {
    const repair = `Say so in the pipeline, \`registry: { git: ., remote: ${remote} }\`, or fetch it: \`git fetch ${remote} ${shortBranch}:${shortBranch}\`.`
    if (head === undefined)
      throw registryError('ledger-missing', { where: git.directory, trace: `${remote} has one`, repair })
    if (!(await isBeginning(git, end, head)))
      throw registryError('ledger-behind', { where: git.directory, remote, repair })
  }
}

async function admitShared(git: Git, here: Refs, { remote: name, head }: Ended): Promise<void> {
  const [remote, last] = [withoutPassword(name), await lastSeen(git, here, name)]
  if (head === undefined) {
    if (here.head !== undefined)
      throw registryError('ledger-missing', {
        where: remote,
        trace: 'the repository here has one',
        repair: `If it is the right one, share it: \`git push ${remote} ${shortBranch}\`.`,
      })
    const [from] = last ?? [...here.seen][0] ?? []
    if (from !== undefined)
      throw registryError('ledger-missing', {
        where: remote,
        trace: `${last === undefined ? from : 'it'} had one when it was last fetched`,
        repair: `Bring it back: \`git push ${remote} refs/remotes/${from}/${shortBranch}:${branch}\`. If this one is to be another, forget that: \`git update-ref -d refs/remotes/${from}/${shortBranch}\`.`,
      })
    return
  }
  for (const [from, known] of [[undefined, here.head] as const, last ?? []])
    if (known !== undefined && !(await isBeginning(git, known, head)))
      throw registryError('ledger-rewritten', await parted(git, { remote, head }, known, from))
}

/** Where the ledger of a remote was when it was last fetched, and the name of that remote: it may be given by its address. */
async function lastSeen(git: Git, { seen }: Refs, remote: string): Promise<readonly [string, string] | undefined> {
  const own = seen.get(remote)
  if (own !== undefined) return [remote, own]
  for (const [name, end] of seen) {
    const { stdout } = await git.try(['config', '--get-all', `remote.${name}.url`])
    // Addresses may be paths, and those of git's configuration start at the top.
    const addresses = stdout.split('\n').filter((each) => each !== '')
    if (addresses.some((each) => each === remote || path.resolve(git.top, each) === remote)) return [name, end]
  }
  return undefined
}

/** A copy of an old branch, put in its place, is a ledger that is whole in itself: that it went on was written down beside it. */
export async function admitChecked(
  git: Git,
  here: Pick<Refs, 'head'>,
  there: Ended | undefined,
  { checked }: Known,
): Promise<void> {
  if (checked === undefined) return
  const { commit, file } = checked
  const { head } = there ?? here
  if (head !== undefined && (await isBeginning(git, commit, head))) return
  const isHere = (await git.try(['cat-file', '-e', `${commit}^{commit}`])).code === 0
  const put =
    there === undefined
      ? `git update-ref ${branch} ${commit}`
      : `git push --force-with-lease ${withoutPassword(there.remote)} ${commit}:${branch}`
  const about = {
    where: there === undefined ? git.directory : withoutPassword(there.remote),
    repair: `${isHere ? `If nobody meant to, put it back: \`${put}\`.` : 'If nobody meant to, put it back from a clone that has it.'} If it was meant, forget what was read: \`rm '${file}'\`.`,
  }
  const end = commit.slice(0, 12)
  if (head === undefined) throw registryError('ledger-missing', { ...about, trace: `it was read here up to ${end}` })
  const isCut = isHere && (await isBeginning(git, head, commit))
  const trace = isCut
    ? `it ends before ${end}, up to which it was read here`
    : `it does not continue ${end}, up to which it was read here`
  throw registryError('ledger-rewritten', { ...about, trace })
}

/**
 * How a ledger here, or as it was fetched `from` a remote, and the one at a remote have come apart, and what there is to do: entries of
 * others must not be lost by a repair.
 */
async function parted(
  git: Git,
  { remote, head }: { readonly remote: string; readonly head: string },
  known: string,
  from: string | undefined,
): Promise<{ where: string; trace: string; repair: string }> {
  const ref = from === undefined ? branch : `refs/remotes/${from}/${shortBranch}`
  const forget = `\`git update-ref -d ${ref}\` and \`rm -f '${markOf(git)}'\``
  if (await isBeginning(git, head, known))
    return {
      where: remote,
      trace: `it ends before ${known.slice(0, 12)}, which it held`,
      repair: `Put the entries back that it lacks: \`git push ${remote} ${known}:${branch}\`.`,
    }
  const { code, stdout } = await git.try(['merge-base', known, head])
  const fork = code === 0 ? stdout.trim() : undefined
  if (fork === known)
    return {
      where: remote,
      trace: `the merge ${(await mergeSince(git, known, head))?.slice(0, 12)} puts other entries in the place of what it held at ${known.slice(0, 12)}`,
      repair: `Put it back: \`git push --force-with-lease ${remote} ${known}:${branch}\`, which drops what was added since.`,
    }
  if (from === undefined && fork !== undefined)
    return {
      where: remote,
      trace: `it and the one here have both gone on after ${fork.slice(0, 12)}`,
      repair: `Look at what is here alone: \`git log ${fork.slice(0, 12)}..${shortBranch}\`. What the remote has is what counts; to go on from it, forget these entries and their tags: ${forget}.`,
    }
  return {
    where: remote,
    trace: `it does not continue ${known.slice(0, 12)}, which was its end before`,
    repair: `If nobody meant to, put it back: \`git push --force-with-lease ${remote} ${known}:${branch}\`, which drops what was added since. If it was meant, forget the one here: ${forget}.`,
  }
}

/**
 * The tags that show a ledger are traces of it, too. Whoever may push tags can make one that looks so, and the repair of that is another:
 * what cannot have come from a ledger is left alone, and the rest is named.
 */
export async function admitTags(git: Git, chain: Chain, tags: readonly ExistingTag[]): Promise<void> {
  const all = misplacedTags(chain, tags)
  if (all.length === 0) return
  const foreign = await foreignAmong(git, all)
  const misplaced = all.filter((tag) => !foreign.has(tag))
  const [first] = misplaced
  if (first === undefined) return
  const end = await lastOf(git, misplaced)
  const forged = `If Airworthy did not make ${misplaced.length === 1 ? 'this tag' : 'these tags'} (\`git cat-file -p 'refs/tags/${first.name}'\` says who did), delete ${misplaced.length === 1 ? 'it' : 'them'}, here and at the remote: \`git tag -d '${first.name}'\`, \`git push ${remoteIn(git)} ':refs/tags/${first.name}'\`; the ledger is as it was.`
  const anew = `If the ledger is to begin anew on purpose, delete the tags of the old one first, and \`${markOf(git)}\`.`
  const repair =
    end === undefined
      ? `If they are of a ledger that was lost, bring its branch ${shortBranch} back from a clone that has it: \`git push ${remoteIn(git)} ${shortBranch}\`.`
      : `If the ledger was cut back or replaced, bring it back up to the latest of these tags: \`git push --force-with-lease ${remoteIn(git)} ${end}:${branch}\`; a clone may have more of it.`
  const names = misplaced.map(({ name }) => name)
  const shown = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
  const hint = `${forged} ${repair} ${anew}`
  if (chain.head === undefined)
    throw registryError('ledger-missing', {
      where: git.directory,
      trace: `tags show entries of one: ${shown}`,
      repair: hint,
    })
  const says = `the ${names.length === 1 ? `tag ${shown} says` : `tags ${shown} say`}`
  throw registryError('ledger-rewritten', {
    where: git.directory,
    trace: `it does not hold what ${says}, or ${names.length === 1 ? 'the tag is' : 'they are'} foreign`,
    repair: hint,
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
      `:/${logFolder}`,
      `:/${formerFolder}`,
    ])
    if (code === 0 && Number(stdout) > longest) [longest, found] = [Number(stdout), commit]
  }
  return found
}
