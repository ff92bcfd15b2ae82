import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'

/**
 * A workflow that checks out a fork leaves the fork as the remote of the checkout, and its ledger says whatever its owner wants to be
 * compared with. Of all remotes, or the one that is named, none may be another repository of the server that this run belongs to.
 * What lies elsewhere was not put there by a pull request. Throws `registry-untrusted`.
 */
export async function refuseForks(git: Git, remote: string | undefined, { env, trust }: World): Promise<void> {
  const own = env['GITHUB_REPOSITORY']
  if (own === undefined) return
  const server = repositoryAt(`${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${own}`)
  const names = remote === undefined ? (await git(['remote'])).split('\n').filter((name) => name !== '') : [remote]
  for (const name of names) {
    const { stdout } = await git.try(['remote', 'get-url', '--all', name])
    const there = stdout.split('\n').map(repositoryAt)
    const fork = there.find((each) => each?.host === server?.host && each?.name !== server?.name)
    if (fork === undefined) continue
    const reason = `its remote ${name} is ${fork.name}, and this run belongs to ${own}`
    throw registryError('registry-untrusted', { path: git.directory, reason, why: trust.why })
  }
}

/** Host and `owner/name` of an address, as GitHub tells names apart: in any case, with or without `.git`. Undefined for a path. */
function repositoryAt(address: string): { readonly host: string; readonly name: string } | undefined {
  const [, host, name] =
    /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i.exec(address) ??
    /^(?:[^/@]*@)?([^/:]+):(.+)$/.exec(address) ??
    []
  if (host === undefined || name === undefined) return undefined
  return {
    host: host.toLowerCase(),
    name: name
      .toLowerCase()
      .replace(/\/+$/, '')
      .replace(/\.git$/, ''),
  }
}
