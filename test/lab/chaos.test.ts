import { describe, expect, it } from 'vitest'
import { openRollouts, violations } from '../../lab/chaos/invariants.ts'
import { simulate } from '../../lab/chaos/simulated/history.ts'
import type { LedgerEntry, LedgerEvent } from '../../src/core/ledger.ts'
import { assignEvent, releaseEvent } from '../contracts/ledger.ts'

let count = 0

function entry(event: LedgerEvent, key = `key-${++count}`): LedgerEntry {
  return { ...event, key, at: '2026-01-01T00:00:00.000Z', by: 'ada' }
}

const adopted = [
  entry({ kind: 'created' }, 'created'),
  entry(releaseEvent('1.0.0'), 'adopt:digits@1.0.0'),
  entry(assignEvent('1.0.0'), 'adopt:digits@1.0.0/production'),
]
const of = (rollout: string) => ({ model: 'digits', rollout })
const started = (rollout: string, version: string, from = '1.0.0') =>
  entry({ kind: 'rollout-started', ...of(rollout), version, from, target: 'local', steps: [0.5, 1] })
const judged = (rollout: string, step: number, verdict: 'pass' | 'fail' = 'pass') =>
  entry({
    kind: 'rollout-judged',
    ...of(rollout),
    step,
    verdict,
    requests: { stable: 1, candidate: 1 },
    judgements: [],
    seconds: 1,
  })
const finished = (rollout: string, outcome: 'promoted' | 'rolled-back') =>
  entry({ kind: 'rollout-finished', ...of(rollout), outcome, why: '' })
const released = [...adopted, entry(releaseEvent('1.1.0')), entry(releaseEvent('1.2.0'))]
const passed = [...released, started('r', '1.1.0'), judged('r', 0), judged('r', 1)]

describe('what a ledger may never hold', () => {
  it.each<[string, readonly LedgerEntry[]]>([
    ['a promotion', [...passed, entry(assignEvent('1.1.0')), finished('r', 'promoted')]],
    ['a rollback', [...released, started('r', '1.1.0'), judged('r', 0, 'fail'), finished('r', 'rolled-back')]],
    ['a version that serves again', [...released, entry({ ...assignEvent('1.1.0'), against: '1.0.0' } as LedgerEvent)]],
    ['a release that serves', [...adopted, entry(releaseEvent('1.1.0', { against: '1.0.0', serves: true }))]],
  ])('is not %s', (_, entries) => {
    expect(violations(entries)).toEqual([])
    expect(openRollouts(entries)).toEqual([])
  })

  it.each<[string, readonly LedgerEntry[], RegExp]>([
    ['a key twice', [...adopted, entry(releaseEvent('1.1.0'), 'created')], /its key is there twice/],
    ['a version twice', [...adopted, entry(releaseEvent('1.0.0'))], /released twice/],
    ['two open rollouts', [...released, started('r', '1.1.0'), started('s', '1.2.0')], /begins while r is open/],
    ['a rollout from what does not serve', [...released, started('r', '1.1.0', '1.2.0')], /1\.0\.0 serves/],
    ['an assignment without a rollout', [...released, entry(assignEvent('1.1.0'))], /without a comparison/],
    [
      'a promotion before all steps passed',
      [...released, started('r', '1.1.0'), judged('r', 0), entry(assignEvent('1.1.0'))],
      /without a comparison/,
    ],
    ['another version than was rolled out', [...passed, entry(assignEvent('1.2.0'))], /without a comparison/],
    ['an assignment of nothing', [...adopted, entry(assignEvent('9.0.0'))], /never released/],
    ['an end of a rollout that is over', [...released, finished('r', 'rolled-back')], /not open/],
    ['an end as promoted without serving', [...passed, finished('r', 'promoted')], /does not serve/],
    [
      'a release that serves uncompared',
      [...adopted, entry(releaseEvent('1.1.0', { against: '', serves: true }))],
      /was not compared/,
    ],
  ])('is %s', (_, entries, sentence) => {
    expect(violations(entries).join('\n')).toMatch(sentence)
  })

  it('is a rollout from another version than its run compared with', () => {
    const compared = { with: new Map([['r', '0.9.0']]) }
    expect(violations([...released, started('r/rollout', '1.1.0')], compared).join()).toMatch(/compared with 0\.9\.0/)
  })

  it('is seen where a rollout has not ended', () => {
    expect(openRollouts([...released, started('r', '1.1.0')])).toEqual(['r'])
  })
})

it('holds through faults at any call of a port', async () => {
  for (let seed = 1; seed <= 25; seed++) expect((await simulate(seed)).broken, `seed ${seed}`).toEqual([])
})

it('is made again from its seed', async () => {
  const [one, other] = [await simulate(4), await simulate(4)]
  expect(one).toEqual(other)
  expect(one.happened.size).toBeGreaterThan(0)
})
