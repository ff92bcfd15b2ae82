import path from 'node:path'
import type { Files, World } from '../core/world.ts'

/** What no configuration may change, and no folder that only looks like a repository. */
const settings: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'safe.bareRepository=explicit',
  'safe.directory=*',
].flatMap((setting) => ['-c', setting])

export interface Committed {
  /** Whether git tracks the file, in any of the repositories that it lies in; also where git cannot say. */
  readonly tracked: boolean
  /** Whether a symbolic link within the repository is on the way to it. */
  readonly link: boolean
}

/** Whether a commit brought a file. Outside of repositories, and where there is no git, no commit did. */
export async function committed(file: string, { files, processes }: World): Promise<Committed> {
  const tops = await repositoriesOf(path.dirname(file), files)
  const answers = await Promise.all(
    tops.map(async (top): Promise<Committed> => {
      const within = path.relative(top, file).split(path.sep).join('/')
      const link = (await files.openWithin(top, within)) === 'link'
      const repository = [`--git-dir=${path.join(top, '.git')}`, `--work-tree=${top}`]
      const args = [...settings, ...repository, 'ls-files', '-z', '--', `:(top,icase,literal)${within}`]
      const listed = await processes.run('git', args, { cwd: top }).catch(() => undefined)
      return { link, tracked: listed !== undefined && (listed.code !== 0 || listed.stdout !== '') }
    }),
  )
  return { tracked: answers.some(({ tracked }) => tracked), link: answers.some(({ link }) => link) }
}

/** Folders with a `.git`, which no commit can hold: of a checkout, of submodules in it, and of any above. */
async function repositoriesOf(folder: string, files: Files): Promise<readonly string[]> {
  const above = path.dirname(folder) === folder ? [] : await repositoriesOf(path.dirname(folder), files)
  const own = path.join(folder, '.git')
  // In a submodule and in a work tree it is a file that says where the repository lies.
  return (await files.exists(path.join(own, 'HEAD'))) || (await files.size(own)) !== undefined
    ? [folder, ...above]
    : above
}
