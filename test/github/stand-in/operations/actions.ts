import { type Answer, found, noContent, ok, refuse } from '../answer.ts'
import { type Call, type Hub, number, type Operations, optional, text } from '../hub.ts'
import { page } from '../pages.ts'
import { resolve } from '../refs.ts'
import { nodeId, repositoryOf, repositoryUrl, simpleUser, webUrl } from '../shapes.ts'
import type { Artifact, Run, Workflow } from '../state.ts'
import { minimal } from './pulls.ts'

export const actions: Operations = {
  'actions/create-workflow-dispatch'(call, hub): Answer {
    const body = call.body as { ref: string; inputs?: Record<string, unknown>; return_run_details?: boolean }
    const { workflow, sha } = dispatched(hub, text(call, 'workflow_id'), body.ref)
    const inputs = inputsOf(workflow, body.inputs ?? {})
    const at = { event: 'workflow_dispatch', title: workflow.file, ref: body.ref, sha }
    const run = start(call, hub, workflow, at)
    const author = call.token.login
    hub.state.dispatches.push({ kind: 'workflow', workflow: workflow.file, ref: body.ref, inputs, author, run: run.id })
    if (body.return_run_details !== true) return noContent
    const details = {
      workflow_run_id: run.id,
      run_url: `${repositoryUrl(hub)}/actions/runs/${run.id}`,
      html_url: `${webUrl(hub)}/actions/runs/${run.id}`,
    }
    return ok(details)
  },
  'repos/create-dispatch-event'(call, hub) {
    const { event_type, client_payload = {} } = call.body as { event_type: string; client_payload?: object }
    if (Buffer.byteLength(JSON.stringify(client_payload)) >= 65_536) refuse(422, 'client_payload is too large.')
    const author = call.token.login
    hub.state.dispatches.push({ kind: 'repository', type: event_type, payload: client_payload, author })
    const { defaultBranch } = hub.state.repository
    const sha = resolve(hub.state, defaultBranch)?.sha ?? ''
    const at = { event: 'repository_dispatch', title: event_type, ref: defaultBranch, sha }
    for (const workflow of hub.state.workflows)
      if (workflow.on.includes('repository_dispatch')) start(call, hub, workflow, at)
    return noContent
  },
  'actions/list-workflow-runs': (call, hub) => {
    const workflow = workflowOf(hub, text(call, 'workflow_id'))
    return listed(call, hub, (run) => run.workflow.id === workflow.id)
  },
  'actions/list-workflow-runs-for-repo': (call, hub) => listed(call, hub, () => true),
  'actions/get-workflow-run': (call, hub) => ok(shape(hub, runOf(call, hub))),
  'actions/list-workflow-run-artifacts'(call, hub) {
    const run = runOf(call, hub)
    const name = optional(call, 'name')
    const all = run.artifacts.filter((one) => name === undefined || one.name === name)
    const { items, headers } = page(call, optional(call, 'direction') === 'asc' ? all : all.toReversed())
    return ok({ total_count: all.length, artifacts: items.map((one) => artifactShape(hub, run, one)) }, headers)
  },
  'actions/get-artifact'(call, hub) {
    const { run, artifact } = artifactOf(call, hub)
    return ok(artifactShape(hub, run, artifact))
  },
  'actions/download-artifact'(call, hub): Answer {
    const { artifact } = artifactOf(call, hub)
    if (text(call, 'archive_format') !== 'zip') refuse(404, 'Not Found')
    if (artifact.expired) refuse(410, 'Artifact has expired')
    return { status: 302, headers: { location: hub.sign({ bytes: artifact.zip, type: 'application/zip' }) } }
  },
}

/** By its file's name or its id; GitHub looks for the file on the ref. */
function dispatched(hub: Hub, asked: string, ref: string): { readonly workflow: Workflow; readonly sha: string } {
  const { state } = hub
  const workflow = workflowOf(hub, asked)
  const short = ref.replace(/^refs\/(heads|tags)\//, '')
  const names = [`refs/heads/${short}`, `refs/tags/${short}`]
  const commit = names.some((name) => state.refs.has(name)) ? resolve(state, ref) : undefined
  if (commit === undefined) return refuse(422, `No ref found for: ${ref}`)
  if (workflow.refs !== undefined && !workflow.refs.includes(short)) refuse(404, 'Not Found')
  if (!workflow.on.includes('workflow_dispatch')) refuse(422, "Workflow does not have 'workflow_dispatch' trigger")
  return { workflow, sha: commit.sha }
}

/** As the workflow will see them: defaults filled in, everything text. */
function inputsOf(workflow: Workflow, given: Readonly<Record<string, unknown>>): Record<string, string> {
  const unexpected = Object.keys(given).filter((name) => !(name in workflow.inputs))
  if (unexpected.length > 0) refuse(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`)
  const all = Object.entries(workflow.inputs).map(([name, input]) => {
    const value = given[name] ?? input.default
    if (value === undefined && input.required) refuse(422, `Required input '${name}' not provided`)
    return [name, String(value ?? '')] as const
  })
  return Object.fromEntries(all)
}

interface Started {
  readonly event: string
  readonly title: string
  readonly ref: string
  readonly sha: string
}

function start(call: Call, hub: Hub, workflow: Workflow, { event, title, ref, sha }: Started): Run {
  const { owner, name } = hub.state.repository
  const run: Run = {
    id: hub.nextId(),
    number: hub.state.runs.length + 1,
    workflow,
    event,
    title,
    headSha: sha,
    headBranch: ref.replace(/^refs\/(heads|tags)\//, ''),
    headRepository: `${owner}/${name}`,
    actor: call.token.login,
    status: 'queued',
    conclusion: null,
    pulls: [],
    createdAt: hub.now(),
    artifacts: [],
  }
  hub.state.runs.push(run)
  return run
}

/** The newest first, by event and by branch or tag. */
function listed(call: Call, hub: Hub, holds: (run: Run) => boolean): Answer {
  const [event, branch] = [optional(call, 'event'), optional(call, 'branch')]
  const all = hub.state.runs
    .filter((run) => holds(run) && run.event === (event ?? run.event) && run.headBranch === (branch ?? run.headBranch))
    .toReversed()
  const { items, headers } = page(call, all)
  return ok({ total_count: all.length, workflow_runs: items.map((run) => shape(hub, run)) }, headers)
}

function workflowOf({ state }: Hub, asked: string): Workflow {
  return found(state.workflows.find(({ id, file }) => file === asked || String(id) === asked))
}

function runOf(call: Call, { state }: Hub): Run {
  return found(state.runs.find(({ id }) => id === number(call, 'run_id')))
}

function artifactOf(call: Call, { state }: Hub): { readonly run: Run; readonly artifact: Artifact } {
  const all = state.runs.flatMap((run) => run.artifacts.map((artifact) => ({ run, artifact })))
  return found(all.find(({ artifact }) => artifact.id === number(call, 'artifact_id')))
}

function shape(hub: Hub, run: Run): object {
  const { owner, name } = hub.state.repository
  const actor = simpleUser(hub, run.actor)
  return {
    ...links(hub, run),
    id: run.id,
    node_id: nodeId('WFR', run.id),
    name: run.workflow.file,
    display_title: run.title,
    path: `.github/workflows/${run.workflow.file}`,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    run_number: run.number,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow.id,
    pull_requests: hub.state.pulls.filter((pull) => run.pulls.includes(pull.number)).map((pull) => minimal(hub, pull)),
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    actor,
    triggering_actor: actor,
    head_commit: null,
    repository: repositoryOf(hub, `${owner}/${name}`),
    head_repository: repositoryOf(hub, run.headRepository),
  }
}

function links(hub: Hub, { id, workflow }: Run): object {
  const url = `${repositoryUrl(hub)}/actions/runs/${id}`
  return {
    url,
    html_url: `${webUrl(hub)}/actions/runs/${id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryUrl(hub)}/check-suites/${id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${repositoryUrl(hub)}/actions/workflows/${workflow.id}`,
  }
}

function artifactShape(hub: Hub, run: Run, artifact: Artifact): object {
  const { id, name, zip, digest, expired } = artifact
  const { repository, forks } = hub.state
  const url = `${repositoryUrl(hub)}/actions/artifacts/${id}`
  return {
    id,
    node_id: nodeId('MDg', id),
    name,
    size_in_bytes: zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    created_at: run.createdAt,
    updated_at: run.createdAt,
    expires_at: run.createdAt,
    digest,
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: forks.get(run.headRepository) ?? repository.id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  }
}
