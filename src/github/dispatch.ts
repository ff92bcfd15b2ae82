import type { GitHub } from '../core/world.ts'
import { ask, ensure } from './ask.ts'
import { pages, request } from './client.ts'
import { githubError } from './errors.ts'

type Inputs = Readonly<Record<string, string>>

/** What GitHub takes at most: https://docs.github.com/rest/actions/workflows and /rest/repos/repos. */
const mostInputs = 25
const mostProperties = 10
const mostPayloadBytes = 65_535
const longestEvent = 100

/**
 * Starts a workflow of the repository on a branch or tag, through its `workflow_dispatch` trigger. At most 25 inputs: `dispatch-limit`.
 * When no answer comes, it is not asked again, since that may start it twice.
 */
export async function dispatchWorkflow(github: GitHub, workflow: string, ref: string, inputs: Inputs): Promise<void> {
  const make = workflowDispatch(github, workflow, ref, inputs)
  await ask(`start the workflow ${workflow}`, 'actions: write', make)
}

/**
 * Starts a workflow on a tag, unless it was started on that tag before. Tags pushed with a job's own token start nothing: what is to
 * follow a release is started like this. At most 25 inputs: `dispatch-limit`.
 */
export async function dispatchOnTag(github: GitHub, workflow: string, tag: string, inputs: Inputs): Promise<void> {
  const make = workflowDispatch(github, workflow, tag, inputs)
  const runs = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
  const asked = { workflow_id: workflow, event: 'workflow_dispatch', branch: tag, per_page: 1 }
  const find = async (): Promise<unknown> => (await request(github, runs, asked)).workflow_runs[0]
  await ask(`start the workflow ${workflow}`, 'actions: write', () => ensure(find, make, github))
}

function workflowDispatch(github: GitHub, workflow: string, ref: string, inputs: Inputs): () => Promise<unknown> {
  const count = Object.keys(inputs).length
  if (count > mostInputs) throw githubError('dispatch-limit', { what: `${count} inputs`, most: `${mostInputs}` })
  return () =>
    request(github, 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
      workflow_id: workflow,
      ref,
      inputs,
    })
}

/**
 * Starts the workflows with a `repository_dispatch` trigger for this event, unless one was started by it since the moment `since` of
 * GitHub's clock (ISO 8601). GitHub tells the event by the title of a run: a workflow with a `run-name` of its own is not recognised.
 * At most 10 properties and 64 KB: `dispatch-limit`.
 */
export async function dispatchEvent(github: GitHub, event: string, since: string, payload: Inputs): Promise<void> {
  checkEvent(event, payload)
  const find = (): Promise<unknown> =>
    ask('list the runs that the event has started', 'actions: read', async () => {
      const runs = pages(github, 'GET /repos/{owner}/{repo}/actions/runs', { event: 'repository_dispatch' })
      for await (const page of runs) {
        const found = page.find(({ display_title, created_at }) => display_title === event && created_at >= since)
        // The newest come first: the pages after one with an older run have only older ones.
        if (found !== undefined || page.some(({ created_at }) => created_at < since)) return found
      }
      return undefined
    })
  const make = (): Promise<unknown> =>
    request(github, 'POST /repos/{owner}/{repo}/dispatches', { event_type: event, client_payload: { ...payload } })
  await ask(`send the event ${event}`, 'contents: write', () => ensure(find, make, github))
}

function checkEvent(event: string, payload: Inputs): void {
  const count = Object.keys(payload).length
  const bytes = Buffer.byteLength(JSON.stringify(payload))
  if (event.length > longestEvent)
    throw githubError('dispatch-limit', {
      what: `an event name of ${event.length} characters`,
      most: `${longestEvent}`,
    })
  if (count > mostProperties)
    throw githubError('dispatch-limit', { what: `${count} properties`, most: `${mostProperties}` })
  if (bytes > mostPayloadBytes)
    throw githubError('dispatch-limit', { what: `a payload of ${bytes} bytes`, most: `${mostPayloadBytes}` })
}
