import { registryError } from '../../errors.ts'

/** That git does not open a repository, here or at a `remote`, since another user owns it; undefined where it says no such thing. */
export function notOwnedIn(stderr: string, remote?: string): Error | undefined {
  const [, now, before] =
    /dubious ownership in repository at '(.+)'|unsafe repository \('(.+)' is owned by someone else\)/.exec(stderr) ?? []
  const path = now ?? before
  return path === undefined ? undefined : registryError('registry-not-owned', { path, remote })
}
