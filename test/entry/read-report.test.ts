import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RunReport, runReportSchema } from '../../src/core/report.ts'
import { readReport } from '../../src/entry/action/read-report.ts'
import { pipelineOf } from '../../src/pipeline/load.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { run } from '../../src/pipeline/run.ts'
import { renderJson } from '../../src/report/json.ts'
import { arbitraryOf } from '../arbitrary.ts'
import { anyMeasurements } from '../measure/arbitrary.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { worldOfKnownTimes } from '../world.ts'

const openWorld = sharingWorkers(worldOfKnownTimes)

/** What the pull request of a stranger cannot have. */
function withoutOurs(report: RunReport): unknown {
  const { release: _release, rollout: _rollout, decision, subject, ...rest } = report
  const { override: _override, ...decided } = decision ?? {}
  return {
    ...rest,
    ...(decision === undefined ? {} : { decision: decided }),
    ...(subject === undefined ? {} : { subject: { ...subject, data: {} } }),
    next: [],
    other: {},
  }
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

test.each([{ whole: true }, { whole: true, more: true }, {}])(
  'a report comes back with every member it has, but for those that a stranger cannot have: %o',
  (options) => {
    const reports = fc
      .record({
        report: arbitraryOf(runReportSchema.omit({ measurements: true }), options),
        measurements: anyMeasurements(options),
      })
      .map(({ report, measurements }): RunReport => ({ ...report, measurements }))
    fc.assert(
      fc.property(reports, (report) => {
        expect(readReport('airworthy-report', bytesOf(report))).toEqual(withoutOurs(report))
      }),
      { numRuns: 50 },
    )
  },
)

test('a report that lacks a member is refused, and so is one that is too large to show', () => {
  const [report] = fc.sample(arbitraryOf(runReportSchema, {}), 1) as [RunReport]
  const read = (value: unknown) => () => readReport('airworthy-report', bytesOf(value))
  const { measurements: _, ...small } = report
  expect(read(small)).not.toThrow()
  const { sentence: _sentence, ...without } = small
  expect(read(without)).toThrow(/not a report of this version: look at sentence/)
  expect(read({ ...small, sentence: 'x'.repeat(20_001) })).toThrow(/a text of over 20000 characters/)
  const stages = Array.from({ length: 10_001 }, () => report.stages[0] ?? {})
  expect(read({ ...small, stages })).toThrow(/a list of over 10000 members/)
})

const digits = path.resolve('pipelines/digits')

test.each([
  ['a first release', {}],
  ['a candidate', { adopt: { version: '1.0.0', model: `${digits}/digits-1.0.0.onnx` } }],
])('the report of %s is read from the file that its run writes', async (_, adopted) => {
  const world = await openWorld()
  const value = {
    pipeline: 'digits',
    model: { candidate: `${digits}/digits-candidate.onnx`, production: 'registry' },
    registry: { file: 'ledger.jsonl', ...adopted },
    data: { eval: { from: `${digits}/test.npz`, inputs: { image: 'images' }, label: 'labels' } },
    stages: {
      validate: { checks: ['graph', 'interface'] },
      benchmark: { blocks: { min: 4, max: 4 }, data: 'eval' },
      compare: { metrics: { accuracy: { margin: '0.5pp' }, size: { margin: '5%' } } },
      gate: {},
      release: {},
    },
  }
  const pipeline = pipelineOf(value, world.cwd, world)
  await createRegistry(pipeline, world)
  const report = await run(pipeline, world)
  expect(report.outcome, report.sentence).toBe('pass')
  const text = renderJson(report)
  expect(readReport('airworthy-report', new TextEncoder().encode(text))).toEqual(withoutOurs(JSON.parse(text)))
})

test('a report of a first release, which was compared with nothing, is read', () => {
  const [report] = fc.sample(arbitraryOf(runReportSchema, {}), 1) as [RunReport]
  const { measurements: _, ...small } = report
  const comparison = {
    contender: 'candidate',
    against: { sha256: '' },
    identical: false,
    rows: [],
    alpha: 0.01,
    warnings: [],
    evidence: 'e'.repeat(64),
  }
  const read = readReport('airworthy-report', bytesOf({ ...small, comparison }))
  expect(read.comparison).toEqual(comparison)
})
