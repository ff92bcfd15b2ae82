// The life of a model on a stand-in for GitHub that fails at random: errors of the server, limits, answers that come late, lines that
// are cut before and after a request was taken. Each life is a first release, a pull request and a release; a job that ends in an
// error is run again. At the end everything must be there once, and no secret may have been written.
//   npm run build && npx tsx lab/github-faults.ts [--times 200] [--seed 1] [--probability 0.25]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dispatching, type Life, type Place, pipelineText, secret, startLife } from '../test/github/life.ts'
import { addPull } from '../test/github/stand-in/create-state.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    probability: { type: 'string', default: '0.25' },
  },
})
/** A job that fails is started again so often at most. */
const mostRuns = 6

interface Tally {
  jobs: number
  again: number
  faults: number
  readonly codes: Map<string, number>
}

const tally: Tally = { jobs: 0, again: 0, faults: 0, codes: new Map() }
const broken: string[] = []
const started = performance.now()
for (let time = 0; time < Number(values.times); time++) {
  const seed = Number(values.seed) * 100_000 + time
  const folder = await mkdtemp(path.join(tmpdir(), 'airworthy-faults-'))
  const faults = {
    seed,
    probability: Number(values.probability),
    atMostInARow: 8,
    retryAfterSeconds: 0,
    slowMilliseconds: 20,
  }
  const life = await startLife(folder, { dist: path.resolve('dist') }, faults)
  try {
    broken.push(...(await lived(life)).map((trouble) => `seed ${seed}: ${trouble}`))
  } finally {
    tally.faults += life.github.requests.filter(({ fault }) => fault !== undefined).length
    await life.end()
    await rm(folder, { recursive: true, force: true })
  }
}
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
console.log(
  `${values.times} lives of 3 jobs, ${tally.faults} failures put in, in ${minutes} min: ${tally.again} jobs ended in an error and were run again (${[...tally.codes].map(([code, count]) => `${code} ${count}`).join(', ')}); ${broken.length} lives with something doubled, lost or written`,
)
for (const trouble of broken) console.log(trouble)
process.exitCode = broken.length === 0 ? 0 : 1

async function lived(life: Life): Promise<string[]> {
  const { state } = life.github
  const text = pipelineText().replace('bake: 1s', 'bake: 500ms').replace('rate: 400', 'rate: 1000')
  const first = await life.commit('main', 'digits-1.0.0', text)
  const troubles = await completed(life, 'release', { commit: first, event: 'push', run: 1 })
  const head = await life.commit('faster', 'digits-candidate', text)
  addPull(state, { number: 7, head: { sha: head, ref: 'faster' } }, 901)
  const pull = {
    number: 7,
    head: { sha: head, repo: { full_name: 'airworthy/models' } },
    base: { repo: { full_name: 'airworthy/models' } },
  }
  troubles.push(
    ...(await completed(life, '.', {
      commit: head,
      event: 'pull_request',
      payload: { pull_request: pull },
      branch: 'faster',
      run: 2,
      inputs: { status: 'always', comment: 'always', check: 'always' },
    })),
  )
  const merged = await life.commit('main', 'digits-candidate', text)
  troubles.push(...(await completed(life, 'release', { commit: merged, event: 'push', run: 3, inputs: dispatching })))
  return [...troubles, ...(await wrong(life, first, merged, head))]
}

/** Runs a job until it passes. */
async function completed(life: Life, action: '.' | 'release', place: Place): Promise<string[]> {
  for (let attempt = 1; attempt <= mostRuns; attempt++) {
    tally.jobs += 1
    const run = await life.job(`${action} ${place.run}`, action, { ...place, attempt })
    if (run.exitCode === 0) return []
    const code = /error\[([\w-]+)\]/.exec(run.log)?.[1]
    tally.again += 1
    tally.codes.set(code ?? 'none', (tally.codes.get(code ?? 'none') ?? 0) + 1)
    if (run.exitCode !== 2 || code === undefined)
      return [`job ${place.run} ended with ${run.exitCode}: ${run.log.slice(-600)}`]
  }
  return [`job ${place.run} did not complete in ${mostRuns} runs`]
}

/** What is not as it must be at the end. */
async function wrong({ github, steps, tags }: Life, first: string, merged: string, head: string): Promise<string[]> {
  const { state, violations } = github
  const seen: Readonly<Record<string, unknown>> = {
    comments: state.comments.map(({ issue, body }) => `${issue} ${/### . (\w+)/.exec(body)?.[1]}`),
    statuses: state.statuses.map(({ sha, state: is }) => `${sha === head} ${is}`),
    'check of the last attempt': state.checkRuns.filter(({ headSha }) => headSha === head).at(-1)?.conclusion,
    'checks made twice':
      state.checkRuns.length -
      new Set(state.checkRuns.map(({ externalId, headSha }) => `${externalId} ${headSha}`)).size,
    releases: state.releases.map(
      ({ tagName, draft, assets }) =>
        `${tagName} ${draft} ${assets.filter((one) => one.state === 'uploaded').length}/${assets.length}`,
    ),
    deployments: state.deployments.map(
      ({ sha, statuses }) =>
        `${sha === first ? 1 : sha === merged ? 2 : 0} ${statuses.at(-1)?.state} ${statuses.length - new Set(statuses.map(({ state: is, description }) => is + description)).size}`,
    ),
    dispatches: state.dispatches.map((one) => (one.kind === 'workflow' ? `${one.workflow} ${one.ref}` : one.type)),
    tags: await tags(),
    'tags on GitHub': [...state.refs.keys()].filter((ref) => ref.startsWith('refs/tags/')).sort(),
    violations,
    'secrets written': steps.filter(([, run]) => JSON.stringify({ ...run, masks: [] }).includes(secret)).length,
  }
  const wanted: typeof seen = {
    comments: ['7 Pass'],
    statuses: ['true success'],
    'check of the last attempt': 'success',
    'checks made twice': 0,
    releases: ['digits@v1.0.0 false 3/3', 'digits@v1.0.1 false 3/3'],
    deployments: ['1 inactive 0', '2 success 0'],
    dispatches: ['after-release.yml digits@v1.0.1', 'model-released'],
    tags: ['digits#production#1', 'digits#production#2', 'digits@v1.0.0', 'digits@v1.0.1'],
    'tags on GitHub': [
      'refs/tags/digits#production#1',
      'refs/tags/digits#production#2',
      'refs/tags/digits@v1.0.0',
      'refs/tags/digits@v1.0.1',
    ],
    violations: [],
    'secrets written': 0,
  }
  return Object.keys(wanted).flatMap((name) =>
    JSON.stringify(seen[name]) === JSON.stringify(wanted[name]) ? [] : [`${name}: ${JSON.stringify(seen[name])}`],
  )
}
