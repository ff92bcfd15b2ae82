import { sizeOf } from '../../core/tensor.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { deferredOf, rangeOf } from '../format/read-message.ts'
import { constantsOf } from '../graph/constants.ts'
import { type ElementType, elementType, isSize } from '../tensors/element-types.ts'
import { rawRangeOf } from '../tensors/elements.ts'
import { type ExternalData, isExternal } from '../tensors/external.ts'
import { countNonFinite } from '../tensors/finite.ts'
import type { Report } from './findings.ts'
import { meantNaN } from './meant.ts'

/** That constants have as much data as their dims say, of a known type, and no NaN among it. */
export function checkWeights(model: Model, report: Report, external?: ExternalData): void {
  const isMeant = meantNaN(model)
  for (const [where, tensor] of constantsOf(model)) {
    const judge: Report = (code, ...words) => {
      if (!(code === 'weights-nan' && isMeant(where, tensor))) report(code, ...words)
    }
    checkTensor(tensor, where, judge, external)
  }
}

function checkTensor(tensor: OnnxTensor, where: string, report: Report, external: ExternalData | undefined): void {
  const type = elementType(tensor.dataType)
  if (type === undefined)
    report('weights-type', where, `Its element type ${tensor.dataType ?? 'is missing:'} is not one.`)
  else if (!areSizes(tensor.dims)) report('weights-dims', where, `Its dims [${tensor.dims.join(', ')}] are not sizes.`)
  else if (isExternal(tensor)) {
    checkNoData(tensor, where, report)
    checkFinite(tensor, type, where, report, external)
  } else checkData(tensor, type, where, report)
}

function checkNoData(tensor: OnnxTensor, where: string, report: Report): void {
  if (filledFields(tensor).length > 0 || rawBytes(tensor) > 0)
    report('weights-size', where, 'It has data in the model though its data are in another file.')
}

function areSizes(dims: readonly number[]): boolean {
  return dims.every(isSize) && Number.isSafeInteger(sizeOf(dims))
}

function checkData(tensor: OnnxTensor, type: ElementType, where: string, report: Report): void {
  const trouble = sizeTrouble(tensor, type)
  if (trouble !== undefined) report('weights-size', where, trouble)
  else {
    checkFinite(tensor, type, where, report, undefined)
    checkRange(tensor, type, where, report)
    checkPadding(tensor, type, where, report)
  }
}

const typedFields = ['floatData', 'int32Data', 'int64Data', 'uint64Data', 'doubleData', 'stringData'] as const

type TypedField = (typeof typedFields)[number]

function filledFields(tensor: OnnxTensor): TypedField[] {
  return hasNumbers(tensor) || isFilled(tensor, 'stringData')
    ? typedFields.filter((field) => isFilled(tensor, field))
    : []
}

function isFilled(tensor: OnnxTensor, field: TypedField): boolean {
  return deferredOf(tensor, field) !== undefined || (tensor[field]?.length ?? 0) > 0
}

/** Whether one of the fields of numbers is there: most weights are raw data, and there are many of them. */
function hasNumbers(tensor: OnnxTensor): boolean {
  return (
    'floatData' in tensor ||
    'int32Data' in tensor ||
    'int64Data' in tensor ||
    'uint64Data' in tensor ||
    'doubleData' in tensor
  )
}

/** How long the raw data are. They are not read for it. */
function rawBytes(tensor: OnnxTensor): number {
  if (deferredOf(tensor, 'rawData') === undefined) return tensor.rawData?.length ?? 0
  const range = rangeOf(tensor, 'rawData')
  return range === undefined ? 0 : range.end - range.start
}

/** Least and most numbers in the field of 32-bit integers, for the types that have fewer bits. */
function limitsOf({ name, bits = 32 }: ElementType): readonly [number, number] {
  if (name === 'bool') return [0, 1]
  // Elements of less than a byte stand there packed, as bytes; onnx 1.16 wrote these with a sign.
  if (bits < 8) return [-128, 255]
  return /^int\d/.test(name) ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1]
}

function checkRange(tensor: OnnxTensor, type: ElementType, where: string, report: Report): void {
  if (type.field !== 'int32Data' || type.name === 'int32') return
  const [least, most] = limitsOf(type)
  const outside = (tensor.int32Data ?? new Int32Array()).find((value) => value < least || value > most)
  if (outside !== undefined)
    report('weights-range', where, `One of its elements is ${outside}, which no ${type.name} is.`)
}

/**
 * Elements of less than a byte fill bytes from the lowest bits on; what is left of the last byte is to be zero, or the sign of
 * the last element where that has one.
 */
function checkPadding(tensor: OnnxTensor, type: ElementType, where: string, report: Report): void {
  const used = (sizeOf(tensor.dims) * (type.bits ?? 8)) % 8
  if (used === 0) return
  const last = (tensor.rawData?.at(-1) ?? tensor.int32Data?.at(-1) ?? 0) & 0xff
  const unused = last >> used
  const isSign = type.name.startsWith('int') && unused === 0xff >> used && ((last >> (used - 1)) & 1) === 1
  if (unused !== 0 && !isSign) report('weights-padding', where, `The last ${8 - used} bits of its data are not zero.`)
}

/** Exactly one field may hold the data, and it must hold all of it. */
function sizeTrouble(tensor: OnnxTensor, type: ElementType): string | undefined {
  const wanted = sizeOf(tensor.dims)
  const filled = filledFields(tensor)
  const given = rawBytes(tensor)
  if (filled.length + (given > 0 ? 1 : 0) > 1) return 'It has its data twice, in different fields.'
  if (given > 0) {
    if (type.bits === undefined) return 'Texts cannot be raw data.'
    const bytes = Math.ceil((wanted * type.bits) / 8)
    return given === bytes ? undefined : `It has ${given} bytes where its dims need ${bytes}.`
  }
  if (filled[0] !== undefined && filled[0] !== type.field)
    return `Its ${type.name} elements stand in the field of another type.`
  const count = tensor[type.field]?.length ?? 0
  const needed = fieldLength(wanted, type)
  return count === needed ? undefined : `It has ${count} elements where its dims need ${needed}.`
}

/** Complex numbers take two places each; types of less than a byte are packed into bytes. */
function fieldLength(elements: number, type: ElementType): number {
  if (type.name.startsWith('complex')) return 2 * elements
  return (type.bits ?? 8) < 8 ? Math.ceil((elements * (type.bits ?? 8)) / 8) : elements
}

function checkFinite(
  tensor: OnnxTensor,
  type: ElementType,
  where: string,
  report: Report,
  external: ExternalData | undefined,
): void {
  const raw = rawRangeOf(tensor, external)
  if (raw === undefined) return
  const { nan, infinite } = countNonFinite(raw, type.name)
  if (nan > 0) report('weights-nan', where, `${nan} of its elements are NaN.`)
  if (infinite > 0) report('weights-infinite', where, `${infinite} of its elements are infinite.`)
}
