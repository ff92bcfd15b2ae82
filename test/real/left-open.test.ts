import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../src/core/ledger.ts'
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
    hooked: `${text('digits-candidate', '1.1.0')}    on-promoted: [{ run: ["true"] }]\n`,
    failing: text('digits-candidate', '1.1.0').replace(
      'rate: 200',
      'rate: 200, fault: { errors: 90%, above-weight: 10% }',
    ),
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

const abortedAt = async (
  start: Awaited<ReturnType<typeof place>>,
  name: string,
  isThen: (entry: LedgerEntry) => boolean,
): Promise<RunReport> => {
  const ended = new AbortController()
  return start(name, {
    signal: ended.signal,
    listener: (event) => {
      if (event.event === 'recorded' && isThen(event.entry)) ended.abort()
    },
  })
}

test.each([
  ['began', 'better', ({ kind }: LedgerEntry) => kind === 'rollout-started', / has moved no traffic yet\.$/],
  [
    'was promoted, and its hook is still to be called',
    'hooked',
    (entry: LedgerEntry) => entry.kind === 'assign' && entry.version === '1.1.0',
    / digits 1\.1\.0 serves; what follows its promotion is not done yet\.$/,
  ],
  [
    'is taken back',
    'failing',
    (entry: LedgerEntry) => entry.kind === 'rollout-weight' && entry.weight === 0,
    / is open: its traffic was taken back, and 0 of 2 steps passed; no other version of digits /,
  ],
])('a run that is ended when its rollout %s says so', async (_, name, isThen, says) => {
  const { outcome, sentence } = await abortedAt(await place(), name, isThen)
  expect([outcome, sentence]).toEqual(['cancelled', expect.stringMatching(says)])
})
