import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { MetricSource } from '../../src/core/metric-source.ts'
import type { Served, Target } from '../../src/core/target.ts'
import type { TrafficWindow } from '../../src/core/traffic.ts'
import { observe } from './observe.ts'

export interface TargetUnderTest {
  readonly target: Target
  readonly stable: Served
  readonly candidate: Served
  /** What counts its traffic, where it does not do so itself. */
  readonly source?: MetricSource
}

/** What every target promises. `open` gives a new target with two versions that it can serve, and traffic that is counted. */
export function targetContract(name: string, open: () => Promise<TargetUnderTest>): void {
  const opened = async (): Promise<TargetUnderTest & { watch(ms: number): Promise<TrafficWindow> }> => {
    const parts = await open()
    onTestFinished(() => parts.target.close())
    const versions = { stable: parts.stable.version, candidate: parts.candidate.version }
    return { ...parts, watch: (ms) => observe(parts.source ?? parts.target.traffic, ms, versions) }
  }

  describe(`the target contract: ${name}`, () => {
    it('sends all traffic to the stable version at first', async () => {
      const { target, stable, candidate, watch } = await opened()
      await prepared(target, stable, candidate)
      await inForce(target, 0)
      const window = await watch(500)
      expect(window.candidate.requests).toBe(0)
      expect(window.stable.requests).toBeGreaterThan(0)
    })

    it('gives the candidate its weight and reads it back', async () => {
      const { target, stable, candidate, watch } = await opened()
      await prepared(target, stable, candidate)
      for (const weight of [0.25, 1, 0]) {
        await target.apply(weight)
        await inForce(target, weight)
        const { stable: old, candidate: fresh } = await watch(500)
        const total = old.requests + fresh.requests
        expect(total).toBeGreaterThan(0)
        expect(Math.abs(fresh.requests - weight * total)).toBeLessThan(4)
        expect(old.errors + fresh.errors).toBe(0)
      }
    })

    it('gives all traffic back, and may be told so at any time', async () => {
      const { target, stable, candidate, watch } = await opened()
      await prepared(target, stable, candidate)
      await target.restore()
      await target.apply(0.5)
      await target.restore()
      await target.restore()
      await inForce(target, 0)
      expect((await watch(300)).candidate.requests).toBe(0)
    })

    it('may be asked for everything twice', async () => {
      const { target, stable, candidate } = await opened()
      await prepared(target, stable, candidate)
      await target.apply(0.5)
      await prepared(target, stable, candidate)
      await target.apply(0.5)
      await inForce(target, 0.5)
      await target.close()
      await target.close()
    })

    it('serves a candidate with nothing before it', async () => {
      const { target, candidate, watch } = await opened()
      await prepared(target, undefined, candidate)
      await inForce(target, 0)
      await target.apply(1)
      const window = await watch(300)
      expect(window.candidate.requests).toBeGreaterThan(0)
      expect(window.stable.requests).toBe(0)
    })
  })
}

/** Asks again until both versions can take traffic: nothing waits inside a call. */
async function prepared(target: Target, stable: Served | undefined, candidate: Served): Promise<void> {
  await expect.poll(() => target.prepare(stable, candidate), { timeout: 120_000, interval: 100 }).toBe('ready')
}

/** The weight is read back: at once, or within the time that the target says it takes. */
async function inForce(target: Target, weight: number): Promise<void> {
  const last = Date.now() + (target.settlesWithinMs ?? 0)
  while (Date.now() < last && Math.abs((await target.weight()) - weight) > 0.005) await wait(50)
  expect(await target.weight()).toBeCloseTo(weight, 2)
}
