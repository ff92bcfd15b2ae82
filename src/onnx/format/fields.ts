import type { Counted } from './limits.ts'
import type * as onnx from './messages.ts'
import { wireTypes } from './wire.ts'

/** How the value of a field is laid out on the wire. `int` is a varint small enough for a number. */
export type ScalarKind = 'int' | 'int32' | 'int64' | 'uint64' | 'float' | 'double' | 'string' | 'bytes'

export interface Field {
  readonly number: number
  /** A scalar, or the fields of a nested message. A function, because messages contain one another. */
  readonly kind: ScalarKind | (() => Fields)
  readonly repeated: boolean
  /** True when writers pack the numbers into one length-delimited field; readers take both. */
  readonly packed: boolean
}

/** A field of a message by its name there, and how one value of it begins on the wire. */
export interface Member extends Field {
  readonly name: string
  readonly wireType: number
}

/** The fields of one message, in the order of their numbers, which is the order in which they are written. */
export interface Fields {
  readonly all: readonly Member[]
  /** At the place of its number. */
  readonly byNumber: readonly (Member | undefined)[]
  /** Those that are lists of numbers, which are typed arrays. */
  readonly numbers: readonly Member[]
  /** Those that are bytes, or lists of them. */
  readonly payloads: readonly Member[]
  /** Those that are one nested message. */
  readonly singles: readonly Member[]
  /** What it is counted as, where there is a limit on how many of it a model has. */
  readonly counted: Counted | undefined
  /** What a message of no bytes reads as. */
  readonly empty: Readonly<Record<string, unknown>>
}

type One<Kind> = Field & { readonly kind: Kind; readonly repeated: false }
type Many<Kind> = Field & { readonly kind: Kind; readonly repeated: true }

/** The field that fits a member of a message: the compiler compares this table with `messages.ts`. */
type FieldFor<Value> = Value extends string
  ? One<'string'>
  : Value extends number
    ? One<'int' | 'float'>
    : Value extends bigint
      ? One<'int64'>
      : Value extends Uint8Array
        ? One<'bytes'>
        : Value extends Float32Array
          ? Many<'float'>
          : Value extends Float64Array
            ? Many<'double'>
            : Value extends Int32Array
              ? Many<'int32'>
              : Value extends BigInt64Array
                ? Many<'int64'>
                : Value extends BigUint64Array
                  ? Many<'uint64'>
                  : Value extends readonly number[]
                    ? Many<'int'>
                    : Value extends readonly string[]
                      ? Many<'string'>
                      : Value extends readonly Uint8Array[]
                        ? Many<'bytes'>
                        : Value extends readonly unknown[]
                          ? Many<() => Fields>
                          : One<() => Fields>

type Table<Value> = {
  readonly [Name in keyof Required<Omit<Value, 'unknown'>>]: FieldFor<NonNullable<Value[Name & keyof Value]>>
}

function counted<Value extends onnx.Message>(as: Counted, table: Table<Value>): Fields {
  return { ...message<Value>(table), counted: as }
}

function message<Value extends onnx.Message>(table: Table<Value>): Fields {
  const all = (Object.entries(table) as [string, Field][])
    .map(([name, field]): Member => ({ name, ...field, wireType: wireTypeFor(field) }))
    .sort((a, b) => a.number - b.number)
  const byNumber = Array.from({ length: 1 + (all.at(-1)?.number ?? 0) }, (_, at) =>
    all.find((one) => one.number === at),
  )
  const numbers = all.filter(({ repeated, kind }) => repeated && numberKinds.has(kind) && kind !== 'int')
  const payloads = all.filter(({ kind }) => kind === 'bytes')
  const singles = all.filter(({ repeated, kind }) => !repeated && typeof kind === 'function')
  const empty = Object.fromEntries(all.flatMap(emptyOf))
  return { all, byNumber, numbers, payloads, singles, counted: undefined, empty }
}

const numberKinds = new Set<Field['kind']>(['int', 'int32', 'int64', 'uint64', 'float', 'double'])

/** Shared by all messages, so that an absent list costs nothing. */
export const none: readonly never[] = Object.freeze([])

function emptyOf({ name, repeated, kind }: Member): [string, unknown][] {
  // Typed arrays are absent when there are none; lists are always there.
  if (repeated) return numberKinds.has(kind) && kind !== 'int' ? [] : [[name, none]]
  return kind === 'string' ? [[name, '']] : []
}

function one<const Kind extends Field['kind']>(number: number, kind: Kind): One<Kind> {
  return { number, kind, repeated: false, packed: false }
}

function many<const Kind extends Field['kind']>(number: number, kind: Kind): Many<Kind> {
  return { number, kind, repeated: true, packed: false }
}

function packed<const Kind extends Field['kind']>(number: number, kind: Kind): Many<Kind> {
  return { number, kind, repeated: true, packed: true }
}

function wireTypeFor(field: Field): number {
  if (field.kind === 'float') return wireTypes.fixed32
  if (field.kind === 'double') return wireTypes.fixed64
  return typeof field.kind === 'function' || field.kind === 'string' || field.kind === 'bytes'
    ? wireTypes.bytes
    : wireTypes.varint
}

/** Numbers and packing as in onnx/onnx-ml.proto, release 1.23. */
export const modelFields: Fields = message<onnx.Model>({
  irVersion: one(1, 'int'),
  producerName: one(2, 'string'),
  producerVersion: one(3, 'string'),
  domain: one(4, 'string'),
  modelVersion: one(5, 'int'),
  docString: one(6, 'string'),
  graph: one(7, () => graph),
  opsetImport: many(8, () => operatorSet),
  metadataProps: many(14, () => entry),
  trainingInfo: many(20, () => trainingInfo),
  functions: many(25, () => modelFunction),
})

const trainingInfo: Fields = message<onnx.TrainingInfo>({
  initialization: one(1, () => graph),
  algorithm: one(2, () => graph),
  initializationBinding: many(3, () => entry),
  updateBinding: many(4, () => entry),
})

const operatorSet: Fields = message<onnx.OperatorSet>({ domain: one(1, 'string'), version: one(2, 'int') })

const entry: Fields = message<onnx.Entry>({ key: one(1, 'string'), value: one(2, 'string') })

const graph: Fields = counted<onnx.Graph>('graphs', {
  node: many(1, () => node),
  name: one(2, 'string'),
  initializer: many(5, () => tensor),
  docString: one(10, 'string'),
  input: many(11, () => valueInfo),
  output: many(12, () => valueInfo),
  valueInfo: many(13, () => valueInfo),
  quantizationAnnotation: many(14, () => tensorAnnotation),
  sparseInitializer: many(15, () => sparseTensor),
  metadataProps: many(16, () => entry),
})

const node: Fields = counted<onnx.Node>('nodes', {
  input: many(1, 'string'),
  output: many(2, 'string'),
  name: one(3, 'string'),
  opType: one(4, 'string'),
  attribute: many(5, () => attribute),
  docString: one(6, 'string'),
  domain: one(7, 'string'),
  overload: one(8, 'string'),
  metadataProps: many(9, () => entry),
})

const attribute: Fields = counted<onnx.Attribute>('attributes', {
  name: one(1, 'string'),
  f: one(2, 'float'),
  i: one(3, 'int64'),
  s: one(4, 'bytes'),
  t: one(5, () => tensor),
  g: one(6, () => graph),
  floats: many(7, 'float'),
  ints: many(8, 'int64'),
  strings: many(9, 'bytes'),
  tensors: many(10, () => tensor),
  graphs: many(11, () => graph),
  docString: one(13, 'string'),
  tp: one(14, () => type),
  typeProtos: many(15, () => type),
  type: one(20, 'int'),
  refAttrName: one(21, 'string'),
  sparseTensor: one(22, () => sparseTensor),
  sparseTensors: many(23, () => sparseTensor),
})

const tensor: Fields = counted<onnx.OnnxTensor>('tensors', {
  dims: many(1, 'int'),
  dataType: one(2, 'int'),
  floatData: packed(4, 'float'),
  int32Data: packed(5, 'int32'),
  stringData: many(6, 'bytes'),
  int64Data: packed(7, 'int64'),
  name: one(8, 'string'),
  rawData: one(9, 'bytes'),
  doubleData: packed(10, 'double'),
  uint64Data: packed(11, 'uint64'),
  docString: one(12, 'string'),
  externalData: many(13, () => entry),
  dataLocation: one(14, 'int'),
  metadataProps: many(16, () => entry),
})

const sparseTensor: Fields = message<onnx.SparseTensor>({
  values: one(1, () => tensor),
  indices: one(2, () => tensor),
  dims: many(3, 'int'),
})

const valueInfo: Fields = message<onnx.ValueInfo>({
  name: one(1, 'string'),
  type: one(2, () => type),
  docString: one(3, 'string'),
  metadataProps: many(4, () => entry),
})

const type: Fields = message<onnx.TypeProto>({
  tensorType: one(1, () => tensorType),
  sequenceType: one(4, () => elementType),
  mapType: one(5, () => mapType),
  denotation: one(6, 'string'),
  sparseTensorType: one(8, () => tensorType),
  optionalType: one(9, () => elementType),
})

const tensorType: Fields = message<onnx.TensorTypeProto>({ elemType: one(1, 'int'), shape: one(2, () => shape) })

const elementType: Fields = message<onnx.ElementTypeProto>({ elemType: one(1, () => type) })

const mapType: Fields = message<onnx.MapTypeProto>({ keyType: one(1, 'int'), valueType: one(2, () => type) })

const shape: Fields = message<onnx.Shape>({ dim: many(1, () => dimension) })

const dimension: Fields = message<onnx.Dimension>({
  dimValue: one(1, 'int'),
  dimParam: one(2, 'string'),
  denotation: one(3, 'string'),
})

const tensorAnnotation: Fields = message<onnx.TensorAnnotation>({
  tensorName: one(1, 'string'),
  quantParameterTensorNames: many(2, () => entry),
})

const modelFunction: Fields = counted<onnx.ModelFunction>('functions', {
  name: one(1, 'string'),
  input: many(4, 'string'),
  output: many(5, 'string'),
  attribute: many(6, 'string'),
  node: many(7, () => node),
  docString: one(8, 'string'),
  opsetImport: many(9, () => operatorSet),
  domain: one(10, 'string'),
  attributeProto: many(11, () => attribute),
  valueInfo: many(12, () => valueInfo),
  overload: one(13, 'string'),
  metadataProps: many(14, () => entry),
})
