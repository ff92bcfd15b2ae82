import { expect, test } from 'vitest'
import { parseEntry } from '../../../src/registry/ledger/entry.ts'

const at = '2026-01-01T00:00:00.000Z'
const recorded = { key: 'k', at, by: 'someone', model: 'digits', rollout: 'r' }
const started = { ...recorded, kind: 'rollout-started', version: '1.1.0', from: '1.0.0', target: 'local' }
const traffic = { requests: 10, errors: 1, latency: [[1, 2, 9]] }
const judged = (stable: object) => ({
  ...recorded,
  ...{ kind: 'rollout-judged', step: 0, verdict: 'pass', requests: { stable: 10, candidate: 10 }, seconds: 1 },
  judgements: [],
  windows: [{ from: at, to: '2026-01-01T00:00:01.000Z', stable, candidate: traffic }],
})
const read = (entry: object) => parseEntry(JSON.stringify(entry), { ledger: 'here', entry: '1' })

test('an ordinary one is read', () => {
  expect(read({ ...started, steps: [0.05, 1] })).toMatchObject({ steps: [0.05, 1] })
  expect(read(judged(traffic))).toMatchObject({ verdict: 'pass' })
})

// Each of these once promoted a version without evidence, crashed a rollout, or never let it end.
test.each([
  ['no steps', { ...started, steps: [] }],
  ['steps that do not end at 1', { ...started, steps: [0.5] }],
  ['steps that fall', { ...started, steps: [0.5, 0.25, 1] }],
  ['a step of nothing', { ...started, steps: [0, 1] }],
  ['a moment that is none', { ...started, steps: [1], at: 'x' }],
  ['a moment millennia away', { ...started, steps: [1], at: '9999-12-31T23:59:59.999Z' }],
  ['more errors than requests', judged({ ...traffic, errors: Number.MAX_SAFE_INTEGER })],
  ['a bucket of no width', judged({ ...traffic, latency: [[0, 0, 9]] })],
])('%s: refused as a broken ledger', (_, entry) => {
  expect(() => read(entry)).toThrowError(expect.objectContaining({ code: 'ledger-broken' }))
})

test('a bake of a thousand years is refused', () => {
  const rules = { source: { target: {} }, analysis: [], hold: 3, hooks: { promoted: [], 'rolled-back': [] } }
  const settings = (bakeMs: number) => ({ target: { local: {} }, bakeMs, ...rules })
  expect(read({ ...started, steps: [1], settings: settings(60_000) })).toMatchObject({ version: '1.1.0' })
  expect(() => read({ ...started, steps: [1], settings: settings(1e300) })).toThrowError(
    expect.objectContaining({ code: 'ledger-broken' }),
  )
})
