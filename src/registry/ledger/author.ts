import type { World } from '../../core/world.ts'

/** Who writes an entry: who started this run, as its CI says, or the user of this machine. */
export function author(world: World): string {
  const { env } = world
  const name = world.actor ?? asOnGitHub(world) ?? env['USER'] ?? env['USERNAME'] ?? ''
  // Angle brackets and line breaks would end the name in a git identity, which has to hold more than punctuation.
  const plain = name.replace(/[<>\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  return /[\p{L}\p{N}]/u.test(plain) ? plain : 'airworthy'
}

/** A CI that is not known may have taken over GitHub's variables. In another that is, they are anybody's. */
function asOnGitHub({ ciSystem, env }: World): string | undefined {
  return ciSystem === undefined ? (env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR']) : undefined
}
