import type { Dimension, OnnxTensor, SparseTensor, TypeProto } from '../messages.ts'
import { tensorOf } from './dims.ts'
import type { Dim, TensorValue, ValueType } from './types.ts'

/** What a model declares of a value. */
export function fromProto(type: TypeProto | undefined): ValueType | undefined {
  const tensor = type?.tensorType ?? type?.sparseTensorType
  if (tensor !== undefined) {
    const kind = type?.tensorType === undefined ? 'sparse' : 'tensor'
    // Element type 0 is UNDEFINED.
    const element = tensor.elemType === 0 ? undefined : tensor.elemType
    return { kind, element, dims: tensor.shape?.dim.map(dimOf) }
  }
  if (type?.sequenceType !== undefined) return { kind: 'sequence', of: fromProto(type.sequenceType.elemType) }
  if (type?.optionalType !== undefined) return { kind: 'optional', of: fromProto(type.optionalType.elemType) }
  if (type?.mapType === undefined) return undefined
  return { kind: 'map', key: type.mapType.keyType, value: fromProto(type.mapType.valueType) }
}

/** A negative size is none. */
function dimOf({ dimValue, dimParam }: Dimension): Dim {
  if (dimValue !== undefined) return Number.isSafeInteger(dimValue) && dimValue >= 0 ? dimValue : undefined
  return dimParam === '' ? undefined : dimParam
}

export function ofConstant(tensor: OnnxTensor): TensorValue {
  return tensorOf(tensor.dataType, sizes(tensor.dims))
}

export function ofSparse({ values, dims }: SparseTensor): TensorValue {
  return { kind: 'sparse', element: values?.dataType, dims: sizes(dims) }
}

/** A size that is none is unknown: the check of weights tells of it. */
function sizes(dims: readonly number[]): Dim[] {
  return dims.map((dim) => (Number.isSafeInteger(dim) && dim >= 0 ? dim : undefined))
}
