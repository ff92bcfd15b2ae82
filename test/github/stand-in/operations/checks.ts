import { created, found, ok, refuse } from '../answer.ts'
import { type Call, type Hub, number, type Operations, optional, text } from '../hub.ts'
import { page } from '../pages.ts'
import { commitOf } from '../refs.ts'
import { app, nodeId, repositoryUrl, webUrl } from '../shapes.ts'
import type { Annotation, CheckRun } from '../state.ts'
import { isOwn, minimal } from './pulls.ts'

interface Written {
  readonly name?: string
  readonly head_sha?: string
  readonly status?: string
  readonly conclusion?: string
  readonly started_at?: string
  readonly completed_at?: string
  readonly details_url?: string
  readonly external_id?: string
  readonly output?: {
    readonly title?: string
    readonly summary: string
    readonly text?: string
    readonly annotations?: readonly Annotation[]
  }
}

export const checks: Operations = {
  'checks/create'(call, hub) {
    const body = call.body as Written
    const commit = commitOf(hub.state, body.head_sha ?? '')
    checkAnnotations(body)
    const run: CheckRun = {
      id: hub.nextId(),
      headSha: commit.sha,
      name: '',
      status: 'queued',
      conclusion: null,
      startedAt: null,
      completedAt: null,
      detailsUrl: null,
      externalId: '',
      output: { title: null, summary: null, text: null },
      annotations: [],
    }
    write(run, body, hub.now())
    hub.state.checkRuns.push(run)
    return created(shape(hub, run))
  },
  'checks/get': (call, hub) => ok(shape(hub, runOf(call, hub))),
  'checks/update'(call, hub) {
    const run = runOf(call, hub)
    checkAnnotations(call.body as Written)
    write(run, call.body as Written, hub.now())
    return ok(shape(hub, run))
  },
  'checks/list-for-ref'(call, hub) {
    const { sha } = commitOf(hub.state, text(call, 'ref'))
    const name = optional(call, 'check_name')
    const status = optional(call, 'status')
    const appId = optional(call, 'app_id')
    const runs = hub.state.checkRuns
      .filter((run) => run.headSha === sha && (appId === undefined || appId === '15368'))
      .filter((run, _, all) => optional(call, 'filter') === 'all' || isLatest(run, all))
      .filter((run) => (name === undefined || run.name === name) && (status === undefined || run.status === status))
    const { items, headers } = page(call, runs)
    return ok({ total_count: runs.length, check_runs: items.map((run) => shape(hub, run)) }, headers)
  },
  'checks/list-annotations'(call, hub) {
    const run = runOf(call, hub)
    const { items, headers } = page(call, run.annotations)
    return ok(
      items.map((annotation) => annotationShape(hub, run, annotation)),
      headers,
    )
  },
}

function runOf(call: Call, hub: Hub): CheckRun {
  return found(hub.state.checkRuns.find(({ id }) => id === number(call, 'check_run_id')))
}

function isLatest(run: CheckRun, all: readonly CheckRun[]): boolean {
  return !all.some((other) => other.name === run.name && other.id > run.id)
}

/** The description leaves these two limits to its prose: 255 characters, 64 KB. */
function checkAnnotations({ output }: Written): void {
  for (const { title = '', message, raw_details = '' } of output?.annotations ?? []) {
    if (title.length > 255)
      refuse(422, `Invalid request.\n\nOnly 255 characters are allowed; ${title.length} were supplied.`)
    for (const long of [message, raw_details])
      if (Buffer.byteLength(long) > 65_536) refuse(422, 'Invalid request.\n\nOnly 64 KB are allowed.')
  }
}

/** Annotations of later requests are added to those of earlier ones; the rest is replaced. */
function write(run: CheckRun, body: Written, now: string): void {
  if (body.name !== undefined) run.name = body.name
  if (body.details_url !== undefined) run.detailsUrl = body.details_url
  if (body.external_id !== undefined) run.externalId = body.external_id
  if (body.status !== undefined) run.status = body.status
  if (body.conclusion !== undefined) {
    run.conclusion = body.conclusion
    // A conclusion completes.
    run.status = 'completed'
    run.completedAt = body.completed_at ?? now
  }
  run.startedAt = body.started_at ?? run.startedAt ?? now
  if (body.output === undefined) return
  const { title, summary, text, annotations = [] } = body.output
  run.output = { title: title ?? run.output.title, summary, text: text ?? null }
  run.annotations.push(...annotations)
}

function shape(hub: Hub, run: CheckRun): object {
  const url = `${repositoryUrl(hub)}/check-runs/${run.id}`
  const html = `${webUrl(hub)}/runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    name: run.name,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: hub.state.repository.id },
    app: app(hub),
    pull_requests: hub.state.pulls
      .filter(({ head, state }) => head.sha === run.headSha && state === 'open' && isOwn(hub, head.repository))
      .map((pull) => minimal(hub, pull)),
  }
}

function annotationShape(hub: Hub, { headSha }: CheckRun, annotation: Annotation): object {
  return {
    path: annotation.path,
    blob_href: `${webUrl(hub)}/blob/${headSha}/${annotation.path}`,
    start_line: annotation.start_line,
    end_line: annotation.end_line,
    start_column: annotation.start_column ?? null,
    end_column: annotation.end_column ?? null,
    annotation_level: annotation.annotation_level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.raw_details ?? null,
  }
}
