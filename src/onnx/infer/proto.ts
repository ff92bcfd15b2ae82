import type { Dimension, OnnxTensor, SparseTensor, TypeProto } from '../format/messages.ts'
import { elementType, isSize } from '../tensors/element-types.ts'
import { tensorOf } from './dims.ts'
import type { Dim, TensorValue, ValueType } from './types.ts'

/** Sizes that are given for symbols. */
type Symbols = ReadonlyMap<string, number>

const none: Symbols = new Map()

/** What a model declares of a value. */
export function fromProto(type: TypeProto | undefined, symbols: Symbols = none): ValueType | undefined {
  const tensor = type?.tensorType ?? type?.sparseTensorType
  if (tensor !== undefined) {
    const kind = type?.tensorType === undefined ? 'sparse' : 'tensor'
    // Element type 0 is UNDEFINED.
    const element = tensor.elemType === 0 ? undefined : tensor.elemType
    return { kind, element, dims: tensor.shape?.dim.map((dim) => dimOf(dim, symbols)) }
  }
  if (type?.sequenceType !== undefined) return { kind: 'sequence', of: fromProto(type.sequenceType.elemType, symbols) }
  if (type?.optionalType !== undefined) return { kind: 'optional', of: fromProto(type.optionalType.elemType, symbols) }
  if (type?.mapType === undefined) return undefined
  return { kind: 'map', key: type.mapType.keyType, value: fromProto(type.mapType.valueType, symbols) }
}

/** A negative size is one that is not known. */
function dimOf({ dimValue, dimParam }: Dimension, symbols: Symbols): Dim {
  if (dimValue !== undefined) return isSize(dimValue) ? dimValue : undefined
  return dimParam === '' ? undefined : (symbols.get(dimParam) ?? dimParam)
}

export function ofConstant(tensor: OnnxTensor): TensorValue {
  return tensorOf(elementType(tensor.dataType)?.code, sizes(tensor.dims))
}

export function ofSparse({ values, dims }: SparseTensor): TensorValue {
  return { kind: 'sparse', element: elementType(values?.dataType)?.code, dims: sizes(dims) }
}

/** A size that is none is unknown, and a type that is none above: the check of weights tells of both. */
function sizes(dims: readonly number[]): readonly Dim[] {
  return dims.every(isSize) ? dims : dims.map((dim) => (isSize(dim) ? dim : undefined))
}
