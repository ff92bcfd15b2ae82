import { found, ok } from '../answer.ts'
import { type Hub, type Operations, text } from '../hub.ts'
import { page } from '../pages.ts'
import { nodeId, repositoryUrl, simpleUser, webUrl } from '../shapes.ts'
import type { Environment, ProtectionRule } from '../state.ts'

export const environments: Operations = {
  'repos/get-all-environments'(call, hub) {
    const all = hub.state.environments
    const { items, headers } = page(call, all)
    return ok({ total_count: all.length, environments: items.map((one) => shape(hub, one)) }, headers)
  },
  'repos/get-environment': (call, hub) =>
    ok(shape(hub, found(hub.state.environments.find(({ name }) => name === text(call, 'environment_name'))))),
}

function shape(hub: Hub, environment: Environment): object {
  const { id, name, branches, createdAt, protectionRules } = environment
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${repositoryUrl(hub)}/environments/${encodeURIComponent(name)}`,
    html_url: `${webUrl(hub)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: createdAt,
    updated_at: createdAt,
    protection_rules: protectionRules.map((rule, at) => ruleShape(hub, rule, id * 100 + at)),
    deployment_branch_policy:
      branches === 'any'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches === 'custom' },
  }
}

function ruleShape(hub: Hub, rule: ProtectionRule, id: number): object {
  const base = { id, node_id: nodeId('GA', id), type: rule.type }
  if (rule.type === 'wait_timer') return { ...base, wait_timer: rule.minutes }
  if (rule.type === 'branch_policy') return base
  const reviewers = rule.users.map((login) => ({ type: 'User', reviewer: simpleUser(hub, login) }))
  return { ...base, prevent_self_review: rule.preventSelfReview ?? false, reviewers }
}
