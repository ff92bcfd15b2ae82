import { type ErrorTable, errorFrom } from '../core/errors/index.ts'
import { printShare } from '../core/quantity/index.ts'

export interface RolloutErrors {
  'rollback-unverified': { rollout: string; candidate: number; stable: number }
  'weight-not-in-force': { target: string; wanted: number; found: number }
}

export const rolloutErrors: ErrorTable<RolloutErrors> = {
  'rollback-unverified': {
    say: (d) => ({
      message:
        d.candidate > 0
          ? `Traffic was set back, but ${d.candidate} requests still reached the candidate; ${d.stable} reached the stable version (rollout ${d.rollout}).`
          : `Traffic was set back, but no request to the stable version was seen that proves it (rollout ${d.rollout}).`,
      hint: 'Check the target, then run `airworthy run --resume`: it sets traffic back and checks again.',
    }),
    example: { rollout: '20260101-120000-abcdefgh/rollout', candidate: 3, stable: 197 },
  },
  'weight-not-in-force': {
    say: (d) => ({
      message: `${d.target} was set to send ${printShare(d.wanted)} of traffic to the candidate but sends ${printShare(d.found)}.`,
      hint: 'Check the target: something else may be setting its weights. No further step was taken.',
    }),
    example: { target: 'local', wanted: 0.25, found: 0.05 },
  },
}

export const rolloutError = errorFrom(rolloutErrors)
