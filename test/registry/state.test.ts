import { expect, it } from 'vitest'
import type { LedgerEntry, LedgerEvent } from '../../src/core/ledger.ts'
import { registryState } from '../../src/registry/ledger/state.ts'
import { assignEvent, releaseEvent } from '../contracts/ledger.ts'

const ledger = (...events: LedgerEvent[]): LedgerEntry[] =>
  events.map((event, index) => ({ ...event, key: `k${index}`, at: `2026-01-01T00:00:0${index}Z`, by: 'someone' }))

it('knows nothing of a model without entries', () => {
  expect(registryState(ledger(releaseEvent('1.0.0')), 'faces')).toEqual({
    versions: [],
    stages: {},
  })
})

it('folds versions and what each stage holds', () => {
  const state = registryState(
    ledger(
      releaseEvent('1.0.0'),
      assignEvent('1.0.0'),
      releaseEvent('1.1.0'),
      assignEvent('1.1.0', 'staging'),
      assignEvent('1.1.0'),
    ),
    'digits',
  )
  expect(state.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0'])
  expect(state.stages).toEqual({ production: '1.1.0', staging: '1.1.0' })
})
