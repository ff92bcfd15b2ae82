import { describe, expect, it, onTestFinished } from 'vitest'
import type { MetricSource, Versions } from '../../src/core/metric-source.ts'
import { type TrafficWindow, trafficWindow } from '../../src/core/traffic.ts'
import { countOf } from '../../src/stats/histogram.ts'
import { observe, spanOf, told } from './observe.ts'

export interface SourceUnderTest {
  readonly source: MetricSource
  /** Two versions that both get traffic now. */
  readonly versions: Versions
}

/** What every metric source promises. `open` gives a new source whose two versions answer requests as long as the test goes on. */
export function metricSourceContract(name: string, open: () => Promise<SourceUnderTest>): void {
  const opened = async (): Promise<SourceUnderTest> => {
    const parts = await open()
    onTestFinished(() => parts.source.close())
    return parts
  }

  describe(`the metric source contract: ${name}`, () => {
    it('counts both versions in a form that the ledger can keep', async () => {
      const { source, versions } = await opened()
      const window = await observe(source, 500, versions)
      expect(trafficWindow.parse(JSON.parse(JSON.stringify(window)))).toEqual(window)
      for (const { requests, errors, latency } of [window.stable, window.candidate]) {
        expect(requests).toBeGreaterThan(0)
        expect(errors).toBeLessThanOrEqual(requests)
        if (latency !== undefined) expect(countOf(latency)).toBe(requests - errors)
      }
    })

    it('does not tell of what is still to come, nor of what it did not watch', async () => {
      const { source, versions } = await opened()
      const since = await source.since()
      if (since !== undefined) {
        expect(Date.parse(since)).toBeLessThanOrEqual(Date.now())
        const before = { from: new Date(Date.parse(since) - 1000).toISOString(), to: since }
        expect(await source.window(before, versions)).toBeUndefined()
      }
      expect(await source.window(spanOf(3_600_000), versions)).toBeUndefined()
    })

    it('says the same when it is asked again, and parts add up to the whole', async () => {
      const { source, versions } = await opened()
      const whole = await observe(source, 600, versions)
      expect(await told(source, whole, versions)).toEqual(whole)
      const middle = new Date((Date.parse(whole.from) + Date.parse(whole.to)) / 2).toISOString()
      const first = await told(source, { from: whole.from, to: middle }, versions)
      const second = await told(source, { from: middle, to: whole.to }, versions)
      const sum = (of: (window: TrafficWindow) => number): number => of(first) + of(second)
      expect(sum(({ stable }) => stable.requests)).toBe(whole.stable.requests)
      expect(sum(({ candidate }) => candidate.requests)).toBe(whole.candidate.requests)
      expect(sum(({ candidate }) => candidate.errors)).toBe(whole.candidate.errors)
    })

    it('knows no traffic of a version that has none', async () => {
      const { source } = await opened()
      const window = await observe(source, 200, { stable: undefined, candidate: '9.9.9' })
      expect(window.stable).toMatchObject({ requests: 0, errors: 0 })
      expect(window.candidate).toMatchObject({ requests: 0, errors: 0 })
    })

    it('may be closed twice', async () => {
      const { source } = await opened()
      await source.close()
      await source.close()
    })
  })
}
