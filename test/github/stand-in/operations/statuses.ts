import { created, invalid, ok, refuse } from '../answer.ts'
import { type Hub, type Operations, text } from '../hub.ts'
import { page } from '../pages.ts'
import { commitOf } from '../refs.ts'
import { nodeId, repositoryOf, repositoryUrl, simpleUser, userOf } from '../shapes.ts'
import type { CommitStatus, State } from '../state.ts'

interface Written {
  readonly state: string
  readonly target_url?: string | null
  readonly description?: string | null
  readonly context?: string
}

export const statuses: Operations = {
  'repos/create-commit-status'(call, hub) {
    const body = call.body as Written
    const { sha } = commitOf(hub.state, text(call, 'sha'))
    const context = body.context ?? 'default'
    if ((body.description ?? '').length > 140)
      invalid({
        resource: 'Status',
        code: 'custom',
        field: 'description',
        message: 'description is too long (maximum is 140 characters)',
      })
    // GitHub takes no more than this for one context of one commit.
    if (hub.state.statuses.filter((one) => one.sha === sha && one.context === context).length >= 1000)
      refuse(422, 'Validation Failed: This SHA and context has reached the maximum number of statuses.')
    const status: CommitStatus = {
      id: hub.nextId(),
      sha,
      author: call.token.login,
      context,
      state: body.state,
      description: body.description ?? null,
      targetUrl: body.target_url ?? null,
      createdAt: hub.now(),
    }
    hub.state.statuses.push(status)
    return created(shape(hub, status))
  },
  'repos/list-commit-statuses-for-ref'(call, hub) {
    const { sha } = commitOf(hub.state, text(call, 'ref'))
    const { items, headers } = page(call, hub.state.statuses.filter((one) => one.sha === sha).reverse())
    return ok(
      items.map((status) => shape(hub, status)),
      headers,
    )
  },
  'repos/get-combined-status-for-ref'(call, hub) {
    const { sha } = commitOf(hub.state, text(call, 'ref'))
    const latest = latestStatuses(hub.state, sha)
    const { items, headers } = page(call, latest)
    const { owner, name } = hub.state.repository
    const body = {
      state: combined(latest),
      sha,
      total_count: latest.length,
      statuses: items.map((status) => simple(hub, status)),
      repository: repositoryOf(hub, `${owner}/${name}`),
      commit_url: `${repositoryUrl(hub)}/commits/${sha}`,
      url: `${repositoryUrl(hub)}/commits/${sha}/status`,
    }
    return ok(body, headers)
  },
}

/** Statuses are only ever added: what counts is the newest of each context. */
export function latestStatuses(state: State, sha: string): CommitStatus[] {
  const own = state.statuses.filter((one) => one.sha === sha)
  return [...new Map(own.map((status) => [status.context, status])).values()]
}

function combined(latest: readonly CommitStatus[]): string {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) return 'failure'
  return latest.length > 0 && latest.every(({ state }) => state === 'success') ? 'success' : 'pending'
}

function simple(hub: Hub, status: CommitStatus): object {
  return {
    id: status.id,
    node_id: nodeId('SC', status.id),
    url: `${repositoryUrl(hub)}/statuses/${status.sha}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${userOf(hub.state, status.author).id}?v=4`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  }
}

const shape = (hub: Hub, status: CommitStatus): object => ({
  ...simple(hub, status),
  creator: simpleUser(hub, status.author),
})
