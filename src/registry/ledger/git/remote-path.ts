import path from 'node:path'
import type { World } from '../../../core/world.ts'
import type { Git } from './command.ts'

/**
 * The name or address of a remote, as git is told it: a path starts at the folder of the pipeline, as those of all its settings do. One
 * that does not begin with a dot is a path only where something lies there, and no remote is called so.
 */
export async function withAbsolutePath(
  remote: string,
  folder: string,
  git: Git,
  { files }: Pick<World, 'files'>,
): Promise<string> {
  if (path.isAbsolute(remote) || remote.includes(':')) return remote
  const place = path.resolve(folder, remote)
  if (/^\.\.?(?:[\\/]|$)/.test(remote)) return place
  if (!(await files.exists(place))) return remote
  return (await remotesOf(git)).includes(remote) ? remote : place
}

/** The names of the remotes that are configured. */
export async function remotesOf(git: Git): Promise<readonly string[]> {
  return (await git(['remote'])).split('\n').filter((name) => name !== '')
}
