import { type ByteSource, memory } from '../../core/bytes.ts'
import { onnxError } from '../errors.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'
import { modelFields } from './fields.ts'
import { LimitError } from './limits.ts'
import type { Model } from './messages.ts'
import { recognize } from './recognize.ts'
import { joined, written } from './sink.ts'
import { cursorOver, numberOf, readTag, skip, WireError, wireTypeOf, wireTypes } from './wire.ts'

export type * from './messages.ts'
export { isPointer } from './recognize.ts'

/**
 * An ONNX model from the bytes of its file. Its structure is read; weights are read when they are asked for, each time anew,
 * and share memory with `from` where that is in memory. What protobuf allows is read, whether or not it makes sense as a
 * model: `checkModel` judges that.
 *
 * Throws `model-not-onnx` for files of another kind, `model-truncated` when the file ends too early, `model-too-large` beyond
 * the limits of `limits.ts`, and `model-corrupt`.
 * @param name what messages call the file
 */
export function readModel(from: Uint8Array | ByteSource, name = 'The model'): Model {
  const source = from instanceof Uint8Array ? memory(from) : from
  const other = recognize(source.read(0, Math.min(source.length, 64)))
  if (other !== undefined) throw onnxError('model-not-onnx', { name, ...other })
  const model = decoded(source, name)
  if (model.graph === undefined) throw onnxError('model-not-onnx', { name, why: 'holds no graph', next: checkThePath })
  return model
}

/** The bytes of a model file. A model that was read and not changed gives the same bytes again. */
export function writeModel(model: Model): Uint8Array {
  return joined(encode(modelFields, model))
}

/** The bytes of a model file, piece by piece: weights pass through memory one megabyte at a time. */
export function writtenModel(model: Model): { readonly length: number; readonly pieces: Iterable<Uint8Array> } {
  const to = encode(modelFields, model)
  return { length: to.length, pieces: written(to) }
}

const checkThePath = 'Check the path, and that the export finished.'

function decoded(source: ByteSource, name: string): Model {
  try {
    return decode(modelFields, source) as unknown as Model
  } catch (error) {
    if (error instanceof LimitError)
      throw onnxError('model-too-large', { name, exceeds: error.message }, { cause: error })
    if (!(error instanceof WireError)) throw error
    const framing = framingOf(source)
    if (framing === 'other')
      throw onnxError('model-not-onnx', { name, why: 'holds no ONNX data', next: checkThePath }, { cause: error })
    if (framing === 'cut') throw onnxError('model-truncated', { name, bytes: source.length }, { cause: error })
    throw onnxError('model-corrupt', { name, reason: error.message }, { cause: error })
  }
}

/** Real models have dozens of outermost fields. */
const enoughFields = 100_000

/** Whether the outermost fields are those of a model, and whether the last of them reaches past the end. */
function framingOf(source: ByteSource): 'whole' | 'cut' | 'other' {
  const cursor = cursorOver(source)
  let seen = false
  try {
    for (let fields = 0; cursor.at < cursor.end && fields < enoughFields; fields++) {
      const tag = readTag(cursor)
      const field = modelFields.byNumber[numberOf(tag)]
      const numeric = field?.kind === 'int'
      if (field !== undefined && (wireTypeOf(tag) === wireTypes.varint) !== numeric) return 'other'
      seen ||= field !== undefined
      skip(cursor, tag)
    }
    return seen ? 'whole' : 'other'
  } catch (error) {
    return seen && error instanceof WireError && error.kind === 'truncated' ? 'cut' : 'other'
  }
}
