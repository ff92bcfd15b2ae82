import path from 'node:path'
import type { TensorType } from '../../src/core/tensor.ts'
import type { World } from '../../src/core/world.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { createRandom } from '../../src/stats/random.ts'

interface Size {
  readonly features?: number
  readonly classes?: number
  /** Layers of `features` × `features` before the last: more of them make a slower model. */
  readonly layers?: number
  readonly seed?: number
  /** A fixed batch instead of a symbolic one. */
  readonly batch?: number
}

/** A small classifier of dense layers, with seeded random weights: `x` float32[batch, features] → `scores` float32[batch, classes]. */
export function classifier({ features = 16, classes = 4, layers = 1, seed = 1, batch }: Size = {}): Uint8Array {
  const random = createRandom(seed)
  const weights = (name: string, rows: number, columns: number) =>
    tensor(
      name,
      'float32',
      [rows, columns],
      Float32Array.from({ length: rows * columns }, () => (random.uniform() - 0.5) * 0.5),
    )
  const first = batch ?? 'batch'
  const graph = buildGraph({
    inputs: [value('x', 'float32', [first, features])],
    outputs: [value('scores', 'float32', [first, classes])],
    nodes: [
      ...Array.from({ length: layers }, (_, at) =>
        node('MatMul', [at === 0 ? 'x' : `h${at}`, `w${at + 1}`], [`h${at + 1}`]),
      ),
      node('MatMul', [layers === 0 ? 'x' : `h${layers}`, 'last'], ['scores']),
    ],
    weights: [
      ...Array.from({ length: layers }, (_, at) => weights(`w${at + 1}`, features, features)),
      weights('last', features, classes),
    ],
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}

/** A classifier whose scores are its inputs: predictions follow from the data alone. */
export function identity(classes: number, producer = 'test', type: TensorType = 'float32'): Uint8Array {
  const graph = buildGraph({
    inputs: [value('x', type, ['batch', classes])],
    outputs: [value('scores', type, ['batch', classes])],
    nodes: [node('Identity', ['x'], ['scores'])],
  })
  return writeModel(buildModel({ graph, opset: 17, producer }))
}

/** Several outputs of these names in this order, each of the inputs times a factor: a negative one turns every prediction around. */
export function severalOutputs(classes: number, factors: ReadonlyMap<string, number>): Uint8Array {
  const all = [...factors]
  const graph = buildGraph({
    inputs: [value('x', 'float32', ['batch', classes])],
    outputs: all.map(([name]) => value(name, 'float32', ['batch', classes])),
    nodes: all.map(([name], at) => node('Mul', ['x', `f${at}`], [name])),
    weights: all.map(([, factor], at) => tensor(`f${at}`, 'float32', [], Float32Array.of(factor))),
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}

/** A classifier whose scores are so many times its inputs. */
export function scaled(classes: number, factor: number): Uint8Array {
  const graph = buildGraph({
    inputs: [value('x', 'float32', ['batch', classes])],
    outputs: [value('scores', 'float32', ['batch', classes])],
    nodes: [node('Mul', ['x', 'factor'], ['scores'])],
    weights: [tensor('factor', 'float32', [], Float32Array.of(factor))],
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}

/** Writes a model into the world's folder and gives its absolute path. */
export async function saved(world: World, name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(world.cwd, name)
  await world.files.write(file, bytes)
  return file
}
