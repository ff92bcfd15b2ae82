import { registryError } from '../../errors.ts'
import type { Setting } from './settings.ts'

/**
 * What a repository may not configure whose configuration may have come with a commit: programs that git starts where it reaches others.
 * Variables of the environment still count.
 */
export const closedSettings: readonly string[] = ['core.sshCommand=ssh', 'core.askPass=', 'credential.helper='].flatMap(
  (setting) => ['-c', setting],
)

/** Of `core.gitProxy` git takes the first that is set, and this variable before all. */
export function closedVariables(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return { GIT_PROXY_COMMAND: env['GIT_PROXY_COMMAND'] ?? '' }
}

/** Programs that stand for a remote, or at its end: of several git takes the first, so that none of ours would count. */
const ofRemotes = /^remote\..*\.(?:uploadpack|receivepack|vcs)$/s

/** Throws `registry-program` where the repository itself names a program that cannot be left aside. */
export function admitPrograms(directory: string, settings: readonly Setting[]): void {
  const found = settings.find(({ name, local }) => local && ofRemotes.test(name))
  if (found !== undefined) throw registryError('registry-program', { path: directory, setting: found.name })
}
