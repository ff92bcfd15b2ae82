import path from 'node:path'
import { checkoutsAround } from '../core/checkout.ts'
import type { Artifact } from '../core/products/index.ts'
import type { World } from '../core/world.ts'
import type { Git } from './ledger/git/command.ts'
import { ofItself } from './ledger/of-itself.ts'

/**
 * Looks for the bytes of an artifact among all that the checkout around a folder has: any file of any commit, and what Git LFS keeps.
 * They are put into the folder `to`, under the names that they have. Gives the file that the artifact is named after; undefined where
 * some of it is not there. What is found is what the digest says, whoever wrote it.
 */
export async function findBytes(
  artifact: Artifact,
  folder: string,
  to: string,
  world: World,
): Promise<string | undefined> {
  const [top] = await checkoutsAround(folder, world.files)
  if (top === undefined) return undefined
  const { openGit } = await import('./ledger/git/command.ts')
  const git = await openGit(top, false, ofItself(world, 'what is found is told by its digest')).catch(() => undefined)
  const members = artifact.files ?? [artifact]
  if (git === undefined || members.some(({ name }) => path.basename(name) !== name)) return undefined
  await world.files.makeDirectory(to)
  for (const member of members) if (!(await findFile(git, member, to, world))) return undefined
  return path.join(to, (members[0] as Artifact).name)
}

async function findFile(git: Git, { sha256, bytes, name }: Artifact, to: string, { files }: World): Promise<boolean> {
  const kept = path.join(git.common, 'lfs', 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const place = path.join(to, name)
  if ((await files.size(kept)) === bytes && (await files.hash(kept)) === sha256) {
    await files.copy(kept, place)
    return true
  }
  for (const blob of await blobsOf(git, bytes)) {
    // Writes the content to a file of its own choice at the top of the work tree, and says which: a folder of ours is called that, or the
    // file would lie among the user's own where the configuration or the environment names a work tree.
    const { code, stdout } = await git.try([`--work-tree=${path.resolve(to)}`, 'unpack-file', blob], { cwd: to })
    const written = path.join(to, stdout.trim())
    if (code !== 0) continue
    if ((await files.hash(written)) === sha256) {
      await files.move(written, place)
      return true
    }
    await files.remove(written)
  }
  return false
}

/** All files of this size, by their blobs. */
async function blobsOf(git: Git, bytes: number): Promise<readonly string[]> {
  const check = '--batch-check=%(objectname) %(objecttype) %(objectsize)'
  const { code, stdout } = await git.try(['cat-file', '--batch-all-objects', '--unordered', check])
  if (code !== 0) return []
  const end = ` blob ${bytes}`
  return stdout.split('\n').flatMap((line) => (line.endsWith(end) ? [line.slice(0, -end.length)] : []))
}
