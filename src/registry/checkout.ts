import path from 'node:path'
import { checkoutsAround } from '../core/checkout.ts'
import { UserError } from '../core/errors/index.ts'
import type { World } from '../core/world.ts'
import { registryError } from './errors.ts'
import type { Git } from './ledger/git/command.ts'
import { ofItself } from './ledger/of-itself.ts'

/**
 * The commit that is checked out in a folder or one above it; undefined where none is. What CI says of itself (`GITHUB_SHA`) is what the
 * run was started for, which need not be what lies there.
 * @throws `commit-differs` when CI says another.
 */
export async function commitIn(folder: string, world: World): Promise<string | undefined> {
  const git = await checkoutAt(folder, world)
  return git && headOf(git, world)
}

/**
 * Lets a release go on from a commit that contains what it follows: else a job of last week that is run again would put last week's
 * model back. `served`: the commit that what serves was made from, where that is known.
 * @throws `commit-not-descendant`, `commit-differs`.
 */
export async function admitDescent(served: string | undefined, folder: string, world: World): Promise<void> {
  if (served === undefined) return
  const git = await checkoutAt(folder, world)
  const head = git && (await headOf(git, world))
  const refuse = (why: string): Error => registryError('commit-not-descendant', { head, served, why })
  if (git === undefined || head === undefined) throw refuse('no commit is checked out here')
  const { isAncestor } = await import('./ledger/git/refs.ts')
  if (await isAncestor(git, served, head)) return
  const shallow = (await git(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
  if (shallow) throw refuse('the checkout has not all of its history: check it out with `fetch-depth: 0`')
  const known = (await git.try(['cat-file', '-e', `${served}^{commit}`])).code === 0
  throw refuse(
    known ? 'it stands on another line of commits, or comes before' : 'that commit is not in this repository',
  )
}

/** What `commitIn` gives, whatever CI says. */
export async function headIn(folder: string, world: World): Promise<string | undefined> {
  const git = await checkoutAt(folder, world)
  return git && headNow(git)
}

async function headNow(git: Git): Promise<string | undefined> {
  const { code, stdout } = await git.try(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  return code === 0 ? stdout.trim() : undefined
}

/**
 * Lets a model be released as that of the commit that is checked out: where this has a file of its name, both are the same. One that no
 * commit has, since it is made or fetched by the job, is not asked.
 * @throws `candidate-differs`.
 */
export async function admitCandidate(file: string, world: World): Promise<void> {
  const [top] = await checkoutsAround(path.dirname(file), world.files)
  const git = top === undefined ? undefined : await checkoutAt(top, world)
  if (top === undefined || git === undefined) return
  const place = path.relative(top, file).split(path.sep).join('/')
  const { code, stdout } = await git.try(['ls-tree', '-z', 'HEAD', '--', `:(top,literal)${place}`])
  const wanted = /^\d+ blob ([0-9a-f]{40})\t/.exec(stdout)?.[1]
  if (code !== 0 || wanted === undefined) return
  const { blobNames } = await import('./blob-names.ts')
  if (!(await blobNames(world.files, file)).includes(wanted)) throw registryError('candidate-differs', { file: place })
}

async function headOf(git: Git, { commit: started }: World): Promise<string | undefined> {
  const head = await headNow(git)
  if (head !== undefined && started !== undefined && head !== started)
    throw registryError('commit-differs', { head, started })
  return head
}

/** Without git, or in a repository that is none, no commit is known. */
function none(thrown: unknown): undefined {
  if (thrown instanceof UserError && ['git-missing', 'registry-not-git'].includes(thrown.code)) return undefined
  throw thrown
}

/** The repository that has a folder in its work tree. */
async function checkoutAt(folder: string, world: World): Promise<Git | undefined> {
  const { files } = world
  if (await files.exists(path.join(folder, '.git'))) {
    // Loaded when something is released: checking a pipeline needs none of it.
    const { openGit } = await import('./ledger/git/command.ts')
    return openGit(folder, false, ofItself(world, 'no commit can bring a `.git`'), 'any').catch(none)
  }
  const above = path.dirname(folder)
  return above === folder ? undefined : checkoutAt(above, world)
}
