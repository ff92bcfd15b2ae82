import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { type ActionRun, type ActionSetup, runAction } from '../mini-runner.ts'
import type { FaultOptions } from './stand-in/faults.ts'
import { type StandIn, startGitHub } from './stand-in/index.ts'

const execute = promisify(execFile)
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
/** What workflows that are started after a release are told. */
const told = { model: {}, version: {}, tag: {}, sha: {} }
/** Inputs of a release that starts others, through both triggers. */
export const dispatching = { dispatch: 'after-release.yml', 'dispatch-event': 'model-released' }
export const actor = 'ada'
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
    target: { local: { replay: eval, rate: 400${serving} } }
    steps: [50%, 100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 3pp }]
    ${when}
`
}

export async function startLife(folder: string, machine: Machine, faults?: FaultOptions): Promise<Life> {
  const [remote, work] = [path.join(folder, 'remote.git'), path.join(folder, 'work')]
  const git = async (cwd: string, ...args: readonly string[]): Promise<string> =>
    (await execute('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd })).stdout.trim()
  await mkdir(folder, { recursive: true })
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  await git(folder, 'clone', '--quiet', remote, work)
  await writeFile(path.join(work, 'README.md'), 'A model.\n')
  await git(work, 'checkout', '--quiet', '-B', 'main')
  await git(work, 'add', '.')
  await git(work, 'commit', '--quiet', '-m', 'Begin')
  await git(work, 'push', '--quiet', 'origin', 'main')
  const first = await git(work, 'rev-parse', 'HEAD')
  const github = await startGitHub({
    repository: origin,
    commits: [{ sha: first }],
    users: ['stranger'],
    collaborators: { [actor]: 'maintain' },
    environments: { production: { rules: [{ type: 'required_reviewers', users: [actor] }] } },
    workflows: [
      { file: 'pull-request.yml', on: ['pull_request'] },
      { file: 'after-release.yml', on: ['workflow_dispatch'], inputs: told },
      { file: 'told.yml', on: ['repository_dispatch'] },
    ],
    ...(faults === undefined ? {} : { faults }),
  })
  const steps: Step[] = []
  const digits = path.join(top, 'pipelines', 'digits')
  return {
    github,
    steps,
    async commit(branch, model, pipeline) {
      await git(work, 'checkout', '--quiet', '-B', branch)
      await cp(path.join(digits, `${model}.onnx`), path.join(work, 'model.onnx'))
      await cp(path.join(digits, 'test.npz'), path.join(work, 'test.npz'))
      await writeFile(path.join(work, 'airworthy.yml'), pipeline)
      await git(work, 'add', '.')
      await git(work, 'commit', '--quiet', '--allow-empty', '-m', `Try ${model}`)
      await git(work, 'push', '--quiet', '--force', 'origin', branch)
      const sha = await git(work, 'rev-parse', 'HEAD')
      github.createCommit({ sha, branch })
      return sha
    },
    async job(what, action, at) {
      const workspace = path.join(folder, `job-${steps.length}`)
      await git(folder, 'clone', '--quiet', remote, workspace)
      await git(workspace, 'checkout', '--quiet', at.commit)
      await git(workspace, 'config', 'user.name', 'Ada')
      await git(workspace, 'config', 'user.email', 'ada@example.org')
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
