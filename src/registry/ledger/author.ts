import type { World } from '../../core/world.ts'

/** Who writes an entry: who started this run of the workflow, which may be one that another had started before, or the user of this machine. */
export function author(world: World): string {
  const { env } = world
  const name = env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR'] ?? env['USER'] ?? env['USERNAME'] ?? ''
  // Angle brackets and line breaks would end the name in a git identity.
  return name.replace(/[<>\r\n]/g, '').trim() || 'airworthy'
}
