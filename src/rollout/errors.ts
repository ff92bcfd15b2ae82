import { type ErrorTable, errorFrom } from '../core/errors/index.ts'
import { printShare } from '../core/quantity/index.ts'

export interface RolloutErrors {
  'rollback-unverified': { rollout: string; candidate: number; stable: number }
  'weight-not-in-force': { target: string; wanted: number; found: number }
}

export const rolloutErrors: ErrorTable<RolloutErrors> = {
  'rollback-unverified': {
    say: (d) => ({
      message: `Traffic was set back, but ${d.candidate} requests still reached the candidate and ${d.stable} the version before (rollout ${d.rollout}).`,
      hint: 'Look at the target by hand, then `airworthy run --resume`: it sets traffic back again and checks again.',
    }),
    example: { rollout: '20260101-120000-abcdefgh/rollout', candidate: 3, stable: 197 },
  },
  'weight-not-in-force': {
    say: (d) => ({
      message: `${d.target} was told to send ${printShare(d.wanted)} to the candidate, and sends ${printShare(d.found)}.`,
      hint: 'Look at what serves: something else may be setting its weights. Nothing more was done.',
    }),
    example: { target: 'local', wanted: 0.25, found: 0.05 },
  },
}

export const rolloutError = errorFrom(rolloutErrors)
