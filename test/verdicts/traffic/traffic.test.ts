import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TrafficWindow } from '../../../src/core/traffic.ts'
import { histogramOf } from '../../../src/stats/histogram.ts'
import { createRandom } from '../../../src/stats/random.ts'
import { type Alphas, type AnalysisRule, analyse, sharedAlpha, windowsPerLook } from '../../../src/verdicts/index.ts'

const errors: AnalysisRule = { metric: 'error-rate', margin: 0.02, minRequests: 50 }
const latency: AnalysisRule = { metric: 'latency.p50', margin: 0.1, minRequests: 50 }
const alphas: Alphas = { pass: 0.01, fail: 0.01 }
const nothing = { requests: 0, errors: 0 }

const second = { from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:00:01.000Z' }

function traffic(
  stable: [requests: number, errors: number],
  candidate: [requests: number, errors: number],
): TrafficWindow {
  const of = ([requests, failed]: [number, number]) => ({ requests, errors: failed })
  return { ...second, stable: of(stable), candidate: of(candidate) }
}

/** Windows of log-normal latencies; `ratio` is how much slower the candidate is. */
function timed(windows: number, perWindow: number, ratio: number, seed = 1): TrafficWindow[] {
  const random = createRandom(seed)
  const draw = (scale: number): number =>
    scale * Math.exp(0.2 * Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform()))
  const version = (scale: number) => ({
    requests: perWindow,
    errors: 0,
    latency: histogramOf(Array.from({ length: perWindow }, () => draw(scale))),
  })
  return Array.from({ length: windows }, () => ({ ...second, stable: version(5), candidate: version(5 * ratio) }))
}

describe('error-rate', () => {
  it('passes a candidate that fails as seldom as stable, once enough was seen', () => {
    expect(analyse([errors], [traffic([9000, 9], [1000, 1])], 0.1, nothing, alphas).verdict).toBe('pass')
    expect(analyse([errors], [traffic([900, 0], [60, 0])], 0.1, nothing, alphas).verdict).toBe('inconclusive')
  })

  it('fails a candidate that fails more often than the margin allows', () => {
    const { verdict, judgements } = analyse([errors], [traffic([900, 0], [100, 20])], 0.1, nothing, alphas)
    expect(verdict).toBe('fail')
    expect(judgements[0]).toMatchObject({ stable: 0, candidate: 0.2, change: 0.2, margin: 0.02 })
    expect(judgements[0]?.why).toContain('20 of 100 requests failed (20 %) against 0 % for stable')
  })

  it('never judges on no data or too little', () => {
    expect(analyse([errors], [], 0.1, nothing, alphas).verdict).toBe('inconclusive')
    expect(analyse([errors], [traffic([0, 0], [1000, 0])], 0.1, nothing, alphas).verdict).toBe('inconclusive')
    expect(analyse([errors], [traffic([1000, 0], [49, 49])], 0.1, nothing, alphas).verdict).toBe('inconclusive')
  })

  it('adds windows up', () => {
    const window = traffic([300, 0], [150, 0])
    expect(analyse([errors], [window], 0.1, nothing, alphas).verdict).toBe('inconclusive')
    expect(analyse([errors], [window, window, window], 0.1, nothing, alphas).verdict).toBe('pass')
  })

  it('calls a candidate at the margin good no more often than alpha allows', () => {
    const random = createRandom(7)
    const count = (n: number, p: number): number =>
      Array.from({ length: n }, () => random.uniform()).filter((u) => u < p).length
    const passes = Array.from({ length: 1000 }, () =>
      analyse([errors], [traffic([2000, count(2000, 0.01)], [500, count(500, 0.03)])], 0.2, nothing, alphas),
    ).filter(({ verdict }) => verdict === 'pass').length
    // 10 are expected at exactly alpha; 25 would be five standard deviations more.
    expect(passes).toBeLessThan(25)
  })

  it('gives finite numbers and a verdict for any counts', () => {
    const counts = fc.nat(5000).chain((requests) => fc.tuple(fc.constant(requests), fc.nat(requests)))
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(0.1, 1), (stable, candidate, weight) => {
        const { judgements } = analyse([errors, latency], [traffic(stable, candidate)], weight, nothing, alphas)
        const numbers = judgements.flatMap((one) => [
          one.stable,
          one.candidate,
          one.change,
          one.interval.low,
          one.interval.high,
          one.interval.level,
        ])
        expect(numbers.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('latency.p50', () => {
  it('passes equal latencies and fails slower ones', () => {
    expect(analyse([latency], timed(14, 100, 1), 0.5, nothing, alphas).verdict).toBe('pass')
    const slower = analyse([latency], timed(14, 100, 1.3), 0.5, nothing, alphas)
    expect(slower.verdict).toBe('fail')
    expect(slower.judgements[0]?.change).toBeCloseTo(0.3, 1)
  })

  it('needs enough windows, and joins those with few requests', () => {
    expect(analyse([latency], timed(6, 100, 1.3), 0.5, nothing, alphas)).toMatchObject({
      verdict: 'inconclusive',
      judgements: [{ interval: { level: 0 } }],
    })
    expect(analyse([latency], timed(12, 2, 1), 0.5, nothing, alphas).judgements[0]?.why).toContain('4 windows of 7')
  })

  it('is fail when one metric fails, whatever the others say', () => {
    expect(analyse([errors, latency], timed(14, 100, 2), 0.5, nothing, alphas).verdict).toBe('fail')
  })
})

describe('at full weight', () => {
  it('compares errors with those of stable before', () => {
    const full = (before: { requests: number; errors: number }) =>
      analyse([latency], [traffic([0, 0], [1000, 50])], 1, before, alphas)
    expect(full({ requests: 5000, errors: 250 }).judgements[0]).toMatchObject({
      metric: 'error-rate',
      stable: 0.05,
      candidate: 0.05,
    })
    expect(full({ requests: 5000, errors: 0 }).verdict).toBe('fail')
  })

  it('compares errors with none where nothing was there before', () => {
    expect(analyse([errors], [traffic([0, 0], [1000, 0])], 1, nothing, alphas).verdict).toBe('pass')
    expect(analyse([errors], [traffic([0, 0], [1000, 100])], 1, nothing, alphas).verdict).toBe('fail')
  })
})

describe('the error rate of a whole rollout', () => {
  it('is shared among all looks', () => {
    const shared = sharedAlpha(0.01, { steps: 4, hold: 3, metrics: 2 })
    expect(shared.pass).toBeCloseTo(0.0025, 12)
    expect(shared.fail).toBeCloseTo(0.0003125, 12)
  })

  it('asks for as many windows as it takes to reach it', () => {
    const shared = sharedAlpha(0.01, { steps: 4, hold: 3, metrics: 2 })
    expect(windowsPerLook([errors], shared)).toBe(1)
    expect(2 ** -(windowsPerLook([latency], shared) - 2)).toBeLessThanOrEqual(shared.fail)
  })
})
