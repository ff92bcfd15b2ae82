import type { ByteSource, Range } from '../core/bytes.ts'
import type { Files, Refusal } from '../core/world.ts'
import type { Model, OnnxTensor } from './messages.ts'
import { graphsOf, nodesOf } from './walk.ts'

/** The files beside a model that hold weights of it, by the name the model has for them; or why one was not opened. */
export type ExternalData = ReadonlyMap<string, ByteSource | Refusal>

export function isExternal(tensor: OnnxTensor): boolean {
  return tensor.dataLocation === 1
}

/** What a tensor says of the place of its elements: one of `location`, `offset`, `length`, `checksum`. */
export function externalEntry(tensor: OnnxTensor, key: string): string | undefined {
  return tensor.externalData.find((entry) => entry.key === key)?.value
}

/** Where in which file the elements of a tensor are. Undefined when the file is not open, or does not reach that far. */
export function externalRange(tensor: OnnxTensor, external: ExternalData): Range | undefined {
  const source = external.get(externalEntry(tensor, 'location') ?? '')
  if (source === undefined || typeof source === 'string') return undefined
  const start = byteCount(externalEntry(tensor, 'offset') ?? '0')
  const length = byteCount(externalEntry(tensor, 'length') ?? String(source.length - (start ?? 0)))
  if (start === undefined || length === undefined || start + length > source.length) return undefined
  return { source, start, end: start + length }
}

/** A decimal number of bytes, below 10^15. */
export function byteCount(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

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
