import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { pipelineText } from '../github/life.ts'
import { actor, endedPayload, pullPayload, startRepository } from '../github/repository.ts'
import { addPull, addRun } from '../github/stand-in/create-state.ts'
import type { StandIn } from '../github/stand-in/index.ts'

// The workflows that users copy, as they are, run by `act` on this machine: real checkouts, a real git remote, our Actions from dist/,
// Node 24 as the runner has it, and a stand-in for GitHub's API. GitHub's own actions cannot be fetched where GitHub cannot be reached:
// those of test/fixtures/actions are in their place. `.ci/run` installs act.
const act = process.env['AIRWORTHY_ACT'] ?? 'act'
const node24 = process.env['AIRWORTHY_NODE24'] ?? process.execPath
const top = path.resolve(import.meta.dirname, '..', '..')
const execute = promisify(execFile)
const nothing = '0'.repeat(40)

interface Place {
  readonly github: StandIn
  /** Makes a commit of these files (a model of the digits by its name) on a branch, and pushes it. */
  commit(branch: string, model: string, files?: Readonly<Record<string, string>>): Promise<string>
  /** Runs a workflow of examples/workflows in a fresh clone of a branch, for an event. */
  run(workflow: string, event: string, branch: string, payload: unknown): Promise<{ code: number; log: string }>
  /** The text of a file that a job has kept as an artifact, or that a script of the jobs wrote. */
  kept(file: string): Promise<string>
}

test('release.yml and pull-request.yml, then comment.yml for a fork, then what follows a release', {
  timeout: 600_000,
}, async () => {
  const { github, commit, run, kept } = await place()
  const { state } = github
  const first = await commit('main', 'digits-1.0.0')
  const released = await run('release.yml', 'push', 'main', pushed(first))
  expect(released.code, released.log).toBe(0)
  expect(state.releases).toMatchObject([{ tagName: 'digits@v1.0.0', draft: false }])
  expect(state.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['success'])
  const [dispatch] = state.dispatches
  expect(dispatch).toMatchObject({ workflow: 'after-release.yml', ref: 'digits@v1.0.0' })
  const inputs = dispatch?.kind === 'workflow' ? dispatch.inputs : {}
  const followed = await run('after-release.yml', 'workflow_dispatch', 'main', { inputs })
  expect(followed.code, followed.log).toBe(0)
  expect(followed.log).toContain('digits 1.0.0 is released')

  const head = await commit('faster', 'digits-candidate')
  addPull(state, { number: 7, head: { sha: head, ref: 'faster' } }, 901)
  const tried = await run('pull-request.yml', 'pull_request', 'faster', pullPayload(7, head, 'airworthy/models'))
  expect(tried.code, tried.log).toBe(0)
  expect(state.comments.map(({ issue, body }) => [issue, body])).toEqual([[7, expect.stringContaining('### ✓ Pass')]])
  expect(state.checkRuns.filter(({ headSha }) => headSha === head)).toMatchObject([{ conclusion: 'success' }])

  // What that job has kept is what a fork's would have kept.
  state.forks.set('stranger/models', 4242)
  addPull(state, { number: 8, head: { sha: head, ref: 'patch', repository: 'stranger/models' } }, 902)
  const report = await kept('airworthy-report/report.json')
  addRun(
    state,
    {
      id: 55,
      workflow: 'pull-request.yml',
      event: 'pull_request',
      headSha: head,
      headBranch: 'patch',
      headRepository: 'stranger/models',
      artifacts: [{ name: 'airworthy-report', files: { 'report.json': report } }],
    },
    () => 56,
  )
  const posted = await run('comment.yml', 'workflow_run', 'main', endedPayload(55, head))
  expect(posted.code, posted.log).toBe(0)
  expect(state.comments.map(({ issue }) => issue)).toEqual([7, 8])
  expect(github.violations).toEqual([])
})

test('matrix.yml measures on each machine, and judges once', { timeout: 600_000 }, async () => {
  const { github, commit, run } = await place()
  const first = await commit('main', 'digits-1.0.0', await packed(matrixPipeline))
  const ran = await run('matrix.yml', 'push', 'main', pushed(first))
  expect(ran.code, ran.log).toBe(0)
  expect(ran.log.match(/Success - Main airworthy\/airworthy@/g)).toHaveLength(3)
  expect(github.state.checkRuns).toMatchObject([{ headSha: first, conclusion: 'success' }])
  expect(github.violations).toEqual([])
})

test('gpu.yml stops its machine although nothing could be measured on it; clean-up.yml stops those that are left', {
  timeout: 300_000,
}, async () => {
  const { commit, run, kept } = await place()
  const script = (word: string) => `#!/bin/sh\necho "${word} $*" >> "$RUNNER_KEPT/machines"\n`
  const first = await commit('main', 'digits-1.0.0', {
    'gpu/start.sh': script('start'),
    'gpu/stop.sh': script('stop'),
    'airworthy-gpu.yml': pipelineText(),
  })
  const ran = await run('gpu.yml', 'push', 'main', pushed(first))
  expect(ran.code, ran.log).toBe(1)
  // Offline, on a machine whose image lacks the runtime: nothing is fetched, and the error says so.
  expect(ran.log).toContain('which runs the models, was not found')
  const cleaned = await run('clean-up.yml', 'schedule', 'main', {})
  expect(cleaned.code, cleaned.log).toBe(0)
  expect((await kept('machines')).trim().split('\n')).toEqual([
    'start gpu-101-1 --ttl-minutes 60',
    'stop gpu-101-1',
    'stop --expired',
  ])
})

/** Two scenarios, each on a machine of its own. */
const matrixPipeline = pipelineText().replace(
  '  benchmark: {}\n',
  `  benchmark:
    budget: 2s
    scenarios:
      - { provider: cpu, batch: 1, threads: 1, runner: [ubuntu-latest] }
      - { provider: cpu, batch: 4, threads: 1, runner: [large] }
`,
)

/** The files of a repository that has Airworthy as a package. */
async function packed(pipeline: string): Promise<Record<string, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'airworthy-pack-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { stdout } = await execute('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: top })
  const archive = path.join(folder, stdout.trim().split('\n').at(-1) ?? '')
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ devDependencies: { airworthy: `file:${archive}` } }),
  )
  await execute('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit'], { cwd: folder })
  const text = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8')
  return {
    'airworthy.yml': pipeline,
    'package.json': await text('package.json'),
    'package-lock.json': await text('package-lock.json'),
    '.npmrc': 'ignore-scripts=true\n',
    '.gitignore': 'node_modules\n',
  }
}

function pushed(sha: string): object {
  return { ref: 'refs/heads/main', after: sha, repository: { full_name: 'airworthy/models', default_branch: 'main' } }
}

/** GitHub's own actions, as the examples pin them, and ours. */
function replaced(workflows: string, own: string): Record<string, string> {
  const pins = [...workflows.matchAll(/uses: actions\/(cache|upload-artifact|download-artifact)\S*@([0-9a-f]{40})/g)]
  const others = pins.map(([, name = '', sha]) => [
    `actions/${name}@${sha}`,
    path.join(top, 'test/fixtures/actions', name),
  ])
  return { ...Object.fromEntries(others), [`airworthy/airworthy@${nothing}`]: own }
}

async function place(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'airworthy-act-'))
  const names = await readdir(path.join(top, 'examples/workflows'))
  const text = (name: string): Promise<string> => readFile(path.join(top, 'examples/workflows', name), 'utf8')
  const workflows = await Promise.all(
    names.map(async (name) => [`.github/workflows/${name}`, await text(name)] as const),
  )
  const { github, commit, clone } = await startRepository(folder, Object.fromEntries(workflows))
  await mkdir(path.join(folder, 'kept'))
  // What a runner gets of Airworthy: the files of its commit, without what was installed beside them.
  const own = path.join(folder, 'airworthy')
  for (const part of ['action.yml', 'comment', 'release', 'dist'])
    await cp(path.join(top, part), path.join(own, part), { recursive: true })
  onTestFinished(async () => {
    await github.close()
    await rm(folder, { recursive: true, force: true })
  })
  let runs = 0
  return {
    github,
    kept: (file) => readFile(path.join(folder, 'kept', file), 'utf8'),
    commit: (branch, model, files = {}) => commit(branch, model, { 'airworthy.yml': pipelineText(), ...files }),
    async run(workflow, event, branch, payload) {
      runs += 1
      const workspace = path.join(folder, `clone-${runs}`)
      await clone(workspace, branch)
      const eventFile = path.join(folder, `event-${runs}.json`)
      await writeFile(eventFile, JSON.stringify(payload))
      const labels = ['ubuntu-latest', 'large', 'self-hosted', `gpu-${100 + runs}-1`]
      const env = {
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'airworthy/models',
        GITHUB_RUN_ID: `${100 + runs}`,
        RUNNER_KEPT: path.join(folder, 'kept'),
      }
      const args = [
        event,
        ...['--workflows', path.join(workspace, '.github/workflows', workflow)],
        ...labels.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
        ...['--eventpath', eventFile],
        ...['--actor', actor],
        ...['--secret', 'GITHUB_TOKEN=write-token'],
        '--no-cache-server',
        ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ...Object.entries(replaced(await text(workflow), own)).flatMap(([name, at]) => [
          '--local-repository',
          `${name}=${at}`,
        ]),
      ]
      const surroundings = { ...process.env, PATH: `${path.dirname(node24)}:${process.env['PATH']}`, HOME: folder }
      return await execute(act, args, { cwd: workspace, env: surroundings, maxBuffer: 2 ** 26 }).then(
        ({ stdout, stderr }) => ({ code: 0, log: stdout + stderr }),
        (error: { code: number; stdout: string; stderr: string }) => ({
          code: error.code,
          log: `${error.stdout}${error.stderr}`,
        }),
      )
    },
  }
}
