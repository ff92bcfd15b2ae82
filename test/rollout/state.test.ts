import { expect, it } from 'vitest'
import type { LedgerEntry, LedgerEvent } from '../../src/core/ledger.ts'
import { openRollout, rolloutState } from '../../src/rollout/state.ts'
import { assignEvent, releaseEvent } from '../contracts/ledger.ts'

const ledger = (...events: LedgerEvent[]): LedgerEntry[] =>
  events.map((event, index) => ({ ...event, key: `k${index}`, at: `2026-01-01T00:00:0${index}Z`, by: 'someone' }))

const started = (rollout: string, version: string): LedgerEvent => ({
  kind: 'rollout-started',
  model: 'digits',
  rollout,
  version,
  from: '1.0.0',
  target: 'local',
  steps: [0.5, 1],
})
const finished = (rollout: string): LedgerEvent => ({
  kind: 'rollout-finished',
  model: 'digits',
  rollout,
  outcome: 'rolled-back',
  why: 'errors',
})

it('shows the rollout that is open, and none once it is finished', () => {
  const entries = ledger(
    releaseEvent('1.0.0'),
    releaseEvent('1.1.0'),
    started('r1', '1.1.0'),
    finished('r1'),
    started('r2', '1.1.0'),
  )
  expect(openRollout(entries, 'digits')).toMatchObject({ id: 'r2', version: '1.1.0', finished: undefined })
  expect(openRollout([...entries, ...ledger(finished('r2'))], 'digits')).toBeUndefined()
})

it('keeps the entries of rollouts apart', () => {
  const weight = (rollout: string): LedgerEvent => ({
    kind: 'rollout-weight',
    model: 'digits',
    rollout,
    step: 0,
    weight: 0.5,
  })
  const entries = ledger(
    releaseEvent('1.1.0'),
    started('r1', '1.1.0'),
    weight('r1'),
    finished('r1'),
    started('r2', '1.1.0'),
    assignEvent('1.1.0'),
  )
  expect(rolloutState(entries, 'r1')).toMatchObject({
    weights: [{ step: 0, weight: 0.5 }],
    finished: { outcome: 'rolled-back' },
  })
  expect(rolloutState(entries, 'r2')).toMatchObject({ weights: [], promoted: true, finished: undefined })
  expect(rolloutState(entries, 'r3')).toBeUndefined()
})

it('takes a pass that saw nothing for inconclusive', () => {
  const judged = (candidate: number, judgements: readonly never[] = []): LedgerEvent => ({
    ...{ kind: 'rollout-judged', model: 'digits', rollout: 'r1', step: 0, verdict: 'pass', seconds: 1 },
    requests: { stable: 100, candidate },
    judgements,
  })
  const state = rolloutState(ledger(releaseEvent('1.1.0'), started('r1', '1.1.0'), judged(0), judged(100)), 'r1')
  expect(state?.looks.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'inconclusive'])
})
