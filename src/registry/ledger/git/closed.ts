import { registryError } from '../../errors.ts'
import type { Setting } from './settings.ts'

/** Settings that name a program which git starts where it reaches others, and what git does without. Of helpers, all that are named count. */
const ofReaching: Readonly<Record<string, string>> = {
  'core.sshcommand': 'ssh',
  'core.askpass': '',
  'credential.helper': '',
}

const ofHelpers = /^credential\..*helper$/s

/**
 * Options of `git` with which a repository configures no such program, as its configuration may have come with a commit. What the user has
 * set for all repositories counts, and so do variables of the environment.
 */
export function closedSettings(settings: readonly Setting[]): readonly string[] {
  const users = settings.filter(({ local }) => !local)
  const named = Object.entries(ofReaching).map(([name, without]) => {
    const own = users.findLast((setting) => setting.name === name)
    return [name, own === undefined || ofHelpers.test(name) ? without : own.value] as const
  })
  // The empty one has taken back all before it. A name with an equals sign is none to this option.
  const helpers = users.flatMap(({ name, value }) =>
    ofHelpers.test(name) && !name.includes('=') ? [[name, value] as const] : [],
  )
  return [...named, ...helpers].flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Of `core.gitProxy` git takes the first that is set, and this variable before all. */
export function closedVariables(
  env: Readonly<Record<string, string | undefined>>,
  settings: readonly Setting[],
): Record<string, string> {
  const isSet = settings.some(({ name, local }) => local && name === 'core.gitproxy')
  return isSet ? { GIT_PROXY_COMMAND: env['GIT_PROXY_COMMAND'] ?? '' } : {}
}

/** Programs that stand for a remote, or at its end: of several git takes the first, so that none of ours would count. */
const ofRemotes = /^remote\..*\.(?:uploadpack|receivepack|vcs)$/s

/** Throws `registry-program` where the repository itself names a program that cannot be left aside. */
export function admitPrograms(directory: string, settings: readonly Setting[]): void {
  const found = settings.find(({ name, local }) => local && ofRemotes.test(name))
  if (found !== undefined) throw registryError('registry-program', { path: directory, setting: found.name })
}
