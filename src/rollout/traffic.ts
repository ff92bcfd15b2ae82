import { z } from 'zod'
import type { Checkpoint } from '../core/stage.ts'
import type { TrafficWindow } from '../core/target.ts'

/** The traffic of a rollout by step, kept so that the looks at a step add up, also across a kill. */
export interface Traffic {
  add(step: number, look: number, windows: readonly TrafficWindow[]): Promise<void>
  of(step: number): readonly TrafficWindow[]
  /** All traffic of the steps before this one. */
  before(step: number): readonly TrafficWindow[]
}

const version = z.object({ requests: z.number(), errors: z.number(), latenciesMs: z.array(z.number()) })
const window = z.object({ seconds: z.number(), stable: version, candidate: version })
const record = z.object({ rollout: z.string(), step: z.number(), look: z.number(), windows: z.array(window) })

/**
 * Opens what was kept of a rollout. Looks that were made elsewhere are not there; the looks that follow then rest on less,
 * which makes them less sure and never wrong.
 */
export async function openTraffic(rollout: string, checkpoint: Checkpoint): Promise<Traffic> {
  const records: z.output<typeof record>[] = []
  // A look that was watched before a kill and not recorded is watched again: the last one counts.
  const keep = (kept: z.output<typeof record>): void => {
    const twice = records.findIndex(({ step, look }) => step === kept.step && look === kept.look)
    records.splice(twice < 0 ? records.length : twice, 1, kept)
  }
  for (const value of await checkpoint.read()) {
    const parsed = record.safeParse(value)
    if (parsed.success && parsed.data.rollout === rollout) keep(parsed.data)
  }
  const where = (holds: (step: number) => boolean): readonly TrafficWindow[] =>
    records.filter(({ step }) => holds(step)).flatMap(({ windows }) => windows)
  return {
    async add(step, look, windows) {
      const kept = { rollout, step, look, windows: windows.map(rounded) }
      await checkpoint.append(kept)
      keep(kept)
    },
    of: (step) => where((at) => at === step),
    before: (step) => where((at) => at < step),
  }
}

/** Microseconds are finer than any clock that took them. */
function rounded({ seconds, stable, candidate }: TrafficWindow): z.output<typeof window> {
  const round = (ms: number): number => Math.round(ms * 1000) / 1000
  const one = (traffic: TrafficWindow['stable']): z.output<typeof version> => ({
    ...traffic,
    latenciesMs: traffic.latenciesMs.map(round),
  })
  return { seconds, stable: one(stable), candidate: one(candidate) }
}
