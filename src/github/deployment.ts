import { entriesOf } from '../core/entries-of.ts'
import type { LedgerEntry, ModelEntry } from '../core/ledger.ts'
import { printShare } from '../core/quantity/index.ts'
import type { GitHub } from '../core/world.ts'
import { ask, ensure } from './ask.ts'
import { list, request } from './client.ts'

/** GitHub refuses longer descriptions. */
const longestDescription = 140

export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure'
  /** Different for each status of a deployment: by it a status is known to be there. */
  readonly description: string
}

/** A rollout as GitHub shows it. */
export interface Deployment {
  readonly model: string
  readonly version: string
  /** The id of the rollout: by it the deployment is found again. */
  readonly rollout: string
  readonly statuses: readonly DeploymentStatus[]
}

export interface DeploymentPlace {
  readonly environment: string
  readonly commit: string
  /** Address of what the environment serves. */
  readonly environmentUrl?: string | undefined
  /** Address of the page that reports this rollout. */
  readonly logUrl?: string | undefined
}

/**
 * The deployments of a model that the ledger tells of, oldest first: a deployment is what a rollout looks like on GitHub, as a tag is
 * what a release looks like in git. A pure fold; the statuses of a rollout only ever grow.
 */
export function deploymentsOf(entries: readonly LedgerEntry[], model: string): readonly Deployment[] {
  const deployments = new Map<string, Deployment & { readonly steps: readonly number[] }>()
  for (const entry of entriesOf(entries, model)) {
    if (entry.kind === 'rollout-started') {
      const { version, rollout, steps } = entry
      const statuses = [
        status(
          'in_progress',
          `v${version} is being rolled out: ${steps.map((share) => printShare(share)).join(' → ')}`,
        ),
      ]
      deployments.set(rollout, { model, version, rollout, steps, statuses })
    } else if ('rollout' in entry && entry.rollout !== undefined) {
      const known = deployments.get(entry.rollout)
      const next = known === undefined ? undefined : statusOf(entry, known)
      if (known !== undefined && next !== undefined)
        deployments.set(entry.rollout, { ...known, statuses: [...known.statuses, next] })
    }
  }
  return [...deployments.values()].map(({ steps: _, ...deployment }) => deployment)
}

function statusOf(
  entry: ModelEntry,
  { version, steps }: { readonly version: string; readonly steps: readonly number[] },
): DeploymentStatus | undefined {
  if (entry.kind === 'rollout-weight')
    return status(
      'in_progress',
      `v${version} gets ${printShare(entry.weight)} of the traffic, step ${entry.step + 1} of ${steps.length}`,
    )
  if (entry.kind === 'rollout-judged')
    return status('in_progress', `v${version}, step ${entry.step + 1} of ${steps.length}: ${entry.verdict}`)
  if (entry.kind === 'rollout-finished')
    return entry.outcome === 'promoted'
      ? status('success', `v${version} serves: ${entry.why}`)
      : status('failure', `v${version} was rolled back: ${entry.why}`)
  return undefined
}

function status(state: DeploymentStatus['state'], text: string): DeploymentStatus {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')]
  // Counted in UTF-16 units, as JavaScript does, which is never less than what GitHub counts; no character is split.
  let description = ''
  for (const character of characters) {
    if (description.length + character.length > longestDescription - 1) return { state, description: `${description}…` }
    description += character
  }
  return { state, description }
}

interface Existing {
  readonly id: number
}

/**
 * Brings GitHub's deployment of a rollout to what the ledger says: makes it when it is not there, and adds the statuses that are
 * missing. Once it is a success, earlier ones of this environment are set inactive, which GitHub does not do for production by itself.
 * Done again, it changes nothing.
 */
export async function showDeployment(github: GitHub, deployment: Deployment, where: DeploymentPlace): Promise<void> {
  await ask(`show the rollout in the environment ${where.environment}`, 'deployments: write', async () => {
    const id = await ensureDeployment(github, deployment, where)
    for (const status of await missingStatuses(github, id, deployment.statuses))
      await addStatus(github, id, status, where)
    if (deployment.statuses.at(-1)?.state === 'success') await retireOthers(github, id, where)
  })
}

async function ensureDeployment(
  github: GitHub,
  { model, version, rollout }: Deployment,
  { environment, commit }: DeploymentPlace,
): Promise<number> {
  const find = async (): Promise<Existing | undefined> =>
    (await deploymentsIn(github, environment)).find(({ payload }) => rolloutIn(payload) === rollout)
  const make = async (): Promise<Existing> => {
    const data = await request(github, 'POST /repos/{owner}/{repo}/deployments', {
      ref: commit,
      environment,
      description: status('in_progress', `${model} v${version}`).description,
      payload: { model, version, rollout },
      // Otherwise GitHub merges the default branch into the commit, and waits for checks of which this job is one.
      auto_merge: false,
      required_contexts: [],
      production_environment: true,
      transient_environment: false,
    })
    if (!('id' in data))
      throw Object.assign(new Error(data.message ?? 'GitHub merged instead of deploying'), { status: 409 })
    return data
  }
  return (await ensure(find, make, github)).thing.id
}

function deploymentsIn(
  github: GitHub,
  environment: string,
): Promise<readonly { readonly id: number; readonly payload: unknown }[]> {
  return list(github, 'GET /repos/{owner}/{repo}/deployments', { environment })
}

function rolloutIn(payload: unknown): string | undefined {
  const value = typeof payload === 'string' ? parsed(payload) : payload
  const rollout = value !== null && typeof value === 'object' ? (value as { rollout?: unknown }).rollout : undefined
  return typeof rollout === 'string' ? rollout : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

interface Status {
  readonly state: string
  readonly description: string
}

function statusesOf(github: GitHub, id: number): Promise<readonly Status[]> {
  return list(github, 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', { deployment_id: id })
}

async function missingStatuses(
  github: GitHub,
  id: number,
  wanted: readonly DeploymentStatus[],
): Promise<readonly DeploymentStatus[]> {
  const there = await statusesOf(github, id)
  return wanted.filter((each) => !there.some((one) => isSame(one, each)))
}

function isSame(a: Status, b: Status): boolean {
  return a.state === b.state && a.description === b.description
}

async function addStatus(
  github: GitHub,
  id: number,
  wanted: { readonly state: DeploymentStatus['state'] | 'inactive'; readonly description: string },
  { environmentUrl, logUrl }: Pick<DeploymentPlace, 'environmentUrl' | 'logUrl'>,
): Promise<void> {
  const find = async (): Promise<object | undefined> =>
    (await statusesOf(github, id)).find((one) => isSame(one, wanted))
  const make = (): Promise<object> =>
    request(github, 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
      deployment_id: id,
      state: wanted.state,
      description: wanted.description,
      auto_inactive: false,
      ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
      ...(logUrl === undefined ? {} : { log_url: logUrl }),
    })
  await ensure(find, make, github)
}

/** Earlier deployments of ours that still count as active: later ones are another job's business. */
async function retireOthers(github: GitHub, id: number, where: DeploymentPlace): Promise<void> {
  for (const other of await deploymentsIn(github, where.environment)) {
    if (other.id >= id || rolloutIn(other.payload) === undefined) continue
    const [latest] = await statusesOf(github, other.id)
    if (latest?.state === 'success')
      await addStatus(github, other.id, { state: 'inactive', description: 'a later version serves' }, {})
  }
}
