import path from 'node:path'
import { UserError } from '../core/errors/index.ts'
import type { World } from '../core/world.ts'
import { ofItself } from './ledger/of-itself.ts'

/**
 * What git tracks in a folder of a checkout, or the file itself, by its path from the top: the first of it; undefined where it tracks
 * none, and where there is no git or no repository at the top. A `.gitignore` in the folder itself does not count. Case does not
 * either: it may not on the disk.
 */
export async function trackedFile(top: string, place: string, world: World): Promise<string | undefined> {
  // Loaded when a CI run keeps or merges something: checking a pipeline needs none of it.
  const { openGit } = await import('./ledger/git/command.ts')
  const within = path.relative(top, place).split(path.sep).join('/')
  const inside = `:(top,icase,literal)${within}`
  const ignore = `:(top,icase,literal,exclude)${within}${within === '' ? '' : '/'}.gitignore`
  try {
    const git = await openGit(top, false, ofItself(world, 'no commit can bring a `.git`, and its index alone is read'))
    return (await git(['ls-files', '-z', '--', inside, ignore])).split('\0').find((name) => name !== '')
  } catch (thrown) {
    if (thrown instanceof UserError && noRepository.includes(thrown.code)) return undefined
    throw thrown
  }
}

const noRepository: readonly string[] = ['git-missing', 'registry-not-git']
