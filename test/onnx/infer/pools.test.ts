import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Tensor } from '../../../src/core/tensor.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import { writeModel } from '../../../src/onnx/format/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'
import { type AttributeValue, buildGraph, buildModel, node, value } from '../../../src/onnx/graph/build.ts'
import { inferTypes, type TensorValue } from '../../../src/onnx/infer/index.ts'
import { providers } from '../../../src/providers/index.ts'
import { temporaryFolder } from '../../folders.ts'

interface Pool {
  readonly size: number
  readonly attributes: Readonly<Record<string, AttributeValue>>
}

/** Windows of all kinds over one axis, many of them larger than what they move over. */
function* pools(): Generator<Pool> {
  for (const size of [1, 2, 5])
    for (const kernel of [2, 3])
      for (const stride of [1, 2])
        for (const dilation of [1, 2])
          for (const pads of [[0, 0], [1, 1], [2, 2], 'SAME_UPPER'])
            for (const ceil of [0, 1]) {
              const padding = typeof pads === 'string' ? { auto_pad: pads } : { pads }
              const window = { kernel_shape: [kernel], strides: [stride], dilations: [dilation] }
              yield { size, attributes: { ...window, ...padding, ceil_mode: ceil } }
            }
}

function modelOf(operator: string, { size, attributes }: Pool): Model {
  const graph = buildGraph({
    inputs: [value('x', 'float32', [1, 1, size])],
    outputs: [value('y', 'float32', [1, 1, 'positions'])],
    nodes: [node(operator, ['x'], ['y'], { attributes })],
  })
  return buildModel({ graph, opset: 19 })
}

/** What onnxruntime gives: how many positions, or why there is none. */
async function run(model: Model, size: number, file: string): Promise<number | string> {
  writeFileSync(file, writeModel(model))
  try {
    const session = await providers.cpu.open(file, { threads: 1, optimization: 'disabled' })
    const x: Tensor = { type: 'float32', dims: [1, 1, size], data: new Float32Array(size) }
    const { y } = await session.run({ x })
    await session.close()
    return y?.dims[2] ?? 'no output'
  } catch (error) {
    return String(error)
  }
}

function inferredPositions(model: Model): number | undefined {
  const y = inferTypes(model).scopes[0]?.types.get('y') as TensorValue | undefined
  return y?.dims?.[2] as number | undefined
}

it.each(['AveragePool', 'LpPool', 'MaxPool'])(
  'takes every %s that gives something, of any window, and knows how much',
  async (operator) => {
    const file = path.join(temporaryFolder(), 'pool.onnx')
    let [refused, unknown] = [0, 0]
    for (const pool of pools()) {
      const model = modelOf(operator, pool)
      const words = `${operator} of ${JSON.stringify(pool)}`
      const given = await run(model, pool.size, file)
      const errors = checkModel(model).filter(({ severity }) => severity === 'error')
      // A pool that can never give anything is refused, though onnxruntime lets it be.
      if (typeof given === 'string' || given === 0) {
        const dilated = String(pool.attributes['auto_pad']).startsWith('SAME')
        if (!dilated) expect(errors, words).toHaveLength(1)
        refused += 1
        continue
      }
      expect(errors, words).toEqual([])
      const known = inferredPositions(model)
      if (known !== undefined && typeof known === 'number') expect(known, words).toBe(given)
      else unknown += 1
    }
    expect(refused).toBeGreaterThan(40)
    expect(unknown).toBeLessThan(30)
  },
)

it.each([
  ['MaxPool', { size: 4, attributes: { kernel_shape: [3], dilations: [2], strides: [2], ceil_mode: 1 } }],
  ['AveragePool', { size: 2, attributes: { kernel_shape: [3], strides: [2], ceil_mode: 1 } }],
] satisfies [string, Pool][])(
  'a window larger than its input gives one position with ceil_mode: %s',
  (operator, pool) => {
    const model = modelOf(operator, pool)
    expect(checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(inferredPositions(model)).toBe(1)
  },
)
