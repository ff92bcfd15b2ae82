import path from 'node:path'
import type { World } from '../../../core/world.ts'
import { currentCallContext } from '../call-context.ts'
import { branch } from './branch.ts'
import type { Git } from './command.ts'

/** Says which tags of entries that are recorded could not be made. `where`: a remote, or this repository. */
export function warnOfTags(names: readonly string[], where: string, reason: string): void {
  if (names.length === 0) return
  const shown = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
  currentCallContext().warns?.({
    code: 'ledger-tag-missing',
    message: `What ${shown} ${names.length === 1 ? 'shows' : 'show'} is recorded, and the ${names.length === 1 ? 'tag' : 'tags'} could not be made in ${where}: ${reason.replace(/\.$/, '')}.`,
    remedy: remedyFor(reason),
  })
}

function remedyFor(reason: string): string {
  const [, file] = /(?:Unable to create '|The lock file )([^'\n]+?\.lock)(?='| )/.exec(reason) ?? []
  if (file === undefined) return 'The next run that records something makes it, once what is in its way is gone.'
  return `If no git is at work there, remove the lock file, \`rm '${file}'\`: the next run that records something then makes it.`
}

/** The branch moves beneath a work tree in which it is checked out: its files stay, and a commit there would take entries back. */
export async function warnOfWorkTree(git: Git, { files }: Pick<World, 'files'>): Promise<void> {
  if (!(await mayBeCheckedOut(git, files))) return
  const { code, stdout } = await git.try(['for-each-ref', '--format=%(worktreepath)', branch])
  const place = stdout.trim()
  if (code !== 0 || place === '') return
  currentCallContext().warns?.({
    code: 'ledger-checked-out',
    message: `The branch of the ledger is checked out in ${place}, whose files do not follow what is recorded.`,
    remedy: `Check another branch out there, \`git -C '${place}' switch -\`, and commit nothing on this one.`,
  })
}

/** By the files in which git says what is checked out, so that it is asked only then. Where refs are in a table, these say nothing. */
async function mayBeCheckedOut({ common }: Git, files: World['files']): Promise<boolean> {
  const trees = path.join(common, 'worktrees')
  const linked = (await files.list(trees).catch(() => [])).map((name) => path.join(trees, name))
  const heads = await Promise.all(
    [common, ...linked].map((folder) => files.readText(path.join(folder, 'HEAD')).catch(() => '')),
  )
  return heads.some((head) => head.includes(branch) || head.includes('refs/heads/.invalid'))
}
