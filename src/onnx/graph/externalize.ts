import { piecesOf, type Range } from '../../core/bytes.ts'
import { none } from '../format/fields.ts'
import type { Entry, Model, OnnxTensor } from '../format/messages.ts'
import { defer, edited } from '../format/read-message.ts'
import { rawRangeOf } from '../tensors/elements.ts'
import { type ExternalData, externalRange, isExternal } from '../tensors/external.ts'
import { mapInitializers } from './walk.ts'

export interface Placement {
  /** Name of the data file, beside the model. */
  readonly location: string
  /** Smaller weights stay in the model. Bytes. */
  readonly least?: number
  /** Offsets are multiples of it, so that a runtime can map the file into memory: 4096, and 65536 on Windows. */
  readonly alignment?: number
}

export interface Externalized {
  /** The model without its weights. */
  readonly model: Model
  /** The data file: its length in bytes, and the bytes piece by piece. */
  readonly data: { readonly length: number; readonly pieces: Iterable<Uint8Array> }
}

/** Moves the weights of a model into one data file. Texts stay, and so do weights that are in another file that is not at hand. */
export function withExternalData(
  model: Model,
  { location, least = 1024, alignment = 4096 }: Placement,
  external?: ExternalData,
): Externalized {
  const placed: { readonly range: Range; readonly offset: number }[] = []
  let length = 0
  const moved = mapInitializers(model, (tensor) => {
    const range = rawRangeOf(tensor, external)
    if (range === undefined || range.end - range.start < least) return tensor
    const offset = Math.ceil(length / alignment) * alignment
    placed.push({ range, offset })
    length = offset + range.end - range.start
    const place = { location, offset: String(offset), length: String(range.end - range.start) }
    return edited<OnnxTensor>(tensor, { ...emptied, dataLocation: 1, externalData: entries(place) })
  })
  return { model: moved, data: { length, pieces: padded(placed) } }
}

/** Takes the weights of a model out of the files they are in. Those of files that are not at hand stay there. */
export function withInlineData(model: Model, external: ExternalData): Model {
  return mapInitializers(model, (tensor) => {
    const range = isExternal(tensor) ? externalRange(tensor, external) : undefined
    if (range === undefined) return tensor
    const inline = edited<OnnxTensor>(tensor, { ...emptied, dataLocation: undefined, externalData: none })
    defer(inline, 'rawData', { payloads: [range], make: ([bytes]) => bytes })
    return inline
  })
}

/** What may hold the elements of a tensor. */
const emptied = {
  floatData: undefined,
  int32Data: undefined,
  int64Data: undefined,
  rawData: undefined,
  doubleData: undefined,
  uint64Data: undefined,
}

function* padded(placed: readonly { readonly range: Range; readonly offset: number }[]): Generator<Uint8Array> {
  let at = 0
  for (const { range, offset } of placed) {
    if (offset > at) yield new Uint8Array(offset - at)
    yield* piecesOf(range)
    at = offset + range.end - range.start
  }
}

function entries(record: Readonly<Record<string, string>>): Entry[] {
  return Object.entries(record).map(([key, value]) => ({ key, value }))
}
