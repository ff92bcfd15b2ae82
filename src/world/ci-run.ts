import type { CiRun } from '../core/world.ts'
import { markOf, onGitHub } from './ci.ts'
import { type CiSystem, ciSystems, type Env } from './ci-systems.ts'

/** Names the run for a CI system that names none itself, or whose jobs do not share one: the same value in all jobs of a run. */
export const runVariable = 'AIRWORTHY_RUN_ID'

/** Undefined where no CI runs this. */
export function ciRunOf(env: Env): CiRun | undefined {
  if (!onGitHub(env) && markOf(env) === undefined) return undefined
  if (!onGitHub(env) && env[runVariable]) return { id: `${runVariable}:${env[runVariable]}` }
  return { id: ciSystems.map((system) => idIn(system, env)).find((id) => id !== undefined) }
}

/** Attempts are no part of it, because jobs that are run again go on with what the others left in the first attempt. */
function idIn({ mark, run }: CiSystem, env: Env): string | undefined {
  const values = run.map((name) => env[name] || undefined)
  if (!env[mark] || values.at(-1) === undefined) return undefined
  return [mark, ...values.map((value) => value ?? '')].join(':')
}
