import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GpuSample } from '../../../src/measure/gpu/parse.ts'
import { mustRepeat, summarizeGpu } from '../../../src/measure/gpu/summary.ts'
import { clocksDrifted } from '../../../src/stats/clocks.ts'

const gpu = { baseMHz: 1000, mig: false }

function sample(atMs: number, more: Partial<GpuSample> = {}): GpuSample {
  return { atMs, uuid: 'GPU-1', reasons: [], ...more }
}

describe('energy', () => {
  test('constant power times time', () => {
    const samples = [0, 100, 250, 1000].map((at) => sample(at, { watts: 70 }))
    expect(summarizeGpu(gpu, samples)?.joules).toBeCloseTo(70, 9)
  })

  test('a ramp from 0 to 100 W in a second is 50 J; its second half is 37.5 J', () => {
    const samples = [sample(0, { watts: 0 }), sample(1000, { watts: 100 })]
    expect(summarizeGpu(gpu, samples)?.joules).toBeCloseTo(50, 9)
    expect(summarizeGpu(gpu, samples, [{ fromMs: 500, toMs: 1000 }])?.joules).toBeCloseTo(37.5, 9)
    expect(summarizeGpu(gpu, samples, [{ fromMs: 500, toMs: 9000 }])?.joules).toBeCloseTo(37.5, 9)
  })

  test('windows that lie side by side add up to the whole', () => {
    const power = fc.array(
      fc.record({ ms: fc.integer({ min: 1, max: 500 }), watts: fc.integer({ min: 0, max: 700 }) }),
      {
        minLength: 2,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(power, fc.integer({ min: 0, max: 10_000 }), (steps, cut) => {
        let at = 0
        const samples = steps.map(({ ms, watts }) => {
          at += ms
          return sample(at, { watts })
        })
        const [left, right] = [
          { fromMs: 0, toMs: cut },
          { fromMs: cut, toMs: 20_000 },
        ]
        const of = (...windows: (typeof left)[]): number => summarizeGpu(gpu, samples, windows)?.joules ?? 0
        expect(of(left) + of(right)).toBeCloseTo(of(left, right), 6)
        expect(of(left, right)).toBeCloseTo(summarizeGpu(gpu, samples)?.joules as number, 6)
      }),
    )
  })
})

describe('clocks', () => {
  test('means are over time, not over samples, and over working time only', () => {
    const samples = [
      sample(0, { smMHz: 300, reasons: ['gpu_idle'] }),
      sample(100, { smMHz: 1000 }),
      sample(200, { smMHz: 1000 }),
      sample(1200, { smMHz: 2000 }),
    ]
    // 0.1 s, 0.55 s and 0.5 s.
    expect(summarizeGpu(gpu, samples)?.smMHz).toBeCloseTo((0.1 * 1000 + 0.55 * 1000 + 0.5 * 2000) / 1.15, 9)
  })

  test.each([
    [750, 0, false],
    [749, 1, true],
  ])('%d MHz of 1000: %d of the time too slow', (smMHz, share, again) => {
    const summary = summarizeGpu(gpu, [sample(0, { smMHz }), sample(100, { smMHz })])
    expect(summary?.slowShare).toBe(share)
    expect(mustRepeat(summary)).toBe(again)
  })

  test('a slow moment is no reason to measure again, a slow tenth is', () => {
    const blockWith = (slow: number) =>
      summarizeGpu(
        gpu,
        Array.from({ length: 41 }, (_, at) => sample(at * 100, { smMHz: at > 0 && at <= slow ? 500 : 1000 })),
      )
    expect(mustRepeat(blockWith(3))).toBe(false)
    expect(mustRepeat(blockWith(6))).toBe(true)
  })

  test('without a base clock, or without a summary, nothing is repeated', () => {
    expect(mustRepeat(summarizeGpu({ baseMHz: undefined, mig: false }, [sample(0), sample(100)]))).toBe(false)
    expect(mustRepeat(undefined)).toBe(false)
  })

  test('drift: more than two steps of the clock', () => {
    expect(clocksDrifted([1500, 1515, 1530])).toBe(false)
    expect(clocksDrifted([1500, undefined, 1545])).toBe(true)
    expect(clocksDrifted([1500])).toBe(false)
    expect(clocksDrifted([])).toBe(false)
  })
})

test('one sample has no time to speak of', () => {
  expect(summarizeGpu(gpu, [sample(0)])).toBeUndefined()
  expect(summarizeGpu(gpu, [])).toBeUndefined()
  expect(summarizeGpu(gpu, [sample(0), sample(100)], [{ fromMs: 200, toMs: 300 }])).toBeUndefined()
})
