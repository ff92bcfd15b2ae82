import type { GitHub } from '../core/world.ts'
import { ask, ensure, place } from './ask.ts'
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
  const make = await workflowDispatch(github, workflow, ref, inputs)
  await ask(`start the workflow ${workflow}`, 'actions: write', make)
}

/**
 * Starts a workflow on a tag, unless it was started on that tag before. Tags pushed with a job's own token start nothing: what is to
 * follow a release is started like this. At most 25 inputs: `dispatch-limit`.
 */
export async function dispatchOnTag(github: GitHub, workflow: string, tag: string, inputs: Inputs): Promise<void> {
  const make = await workflowDispatch(github, workflow, tag, inputs)
  const api = await github.api()
  const asked = { ...place(github), workflow_id: workflow, event: 'workflow_dispatch', branch: tag, per_page: 1 }
  const find = async (): Promise<unknown> => (await api.rest.actions.listWorkflowRuns(asked)).data.workflow_runs[0]
  await ask(`start the workflow ${workflow}`, 'actions: write', () => ensure(find, make, github))
}

async function workflowDispatch(
  github: GitHub,
  workflow: string,
  ref: string,
  inputs: Inputs,
): Promise<() => Promise<unknown>> {
  const count = Object.keys(inputs).length
  if (count > mostInputs) throw githubError('dispatch-limit', { what: `${count} inputs`, most: `${mostInputs}` })
  const api = await github.api()
  return () => api.rest.actions.createWorkflowDispatch({ ...place(github), workflow_id: workflow, ref, inputs })
}

/**
 * Starts the workflows with a `repository_dispatch` trigger for this event, unless one was started by it since the moment `since` of
 * GitHub's clock (ISO 8601). GitHub tells the event by the title of a run: a workflow with a `run-name` of its own is not recognised.
 * At most 10 properties and 64 KB: `dispatch-limit`.
 */
export async function dispatchEvent(github: GitHub, event: string, since: string, payload: Inputs): Promise<void> {
  checkEvent(event, payload)
  const api = await github.api()
  const find = async (): Promise<unknown> => {
    const asked = { ...place(github), event: 'repository_dispatch', per_page: 100 }
    const runs = await ask('list the runs that the event has started', 'actions: read', () =>
      api.paginate(api.rest.actions.listWorkflowRunsForRepo, asked, ({ data }, done) => {
        if (data.some(({ created_at }) => created_at < since)) done()
        return data
      }),
    )
    return runs.find(({ display_title, created_at }) => display_title === event && created_at >= since)
  }
  const make = async (): Promise<unknown> =>
    api.rest.repos.createDispatchEvent({ ...place(github), event_type: event, client_payload: { ...payload } })
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
