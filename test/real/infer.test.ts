import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readModel } from '../../src/onnx/format/index.ts'
import type { Graph, Model } from '../../src/onnx/format/messages.ts'
import { inferTypes, type TensorValue } from '../../src/onnx/infer/index.ts'
import { fileSource } from '../../src/world/file-source.ts'
import { corpora } from './corpora.ts'

const python = process.env['AIRWORTHY_PYTHON']
const files = corpora()
if (python === undefined || files.length === 0)
  console.warn('inference is not compared: AIRWORTHY_PYTHON or AIRWORTHY_ONNX_CORPORA is not set')

/** What onnx.shape_inference says of one model: see scripts/infer-oracle.py. */
interface Oracle {
  readonly path: string
  readonly types?: Readonly<
    Record<string, { kind: string; elem?: number; dims?: readonly (number | string | null)[] | null }>
  >
  readonly error?: string
}

/** Nothing is declared but the inputs: what a model says of its outputs would be no inference. */
function undeclared(model: Model): Model {
  const graph = model.graph as Graph
  return { ...model, graph: { ...graph, valueInfo: [], output: graph.output.map(({ type: _, ...rest }) => rest) } }
}

/** Whether we know as much as another of a tensor, more included; and whether both contradict one another. */
function compared(ours: TensorValue | undefined, elem: number, dims: readonly (number | string | null)[]): string {
  if (ours?.dims === undefined) return 'missed'
  if (ours.element !== undefined && elem !== 0 && ours.element !== elem) return 'contradicted'
  if (ours.dims.length !== dims.length) return 'contradicted'
  const pairs = dims.map((dim, axis) => [dim, ours.dims?.[axis]] as const)
  if (pairs.some(([theirs, own]) => typeof theirs === 'number' && typeof own === 'number' && theirs !== own))
    return 'contradicted'
  const less = pairs.some(([theirs, own]) => typeof theirs === 'number' && typeof own !== 'number')
  return less || (ours.element === undefined && elem !== 0) ? 'missed' : 'agreed'
}

test.skipIf(python === undefined || files.length === 0)('agrees with onnx.shape_inference on every model', () => {
  const run = spawnSync(python as string, ['scripts/infer-oracle.py'], {
    input: `${files.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  expect(run.status, run.stderr.slice(-2000)).toBe(0)
  const said = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Oracle)
  expect(said).toHaveLength(files.length)
  const counts: Record<string, string[]> = { agreed: [], missed: [], contradicted: [] }
  for (const { path: file, types = {} } of said) {
    const inferred = inferTypes(undeclared(readModel(fileSource(file), file))).scopes.find(
      ({ scope }) => scope.path === 'graph',
    )
    for (const [name, { kind, elem = 0, dims }] of Object.entries(types)) {
      if (kind !== 'tensor_type' || dims === null || dims === undefined) continue
      const ours = inferred?.types.get(name)
      const outcome = compared(ours?.kind === 'tensor' ? ours : undefined, elem, dims)
      counts[outcome]?.push(
        `${path.basename(path.dirname(file))}/${path.basename(file)} ${name}: ${JSON.stringify(dims)} and ${JSON.stringify(ours)}`,
      )
    }
  }
  const [agreed, missed] = [counts['agreed']?.length ?? 0, counts['missed']?.length ?? 0]
  const refused = said.filter(({ error }) => error !== undefined).length
  console.log(
    `${files.length} models (${refused} that onnx does not infer), ${agreed + missed} tensors: ${agreed} agreed, ${missed} missed`,
  )
  expect(counts['contradicted']).toEqual([])
  expect(agreed).toBeGreaterThan(10_000)
  expect(agreed / (agreed + missed), counts['missed']?.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.99)
})

test.skipIf(files.length === 0)('finds nothing wrong with the types of any of them', () => {
  const problems = files.flatMap((file) =>
    inferTypes(readModel(fileSource(file), file)).problems.map(({ where, message }) => `${file} ${where}: ${message}`),
  )
  expect(problems).toEqual([])
})
