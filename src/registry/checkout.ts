import path from 'node:path'
import { checkoutsAround } from '../core/checkout.ts'
import { UserError } from '../core/errors/index.ts'
import type { Artifact } from '../core/products/index.ts'
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
  const refuse = (why?: string): Error => registryError('commit-not-descendant', { head, served, why })
  if (git === undefined || head === undefined) throw refuse('no commit is checked out here')
  const { isAncestor } = await import('./ledger/git/refs.ts')
  if (await isAncestor(git, served, head)) return
  const shallow = (await git(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
  if (shallow) throw refuse()
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
 * Lets a model be released as that of the commit that is checked out: where this has files of its names, they are the same. Those that no
 * commit has, since they are made or fetched by the job, are not asked. `file`: where the model is, beside the other files that it consists of.
 * @throws `candidate-differs`.
 */
export async function admitCandidate(file: string, { files: members }: Artifact, world: World): Promise<void> {
  const all = members?.map(({ name }) => path.join(path.dirname(file), name)) ?? [file]
  for (const each of all) await admitFile(each, world)
}

async function admitFile(file: string, world: World): Promise<void> {
  const { files } = world
  // A link may lead to it: what the commit has under either name has to be the same.
  for (const place of new Set([path.resolve(file), await files.realPath(file)])) {
    const [top] = await checkoutsAround(path.dirname(place), files)
    const git = top === undefined ? undefined : await checkoutAt(top, world)
    if (top === undefined || git === undefined) continue
    const name = path.relative(top, place).split(path.sep).join('/')
    const wanted = await committedAs(git, name)
    if (wanted === undefined) continue
    const { blobNames } = await import('./blob-names.ts')
    const names = await blobNames(files, file, wanted.length === 64 ? 'sha256' : 'sha1')
    if (!names.includes(wanted)) throw registryError('candidate-differs', { file: name })
  }
}

/** The object of a file in the commit that is checked out, behind links that the commit has; undefined where it has none. */
async function committedAs(git: Git, name: string): Promise<string | undefined> {
  // Of such a name the question below would be two.
  if (name.includes('\n')) throw registryError('candidate-differs', { file: name })
  const asked = await git.try(['cat-file', '--batch-check', '--follow-symlinks'], { input: `HEAD:${name}\n` })
  const found = /^([0-9a-f]{40,64}) blob \d+\n/.exec(asked.stdout)?.[1]
  if (asked.code === 0 && found !== undefined) return found
  // A partial clone may lack the file, and knows its object.
  const { code, stdout } = await git.try(['ls-tree', '-z', '--full-tree', 'HEAD', '--', `:(top,literal)${name}`])
  return code === 0 ? /^100\d+ blob ([0-9a-f]{40,64})\t/.exec(stdout)?.[1] : undefined
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
    return openGit(folder, false, ofItself(world, 'no commit can bring a `.git`'), 'any-owner').catch(none)
  }
  const above = path.dirname(folder)
  return above === folder ? undefined : checkoutAt(above, world)
}
