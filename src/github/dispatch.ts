import { userError } from '../core/errors.ts'
import type { GitHub } from '../core/world.ts'
import { ask, place } from './ask.ts'

type Inputs = Readonly<Record<string, string>>

/** What GitHub takes at most: https://docs.github.com/rest/actions/workflows and /rest/repos/repos. */
const mostInputs = 25
const mostProperties = 10
const mostPayloadBytes = 65_535
const longestEvent = 100

/**
 * Starts a workflow of the repository on a branch or tag, through its `workflow_dispatch` trigger. Tags pushed with a job's own token
 * start nothing: what is to follow a release is started like this. At most 25 inputs: `dispatch-limit`. When no answer comes, it is
 * not asked again, since that may start it twice.
 */
export async function dispatchWorkflow(github: GitHub, workflow: string, ref: string, inputs: Inputs): Promise<void> {
  const count = Object.keys(inputs).length
  if (count > mostInputs) throw userError('dispatch-limit', { what: `${count} inputs`, most: `${mostInputs}` })
  const api = await github.api()
  await ask(`start the workflow ${workflow}`, 'actions: write', () =>
    api.rest.actions.createWorkflowDispatch({ ...place(github), workflow_id: workflow, ref, inputs }),
  )
}

/** Starts the workflows with a `repository_dispatch` trigger for this event. At most 10 properties and 64 KB: `dispatch-limit`. */
export async function dispatchEvent(github: GitHub, event: string, payload: Inputs): Promise<void> {
  const count = Object.keys(payload).length
  const bytes = Buffer.byteLength(JSON.stringify(payload))
  if (event.length > longestEvent)
    throw userError('dispatch-limit', { what: `an event name of ${event.length} characters`, most: `${longestEvent}` })
  if (count > mostProperties)
    throw userError('dispatch-limit', { what: `${count} properties`, most: `${mostProperties}` })
  if (bytes > mostPayloadBytes)
    throw userError('dispatch-limit', { what: `a payload of ${bytes} bytes`, most: `${mostPayloadBytes}` })
  const api = await github.api()
  await ask(`send the event ${event}`, 'contents: write', () =>
    api.rest.repos.createDispatchEvent({ ...place(github), event_type: event, client_payload: { ...payload } }),
  )
}
