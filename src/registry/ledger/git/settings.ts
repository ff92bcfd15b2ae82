import type { RunResult } from '../../../core/world.ts'

/** One setting of git's configuration. */
export interface Setting {
  /** Section and name in lower case; what stands between them as it was written. */
  readonly name: string
  readonly value: string
  /** Whether the repository itself says so, and not the user, the system or the environment. */
  readonly local: boolean
}

/** All that is set where git runs, in the order in which git reads it: the last of several counts, as a rule. */
export async function readSettings(git: (args: readonly string[]) => Promise<RunResult>): Promise<readonly Setting[]> {
  const { code, stdout } = await git(['config', '--show-scope', '--null', '--list'])
  if (code === 0) {
    const parts = stdout.split('\0')
    return parts.flatMap((scope, at) =>
      at % 2 === 0 && parts[at + 1] !== undefined ? [settingOf(parts[at + 1] as string, scope)] : [],
    )
  }
  // git before 2.26 does not say who sets what.
  const all = await git(['config', '--null', '--list'])
  return all.stdout.split('\0').flatMap((part) => (part === '' ? [] : [settingOf(part, 'worktree')]))
}

function settingOf(part: string, scope: string): Setting {
  const end = part.indexOf('\n')
  // A name alone says yes.
  const [name, value] = end < 0 ? [part, 'true'] : [part.slice(0, end), part.slice(end + 1)]
  return { name, value, local: /^(?:local|worktree)$/.test(scope) }
}
