import type { GitHub } from '../core/world.ts'
import { ask, isMissing } from './ask.ts'
import { request } from './client.ts'
import { githubError } from './errors.ts'

/** Roles of a repository that may write, least first. */
export const roles = ['write', 'maintain', 'admin'] as const
export type Role = (typeof roles)[number]

export interface PromotionRules {
  /** The least role that the one who started the run must have. */
  readonly role: Role
  /** If any are named, the one who started the run must be among them: users, or teams as `organisation/team`. */
  readonly promoters: readonly string[]
  /** The commit that was approved, where the workflow was given one. */
  readonly approved?: string | undefined
}

export interface PromotionRequest {
  /** Who started the run, or started it again. */
  readonly actor: string
  /** The commit that is released. */
  readonly commit: string | undefined
}

/**
 * Lets a release go on only when the one who started the run may promote: a person, by their role in the repository, and by the list of
 * promoters where there is one. Throws `promotion-refused` with the reason, `github-refused` when it cannot be asked.
 */
export async function admitPromotion(
  github: GitHub,
  { actor, commit }: PromotionRequest,
  rules: PromotionRules,
): Promise<void> {
  const refuse = (why: string): never => {
    throw githubError('promotion-refused', { actor, why })
  }
  if (rules.approved !== undefined && rules.approved !== commit)
    refuse(`the approved commit is ${rules.approved}, and this is ${commit ?? 'not known'}`)
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:_[A-Za-z0-9]+)?$/.test(actor)) refuse('that is not a person')
  const { role, type } = await roleOf(github, actor)
  if (type !== 'User') refuse('that is not a person')
  if (!roles.slice(roles.indexOf(rules.role)).some((enough) => enough === role))
    refuse(`their role in the repository is ${role}, and ${rules.role} is needed`)
  if (rules.promoters.length > 0 && !(await isAmong(github, actor, rules.promoters)))
    refuse('they are not among the promoters')
}

/** `role_name` tells maintain from write, and triage from read; a role of the organisation's own counts as what it grants. */
async function roleOf(github: GitHub, actor: string): Promise<{ role: string; type: string }> {
  return ask(`tell the role of ${actor}`, 'contents: read', async () => {
    try {
      const data = await request(github, 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
        username: actor,
      })
      const known = (roles as readonly string[]).includes(data.role_name)
      const role = known || ['read', 'triage', 'none'].includes(data.role_name) ? data.role_name : data.permission
      return { role, type: data.user?.type ?? 'unknown' }
    } catch (error) {
      if (isMissing(error)) return { role: 'none', type: 'User' }
      throw error
    }
  })
}

async function isAmong(github: GitHub, actor: string, promoters: readonly string[]): Promise<boolean> {
  const [teams, people] = [promoters.filter((one) => one.includes('/')), promoters.filter((one) => !one.includes('/'))]
  if (people.some((one) => one.toLowerCase() === actor.toLowerCase())) return true
  for (const team of teams) if (await isInTeam(github, actor, team)) return true
  return false
}

async function isInTeam(github: GitHub, actor: string, team: string): Promise<boolean> {
  const [org = '', team_slug = ''] = team.split('/')
  return ask(`tell whether ${actor} is in the team ${team}`, 'read:org', async () => {
    try {
      const membership = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}'
      return (await request(github, membership, { org, team_slug, username: actor })).state === 'active'
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  })
}

/**
 * Whether somebody has to review a job before it may use an environment; undefined where that is unknown. A wait, or a list of branches,
 * asks nobody.
 */
export async function isProtected(github: GitHub, environment: string): Promise<boolean | undefined> {
  try {
    const { protection_rules } = await request(github, 'GET /repos/{owner}/{repo}/environments/{environment_name}', {
      environment_name: environment,
    })
    return (protection_rules ?? []).some(
      (rule) => rule.type === 'required_reviewers' && 'reviewers' in rule && (rule.reviewers ?? []).length > 0,
    )
  } catch (error) {
    if (isMissing(error)) return false
    const { status } = error as { status?: number }
    if (status === undefined) throw error
    return undefined
  }
}
