import type { World } from '../../core/world.ts'

/**
 * Who writes an entry: who started this run, as its CI says, or the user of this machine. Where that one has no name, as in most
 * containers, the user that git knows in the working folder, unless a stranger may have configured it.
 */
export async function author(world: World): Promise<string> {
  const { env } = world
  const name = plain(world.actor ?? asOnGitHub(world) ?? (env['USER'] || env['USERNAME']) ?? '')
  return name ?? (world.trust.level === 'trusted' ? plain(await userOfGit(world)) : undefined) ?? 'airworthy'
}

/** Angle brackets and line breaks would end the name in a git identity, which has to hold more than punctuation. */
function plain(name: string): string | undefined {
  const kept = name.replace(/[<>\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  return /[\p{L}\p{N}]/u.test(kept) ? kept : undefined
}

/** A CI that is not known may have taken over GitHub's variables. In another that is, they are anybody's. */
function asOnGitHub({ ciSystem, env }: World): string | undefined {
  return ciSystem === undefined ? (env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR']) : undefined
}

const names = new WeakMap<World['processes'], Promise<string>>()

/** `user.name` of git, asked once a process. */
function userOfGit({ processes, cwd }: World): Promise<string> {
  const answer =
    names.get(processes) ??
    processes.run('git', ['config', '--get', 'user.name'], { cwd, timeoutMs: 10_000 }).then(
      ({ code, stdout }) => (code === 0 ? stdout : ''),
      () => '',
    )
  names.set(processes, answer)
  return answer
}
