import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import type { World } from '../../src/core/world.ts'
import { load } from '../../src/pipeline/load.ts'
import { type RunOptions, run } from '../../src/pipeline/run.ts'
import { airworthyIn } from '../command-line.ts'
import { testWorld } from '../world.ts'

// What a run says of a rollout that it could not bring to its end, and of one that is in its way.

const text = (candidate: string, version: string): string => `pipeline: digits
model: { candidate: digits/${candidate}.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: digits/digits-1.0.0.onnx } }
data:
  eval: { from: digits/test.npz, inputs: { image: images }, label: labels }
stages:
  benchmark: { scenarios: [{ provider: cpu, batch: 32, threads: 1 }], budget: 3s }
  compare: { against: production, outputs: stated, metrics: { size: { margin: 90% } } }
  gate: { require: [size] }
  release: { version: ${version} }
  rollout:
    target: { local: { replay: eval, rate: 200 } }
    steps: [50%, 100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 10pp }]
`

async function place(): Promise<(name: string, options?: RunOptions) => Promise<RunReport>> {
  const world: World = await testWorld()
  cpSync('pipelines/digits', path.join(world.cwd, 'digits'), { recursive: true })
  const files = {
    better: text('digits-candidate', '1.1.0'),
    other: text('digits-regression', '1.2.0'),
    serving: text('digits-1.0.0', 'from-evidence'),
  }
  for (const [name, of] of Object.entries(files)) writeFileSync(path.join(world.cwd, `${name}.yml`), of)
  await airworthyIn(world, ['registry', 'init', 'better.yml'])
  return async (name, options = {}) => run(await load(`${name}.yml`, world), world, options)
}

test('a run that is ended says how its rollout stands, and one that finds it in its way is refused at once', async () => {
  const start = await place()
  const ended = new AbortController()
  const cancelled = await start('better', {
    signal: ended.signal,
    listener: (event) => {
      if (event.event === 'recorded' && event.entry.kind === 'rollout-weight') ended.abort()
    },
  })
  expect(cancelled.outcome).toBe('cancelled')
  expect(cancelled.sentence).toMatch(
    /^The run was cancelled; .* The rollout of digits 1\.1\.0 is open: it was given 50 % of traffic, and 0 of 2 steps passed; no other version of digits /,
  )
  expect(cancelled.openRollout).toMatchObject({ version: '1.1.0', from: '1.0.0', weight: 0.5, passed: 0, steps: 2 })

  for (const name of ['other', 'serving']) {
    let begun = false
    const listener: RunOptions['listener'] = ({ event }) => {
      begun ||= event === 'stage-started'
    }
    const refused = start(name, { listener })
    await expect(refused).rejects.toMatchObject({
      code: 'rollout-under-way',
      message: expect.stringContaining('digits 1.1.0 on local is under way: its run has left it'),
    })
    expect(begun).toBe(false)
  }

  const resumed = await start('better', { resume: cancelled.runId })
  expect([resumed.outcome, resumed.openRollout]).toEqual(['pass', undefined])
})
