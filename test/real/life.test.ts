import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../folders.ts'
import { dispatching, type Life, pipelineText, reportOf, secret, startLife } from '../github/life.ts'
import { endedPayload, pullPayload } from '../github/repository.ts'
import { addPull, addRun } from '../github/stand-in/create-state.ts'
import { bundle } from '../world.ts'

async function begin(): Promise<{ life: Life; folder: string }> {
  const folder = temporaryFolder()
  const life = await startLife(folder, { dist: bundle })
  onTestFinished(() => life.end())
  return { life, folder }
}

const bodies = (life: Life, pull: number): string[] =>
  life.github.state.comments.filter(({ issue }) => issue === pull).map(({ body }) => body)

test('the whole life of a model on GitHub, each step of it twice', async () => {
  const { life } = await begin()
  const { state, violations } = life.github

  // The first version: nothing to compare with.
  const first = await life.commit('main', 'digits-1.0.0', pipelineText())
  const released = await life.job('first release', 'release', { commit: first, event: 'push', run: 1 })
  expect(released.exitCode, released.log).toBe(0)
  expect(released.outputs).toMatchObject({ verdict: 'pass', version: '1.0.0', release: 'published' })

  // A pull request: one comment, and a check on its head.
  const head = await life.commit('faster', 'digits-candidate', pipelineText())
  addPull(state, { number: 7, head: { ref: 'faster', sha: head }, author: 'ada' }, 900)
  const payload = pullPayload(7, head, 'airworthy/models')
  const place = { commit: head, event: 'pull_request', payload, branch: 'faster' }
  const tried = await life.job('pull request', '.', { ...place, run: 2, inputs: { status: 'auto' } })
  expect(tried.exitCode, tried.log).toBe(0)
  expect(tried.outputs).toMatchObject({ verdict: 'pass', version: '', comment: 'created' })
  expect(bodies(life, 7)).toEqual([expect.stringMatching(/^<!-- airworthy:v1 key=digits run=2 .*\n### ✓ Pass: size/)])
  const again = await life.job('pull request again', '.', { ...place, run: 2, attempt: 2, inputs: { status: 'auto' } })
  expect(again.outputs['comment']).toBe('updated')
  expect(bodies(life, 7)).toHaveLength(1)
  expect(state.checkRuns.filter(({ headSha }) => headSha === head).map(({ conclusion }) => conclusion)).toEqual([
    'success',
    'success',
  ])
  expect(state.statuses.filter(({ sha }) => sha === head)).toHaveLength(1)

  // Merged: tag, release with assets, deployment with its statuses, roll-out.
  const merged = await life.commit('main', 'digits-candidate', pipelineText())
  for (const [run, outcome] of [
    [4, 'published'],
    [5, 'unchanged'],
  ] as const) {
    const job = await life.job('release', 'release', { commit: merged, event: 'push', run, inputs: dispatching })
    expect(job.exitCode, job.log).toBe(0)
    expect(job.outputs).toMatchObject({ verdict: 'pass', version: '1.0.1', release: outcome })
  }
  expect(await life.tags()).toEqual(['digits#production#1', 'digits#production#2', 'digits@v1.0.0', 'digits@v1.0.1'])
  expect(state.releases.map(({ tagName, draft, assets }) => [tagName, draft, assets.map(({ name }) => name)])).toEqual([
    ['digits@v1.0.0', false, ['digits-1.0.0.onnx', 'digits-1.0.0-evidence.json', 'digits-1.0.0-report.html']],
    ['digits@v1.0.1', false, ['digits-1.0.1.onnx', 'digits-1.0.1-evidence.json', 'digits-1.0.1-report.html']],
  ])
  const told = { model: 'digits', version: '1.0.1', tag: 'digits@v1.0.1', sha: merged }
  expect(state.dispatches).toMatchObject([
    { kind: 'workflow', workflow: 'after-release.yml', ref: 'digits@v1.0.1', inputs: told },
    { kind: 'repository', type: 'model-released', payload: told },
  ])
  expect(state.deployments.map(({ sha, statuses }) => [sha, statuses.at(-1)?.state])).toEqual([
    [first, 'inactive'],
    [merged, 'success'],
  ])

  // A version that misbehaves while serving is taken back, and the one before stays active.
  const bad = await life.commit(
    'main',
    'digits-regression',
    pipelineText(', fault: { errors: 30% }').replace('50% } }', '500% } }'),
  )
  const back = await life.job('rollback', 'release', { commit: bad, event: 'push', run: 6 })
  expect([back.exitCode, back.outputs['verdict']], back.log).toEqual([4, 'rolled-back'])
  expect(state.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['inactive', 'success', 'failure'])
  expect(state.releases).toHaveLength(3)

  expect(violations).toEqual([])
  for (const [what, run] of life.steps)
    expect([what, JSON.stringify({ ...run, masks: [] }).includes(secret)]).toEqual([what, false])
})

test("a fork's pull request: measured without rights, its comment posted by a workflow of the repository", async () => {
  const { life, folder } = await begin()
  const { state } = life.github
  const first = await life.commit('main', 'digits-1.0.0', pipelineText())
  await life.job('first release', 'release', { commit: first, event: 'push', run: 1 })
  const head = await life.commit('patch', 'digits-candidate', pipelineText())
  addPull(state, { number: 8, head: { ref: 'patch', sha: head, repository: 'stranger/models' }, author: 'ada' }, 900)
  state.forks.set('stranger/models', 4242)
  const run = await life.job('measured', '.', {
    commit: head,
    event: 'pull_request',
    payload: pullPayload(8, head, 'stranger/models'),
    branch: 'patch',
    token: 'read-token',
    run: 2,
  })
  expect(run.exitCode, run.log).toBe(0)
  expect(run.log).toMatch(/::notice title=no comment::.*pull-requests: write/)
  expect(run.summary).toContain('### ✓ Pass')
  expect(state.comments).toEqual([])

  const report = await reportOf(folder, 2)
  const ended = forkRun(life, head, report)
  const post = () => life.job('posted', 'comment', { commit: first, event: 'workflow_run', payload: ended, run: 3 })
  const posted = await post()
  expect(posted.exitCode, posted.log).toBe(0)
  expect(posted.outputs).toMatchObject({ comment: 'created', 'pull-request': '8', verdict: 'untrusted-pass' })
  expect((await post()).outputs['comment']).toBe('unchanged')
  expect(bodies(life, 8)).toEqual([expect.stringContaining('come from a run of the pull request itself')])
  expect(life.github.violations).toEqual([])
})

test('a release is refused to those who may not promote, and under triggers of strangers', async () => {
  const { life } = await begin()
  const first = await life.commit('main', 'digits-1.0.0', pipelineText())
  const refused = async (over: object) => {
    const run = await life.job('refused', 'release', { commit: first, event: 'push', run: 1, ...over })
    return [run.exitCode, /error title=([\w-]+)/.exec(run.log)?.[1]]
  }
  expect(await refused({ inputs: { 'promote-role': 'admin' } })).toEqual([2, 'promotion-refused'])
  expect(await refused({ inputs: { promoters: 'grace' } })).toEqual([2, 'promotion-refused'])
  expect(await refused({ inputs: { 'approved-sha': 'f'.repeat(40) } })).toEqual([2, 'promotion-refused'])
  expect(await refused({ event: 'workflow_run' })).toEqual([2, 'promotion-refused'])
  expect(await refused({ token: '' })).toEqual([2, 'github-token-missing'])
  expect(life.github.state.releases).toEqual([])
  expect(await life.tags()).toEqual([])
})

/** The run of the fork as GitHub has it, and the event that tells of its end. */
function forkRun(life: Life, sha: string, report: string): unknown {
  const seed = {
    id: 2,
    workflow: 'pull-request.yml',
    event: 'pull_request',
    headSha: sha,
    headBranch: 'patch',
    headRepository: 'stranger/models',
    artifacts: [{ name: 'airworthy-report', files: { 'report.json': report } }],
  }
  addRun(life.github.state, seed, () => 3)
  return endedPayload(2, sha)
}
