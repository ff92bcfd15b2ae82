import { fromFloat16 } from '../../core/float16.ts'
import { sizeOf } from '../../core/tensor.ts'
import { type ElementType, elementType } from '../element-types.ts'
import { elementsOf } from '../elements.ts'
import type { Report } from '../findings.ts'
import type { Model, OnnxTensor } from '../messages.ts'
import { nodePath, scopesOf } from './scopes.ts'

/** That constants have as much data as their dims say, of a known type, and no NaN among it. */
export function checkWeights(model: Model, report: Report): void {
  for (const [where, tensor] of constantsOf(model)) checkTensor(tensor, where, report)
}

/** Every constant of a model with its path: initialisers, and tensors in attributes. */
export function constantsOf(model: Model): [where: string, tensor: OnnxTensor][] {
  return scopesOf(model).flatMap((scope) => [
    ...(scope.graph?.initializer ?? []).map((tensor) => named(`${scope.path}/initializer ${tensor.name}`, tensor)),
    ...(scope.graph?.sparseInitializer ?? []).flatMap(({ values, indices }) =>
      [values, indices].flatMap((tensor) =>
        tensor === undefined ? [] : [named(`${scope.path}/initializer ${tensor.name}`, tensor)],
      ),
    ),
    ...scope.nodes.flatMap((node, index) =>
      node.attribute.flatMap((attribute) =>
        [...(attribute.t === undefined ? [] : [attribute.t]), ...attribute.tensors].map((tensor) =>
          named(`${nodePath(scope, node, index)}/${attribute.name}`, tensor),
        ),
      ),
    ),
  ])
}

function named(where: string, tensor: OnnxTensor): [string, OnnxTensor] {
  return [where, tensor]
}

function checkTensor(tensor: OnnxTensor, where: string, report: Report): void {
  const type = elementType(tensor.dataType)
  if (type === undefined)
    report(
      'error',
      'weights-type',
      where,
      `Its element type ${tensor.dataType ?? 'is missing:'} is not one.`,
      'Export the model again.',
    )
  else if (!areSizes(tensor.dims))
    report(
      'error',
      'weights-dims',
      where,
      `Its dims [${tensor.dims.join(', ')}] are not sizes.`,
      'Export the model again.',
    )
  else if (tensor.dataLocation !== 1) checkData(tensor, type, where, report)
}

function areSizes(dims: readonly number[]): boolean {
  return dims.every((dim) => Number.isSafeInteger(dim) && dim >= 0) && Number.isSafeInteger(sizeOf(dims))
}

function checkData(tensor: OnnxTensor, type: ElementType, where: string, report: Report): void {
  const trouble = sizeTrouble(tensor, type)
  if (trouble === undefined) checkFinite(tensor, where, report)
  else report('error', 'weights-size', where, trouble, 'The file is damaged: export it again.')
}

/** Exactly one field may hold the data, and it must hold all of it. */
function sizeTrouble(tensor: OnnxTensor, type: ElementType): string | undefined {
  const wanted = sizeOf(tensor.dims)
  const filled = (['floatData', 'int32Data', 'int64Data', 'uint64Data', 'doubleData', 'stringData'] as const).filter(
    (field) => (tensor[field]?.length ?? 0) > 0,
  )
  if (filled.length + ((tensor.rawData?.length ?? 0) > 0 ? 1 : 0) > 1)
    return 'It has its data twice, in different fields.'
  if ((tensor.rawData?.length ?? 0) > 0) {
    const bytes = Math.ceil((wanted * (type.bits ?? 0)) / 8)
    return tensor.rawData?.length === bytes
      ? undefined
      : `It has ${tensor.rawData?.length} bytes where its dims need ${bytes}.`
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

function checkFinite(tensor: OnnxTensor, where: string, report: Report): void {
  const { nan, infinite } = countNonFinite(tensor)
  if (nan > 0)
    report(
      'error',
      'weights-nan',
      where,
      `${nan} of its elements are NaN.`,
      'The training diverged: go back to an earlier checkpoint.',
    )
  if (infinite > 0)
    report(
      'warning',
      'weights-infinite',
      where,
      `${infinite} of its elements are infinite.`,
      'Normal in attention masks; elsewhere the training diverged.',
    )
}

function countNonFinite(tensor: OnnxTensor): { nan: number; infinite: number } {
  const read = floats[elementType(tensor.dataType)?.name ?? '']
  const counts = { nan: 0, infinite: 0 }
  if (read === undefined) return counts
  for (const element of (elementsOf(tensor) ?? []) as Iterable<number>) {
    const value = read(element)
    if (Number.isNaN(value)) counts.nan += 1
    else if (!Number.isFinite(value)) counts.infinite += 1
  }
  return counts
}

/** The value of an element as JavaScript holds it. */
const floats: Readonly<Record<string, (element: number) => number>> = {
  float32: (element) => element,
  float64: (element) => element,
  float16: fromFloat16,
  bfloat16: fromBfloat16,
}

/** The upper half of the bits of a float32. */
function fromBfloat16(half: number): number {
  return new Float32Array(Uint32Array.of(half << 16).buffer)[0] as number
}
