import type { Files } from '../../core/world.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { type ExternalData, externalEntry, isExternal } from '../tensors/external.ts'
import { graphsOf, nodesOf } from './walk.ts'

/** Opens the files, in the folder of the model, that hold weights of it. */
export async function openExternal(
  model: Model,
  folder: string,
  files: Pick<Files, 'openWithin'>,
): Promise<ExternalData> {
  const names = externalFiles(model)
  return new Map(await Promise.all(names.map(async (name) => [name, await files.openWithin(folder, name)] as const)))
}

/** The names of the files, beside the model, that hold weights of it: sorted, each once. */
export function externalFiles(model: Model): string[] {
  const names = new Set<string>()
  for (const tensor of tensorsOf(model)) if (isExternal(tensor)) names.add(externalEntry(tensor, 'location') ?? '')
  return [...names].sort()
}

/** Every constant: initialisers, dense and sparse, and tensors in attributes. */
function* tensorsOf(model: Model): Generator<OnnxTensor> {
  for (const graph of graphsOf(model)) {
    yield* graph.initializer
    for (const { values, indices } of graph.sparseInitializer)
      yield* [values, indices].filter((each) => each !== undefined)
  }
  for (const node of nodesOf(model))
    for (const { t, tensors, sparseTensor, sparseTensors } of node.attribute) {
      yield* tensors
      const sparse = [sparseTensor, ...sparseTensors].flatMap((each) => [each?.values, each?.indices])
      yield* [t, ...sparse].filter((each) => each !== undefined)
    }
}
