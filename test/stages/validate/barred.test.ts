import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { StageOutcome } from '../../../src/core/stage.ts'
import { writeNpz } from '../../../src/data/npz.ts'
import { inspectModels, placeModel } from '../../../src/measure/inspect.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { variants } from '../../../src/optimize/index.ts'
import { optimizeWith } from '../../../src/stages/optimize.ts'
import { validateOn } from '../../../src/stages/validate/index.ts'
import { targets } from '../../../src/targets/index.ts'
import { modelTools } from '../model-tools.ts'

/** Goes round for thousands of years. Whoever starts it hangs this test. */
function endless(): Model {
  const body = buildGraph({
    inputs: [value('i', 'int64', []), value('c', 'bool', []), value('a', 'float32', [2])],
    outputs: [value('d', 'bool', []), value('b', 'float32', [2])],
    nodes: [node('Identity', ['c'], ['d']), node('Neg', ['a'], ['b'])],
  })
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', [2])],
      outputs: [value('y', 'float32', [2])],
      nodes: [node('Loop', ['times', '', 'x'], ['y'], { name: 'loop', attributes: { body: { graph: body } } })],
      weights: [tensor('times', 'int64', [], BigInt64Array.of(1n << 60n))],
    }),
  })
}

async function verdicts(settings: object): Promise<readonly (readonly string[])[]> {
  const { tools, subject } = await modelTools()
  const given = await subject(endless())
  const x = { type: 'float32' as const, dims: [2], data: new Float32Array(2) }
  await writeFile(path.join(tools.folder, 'set.npz'), writeNpz({ x, y: x }))
  const stage = validateOn(targets).make(settings, { folder: tools.folder })
  const { product } = (await stage.run({ subject: given }, tools)) as StageOutcome<'validation'>
  return product.checks.map(({ check, verdict, findings }) => [check, verdict, ...findings.map(({ code }) => code)])
}

it('is told once, by whichever check comes first, and started by none', async () => {
  const golden = { from: 'set.npz' }
  expect(await verdicts({ golden, limits: { size: '1MB', latency: '1s' } })).toEqual([
    ['graph', 'pass'],
    ['interface', 'pass', 'interface-first'],
    ['safety', 'fail', 'loop-endless'],
    ['runs', 'not-checked', 'model-not-run'],
    ['determinism', 'not-checked', 'determinism-unchecked'],
    ['golden', 'not-checked', 'model-not-run'],
    ['limits', 'not-checked', 'model-not-run'],
  ])
  expect(await verdicts({ checks: ['runs', 'determinism'] })).toEqual([
    ['runs', 'fail', 'loop-endless'],
    ['determinism', 'not-checked', 'determinism-unchecked'],
  ])
  expect(await verdicts({ checks: ['graph'], golden, limits: { size: '1MB' } })).toEqual([
    ['graph', 'pass'],
    ['golden', 'fail', 'loop-endless'],
    ['limits', 'pass'],
  ])
  const test = { target: { local: { replay: 'eval' } }, for: '500ms', latency: '60s' }
  expect(await verdicts({ checks: ['graph'], 'load-test': test })).toContainEqual(['load-test', 'fail', 'loop-endless'])
})

it('is neither measured nor placed nor optimised', async () => {
  const { tools, subject, store } = await modelTools()
  const given = await subject(endless())
  const file = await store.path(given.candidate)
  const refused = { code: 'model-barred', message: expect.stringContaining('graph/node loop') }
  await expect(inspectModels([{ id: 'candidate', path: file }], 'cpu', tools)).rejects.toMatchObject(refused)
  await expect(placeModel(file, 'cpu', {}, tools)).rejects.toMatchObject(refused)
  const optimize = optimizeWith(variants).make({}, { folder: tools.folder })
  await expect(optimize.run({ subject: given }, tools)).rejects.toMatchObject(refused)
})
