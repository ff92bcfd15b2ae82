import { UserError } from '../../core/errors/index.ts'
import type { World } from '../../core/world.ts'
import { checksOn } from '../../github/check-run.ts'
import type { RunOnGitHub } from './event.ts'
import { checkId, checkName } from './publish.ts'

/**
 * How many runs there were before to have this commit pass: earlier attempts of this run, and runs that left a check on the commit. Those
 * that passed do not count: nobody tries again what has passed.
 */
export async function attemptsBefore(pipeline: string, here: RunOnGitHub, world: World): Promise<number> {
  const checks = await checksBefore(pipeline, here, world)
  const ids = new Set(checks.keys())
  for (let attempt = 1; attempt < here.attempt; attempt++) ids.add(checkId(here.run, attempt))
  ids.delete(checkId(here.run, here.attempt))
  return [...ids].filter((id) => checks.get(id) !== 'success').length
}

/** Where GitHub does not say, the attempts of this run count all the same. */
async function checksBefore(
  pipeline: string,
  { commit }: RunOnGitHub,
  { github }: World,
): Promise<ReadonlyMap<string, string | null>> {
  if (github === undefined || commit === undefined) return new Map()
  try {
    return await checksOn(github, { commit, name: checkName(pipeline) })
  } catch (thrown) {
    if (thrown instanceof UserError) return new Map()
    throw thrown
  }
}
