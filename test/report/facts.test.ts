import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, ComparisonRow, Measurements, WorkerSample } from '../../src/core/products/index.ts'
import { quantileOfSorted } from '../../src/core/quantile.ts'
import type { RunReport } from '../../src/core/report.ts'
import { shellWord } from '../../src/core/shell-word.ts'
import { histogram, plotEnd } from '../../src/report/distribution.ts'
import * as facts from '../../src/report/facts.ts'
import { formats } from '../../src/report/index.ts'
import { compareRows } from '../../src/verdicts/index.ts'
import { tidy } from '../../src/verdicts/row/scale.ts'
import { measurements, question } from '../verdicts/measurements.ts'
import { errored, failed, firstRelease, passed, rolledBack } from './fixtures.ts'

test('the key row is the worst of what the gate required', () => {
  expect(facts.keyRow(failed())).toMatchObject({ metric: 'latency.p50', scenario: 'cpu-b1-t1', verdict: 'fail' })
  // latency.p90 is inconclusive, but the gate did not ask for it.
  expect(facts.keyRow(passed())).toMatchObject({ metric: 'latency.p50', verdict: 'pass' })
  const { decision: _, ...ungated } = passed()
  expect(facts.keyRow(ungated)).toMatchObject({ metric: 'latency.p90', verdict: 'inconclusive' })
  expect(facts.keyRow(errored())).toBeUndefined()
})

test('the key number is said where a comparison decided', () => {
  expect(facts.keyNumber(passed())).toBe('latency.p50 39–43 % lower, margin 3 %')
  expect(facts.keyNumber(rolledBack())).toBeUndefined()
})

test('a change in margins is positive when better, whichever way the metric is better', () => {
  const row = passed().comparison?.rows[0] as ComparisonRow
  expect(facts.inMargins(row, -0.06)).toBeCloseTo(2)
  expect(facts.inMargins({ ...row, better: 'higher' }, -0.06)).toBeCloseTo(-2)
  expect(facts.inMargins({ ...row, margin: 0 }, 0.01)).toBe(Number.NEGATIVE_INFINITY)
  expect(facts.inMargins({ ...row, margin: 0 }, 0)).toBe(0)
})

test('a warning that several parts of the report carry is told once', () => {
  const run = passed()
  const warnings = run.stages.flatMap((stage) => stage.warnings)
  const twice = { ...run, measurements: { ...run.measurements!, warnings } }
  expect(warnings).toHaveLength(1)
  expect(facts.allWarnings(twice)).toEqual(warnings)
})

test('latencies pool the samples of all blocks and keep the median of each', () => {
  const [first] = facts.latencies(passed())
  expect(first?.sides.map((side) => [side.role, side.samples.length, side.medians.length])).toEqual([
    ['production', 1440, 12],
    ['candidate', 1440, 12],
  ])
  expect(first?.sides[0]?.samples).toEqual([...(first?.sides[0]?.samples ?? [])].sort((a, b) => a - b))
  expect(facts.latencies(firstRelease())[0]?.sides.map((side) => side.role)).toEqual(['candidate'])
  expect(facts.latencies(errored())).toEqual([])
})

test('the figures of a plot are those of the verdict, however uneven the samples', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 8, max: 25 }), (seed, count) => {
      const measured = unevenly(measurements({ seed, blocks: count, runs: 120, ratio: 1.1, noise: 0.5 }))
      const asked = ['latency.p50', 'latency.p90', 'latency.p99'].map((metric) => question(metric))
      const [p50, p90, p99] = compareRows(measured, asked, 0.01)
      const [scenario] = facts.latencies({ ...passed(), measurements: measured })
      for (const { role, p50: middle, samples } of scenario!.sides) {
        expect(tidy(middle)).toBe(p50?.[role])
        expect(tidy(quantileOfSorted(samples, 0.9))).toBe(p90?.[role])
        expect(tidy(quantileOfSorted(samples, 0.99))).toBe(p99?.[role])
      }
    }),
    { numRuns: 20 },
  )
})

/** Blocks of different lengths, one turn each. */
function unevenly(given: Measurements): Measurements {
  const cut = (run: WorkerSample, at: number): WorkerSample => {
    const samplesMs = run.samplesMs.slice(0, 120 - ((at * 37) % 101))
    return { ...run, samplesMs, turns: [samplesMs.length] }
  }
  const shorter = ({ runs, ...block }: Block, at: number): Block => ({
    ...block,
    runs: Object.fromEntries(Object.entries(runs).map(([id, run]) => [id, cut(run, at)])),
  })
  return { ...given, speed: given.speed.map((speed) => ({ ...speed, blocks: speed.blocks.map(shorter) })) }
}

test('a histogram counts each sample inside its range once', () => {
  expect(histogram([0, 1, 2, 3, 4], 0, 4, 2)).toEqual([0.4, 0.6])
  expect(histogram([-1, 0.5, 9], 0, 1, 1)).toEqual([1 / 3])
})

test('stragglers do not squeeze a plot, block medians are always on it', () => {
  const samples = [...Array.from({ length: 990 }, (_, index) => 10 + index / 990), ...new Array<number>(10).fill(500)]
  const side = { role: 'candidate', id: 'c', samples, p50: 10.5, medians: [{ block: 1, ms: 10.5 }] } as const
  expect(plotEnd([side])).toBeLessThan(13)
  expect(plotEnd([{ ...side, medians: [{ block: 1, ms: 80 }] }])).toBe(80)
})

test('words of a command line are quoted where a shell would read them', () => {
  expect(shellWord('models/a.onnx')).toBe('models/a.onnx')
  expect(shellWord("it's; rm -rf $HOME")).toBe(`'it'\\''s; rm -rf $HOME'`)
  expect(facts.verifyCommand(passed())).toBe('airworthy verify evidence.json')
})

/** All facts of a run that was measured in one environment. */
function environmentFacts(report: RunReport): Map<string, string> {
  const [machine, ...others] = facts.environments(report)
  expect(others).toEqual([])
  return new Map([...(machine?.facts ?? []), ...facts.conditions(report)])
}

test('the environment is told as far as it is known, with the noise of the same run', () => {
  const report = passed()
  const told = environmentFacts(report)
  expect([...told.keys()]).toEqual(expect.arrayContaining(['Processor', 'Memory', 'System', 'Node.js', 'Runtime']))
  expect(told.has('GPU')).toBe(false)
  expect(told.has('Processors of the container')).toBe(false)
  const measured = report.measurements!
  const noise = { blocks: 8, low: -0.004, high: 0.011, level: 0.98 }
  const [row, ...rows] = report.comparison!.rows
  const more = environmentFacts({
    ...report,
    comparison: { ...report.comparison!, rows: [{ ...row!, noise }, ...rows] },
    measurements: {
      ...measured,
      speed: [
        {
          ...measured.speed[0]!,
          scenario: { ...measured.speed[0]!.scenario, id: 'gpu' },
          profiles: { candidate: { wallMs: 5, kernelMs: 4, copyMs: 0.5, clock: 'device' } },
        },
      ],
      environments: [
        {
          ...measured.environments[0]!,
          cpuQuota: 1.5,
          governor: 'powersave',
          gpus: [{ name: 'Tesla T4', driver: '535.183.01', uuid: 'GPU-1' }],
          runtimes: ['onnxruntime-web 1.30.0'],
        },
      ],
    },
  })
  expect(more.get('GPU')).toBe('Tesla T4, driver 535.183.01')
  expect(more.get('Clock governor')).toBe('powersave')
  expect(more.get('Processors of the container')).toBe('1.5')
  expect(more.get('Runtime')).toBe('onnxruntime-web 1.30.0')
  expect(more.get('Profiled run of candidate (gpu)')).toBe("5 ms: kernels 4 ms by the device's clock, copies 0.5 ms")
  expect(more.get('Noise floor')).toMatch(/two copies of production: -0\.4\d* to \+1\.1\d* % in 8 blocks$/)
})

test('scenarios that were measured in different environments say where, in every format', async () => {
  const report = passed()
  const measured = report.measurements!
  const [first, second] = measured.speed
  const elsewhere = { ...measured.environments[0]!, cpu: 'Neoverse-N2', fingerprint: 'b'.repeat(64) }
  const sharded = {
    ...report,
    measurements: {
      ...measured,
      environments: [measured.environments[0]!, elsewhere],
      speed: [first!, { ...second!, environment: elsewhere.fingerprint }],
    },
  }
  expect(facts.environments(sharded).map((each) => each.facts.slice(0, 2))).toEqual([
    [
      ['Measured here', 'cpu-b1-t1, quality'],
      ['Processor', 'AMD EPYC 7763 64-Core Processor, 4 cores'],
    ],
    [
      ['Measured here', 'cpu-b32-t1'],
      ['Processor', 'Neoverse-N2, 4 cores'],
    ],
  ])
  for (const name of ['html', 'markdown', 'text']) {
    const text = (await formats.find((format) => format.name === name)?.render(sharded)) ?? ''
    expect(text.indexOf('Neoverse')).toBeGreaterThan(text.indexOf('EPYC'))
  }
  expect(facts.environments(errored())).toEqual([])
})
