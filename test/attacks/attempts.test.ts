import path from 'node:path'
import { expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { attemptsBefore } from '../../src/entry/action/attempts.ts'
import { runOnGitHub } from '../../src/entry/action/event.ts'
import { postCheckRun } from '../../src/github/check-run.ts'
import { load } from '../../src/pipeline/load.ts'
import { run } from '../../src/pipeline/run.ts'
import { temporaryFolder } from '../folders.ts'
import { product } from '../github/product.ts'
import { firstSha } from '../github/stand-in/seed.ts'
import { start } from '../github/start.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld, worldOfKnownTimes } from '../world.ts'

const digits = path.resolve('pipelines/digits')
const openWorld = sharingWorkers(testWorld)

const pipeline = `pipeline: p
model: { candidate: ${digits}/digits-candidate.onnx, production: ${digits}/digits-1.0.0.onnx }
stages:
  benchmark: { scenarios: [{ batch: 32, threads: 1 }], budget: 60s, blocks: { min: 6, max: 12 } }
  compare: { outputs: stated, metrics: { latency.p50: { margin: 10% } } }
  gate: {}
`

/** An attempt of a job: what share of the error rate its looks may have spent, and what it warns of. */
async function attempt(number: number, cwd: string, key?: string) {
  const { workerScript } = await worldOfKnownTimes()
  const env = {
    ...process.env,
    RUNNER_TEMP: temporaryFolder(),
    GITHUB_RUN_ATTEMPT: String(number),
    ...(key === undefined ? {} : { AIRWORTHY_CACHE_KEY: key }),
  }
  const world = await openWorld({ cwd, ci: true, event: 'push', env, workerScript })
  await world.files.writeText(path.join(cwd, 'p.yml'), pipeline)
  const report = await run(await load('p.yml', world), world, { fresh: true })
  const looks = report.measurements?.speed.flatMap((speed) => speed.looks) ?? []
  const blocks = report.measurements?.speed[0]?.blocks.length ?? 0
  const codes = report.stages.flatMap(({ warnings }) => warnings.map(({ code }) => code))
  return { outcome: report.outcome, spent: looks.at(-1)?.spent ?? 0, blocks, codes }
}

test('a job that is run again until it passes has less of the error rate each time', async () => {
  const first = await attempt(1, temporaryFolder())
  expect(first.codes).not.toContain('attempts-spent')
  for (const [number, share] of [
    [2, 0.1],
    [3, 0.05],
    [5, 0.0125],
  ] as const) {
    const { spent, codes } = await attempt(number, temporaryFolder())
    expect(spent).toBeGreaterThan(0)
    expect(spent).toBeLessThanOrEqual(share + 1e-9)
    expect(codes).toContain('attempts-spent')
  }
})

test('an attempt that finds what was measured before goes on from there', async () => {
  const [cwd, key] = [temporaryFolder(), 'k'.repeat(40)]
  const first = await attempt(1, cwd, key)
  const second = await attempt(2, cwd, key)
  expect(second.blocks).toBeGreaterThanOrEqual(first.blocks)
  expect(second.codes).not.toContain('attempts-spent')
})

test('a commit whose check failed before is measured again as another attempt, not as the first', async () => {
  const github = await start()
  const world = { github: product(github) } as World
  const env = { GITHUB_SHA: firstSha, GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '3' }
  const count = () => attemptsBefore('digits', runOnGitHub(env, {}), world)
  const check = (externalId: string, conclusion: 'failure' | 'success' | 'neutral', name = 'airworthy: digits') =>
    postCheckRun(product(github), {
      ...{ name, commit: firstSha, externalId, conclusion },
      ...{ title: 'x', summary: 'x', annotations: [] },
    })
  // Two attempts of this run came before.
  expect(await count()).toBe(2)
  await check('7.1', 'failure')
  await check('7.3', 'failure')
  expect(await count()).toBe(2)
  // Other runs of the same commit, one of which could not tell.
  await check('5.1', 'failure')
  await check('6.1', 'neutral')
  expect(await count()).toBe(4)
  // What passed is not tried again, and another pipeline is another question.
  await check('4.1', 'success')
  await check('3.1', 'failure', 'airworthy: other')
  await check('7.2', 'success')
  expect(await count()).toBe(3)
})

test('where the token may not look at checks, attempts of the run count all the same', async () => {
  const github = await start()
  const env = { GITHUB_SHA: firstSha, GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '4' }
  const none = { github: product(github, 'no-such-token') } as World
  expect(await attemptsBefore('digits', runOnGitHub(env, {}), none)).toBe(3)
})
