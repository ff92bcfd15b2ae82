import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/core/ledger.ts'
import { headAfter, mayAcquire, type RolloutHead, watchMs } from '../../../src/registry/ledger/leases.ts'

/** A rollout whose driver recorded its first entry at noon, and said until when it drives. */
function startedUntil(expires: string): RolloutHead {
  const started: LedgerEntry = {
    kind: 'rollout-started',
    ...{ model: 'digits', rollout: 'run/rollout', version: '1.1.0', from: '1.0.0', target: 'local', steps: [1] },
    ...{ driver: 'run/rollout', expires, key: 'a', at: '2026-01-01T12:00:00.000Z', by: 'ada' },
  }
  return headAfter(undefined, started) as RolloutHead
}

const minute = 60_000

test.each([
  ['as long as it asked for', '2026-01-01T12:03:00.000Z', 3],
  ['not for days, where its clock was set back before it recorded', '2026-01-03T12:00:00.000Z', 21],
  ['a minute all the same, where its clock was set forward before it recorded', '2025-12-31T12:00:00.000Z', 1],
])('a driver is waited for %s', (_, expires, minutes) => {
  const head = startedUntil(expires)
  expect(watchMs(head)).toBe(minutes * minute)
  expect(mayAcquire(head, { driver: 'other/rollout', watchedMs: minutes * minute - 1 })).toBe(false)
  expect(mayAcquire(head, { driver: 'other/rollout', watchedMs: minutes * minute })).toBe(true)
})
