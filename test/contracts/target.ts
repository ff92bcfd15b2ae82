import { describe, expect, it, onTestFinished } from 'vitest'
import type { Served, Target } from '../../src/core/target.ts'

export interface TargetUnderTest {
  readonly target: Target
  readonly stable: Served
  readonly candidate: Served
}

/** What every target promises. `open` gives a new target, with two versions that it can serve, and traffic that flows in `observe`. */
export function targetContract(name: string, open: () => Promise<TargetUnderTest>): void {
  const opened = async (): Promise<TargetUnderTest> => {
    const parts = await open()
    onTestFinished(() => parts.target.close())
    return parts
  }

  describe(`the target contract: ${name}`, () => {
    it('sends all traffic to the stable version at first', async () => {
      const { target, stable, candidate } = await opened()
      await target.prepare(stable, candidate)
      expect(await target.weight()).toBe(0)
      const window = await target.observe(500)
      expect(window.candidate.requests).toBe(0)
      expect(window.stable.requests).toBeGreaterThan(0)
      expect(window.seconds).toBeGreaterThan(0.4)
    })

    it('gives the candidate its weight, reads it back, and counts only what came since the last look', async () => {
      const { target, stable, candidate } = await opened()
      await target.prepare(stable, candidate)
      await target.observe(200)
      for (const weight of [0.25, 1, 0]) {
        await target.apply(weight)
        expect(await target.weight()).toBeCloseTo(weight, 2)
        const { stable: old, candidate: fresh } = await target.observe(500)
        const total = old.requests + fresh.requests
        expect(Math.abs(fresh.requests - weight * total)).toBeLessThan(4)
        expect(old.errors + fresh.errors).toBe(0)
        expect(old.latenciesMs.length + fresh.latenciesMs.length).toBe(total)
      }
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
      const { target, candidate } = await opened()
      await target.prepare(undefined, candidate)
      expect(await target.weight()).toBe(0)
      await target.apply(1)
      const window = await target.observe(300)
      expect(window.candidate.requests).toBeGreaterThan(0)
      expect(window.stable.requests).toBe(0)
    })
  })
}
