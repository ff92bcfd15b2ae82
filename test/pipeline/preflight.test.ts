import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors/index.ts'
import { load } from '../../src/pipeline/load.ts'
import { testWorld } from '../world.ts'

interface Parts {
  readonly data?: string
  readonly benchmark?: string
  readonly metrics?: string
  readonly gate?: string
  readonly more?: string
}

/** A pipeline on lines that do not move, whatever stands on them. */
function pipeline({ data = '{}', benchmark = '{}', metrics = '{ size: {} }', gate = '{}', more = '' }: Parts): string {
  return `pipeline: p
model: { candidate: a.onnx }
data: ${data}
stages:
  benchmark: ${benchmark}
  compare: { metrics: ${metrics} }
  gate: ${gate}
${more}
`
}

/** Every problem as `code line: message`; none for a sound pipeline. Nothing of what it names exists. */
async function problemsOf(parts: Parts): Promise<string[]> {
  const world = await testWorld()
  await world.files.writeText(`${world.cwd}/p.yml`, pipeline(parts))
  const thrown = await load('p.yml', world).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown === undefined) return []
  if (!(thrown instanceof UserError)) throw thrown
  return thrown.problems.map(({ code, where, message, hint }) => `${code} ${where?.line}: ${message} ${hint}`)
}

const labelled = '{ eval: { from: a.npz, label: y } }'

describe('a sound pipeline has no problems', () => {
  test.each<[string, Parts]>([
    ['without quality', {}],
    ['with labels', { data: labelled, metrics: '{ accuracy: {}, "accuracy[lang=de]": {}, agreement: {} }' }],
    ['that needs no labels', { data: '{ eval: { from: a.npz } }', metrics: '{ agreement: {}, output-error: {} }' }],
    ['whose reader may give labels', { data: '{ eval: { from: a.csv, uses: ./r.mjs } }', metrics: '{ accuracy: {} }' }],
    ['whose file says what it is by its bytes alone', { data: '{ eval: { from: a.zip } }' }],
    ['with data that no stage reads', { data: '{ eval: { from: a.npz }, raw: { from: raw.csv } }' }],
    [
      'with a scenario for each metric',
      { benchmark: '{ scenarios: [{}, { rate: 5 }] }', metrics: '{ throughput: {} }' },
    ],
    [
      'that measures energy',
      { benchmark: '{ scenarios: [{ provider: cuda, order: isolated }] }', metrics: '{ energy: {}, memory.gpu: {} }' },
    ],
    ['whose gate requires what is compared', { gate: '{ require: [size] }' }],
    ['with a rollout', { data: labelled, more: '  release: {}\n  rollout: { target: { local: {} } }' }],
    ['that runs on events', { gate: '{ when: { event: [push, "pull_request*", local, "*"], branch: [main] } }' }],
  ])('%s', async (_, parts) => {
    expect(await problemsOf(parts)).toEqual([])
  })
})

describe('what would fail only once the benchmark is paid for', () => {
  test.each<[string, Parts, RegExp]>([
    ['quality without data', { metrics: '{ accuracy: {} }' }, /^quality-without-data 5: .*accuracy/],
    [
      'quality on data of another name',
      { data: '{ test: { from: a.npz, label: y } }', metrics: '{ f1: {} }' },
      /^quality-without-data 5: .*f1.*: test\./,
    ],
    [
      'a metric of the user without data',
      { metrics: '{ mine: { uses: ./m.mjs, better: lower, margin: 1% } }' },
      /^quality-without-data 5: .*mine/,
    ],
    [
      'quality without labels',
      { data: '{ eval: { from: a.npz } }', metrics: '{ agreement: {}, rmse: {} }' },
      /^data-without-labels 3: .*rmse/,
    ],
    [
      'a slice without labels',
      { data: '{ eval: { from: a.npz } }', metrics: '{ "accuracy[lang=de]": {} }' },
      /^data-without-labels 3: .*accuracy\[lang=de\]/,
    ],
    ['data that are not declared', { data: labelled, benchmark: '{ data: evl }' }, /^data-set-unknown 5: .*evl/],
    ['data without a reader', { data: '{ eval: { from: sets/a.csv } }' }, /^data-unknown 3: a\.csv .*\.npz.*`uses:`/],
    ['a single array', { data: '{ eval: { from: A.NPY } }' }, /^data-unknown 3: A\.NPY/],
    [
      'throughput of an open loop',
      { benchmark: '{ scenarios: [{ rate: 5 }] }', metrics: '{ throughput: {} }' },
      /^metric-without-scenario 5: .*throughput.*without `rate:`/,
    ],
    ['energy of shared processors', { metrics: '{ energy: {} }' }, /^metric-without-scenario 5: .*energy.*isolated/],
    [
      'energy of the CPU alone',
      { benchmark: '{ scenarios: [{ order: isolated }] }', metrics: '{ energy: {} }' },
      /^metric-without-scenario 5: .*energy.*on the GPU/,
    ],
    [
      'a gate on what is not compared',
      { gate: '{ require: [size, latency.p50] }' },
      /^gate-metric-not-compared 7: .*latency\.p50.*Compared: size/,
    ],
    [
      'a gate on a name that is none',
      { gate: '{ require: [sizee] }' },
      /^gate-metric-not-compared 7: .*Did you mean size\?/,
    ],
    ['a gate on a stage', { gate: '{ require: [compare] }' }, /^gate-metric-not-compared 7: .*compare/],
    [
      'a rollout that replays nothing',
      { more: '  release: {}\n  rollout: { target: { local: {} } }' },
      /^replay-unknown 9: .*eval/,
    ],
    [
      'a rollout that replays what no reader reads',
      {
        data: '{ eval: { from: a.npz }, load: { from: load.jsonl } }',
        more: '  release: {}\n  rollout: { target: { local: { replay: load } } }',
      },
      /^data-unknown 3: load\.jsonl/,
    ],
    [
      'a load test that replays nothing',
      { more: '  validate: { load-test: { target: { local: { replay: evl } } } }' },
      /^replay-unknown 8: .*evl/,
    ],
    [
      'an event that is none',
      { gate: '{ when: { event: pushh } }' },
      /^pipeline-wrong-value 7: .*pushh, the nearest is push\./,
    ],
    [
      'one of several events that is none',
      { gate: '{ when: { event: [push, pull-request] } }' },
      /^pipeline-wrong-value 7: .*pull-request, the nearest is pull_request\./,
    ],
    ['a beginning of no event', { gate: '{ when: { event: "merge-*" } }' }, /^pipeline-wrong-value 7: .*merge-\*/],
    ['no event at all', { gate: '{ when: { event: [] } }' }, /^pipeline-wrong-value 7: /],
    [
      'a key of `when` that is none',
      { gate: '{ when: { branhc: main } }' },
      /^pipeline-unknown-key 7: .*branhc.*branch/,
    ],
  ])('%s', async (_, parts, wanted) => {
    const problems = await problemsOf(parts)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(wanted)
  })

  test('is told together, and once', async () => {
    const problems = await problemsOf({
      data: '{ eval: { from: a.csv } }',
      metrics: '{ accuracy: {}, energy: {} }',
      gate: '{ require: [accuracy, mae] }',
      more: '  release: {}\n  rollout: { target: { local: {} } }',
    })
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'data-unknown',
      'data-without-labels',
      'gate-metric-not-compared',
      'metric-without-scenario',
    ])
  })
})
