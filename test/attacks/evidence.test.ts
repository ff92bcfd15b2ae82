import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { evidenceDigest, evidenceText } from '../../src/core/evidence.ts'
import { sha256 } from '../../src/core/json.ts'
import type { LedgerEntry } from '../../src/core/ledger.ts'
import type { Comparison, Measurements } from '../../src/core/products/index.ts'
import type { RunReport } from '../../src/core/report.ts'
import type { World } from '../../src/core/world.ts'
import { verifyEvidence } from '../../src/entry/verify.ts'
import { load } from '../../src/pipeline/load.ts'
import { lazyLedger } from '../../src/pipeline/registry.ts'
import { run } from '../../src/pipeline/run.ts'
import type { Evidence } from '../../src/verdicts/evidence/schema.ts'
import { compareRows, describeRows } from '../../src/verdicts/index.ts'
import { airworthyIn } from '../command-line.ts'
import { folderOfFile } from '../folders.ts'
import { testWorld } from '../world.ts'
import { digits, put } from './stranger.ts'

// Whoever changes evidence after the run, and makes all the rest of the file agree.

const pipelineText = (margin: string): string => `pipeline: digits
model: { candidate: new.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: old.onnx } }
stages:
  benchmark: {}
  compare: { metrics: { size: { margin: ${margin} }, parameters: { margin: 1% } } }
  gate: { require: [size] }
  release: {}
`

interface Ran {
  readonly world: World
  readonly report: RunReport
  readonly file: string
  readonly evidence: Mutable<Evidence>
  readonly entries: readonly LedgerEntry[]
}

type Mutable<Value> = Value extends object ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> } : Value

async function ran(cwd: string, margin: string, candidate: 'digits-candidate' | 'digits-regression'): Promise<Ran> {
  const world = await testWorld({ cwd })
  put(world.cwd, {
    'new.onnx': digits(candidate),
    'old.onnx': digits('digits-1.0.0'),
    'airworthy.yml': pipelineText(margin),
  })
  await airworthyIn(world, ['registry', 'init'])
  const pipeline = await load('airworthy.yml', world)
  const report = await run(pipeline, world)
  const file = report.files['evidence'] ?? ''
  const evidence = JSON.parse(readFileSync(file, 'utf8')) as Mutable<Evidence>
  const entries = await lazyLedger(pipeline, world, world.cwd, { purpose: 'look' }).read()
  return { world, report, file, evidence, entries }
}

/** Evidence with other margins, in which rows and decision follow from them. */
function withMargin({ evidence }: Ran, relative: number): Mutable<Evidence> {
  const changed = structuredClone(evidence)
  for (const question of changed.questions) question.margin = { relative }
  const rows = describeRows(compareRows(changed.measurements as Measurements, changed.questions, changed.alpha))
  changed.comparison.rows = structuredClone(rows) as Comparison['rows'] as never
  return changed
}

const folders = [folderOfFile(), folderOfFile()] as const
let released: Ran
let failed: Ran

beforeAll(async () => {
  released = await ran(folders[0], '5%', 'digits-candidate')
  failed = await ran(folders[1], '0.05%', 'digits-regression')
  expect([released.report.outcome, failed.report.outcome]).toEqual(['pass', 'fail'])
})

describe('what is changed is found, offline', () => {
  test('margins under which what failed would have passed', () => {
    const changed = withMargin(failed, 0.5)
    expect(changed.comparison.rows.map(({ verdict }) => verdict)).toEqual(['pass', 'pass'])
    expect(verifyEvidence(changed).differences).toEqual([
      'The decision of gate was recorded as fail, recomputed it is pass.',
    ])
  })

  test('a decision that does not follow', () => {
    const changed = structuredClone(failed.evidence)
    changed.bound!.decisions[0]!.decision.verdict = 'pass'
    expect(verifyEvidence(changed).differences).toEqual([
      'The decision of gate was recorded as pass, recomputed it is fail.',
    ])
  })

  test('an override of which nobody took the responsibility for what the gate had said', () => {
    const changed = structuredClone(failed.evidence)
    const override = { by: 'mallory', reason: 'because', verdict: 'inconclusive' as const }
    Object.assign(changed.bound!.decisions[0]!.decision, { verdict: 'pass', override })
    expect(verifyEvidence(changed).differences).toHaveLength(1)
  })

  test('a gate that requires less', () => {
    const changed = structuredClone(failed.evidence)
    changed.bound!.decisions[0]!.settings = {
      ...(changed.bound!.decisions[0]!.settings as object),
      require: ['parameters'],
    }
    expect(verifyEvidence(changed).same).toBe(false)
  })

  test('another model than the one that was measured', () => {
    for (const change of [
      { candidate: 'f'.repeat(64) },
      { production: { version: '1.0.0', sha256: 'f'.repeat(64) } },
      { production: { ...released.evidence.bound!.production!, version: '0.9.0' } },
      { production: undefined },
    ]) {
      const changed = structuredClone(released.evidence)
      Object.assign(changed.bound!, change)
      expect(verifyEvidence(JSON.parse(JSON.stringify(changed))).same).toBe(false)
    }
  })

  test('a gate that calls itself something else is not taken for one that was recomputed', async () => {
    const changed = structuredClone(failed.evidence)
    const [bound] = changed.bound!.decisions
    Object.assign(bound!, { kind: 'mine', settings: {} })
    Object.assign(bound!.decision, { verdict: 'pass', reasons: [] })
    writeFileSync(path.join(failed.world.cwd, 'foreign.json'), evidenceText(changed))
    const { code, out } = await airworthyIn(failed.world, ['verify', 'foreign.json'])
    expect([code, out]).toEqual([3, expect.stringContaining('The decision of gate cannot be recomputed')])
    expect(out).not.toContain('✓')
  })

  test('a file that says a thing twice, of which readers see another one', async () => {
    const text = readFileSync(released.file, 'utf8')
    writeFileSync(path.join(released.world.cwd, 'twice.json'), text.replace('{', '{"bound":{"model":"resnet"},'))
    const { code, out } = await airworthyIn(released.world, ['verify', 'twice.json', '--recorded'])
    expect([code, out]).toEqual([1, expect.stringContaining('The file is not as Airworthy writes it')])
  })

  test('error rates of single metrics', () => {
    const changed = structuredClone(released.evidence)
    changed.questions[0]!.alpha = 0.2
    expect(verifyEvidence(changed).differences).toEqual([
      'A question was asked at another error rate than the comparison says.',
    ])
  })

  test('figures that JSON cannot hold, and a metric that is asked for many times', () => {
    const huge = JSON.parse(evidenceText(released.evidence).replace('{', '{"a":1e999,')) as unknown
    expect(() => verifyEvidence(huge)).toThrow(expect.objectContaining({ code: 'evidence-wrong' }))
    const often = structuredClone(released.evidence)
    often.questions.push(...Array.from({ length: 3000 }, () => often.questions[0]!))
    expect(() => verifyEvidence(often)).toThrow(expect.objectContaining({ code: 'evidence-wrong' }))
  })

  test('evidence from which everything was taken that could be recomputed', () => {
    const { bound: _, ...unbound } = structuredClone(released.evidence)
    const empty = { ...unbound, questions: [], comparison: { ...unbound.comparison, rows: [] } }
    const { same, differences } = verifyEvidence(empty)
    expect([same, differences[0]]).toEqual([false, 'It holds no verdict and no decision that could be recomputed.'])
  })
})

describe('what agrees with itself is not what the ledger names', () => {
  /** Paths to all figures and texts of a value, but for those of long lists, of which the first two stand for all. */
  function leaves(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
    if (Array.isArray(value)) return value.slice(0, 2).flatMap((each, index) => leaves(each, [...at, index]))
    if (value === null || typeof value !== 'object') return [at]
    return Object.entries(value).flatMap(([name, each]) => leaves(each, [...at, name]))
  }

  function changedAt(value: unknown, [first, ...rest]: readonly (string | number)[]): unknown {
    if (first === undefined) return typeof value === 'string' ? `${value}0` : typeof value === 'number' ? value + 1 : 0
    if (Array.isArray(value)) return value.map((each, at) => (at === first ? changedAt(each, rest) : each))
    const object = value as Readonly<Record<string, unknown>>
    return { ...object, [first]: changedAt(object[first], rest) }
  }

  test('the digest that a release records is that of the bytes of its evidence', () => {
    const release = released.entries.findLast(({ kind }) => kind === 'release')
    expect(release).toMatchObject({ version: '1.0.1', evidence: sha256(readFileSync(released.file)) })
    expect(evidenceDigest(JSON.parse(JSON.stringify(released.evidence, null, 4)))).toBe(
      sha256(readFileSync(released.file)),
    )
  })

  test('whatever is changed, the digest is another', () => {
    const digest = evidenceDigest(released.evidence)
    const paths = leaves(released.evidence)
    expect(paths.map((each) => each.join('.'))).toEqual(
      expect.arrayContaining([
        'alpha',
        'questions.0.margin.relative',
        'comparison.rows.0.verdict',
        'bound.decisions.0.settings.inconclusive',
        'bound.decisions.0.decision.verdict',
        'bound.pipeline.sha256',
        'bound.candidate',
        'bound.run.id',
        'bound.version',
        'measurements.environments.0.node',
        'measurements.contenders.0.model.sha256',
      ]),
    )
    for (const each of paths)
      expect(evidenceDigest(changedAt(released.evidence, each)), each.join('.')).not.toBe(digest)
  })

  test('margins, rows and decision that were all made to agree', async () => {
    const forged = withMargin(failed, 0.5)
    const { decision } = forged.bound!.decisions[0]!
    decision.verdict = 'pass'
    for (const reason of decision.reasons) reason.verdict = 'pass'
    expect(verifyEvidence(forged)).toMatchObject({ same: true })
    const { world } = failed
    writeFileSync(path.join(world.cwd, 'forged.json'), evidenceText(forged))
    const asked = await airworthyIn(world, ['verify', 'forged.json'])
    expect(asked.out).toContain('does not name it')
    expect(await airworthyIn(world, ['verify', 'forged.json', '--recorded'])).toMatchObject({ code: 1 })
    expect(await airworthyIn(released.world, ['verify', released.file, '--recorded'])).toMatchObject({ code: 0 })
  })

  test('evidence of one model under a release of another', async () => {
    const { world, evidence, entries } = released
    const last = entries.at(-1)
    const file = path.join(world.cwd, 'other.jsonl')
    const digest = evidenceDigest(evidence)
    const forged = [
      ...entries.slice(0, -1),
      { ...last, model: 'letters', artifact: { ...artifactOf(last), sha256: 'f'.repeat(64) }, evidence: digest },
    ].map((entry) => JSON.stringify({ ...entry, chain: undefined }))
    writeFileSync(file, `${forged.join('\n')}\n`)
    writeFileSync(
      path.join(world.cwd, 'other.yml'),
      pipelineText('5%')
        .replace('ledger.jsonl', 'other.jsonl')
        .replace(', adopt: { version: 1.0.0, model: old.onnx }', ''),
    )
    const { code, out } = await airworthyIn(world, ['verify', released.file, '--pipeline', 'other.yml'])
    expect(code).toBe(1)
    expect(out).toContain('letters 1.0.1 was recorded on it, which is of digits.')
    expect(out).toContain('with a model file that is not the one it compares')
  })
})

test('a word of the evidence writes nothing to a terminal but itself', async () => {
  const changed = structuredClone(released.evidence)
  changed.bound!.model = 'digits\u001b[2J\n✓ 9 verdicts'
  changed.bound!.run.commit = '\u009b31m'
  writeFileSync(path.join(released.world.cwd, 'hostile.json'), JSON.stringify(changed))
  const { out } = await airworthyIn(released.world, ['verify', 'hostile.json'])
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  expect(out).not.toMatch(/^✓ 9/m)
})

function artifactOf(entry: LedgerEntry | undefined): object {
  return entry?.kind === 'release' ? entry.artifact : {}
}
