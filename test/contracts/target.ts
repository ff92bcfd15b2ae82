import { describe, expect, it, onTestFinished } from 'vitest'
import type { Served, Target } from '../../src/core/target.ts'
import type { TrafficWindow } from '../../src/core/traffic.ts'
import { observe } from './observe.ts'

export interface TargetUnderTest {
  readonly target: Target
  readonly stable: Served
  readonly candidate: Served
}

/** What every target promises. `open` gives a new target, with two versions that it can serve, and traffic of its own that it counts. */
export function targetContract(name: string, open: () => Promise<TargetUnderTest>): void {
  const opened = async (): Promise<TargetUnderTest & { watch(ms: number): Promise<TrafficWindow> }> => {
    const parts = await open()
    onTestFinished(() => parts.target.close())
    const versions = { stable: parts.stable.version, candidate: parts.candidate.version }
    return { ...parts, watch: (ms) => observe(parts.target.traffic, ms, versions) }
  }

  describe(`the target contract: ${name}`, () => {
    it('sends all traffic to the stable version at first', async () => {
      const { target, stable, candidate, watch } = await opened()
      expect(await target.prepare(stable, candidate)).toBe('ready')
      expect(await target.weight()).toBe(0)
      const window = await watch(500)
      expect(window.candidate.requests).toBe(0)
      expect(window.stable.requests).toBeGreaterThan(0)
    })

    it('gives the candidate its weight and reads it back', async () => {
      const { target, stable, candidate, watch } = await opened()
      await target.prepare(stable, candidate)
      for (const weight of [0.25, 1, 0]) {
        await target.apply(weight)
        expect(await target.weight()).toBeCloseTo(weight, 2)
        const { stable: old, candidate: fresh } = await watch(500)
        const total = old.requests + fresh.requests
        expect(total).toBeGreaterThan(0)
        expect(Math.abs(fresh.requests - weight * total)).toBeLessThan(4)
        expect(old.errors + fresh.errors).toBe(0)
      }
    })

    it('gives all traffic back, and may be told so at any time', async () => {
      const { target, stable, candidate, watch } = await opened()
      await target.prepare(stable, candidate)
      await target.restore()
      await target.apply(0.5)
      await target.restore()
      await target.restore()
      expect(await target.weight()).toBe(0)
      expect((await watch(300)).candidate.requests).toBe(0)
    })

    it('may be asked for everything twice', async () => {
      const { target, stable, candidate } = await opened()
      await target.prepare(stable, candidate)
      await target.apply(0.5)
      await target.prepare(stable, candidate)
      await target.apply(0.5)
      expect(await target.weight()).toBeCloseTo(0.5, 2)
      await target.close()
      await target.close()
    })

    it('serves a candidate with nothing before it', async () => {
      const { target, candidate, watch } = await opened()
      await target.prepare(undefined, candidate)
      expect(await target.weight()).toBe(0)
      await target.apply(1)
      const window = await watch(300)
      expect(window.candidate.requests).toBeGreaterThan(0)
      expect(window.stable.requests).toBe(0)
    })
  })
}
