import { type Answer, created, found, invalid, ok, refuse } from '../answer.ts'
import { type Call, type Hub, number, type Operations, optional } from '../hub.ts'
import { page } from '../pages.ts'
import { isAncestor, resolve } from '../refs.ts'
import { gitSha, nodeId, repositoryUrl, simpleUser, viaApp } from '../shapes.ts'
import type { Author, Commit, Deployment, DeploymentStatus, State } from '../state.ts'
import { latestStatuses } from './statuses.ts'

interface Written {
  readonly ref: string
  readonly task?: string
  readonly auto_merge?: boolean
  readonly required_contexts?: readonly string[]
  readonly payload?: unknown
  readonly environment?: string
  readonly description?: string | null
  readonly transient_environment?: boolean
  readonly production_environment?: boolean
}

interface WrittenStatus {
  readonly state: string
  readonly target_url?: string
  readonly log_url?: string
  readonly description?: string
  readonly environment?: string
  readonly environment_url?: string
  readonly auto_inactive?: boolean
}

export const deployments: Operations = {
  'repos/list-deployments'(call, hub) {
    const all = hub.state.deployments.filter((one) =>
      (['sha', 'ref', 'task', 'environment'] as const).every((key) => (optional(call, key) ?? one[key]) === one[key]),
    )
    const { items, headers } = page(call, all.reverse())
    return ok(
      items.map((deployment) => shape(hub, deployment)),
      headers,
    )
  },
  'repos/create-deployment'(call, hub) {
    const body = call.body as Written
    const { state } = hub
    const commit = resolve(state, body.ref) ?? refuse(422, `No ref found for: ${body.ref}`)
    const merged = body.auto_merge === false ? undefined : autoMerge(hub, body.ref, commit)
    if (merged !== undefined) return merged
    refuseUnsuccessful(state, body, commit.sha)
    const environment = body.environment ?? 'production'
    const now = hub.now()
    const deployment: Deployment = {
      id: hub.nextId(),
      author: authorOf(call),
      sha: commit.sha,
      ref: body.ref,
      task: body.task ?? 'deploy',
      payload: body.payload ?? {},
      originalEnvironment: environment,
      environment,
      description: body.description ?? '',
      transient: body.transient_environment ?? false,
      production: body.production_environment ?? environment === 'production',
      createdAt: now,
      updatedAt: now,
      statuses: [],
    }
    state.deployments.push(deployment)
    ensureEnvironment(hub, environment)
    return created(shape(hub, deployment))
  },
  'repos/get-deployment': (call, hub) => ok(shape(hub, deploymentOf(call, hub))),
  'repos/list-deployment-statuses'(call, hub) {
    const deployment = deploymentOf(call, hub)
    const { items, headers } = page(call, [...deployment.statuses].reverse())
    return ok(
      items.map((status) => statusShape(hub, deployment, status)),
      headers,
    )
  },
  'repos/create-deployment-status'(call, hub) {
    const deployment = deploymentOf(call, hub)
    const body = call.body as WrittenStatus
    if ((body.description ?? '').length > 140)
      invalid({
        resource: 'DeploymentStatus',
        code: 'custom',
        field: 'description',
        message: 'description is too long (maximum is 140 characters)',
      })
    const status = append(hub, deployment, authorOf(call), body)
    deployment.environment = status.environment
    ensureEnvironment(hub, status.environment)
    if (body.state === 'success' && body.auto_inactive !== false) deactivateEarlier(hub, deployment)
    return created(statusShape(hub, deployment, status))
  },
}

const authorOf = ({ token }: Call): Author => ({ login: token.login, viaApp: token.kind === 'installation' })

function deploymentOf(call: Call, { state }: Hub): Deployment {
  return found(state.deployments.find(({ id }) => id === number(call, 'deployment_id')))
}

/** GitHub makes an environment when something is first deployed to it. */
function ensureEnvironment(hub: Hub, name: string): void {
  if (hub.state.environments.some((one) => one.name === name)) return
  hub.state.environments.push({ id: hub.nextId(), name, protectionRules: [], branches: 'any', createdAt: hub.now() })
}

/** Brings the default branch into a branch that is behind it, INSTEAD of deploying; what is no branch cannot be merged into. */
function autoMerge(hub: Hub, ref: string, commit: Commit): Answer | undefined {
  const { state } = hub
  const { defaultBranch } = state.repository
  const main = state.refs.get(`refs/heads/${defaultBranch}`)
  if (main === undefined || isAncestor(state, main, commit.sha)) return undefined
  const branch = `refs/heads/${ref.replace(/^(refs\/)?heads\//, '')}`
  if (!state.refs.has(branch)) refuse(409, `Conflict merging ${defaultBranch} into ${ref}.`)
  const message = `Merge branch '${defaultBranch}' into ${ref}`
  const parents = [commit.sha, main]
  const sha = gitSha('tree', Buffer.from(parents.join()))
  const files = new Map([...commit.files, ...(state.commits.get(main)?.files ?? [])])
  state.commits.set(sha, { sha, message, parents, date: hub.now(), files })
  state.refs.set(branch, sha)
  return { status: 202, body: { message: `Auto-merged ${defaultBranch} into ${ref} on deployment.` } }
}

/** Unless the caller names contexts, all that the commit has must have succeeded: also the check of the very job that deploys. */
function refuseUnsuccessful(state: State, { ref, required_contexts }: Written, sha: string): void {
  const known = contexts(state, sha)
  const required = required_contexts ?? [...known.keys()]
  const seen = required.map((context) => ({ context, state: known.get(context) ?? 'pending' }))
  if (seen.every((one) => ['success', 'neutral', 'skipped'].includes(one.state))) return
  const error = { contexts: seen, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }
  refuse(409, `Conflict: Commit status checks failed for ${ref}.`, { errors: [error] })
}

function contexts(state: State, sha: string): Map<string, string> {
  const runs = state.checkRuns.filter((run) => run.headSha === sha)
  return new Map([
    ...latestStatuses(state, sha).map((status) => [status.context, status.state] as const),
    ...runs.map((run) => [run.name, run.conclusion ?? 'pending'] as const),
  ])
}

function append(hub: Hub, deployment: Deployment, author: Author, body: WrittenStatus): DeploymentStatus {
  const previous = deployment.statuses.at(-1)
  const now = hub.now()
  const status: DeploymentStatus = {
    id: hub.nextId(),
    author,
    state: body.state,
    description: body.description ?? '',
    environment: body.environment ?? previous?.environment ?? deployment.environment,
    environmentUrl: body.environment_url ?? '',
    logUrl: body.log_url ?? body.target_url ?? '',
    createdAt: now,
  }
  deployment.statuses.push(status)
  deployment.updatedAt = now
  return status
}

/** Only those that had succeeded, are not of production, and are not transient. */
function deactivateEarlier(hub: Hub, current: Deployment): void {
  for (const earlier of hub.state.deployments) {
    if (earlier.id >= current.id || earlier.environment !== current.environment) continue
    if (earlier.production || earlier.transient || earlier.statuses.at(-1)?.state !== 'success') continue
    append(hub, earlier, current.statuses.at(-1)?.author ?? earlier.author, { state: 'inactive' })
  }
}

function shape(hub: Hub, deployment: Deployment): object {
  const { id, author } = deployment
  const url = `${repositoryUrl(hub)}/deployments/${id}`
  return {
    id,
    node_id: nodeId('DE', id),
    url,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    creator: simpleUser(hub, author.login),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(hub),
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: viaApp(hub, author),
  }
}

function statusShape(hub: Hub, deployment: Deployment, status: DeploymentStatus): object {
  const url = `${repositoryUrl(hub)}/deployments/${deployment.id}`
  return {
    id: status.id,
    node_id: nodeId('DES', status.id),
    url: `${url}/statuses/${status.id}`,
    state: status.state,
    creator: simpleUser(hub, status.author.login),
    description: status.description,
    environment: status.environment,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    target_url: status.logUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: repositoryUrl(hub),
    performed_via_github_app: viaApp(hub, status.author),
  }
}
