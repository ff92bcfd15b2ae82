import { expect, test } from 'vitest'
import { type CheckRun, postCheckRun } from '../../src/github/check-run.ts'
import { postStatus } from '../../src/github/status.ts'
import { product } from './product.ts'
import { firstSha } from './stand-in/seed.ts'
import { start } from './start.ts'

const annotation = (line: number) =>
  ({ path: 'airworthy.yml', line, level: 'failure', title: 'latency.p50: fail', message: `line ${line}` }) as const

function check(over: Partial<CheckRun> = {}): CheckRun {
  return {
    name: 'airworthy: digits',
    commit: firstSha,
    externalId: 'run-1',
    conclusion: 'failure',
    title: 'fail: latency.p50 59–66 % higher',
    summary: '### ✗ Fail',
    annotations: [annotation(3)],
    url: 'https://github.com/airworthy/models/actions/runs/1',
    ...over,
  }
}

test('a check run with its annotations, once for each run however often it is told', async () => {
  const github = await start()
  await postCheckRun(product(github), check())
  await postCheckRun(product(github), check({ conclusion: 'success' }))
  expect(github.state.checkRuns).toHaveLength(1)
  expect(github.state.checkRuns[0]).toMatchObject({
    conclusion: 'success',
    externalId: 'run-1',
    annotations: [{ start_line: 3 }],
  })
  await postCheckRun(product(github), check({ externalId: 'run-2' }))
  expect(github.state.checkRuns).toHaveLength(2)
  expect(github.violations).toEqual([])
})

test('any number of annotations, fifty at a time, none twice', async () => {
  const github = await start()
  const annotations = Array.from({ length: 120 }, (_, index) => annotation(index + 1))
  await postCheckRun(product(github), check({ annotations }))
  await postCheckRun(product(github), check({ annotations }))
  expect(github.state.checkRuns[0]?.annotations.map(({ start_line }) => start_line)).toEqual(
    annotations.map(({ line }) => line),
  )
  expect(github.violations).toEqual([])
})

test('a check run is made once although no answer came', async () => {
  const github = await start()
  github.failNext('checks/create', 'cut-after')
  await postCheckRun(product(github), check())
  expect(github.state.checkRuns).toHaveLength(1)
})

test('a status is set when it says something else than what stands', async () => {
  const github = await start()
  const set = (state: 'success' | 'failure', description: string) =>
    postStatus(product(github), {
      commit: firstSha,
      context: 'airworthy/digits',
      state,
      description,
      url: 'https://x.test/1',
    })
  await set('failure', 'slower')
  await set('failure', 'slower')
  github.failNext('repos/create-commit-status', 'cut-after')
  await set('success', 'faster')
  await set('success', 'faster')
  expect(github.state.statuses.map(({ state, description }) => `${state} ${description}`)).toEqual([
    'failure slower',
    'success faster',
  ])
  expect(github.violations).toEqual([])
})
