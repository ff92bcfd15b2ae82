import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComparisonRow, Measurements, Question } from '../../src/core/products/index.ts'
import { metrics } from '../../src/verdicts/metrics/index.ts'
import { firstMeasurements, measurements, question, wordedRows } from './measurements.ts'

function row(given: Measurements, asked: Question, alpha = 0.01): ComparisonRow {
  const rows = wordedRows(given, [asked], alpha)
  expect(rows).toHaveLength(1)
  return rows[0] as ComparisonRow
}

describe('speed', () => {
  test('a faster candidate passes, and is improved beyond doubt', () => {
    const found = row(measurements({ ratio: 0.6 }), question('latency.p50'))
    expect(found).toMatchObject({
      scenario: 'cpu/b1/t1',
      unit: 'ms',
      verdict: 'pass',
      improved: true,
      scale: 'relative',
      margin: 0.03,
    })
    expect(found.change).toBeCloseTo(-0.4, 2)
    expect(found.interval.level).toBeGreaterThanOrEqual(0.98)
    expect(found.why).toMatch(
      /^latency\.p50 went from [\d.]+ ms to [\d.]+ ms, (39|40|41) % lower \(between [\d.]+ % and [\d.]+ % lower with 98 % confidence\); 3 % higher is allowed: pass \(smallest detectable change: [\d.]+ %\)\.$/,
    )
    expect(found.method).toBe('Hodges–Lehmann interval on 12 blocks')
  })

  test('an equal one passes, without being improved', () => {
    const found = row(measurements(), question('latency.p50'))
    expect(found).toMatchObject({ verdict: 'pass', improved: false })
    expect(found.why).toContain('between')
    expect(found.why).toContain('% lower and')
  })

  test('a slower one fails', () => {
    expect(row(measurements({ ratio: 1.1 }), question('latency.p50')).verdict).toBe('fail')
  })

  test('one at the margin is inconclusive; the row says what would settle it', () => {
    const found = row(measurements({ ratio: 1.025, noise: 0.05 }), question('latency.p50'))
    expect(found.verdict).toBe('inconclusive')
    expect(found.needs?.blocks).toBeGreaterThan(12)
    expect(found.detectable).toBeGreaterThan(0)
    expect(found.why).toContain(`about ${found.needs?.blocks} blocks in total would settle it`)
  })

  test('throughput that may fall by all there is passes nothing', () => {
    const asked = (absolute: number) => row(measurements({ ratio: 1.25 }), question('throughput', { absolute }))
    const { production, verdict, why } = asked(1e6)
    expect(verdict).toBe('inconclusive')
    expect(why).toContain('no candidate could fail')
    expect(asked(production * 0.01).verdict).toBe('fail')
  })

  test('throughput is better when it is higher', () => {
    const slower = row(measurements({ ratio: 1.25 }), question('throughput'))
    expect(slower).toMatchObject({ verdict: 'fail', unit: '1/s' })
    expect(slower.change).toBeCloseTo(-0.2, 2)
    expect(slower.why).toContain('3 % lower is allowed: fail (')
    expect(row(measurements({ ratio: 0.8 }), question('throughput'))).toMatchObject({ verdict: 'pass', improved: true })
  })

  test('an absolute margin compares in the unit of the metric', () => {
    const found = row(measurements({ ratio: 1.1 }), question('latency.p50', { absolute: 5 }))
    expect(found).toMatchObject({ scale: 'absolute', margin: 5, verdict: 'pass', improved: false })
    expect(found.change).toBeGreaterThan(0.1)
    expect(found.why).toContain('5 ms higher is allowed')
  })

  test('every metric of the table that is compared by blocks has its figure', () => {
    // 40 blocks of 250 runs: a hundred runs beyond the 99th percentile, in ten groups of four blocks.
    const given = measurements({ ratio: 0.5, blocks: 40, runs: 248, noise: 0.02 })
    const gpus = { production: { joules: 4, memoryBytes: 4 }, candidate: { joules: 2, memoryBytes: 2 } }
    for (const { name } of metrics.filter(({ how }) => how === 'ratio')) {
      const found = row(
        name === 'latency.p99' ? measurements({ ratio: 0.5, blocks: 44, runs: 248 }) : onGpu(given, gpus),
        question(name),
      )
      expect([name, found.verdict]).toEqual([name, 'pass'])
    }
  })

  test('one row for each scenario', () => {
    const given = measurements()
    const [first] = given.speed
    const second = { ...first!, scenario: { ...first!.scenario, id: 'cpu/b32/t1', batch: 32 } }
    const rows = wordedRows({ ...given, speed: [first!, second] }, [question('throughput')], 0.01)
    expect(rows.map(({ scenario }) => scenario)).toEqual(['cpu/b1/t1', 'cpu/b32/t1'])
    expect((rows[1] as ComparisonRow).production / (rows[0] as ComparisonRow).production).toBeCloseTo(32, 6)
  })

  test('fewer than 7 blocks never pass at 1 %, however fast the candidate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (blocks, ratio) => {
        expect(row(measurements({ ratio, blocks }), question('latency.p50')).verdict).toBe('inconclusive')
      }),
      { numRuns: 30 },
    )
  })

  test('the unit of time changes nothing', () => {
    const given = measurements({ ratio: 1.02 })
    const inSeconds = JSON.parse(JSON.stringify(given), (key, value) =>
      key === 'samplesMs' ? value.map((ms: number) => ms / 1000) : value,
    )
    const [one, other] = [row(given, question('latency.p50')), row(inSeconds, question('latency.p50'))]
    expect(other.verdict).toBe(one.verdict)
    expect(other.change).toBeCloseTo(one.change, 9)
    expect(other.interval.low).toBeCloseTo(one.interval.low, 9)
  })

  test('a candidate exactly at the margin fails no more often than alpha', () => {
    let failed = 0
    for (let seed = 1; seed <= 400; seed++) {
      if (
        row(measurements({ ratio: 1.03, noise: 0.04, seed, blocks: 10 }), question('latency.p50'), 0.05).verdict ===
        'fail'
      )
        failed++
    }
    // 5 % of 400 is 20; more than 35 has a chance below one in a thousand.
    expect(failed).toBeLessThan(35)
  })
})

describe('a second copy of production', () => {
  test('that differs from production takes every verdict away', () => {
    const found = row(measurements({ ratio: 0.6, copyRatio: 1.05 }), question('latency.p50'))
    expect(found).toMatchObject({ verdict: 'inconclusive', improved: false })
    expect(found.why).toMatch(/two copies of production differed by [\d.]+ % in the same run/)
  })

  test('that equals production takes nothing away', () => {
    expect(row(measurements({ ratio: 0.6, copyRatio: 1 }), question('latency.p50')).verdict).toBe('pass')
  })
})

describe('counts', () => {
  test.each([
    [
      1000,
      1040,
      { relative: 0.05 },
      'pass',
      'size went from 1 kB to 1.04 kB, 4 % higher; 5 % higher is allowed: pass.',
    ],
    [
      1000,
      1060,
      { relative: 0.05 },
      'fail',
      'size went from 1 kB to 1.06 kB, 6 % higher; 5 % higher is allowed: fail.',
    ],
    [1000, 1000, { relative: 0 }, 'pass', 'size went from 1 kB to 1 kB, no change; nothing worse is allowed: pass.'],
    [
      4_000_000,
      4_500_000,
      { absolute: 1e6 },
      'pass',
      'size went from 4 MB to 4.5 MB, 500 kB higher; 1 MB higher is allowed: pass.',
    ],
  ] as const)('%d to %d bytes', (production, candidate, margin, verdict, why) => {
    expect(row(measurements({ size: [production, candidate] }), question('size', margin))).toMatchObject({
      verdict,
      why,
      interval: { level: 1 },
    })
  })

  test('a share of nothing: any worsening of a count of 0 fails', () => {
    const given = measurements()
    const none = { ...given, counts: { production: { parameters: 0 }, candidate: { parameters: 3 } } }
    expect(row(none, question('parameters'))).toMatchObject({ verdict: 'fail', scale: 'absolute', change: 3 })
  })
})

describe('quality', () => {
  const labels = Array.from({ length: 1000 }, (_, example) => example % 10)
  /** Predictions that are wrong for the given examples. */
  const wrongOn = (from: number, to: number): number[] =>
    labels.map((label, at) => (at >= from && at < to ? (label + 1) % 10 : label))

  test('equal predictions pass a margin of one point, with an interval that has a width', () => {
    const found = row(
      measurements({ labels, predictions: [wrongOn(0, 50), wrongOn(0, 50)] }),
      question('accuracy', { absolute: 0.01 }),
    )
    expect(found).toMatchObject({ verdict: 'pass', production: 0.95, candidate: 0.95, change: 0, scale: 'absolute' })
    expect(found.interval.low).toBeLessThan(0)
    expect(found.why).toContain(
      'accuracy went from 95 % to 95 %, 0 pp higher (between 0.54 pp lower and 0.54 pp higher with 98 % confidence)',
    )
  })

  test('a worse model fails; a better one is improved', () => {
    const margin = { absolute: 0.005 }
    expect(
      row(measurements({ labels, predictions: [wrongOn(0, 20), wrongOn(0, 80)] }), question('accuracy', margin))
        .verdict,
    ).toBe('fail')
    const better = row(
      measurements({ labels, predictions: [wrongOn(0, 80), wrongOn(0, 20)] }),
      question('accuracy', margin),
    )
    expect(better).toMatchObject({ verdict: 'pass', improved: true })
    expect(better.change).toBeCloseTo(0.06, 12)
    expect(better.method).toContain('60 gained and 0 lost')
  })

  test('few examples are inconclusive, and the row says how many it takes', () => {
    const few = { labels: labels.slice(0, 40), predictions: [labels.slice(0, 40), labels.slice(0, 40)] as const }
    const found = row(measurements(few), question('accuracy', { absolute: 0.005 }))
    expect(found.verdict).toBe('inconclusive')
    expect(found.needs?.examples).toBeGreaterThan(500)
  })

  test('a relative margin counts in shares of production’s accuracy', () => {
    const found = row(
      measurements({ labels, predictions: [wrongOn(0, 500), wrongOn(0, 510)] }),
      question('accuracy', { relative: 0.05 }),
    )
    expect(found).toMatchObject({ scale: 'relative', verdict: 'pass' })
    expect(found.change).toBeCloseTo(-0.02, 12)
  })

  test('agreement needs no labels', () => {
    const found = row(
      measurements({ predictions: [labels, wrongOn(0, 100)] }),
      question('agreement', { absolute: 0.01 }),
    )
    expect(found).toMatchObject({ production: 1, candidate: 0.9, verdict: 'fail' })
  })

  test('a metric of the user is compared by its mean', () => {
    const values = labels.map((label) => label / 10)
    const asked: Question = { metric: 'distance', margin: { absolute: 0.1 }, better: 'lower', alpha: 0.01 }
    const same = row(measurements({ custom: [values, values] }), asked)
    expect(same).toMatchObject({ verdict: 'pass', change: 0, better: 'lower' })
    const worse = row(measurements({ custom: [values, values.map((value) => value + 0.3)] }), asked)
    expect(worse).toMatchObject({ verdict: 'fail' })
    expect(worse.method).toContain('paired bootstrap')
  })
})

describe('what was not measured', () => {
  const bare: Measurements = { ...measurements(), speed: [], counts: {} }

  test.each(['latency.p50', 'accuracy', 'agreement', 'size'])('%s', (metric) => {
    expect(() => wordedRows(bare, [question(metric)], 0.01)).toThrow(
      expect.objectContaining({ code: 'metric-not-measured' }),
    )
  })

  test("a metric of the user's own, known by its question", () => {
    const own: Question[] = [
      { ...question('distance'), better: 'lower' },
      { ...question('distance'), uses: { path: '/distance.mjs' } },
      // The question says whose it is, whatever its name.
      { ...question('size'), better: 'lower' },
    ]
    for (const asked of own)
      expect(() => wordedRows(measurements(), [asked], 0.01)).toThrow(
        expect.objectContaining({ code: 'metric-not-measured' }),
      )
  })

  test('a metric that nobody knows is an error that names the nearest and lists all', () => {
    expect(() => wordedRows(measurements(), [question('acuracy')], 0.01)).toThrow(
      expect.objectContaining({
        code: 'metric-unknown',
        message: expect.stringContaining('There is no metric acuracy. Did you mean accuracy?'),
      }),
    )
  })

  test('a first release has nothing to compare with', () => {
    expect(wordedRows(firstMeasurements(), [question('latency.p50')], 0.01)).toEqual([])
  })
})

describe('claims', () => {
  test('better: a faster candidate has to prove by how much', () => {
    const faster = measurements({ ratio: 0.9 })
    const asked = (relative: number): Question => ({ ...question('latency.p50', { relative }), claim: 'better' })
    expect(row(faster, asked(0.05))).toMatchObject({ verdict: 'pass', claim: 'better', improved: true })
    expect(row(faster, asked(0.05)).why).toContain('it has to be more than 5 % lower: pass')
    expect(row(faster, asked(0.2)).verdict).toBe('fail')
    expect(row(faster, asked(0.1)).verdict).toBe('inconclusive')
    expect(row(measurements(), asked(0)).why).toContain('it has to be better: ')
  })

  test('equivalent: too good is a change too', () => {
    const asked: Question = { ...question('latency.p50', { relative: 0.05 }), claim: 'equivalent' }
    expect(row(measurements(), asked)).toMatchObject({ verdict: 'pass', claim: 'equivalent' })
    expect(row(measurements({ ratio: 0.8 }), asked).verdict).toBe('fail')
    expect(row(measurements({ ratio: 1.2 }), asked).why).toContain('5 % either way is allowed: fail')
    expect(row(measurements({ size: [1000, 900] }), { ...asked, metric: 'size' }).verdict).toBe('fail')
  })
})

describe('throughput within a limit', () => {
  const asked = question('throughput[p90<8ms]', { relative: 0.05 })

  test('a slower model serves fewer requests in time, and by more than it is slower', () => {
    const plain = row(measurements({ ratio: 1.2, blocks: 40, runs: 240 }), asked)
    expect(plain).toMatchObject({ verdict: 'fail', unit: '1/s', metric: 'throughput[p90<8ms]' })
    expect(plain.change).toBeLessThan(-0.2)
    expect(plain.candidate).toBeLessThan(plain.production)
    expect(row(measurements({ blocks: 40, runs: 240 }), asked).verdict).toBe('pass')
  })

  test('is the same for seconds and milliseconds', () => {
    const given = measurements({ ratio: 1.05, blocks: 40, runs: 240 })
    const inSeconds = { ...asked, metric: 'throughput[p90<0.008s]' }
    expect({ ...row(given, inSeconds), metric: '', why: '' }).toEqual({ ...row(given, asked), metric: '', why: '' })
  })

  test('needs runs enough in its tail', () => {
    expect(row(measurements({ ratio: 0.5, runs: 24 }), asked).why).toContain('100 are needed')
  })

  test('is not asked of an open loop, nor is throughput', () => {
    const given = measurements()
    const [speed] = given.speed
    const open = { ...given, speed: [{ ...speed!, scenario: { ...speed!.scenario, rate: 100 } }] }
    expect(() => wordedRows(open, [asked], 0.01)).toThrow(/open loop/)
    expect(() => wordedRows(open, [question('throughput')], 0.01)).toThrow(/open loop/)
    expect(row(open, question('latency.p50')).verdict).toBe('pass')
    const both = { ...open, speed: [...open.speed, speed!] }
    expect(row(both, question('throughput')).scenario).toBe('cpu/b1/t1')
  })
})

/** As measured with `order: isolated` on a GPU: each worker has its own summary. */
function onGpu(given: Measurements, gpus: { production: object; candidate: object }): Measurements {
  return {
    ...given,
    speed: given.speed.map((speed) => ({
      ...speed,
      scenario: { ...speed.scenario, order: 'isolated' as const },
      blocks: speed.blocks.map((block) => ({
        ...block,
        runs: Object.fromEntries(
          Object.entries(block.runs).map(([id, sample]) => [
            id,
            { ...sample, gpu: { seconds: 1, reasons: {}, ...gpus[id as 'production' | 'candidate'] } },
          ]),
        ),
      })),
    })),
  }
}

describe('a GPU to itself', () => {
  test('energy and memory are compared', () => {
    const gpus = { production: { joules: 48, memoryBytes: 2e9 }, candidate: { joules: 72, memoryBytes: 1e9 } }
    const given = onGpu(measurements(), gpus)
    // 24 runs of one example in each block.
    expect(row(given, question('energy'))).toMatchObject({ production: 2, candidate: 3, unit: 'J', verdict: 'fail' })
    expect(row(given, question('memory.gpu'))).toMatchObject({ verdict: 'pass', improved: true })
    expect(row(given, question('energy')).why).toContain('energy went from 2 J to 3 J')
  })

  test('without figures, or without a GPU to itself, there is an error and no verdict', () => {
    const silent = onGpu(measurements(), { production: {}, candidate: {} })
    expect(() => wordedRows(silent, [question('energy')], 0.01)).toThrow(/nvidia-smi/)
    expect(() => wordedRows(measurements(), [question('energy')], 0.01)).toThrow(/order: isolated/)
  })

  test('where clocks differ, the verdict has to hold in clock cycles too', () => {
    const clocks = { production: { smMHz: 1500 }, candidate: { smMHz: 1300 } }
    const slowed = row(onGpu(measurements({ ratio: 1500 / 1300 }), clocks), question('latency.p50'))
    expect(slowed.verdict).toBe('inconclusive')
    expect(slowed.why).toContain(
      'the GPU clock was 1500 MHz for production and 1300 MHz for the candidate, and in clock cycles the verdict would be pass',
    )
    const steady = { production: { smMHz: 1500 }, candidate: { smMHz: 1485 } }
    expect(row(onGpu(measurements({ ratio: 1.2 }), steady), question('latency.p50')).verdict).toBe('fail')
    expect(row(onGpu(measurements({ ratio: 1.5 }), clocks), question('latency.p50')).verdict).toBe('fail')
    expect(row(onGpu(measurements({ ratio: 1500 / 1300 }), clocks), question('throughput')).verdict).toBe(
      'inconclusive',
    )
    expect(row(onGpu(measurements({ ratio: 1.5 }), clocks), question('memory.peak')).verdict).toBe('fail')
  })
})

test('an alarm that may be chance among many comparisons says so, and stays one', () => {
  // Eight blocks can be wrong once in 256 at the least: enough for one comparison at 1 %, too little for one among three.
  const given = measurements({ ratio: 1.2, blocks: 8 })
  const alone = wordedRows(given, [question('latency.p50')], 0.01)
  expect(alone[0]).toMatchObject({ verdict: 'fail' })
  expect(alone[0]?.alone).toBeUndefined()
  const questions = [question('latency.p50'), question('memory.peak'), question('first-run', { relative: 9 })]
  const many = wordedRows(given, questions, 0.01)
  expect(many.map(({ verdict }) => verdict)).toEqual(['fail', 'fail', 'pass'])
  expect(many.map((each) => each.alone)).toEqual([true, true, undefined])
  expect(many[0]?.why).toContain('Among 3 comparisons, one such alarm may be chance (Holm).')
  const sure = wordedRows(measurements({ ratio: 1.2, blocks: 20 }), questions, 0.01)
  expect(sure.map((each) => each.alone)).toEqual([undefined, undefined, undefined])
})

test('blocks that follow one another beyond chance are worth fewer, and the row says how many', () => {
  const given = measurements({ blocks: 24 })
  expect(row(given, question('latency.p50')).effective).toBeUndefined()
  const drifting = given.speed.map((speed) => ({
    ...speed,
    blocks: speed.blocks.map((block, at) => {
      const { candidate, ...others } = block.runs
      const samplesMs = candidate!.samplesMs.map((ms) => ms * (1 + at / 50))
      return { ...block, runs: { ...others, candidate: { ...candidate!, samplesMs } } }
    }),
  }))
  const { effective } = row({ ...given, speed: drifting }, question('latency.p50'))
  expect(effective).toBeGreaterThanOrEqual(1)
  expect(effective).toBeLessThan(8)
})
