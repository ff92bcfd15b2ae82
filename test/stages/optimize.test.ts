import { describe, expect, it } from 'vitest'
import type { Variants } from '../../src/core/products/index.ts'
import type { StageOutcome } from '../../src/core/stage.ts'
import { diffInterface } from '../../src/onnx/diff/index.ts'
import { readModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { variants } from '../../src/optimize/index.ts'
import { optimizeWith } from '../../src/stages/optimize.ts'
import { digitsBytes } from '../onnx/models.ts'
import { type ModelTools, modelTools } from './model-tools.ts'

const optimize = optimizeWith(variants)

async function run(
  settings: unknown,
  candidate: Model | Uint8Array,
  given?: ModelTools,
): Promise<StageOutcome<'variants'>> {
  const { tools, subject } = given ?? (await modelTools())
  const stage = optimize.make(settings, { folder: tools.folder })
  return (await stage.run({ subject: await subject(candidate) }, tools)) as StageOutcome<'variants'>
}

function only(product: Variants): Variants['variants'][number] {
  expect(product.variants).toHaveLength(1)
  return product.variants[0] as Variants['variants'][number]
}

describe('optimize', () => {
  it('keeps a smaller graph that answers the same', async () => {
    const given = await modelTools()
    const { product, summary } = await run({}, digitsBytes('digits-candidate'), given)
    const variant = only(product)
    expect(variant).toMatchObject({ id: 'graph', kept: true, how: 'onnxruntime graph optimisation, level basic' })
    expect(variant.why).toMatch(/^has 6 nodes instead of 9, \d+ bytes instead of 229784, and answers with/)
    expect(product.chosen).toEqual({ id: 'graph', model: variant.model })
    expect(variant.model.name).toBe('candidate.basic.onnx')
    expect(summary).toMatch(/^the variant graph is used: /)
    const written = readModel(await given.tools.world.files.read(await given.store.path(variant.model)))
    expect(written.graph?.node.map((made) => made.opType)).toEqual(['Cast', 'Mul', 'Reshape', 'Gemm', 'Relu', 'Gemm'])
    expect(diffInterface(readModel(digitsBytes('digits-candidate')), written).change).toBe('compatible')
  })

  it('may use operators of onnxruntime at level extended', async () => {
    const { product } = await run({ level: 'extended' }, digitsBytes('digits-candidate'))
    expect(only(product)).toMatchObject({ kept: true, how: 'onnxruntime graph optimisation, level extended' })
    expect(only(product).why).toContain('has 5 nodes instead of 9')
  })

  it('lets the candidate go on as it came when nothing can be gained', async () => {
    const graph = buildGraph({
      inputs: [value('x', 'float32', ['N'])],
      outputs: [value('y', 'float32', ['N'])],
      nodes: [node('Relu', ['x'], ['y'])],
    })
    const { product, summary } = await run({}, buildModel({ graph, opset: 17 }))
    expect(only(product)).toMatchObject({ kept: false, why: 'leaves its only node, so there is nothing to gain' })
    expect(product.chosen).toMatchObject({ id: 'candidate', model: { name: 'candidate.onnx' } })
    expect(summary).toMatch(/^the original candidate is used: /)
  })

  it('drops a graph that grows', async () => {
    // Folding spreads a thousand numbers to a million.
    const nodes = [node('Expand', ['small', 'shape'], ['large']), node('Add', ['x', 'large'], ['y'])]
    const weights = [
      tensor('small', 'float32', [1000, 1], new Float32Array(1000)),
      tensor('shape', 'int64', [2], BigInt64Array.of(1000n, 100n)),
    ]
    const graph = buildGraph({
      inputs: [value('x', 'float32', [1000, 100])],
      outputs: [value('y', 'float32', [1000, 100])],
      nodes,
      weights,
    })
    const { product } = await run({}, buildModel({ graph, opset: 17 }))
    expect(only(product)).toMatchObject({ kept: false })
    expect(only(product).why).toMatch(/^grows from \d+ to \d+ bytes$/)
  })

  it('drops a graph whose answers are beyond the tolerance', async () => {
    const { product } = await run({ tolerance: 0 }, digitsBytes('digits-regression'))
    expect(only(product)).toMatchObject({ kept: false })
    expect(only(product).why).toMatch(/^answers with a difference of \d\.\de-\d+, beyond the tolerance of 0$/)
  })

  it('gives the same bytes every time', async () => {
    const [one, two] = [await run({}, digitsBytes('digits-candidate')), await run({}, digitsBytes('digits-candidate'))]
    expect(one.product).toEqual(two.product)
  })

  it('gives an error for a model that the runtime refuses', async () => {
    const graph = buildGraph({
      inputs: [value('x', 'float32', ['N'])],
      outputs: [value('y', 'float32', ['N'])],
      nodes: [node('Relo', ['x'], ['y'])],
    })
    await expect(run({}, buildModel({ graph, opset: 17 }))).rejects.toMatchObject({ code: 'model-rejected' })
  })
})
