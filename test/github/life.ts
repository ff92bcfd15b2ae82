import { existsSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ActionRun, type ActionSetup, runAction } from '../mini-runner.ts'
import { actor, startRepository } from './repository.ts'
import type { FaultOptions } from './stand-in/faults.ts'
import type { StandIn } from './stand-in/index.ts'

const top = path.resolve(import.meta.dirname, '..', '..')

/** How the three Actions are started: `dist` is the folder of their bundles. */
export interface Machine {
  readonly dist: string
  readonly node?: string
}

export type Step = readonly [what: string, run: ActionRun]

/** The life of a model on a stand-in for GitHub, with a real git and a real remote: each call is one job of a workflow. */
export interface Life {
  readonly github: StandIn
  readonly steps: readonly Step[]
  /** Puts a model on a branch as a commit, with this pipeline; gives the commit. */
  commit(branch: string, model: string, pipeline: string): Promise<string>
  /** A job in a fresh clone of a commit. */
  job(what: string, action: '.' | 'comment' | 'release', at: Place): Promise<ActionRun>
  tags(): Promise<readonly string[]>
  end(): Promise<void>
}

export interface Place {
  readonly commit: string
  readonly event: string
  readonly payload?: unknown
  readonly branch?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly token?: string
  readonly run: number
  readonly attempt?: number
}

const origin = 'airworthy/models'
/** Inputs of a release that starts others, through both triggers. */
export const dispatching = { dispatch: 'after-release.yml', 'dispatch-event': 'model-released' }
export const secret = 'write-token'

/** Sizes alone are compared, so that a job takes moments; the roll-out is a real one, over HTTP. */
export function pipelineText(serving = ''): string {
  const when = 'when: { event: push, branch: main }'
  return `pipeline: digits
model: { candidate: model.onnx, production: registry }
registry: { git: ., remote: origin }
data:
  eval: { from: test.npz, inputs: { image: images }, label: labels }
stages:
  validate: {}
  benchmark: {}
  compare: { metrics: { size: { margin: 50% } } }
  gate: {}
  release: { ${when} }
  rollout:
    target: { local: { replay: eval, rate: 400, timeout: 60s${serving} } }
    steps: [50%, 100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 3pp }]
    ${when}
`
}

export async function startLife(folder: string, machine: Machine, faults?: FaultOptions): Promise<Life> {
  const { github, remote, git, clone, commit } = await startRepository(folder, { 'README.md': 'A model.\n' }, faults)
  const steps: Step[] = []
  return {
    github,
    steps,
    commit: (branch, model, pipeline) => commit(branch, model, { 'airworthy.yml': pipeline }),
    async job(what, action, at) {
      const workspace = path.join(folder, `job-${steps.length}`)
      await clone(workspace, at.commit)
      // What actions/cache brings: the models that the registry speaks of.
      const [cached, store] = [path.join(folder, 'store'), path.join(workspace, '.airworthy', 'store')]
      if (existsSync(cached)) await cp(cached, store, { recursive: true })
      const run = await runAction(setupOf(action, at, workspace, github, machine))
      if (existsSync(store)) await cp(store, cached, { recursive: true })
      steps.push([what, run])
      await keepReport(run, path.join(folder, `report-${at.run}.json`))
      await rm(workspace, { recursive: true, force: true })
      return run
    },
    tags: async () => (await git(remote, 'tag', '--list')).split('\n').filter((tag) => tag !== ''),
    end: () => github.close(),
  }
}

async function keepReport({ outputs }: ActionRun, to: string): Promise<void> {
  if (outputs['report-json']) await cp(outputs['report-json'], to)
}

export function reportOf(folder: string, run: number): Promise<string> {
  return readFile(path.join(folder, `report-${run}.json`), 'utf8')
}

function setupOf(
  action: '.' | 'comment' | 'release',
  { commit, event, payload = {}, branch = 'main', inputs = {}, token = secret, run, attempt = 1 }: Place,
  workspace: string,
  github: StandIn,
  { dist, node }: Machine,
): ActionSetup {
  return {
    action: path.join(top, action, 'action.yml'),
    main: path.join(dist, `${action === '.' ? 'action' : action}.js`),
    workspace,
    inputs,
    token,
    event: { name: event, payload },
    ...(node === undefined ? {} : { node }),
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: origin,
      GITHUB_REF_NAME: branch,
      GITHUB_SHA: commit,
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_TRIGGERING_ACTOR: actor,
      NODE_PATH: path.join(top, 'node_modules'),
    },
  }
}
