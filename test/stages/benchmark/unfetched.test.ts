import { expect, test } from 'vitest'
import { inspectModels } from '../../../src/measure/inspect.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, value } from '../../../src/onnx/graph/build.ts'
import { type ComparedPair, measureOutputs } from '../../../src/stages/benchmark/compatibility.ts'
import type { Located } from '../../../src/stages/benchmark/quality.ts'
import { sharingWorkers } from '../../shared-workers.ts'
import { testWorld } from '../../world.ts'
import { modelTools } from '../model-tools.ts'

const openWorld = sharingWorkers(testWorld)

/** A tensor that is the same in all of them, and a sequence that is not. */
function modelOf(operator: string): Model {
  const { type } = value('y', 'float32')
  const sequence = { ...value('s', 'float32'), type: { sequenceType: { elemType: type as never }, denotation: '' } }
  const graph = buildGraph({
    inputs: [value('x', 'float32', ['N', 2])],
    outputs: [value('y', 'float32', ['N', 2]), sequence],
    nodes: [node('Relu', ['x'], ['y']), node(operator, ['x'], ['other']), node('SequenceConstruct', ['other'], ['s'])],
  })
  return buildModel({ graph, opset: 17 })
}

test('outputs of which one cannot be fetched are not compared by the others', async () => {
  const { tools, subject, store } = await modelTools(openWorld)
  const { candidate, production } = await subject(modelOf('Neg'), modelOf('Exp'))
  const located = async (id: string, artifact: typeof candidate): Promise<Located> =>
    ({ contender: { id, model: artifact }, path: await store.path(artifact) }) as unknown as Located
  const both: ComparedPair = {
    production: await located('production', (production as { artifact: typeof candidate }).artifact),
    chosen: await located('candidate', candidate),
  }
  const models = Object.values(both).map(({ contender, path }: Located) => ({ id: contender.id, path }))
  const { interfaces } = await inspectModels(models, 'cpu', tools)
  const source = { settings: { seed: 1, shapes: {} }, interfaces, data: undefined, provider: 'cpu' }
  expect(await measureOutputs(both, source, tools)).toEqual({
    errors: [],
    spreads: [],
    missing: 'the output s is a sequence, a map or an optional, and Node cannot fetch it',
  })
})
