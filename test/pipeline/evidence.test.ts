import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import type { World } from '../../src/core/world.ts'
import { load } from '../../src/pipeline/load.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { run } from '../../src/pipeline/run.ts'
import type { Evidence } from '../../src/verdicts/evidence/schema.ts'
import { verifyEvidence } from '../../src/verdicts/index.ts'
import { digits, put } from '../attacks/stranger.ts'
import { testWorld } from '../world.ts'

const pipelineText = (more: string): string => `pipeline: digits
model: { candidate: new.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: old.onnx } }
stages:
  benchmark: {}
${more}`

async function ran(more: string, from?: World) {
  const world = from ?? (await testWorld())
  put(world.cwd, {
    'new.onnx': digits('digits-candidate'),
    'old.onnx': digits('digits-1.0.0'),
    'airworthy.yml': pipelineText(more),
  })
  const pipeline = await load('airworthy.yml', world)
  const { ledger } = await createRegistry(pipeline, world)
  const report = await run(pipeline, world)
  const read = (file: string): { bytes: Buffer; evidence: Evidence } => {
    const bytes = readFileSync(file)
    return { bytes, evidence: JSON.parse(bytes.toString()) as Evidence }
  }
  return { world, pipeline, report, ledger, read }
}

const size = '{ kind: compare, needs: [benchmark], metrics: { size: { margin: 5% } } }'
const parameters = '{ kind: compare, needs: [benchmark], metrics: { parameters: { margin: 5% } } }'

test('a release rests on the last comparison before it, which names the earlier ones', async () => {
  const { report, ledger, read } = await ran(`  first: ${parameters}
  gate-first: { kind: gate, needs: [first] }
  second: ${size}
  gate-second: { kind: gate, needs: [second, gate-first], require: [size] }
  release: { needs: [gate-second] }
  third: ${parameters.replace('[benchmark]', '[benchmark, release]')}
`)
  expect(report.outcome).toBe('pass')
  expect(Object.keys(report.files)).toEqual(['evidence of first', 'evidence', 'evidence of third'])
  const [first, second, third] = Object.values(report.files).map(read)
  expect(Object.values(report.files).map((file) => path.basename(file))).toEqual([
    'evidence-first.json',
    'evidence.json',
    'evidence-third.json',
  ])
  const decisions = [first, second, third].map((each) => each?.evidence.bound?.decisions.map(({ stage }) => stage))
  expect(decisions).toEqual([['gate-first'], ['gate-second'], []])
  expect(second?.evidence.bound?.earlier).toEqual([sha256(first?.bytes ?? '')])
  expect((await ledger.read()).at(-1)).toMatchObject({ kind: 'release', evidence: sha256(second?.bytes ?? '') })
  for (const each of [first, second, third]) expect(verifyEvidence(each?.evidence).differences).toEqual([])
})

test('comparisons whose stages have nearly the same name leave a file each', async () => {
  const { report } = await ran(`  compare/a: ${parameters}
  gate-a: { kind: gate, needs: [compare/a] }
  compare-a: ${parameters}
  gate-b: { kind: gate, needs: [compare-a] }
  compare: ${size}
  gate: {}
`)
  const files = Object.values(report.files)
  expect(files.map((file) => path.basename(file))).toEqual([
    'evidence-compare.a.json',
    'evidence-compare-a.json',
    'evidence.json',
  ])
  expect(new Set(files.map((file) => readFileSync(file, 'utf8'))).size).toBe(3)
})

test('a run that releases nothing is bound to all that it decided', async () => {
  const { report, read } = await ran(`  compare: ${size}\n  gate: {}\n`)
  const { evidence } = read(report.files['evidence'] ?? '')
  expect(evidence.bound).toMatchObject({
    pipeline: { name: 'digits', sha256: report.pipeline.sha256, inputs: {} },
    run: { id: report.runId, startedAt: report.startedAt },
    candidate: report.subject?.candidate.sha256,
    production: { version: '1.0.0', sha256: report.comparison?.against.sha256 },
    decisions: [{ stage: 'gate', kind: 'gate', settings: { inconclusive: 'fail' }, decision: { verdict: 'pass' } }],
    earlier: [],
  })
})

test('what a release rests on stays in the store, and is the same when the run is resumed', async () => {
  const { world, pipeline, report, ledger, read } = await ran(`  compare: ${size}\n  gate: {}\n  release: {}\n`)
  const file = report.files['evidence'] ?? ''
  const { bytes } = read(file)
  const digest = sha256(bytes)
  expect(report.evidence).toBe(digest)
  expect(readFileSync(path.join(world.cwd, '.airworthy', 'store', digest.slice(0, 2), digest))).toEqual(bytes)
  await world.files.remove(file)
  await run(pipeline, world, { resume: report.runId })
  expect(readFileSync(file)).toEqual(bytes)
  expect((await ledger.read()).filter(({ kind }) => kind === 'release')).toMatchObject([{}, { evidence: digest }])
})

test('evidence that a release rests on stays as it is, whatever is masked when its run is resumed', async () => {
  const { world, pipeline, report } = await ran(`  compare: ${size}\n  gate: {}\n  release: {}\n`)
  const file = report.files['evidence'] ?? ''
  const bytes = readFileSync(file)
  const word = JSON.parse(bytes.toString()).measurements.environments[0].cpu.split(' ')[0] as string
  const later = await testWorld({ cwd: world.cwd, env: { ...process.env, SOME_TOKEN: `${word} `.padEnd(6) } })
  const again = await run(pipeline, later, { resume: report.runId })
  expect(readFileSync(file)).toEqual(bytes)
  expect(again.evidence).toBe(report.evidence)
})

test('what was measured before a word of it became a secret is evidence that verifies', async () => {
  const more = `  compare: ${size}\n  gate: {}\n`
  const { world, report } = await ran(more)
  const { cpu } = JSON.parse(readFileSync(report.files['evidence'] ?? '', 'utf8')).measurements.environments[0]
  const later = await testWorld({ cwd: world.cwd, env: { ...process.env, SOME_TOKEN: cpu as string } })
  const second = await run(await load('airworthy.yml', later), later)
  const text = readFileSync(second.files['evidence'] ?? '', 'utf8')
  expect(text).not.toContain(cpu)
  expect(verifyEvidence(JSON.parse(text)).differences).toEqual([])
})

test('two releases on one comparison leave the evidence of both', async () => {
  const { report, ledger } = await ran(`  compare: ${size}
  gate: {}
  candidate: { kind: release, candidate: true }
  again: { kind: gate, require: [size], needs: [candidate] }
  release: { needs: [again] }
`)
  const releases = (await ledger.read()).flatMap((entry) => (entry.kind === 'release' ? (entry.evidence ?? []) : []))
  expect(releases).toHaveLength(2)
  const folder = path.dirname(report.files['evidence'] ?? '')
  expect(report.evidence).toBe(releases[1])
  const kept = readFileSync(path.join(folder, `evidence-${releases[0]?.slice(0, 12)}.json`))
  expect(sha256(kept)).toBe(releases[0])
})

test('a model whose name holds a secret is not released, and nothing is recorded', async () => {
  const world = await testWorld({ env: { ...process.env, DB_PASSWORD: 'digits' } })
  await expect(ran(`  compare: ${size}\n  gate: {}\n  release: {}\n`, world)).rejects.toMatchObject({
    code: 'name-masked',
  })
  expect(readFileSync(path.join(world.cwd, 'ledger.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1)
})
