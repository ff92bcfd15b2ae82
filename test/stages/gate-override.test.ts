import path from 'node:path'
import { expect, test } from 'vitest'
import type { Comparison, Decision, Subject } from '../../src/core/products/index.ts'
import type { StageTools } from '../../src/core/stage.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { gate } from '../../src/stages/gate.ts'
import { create, recorded } from '../contracts/ledger.ts'
import { measurements, question, wordedRows } from '../verdicts/measurements.ts'
import { testWorld } from '../world.ts'

const artifact = { sha256: 'c'.repeat(64), bytes: 1, name: 'c.onnx' }
const subject: Subject = { model: 'digits', candidate: artifact, production: { artifact }, data: {} }
const override = { by: 'Ada Lovelace', reason: 'the old model is down' }

async function gated(ratio: number) {
  const world = await testWorld()
  const ledger = await create(await openFileLedger(path.join(world.cwd, 'ledger.jsonl'), world))
  const rows = wordedRows(measurements({ ratio }), [question('latency.p50')], 0.01)
  const comparison: Comparison = {
    contender: 'candidate',
    against: { sha256: 'p' },
    identical: false,
    rows,
    alpha: 0.01,
    warnings: [],
    evidence: 'e',
  }
  // A gate reads nothing else of its tools.
  const tools = { ledger, override } as Partial<StageTools> as StageTools
  const run = () => gate.make({}, { folder: '/' }).run({ subject, comparison }, tools)
  return { outcome: await run(), again: run, ledger }
}

test('a candidate that the gate stops goes on under a name and a reason, which the ledger keeps once', async () => {
  const { outcome, again, ledger } = await gated(1.2)
  expect(outcome).toMatchObject({ verdict: 'pass', settled: false })
  expect((outcome.product as Decision).override).toEqual({ ...override, verdict: 'fail' })
  expect(outcome.summary).toMatch(/^Let through by Ada Lovelace, who said: "the old model is down"\. Without that: \S/)
  expect(outcome.warnings).toContainEqual(
    expect.objectContaining({
      code: 'gate-overridden',
      message: 'The gate said fail; Ada Lovelace let the candidate through, saying "the old model is down".',
    }),
  )
  await again()
  const entries = await recorded(ledger)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    kind: 'override',
    verdict: 'fail',
    approver: override.by,
    reason: override.reason,
  })
})

test('what passes needs no override, and none is recorded', async () => {
  const { outcome, ledger } = await gated(0.8)
  expect((outcome.product as Decision).override).toBeUndefined()
  expect(await recorded(ledger)).toEqual([])
})

test('with `extend` the benchmark may spend its budget again', () => {
  expect(gate.make({ inconclusive: 'extend' }, { folder: '/' }).extensions).toBe(3)
  expect(gate.make({ inconclusive: 'fail' }, { folder: '/' }).extensions).toBe(0)
})
