import { sizeOf } from '../../core/tensor.ts'
import type { Model, OnnxTensor, SparseTensor } from '../format/messages.ts'
import { nodePath, scopesOf } from '../graph/scopes.ts'
import { elementsOf } from '../tensors/elements.ts'
import type { Report } from './findings.ts'

const int64 = 7

/** That sparse tensors have as many indices as values: within the dims, ascending, each once. */
export function checkSparse(model: Model, report: Report): void {
  for (const scope of scopesOf(model)) {
    for (const sparse of scope.graph?.sparseInitializer ?? [])
      checkTensor(sparse, `${scope.path}/initializer ${sparse.values?.name ?? ''}`, report)
    scope.nodes.forEach((node, index) => {
      for (const attribute of node.attribute)
        for (const sparse of [attribute.sparseTensor ?? [], attribute.sparseTensors].flat())
          checkTensor(sparse, `${nodePath(scope, node, index)}/${attribute.name}`, report)
    })
  }
}

function checkTensor({ values, indices, dims }: SparseTensor, where: string, report: Report): void {
  const trouble = shapeTrouble(values, indices, dims)
  if (trouble !== undefined) report('sparse-shape', where, trouble)
  else if (indices !== undefined) {
    const disorder = indexTrouble(indices, dims)
    if (disorder !== undefined) report('sparse-indices', where, disorder)
  }
}

function shapeTrouble(
  values: OnnxTensor | undefined,
  indices: OnnxTensor | undefined,
  dims: readonly number[],
): string | undefined {
  if (values === undefined) return 'It has no values.'
  if (dims.length === 0) return 'It has no dims.'
  if (dims.some((dim) => dim <= 0)) return `Its dims [${dims.join(', ')}] are not sizes.`
  if (values.dims.length !== 1) return `Its values have ${values.dims.length} dimensions and not 1.`
  const count = values.dims[0] ?? 0
  if (indices === undefined) return count === 0 ? undefined : 'It has values and no indices.'
  if (indices.dataType !== int64) return 'Its indices are not int64.'
  const shapes = [`${count}`, `${count},${dims.length}`]
  return shapes.includes(indices.dims.join(','))
    ? undefined
    : `It has ${count} values, and indices of dims [${indices.dims.join(', ')}].`
}

function indexTrouble(indices: OnnxTensor, dims: readonly number[]): string | undefined {
  const elements = elementsOf(indices)
  if (!(elements instanceof BigInt64Array)) return undefined
  const places = indices.dims.length === 1 ? [...elements].map(Number) : flattened(elements, dims)
  const outside = places.find((place) => !(place >= 0 && place < sizeOf(dims)))
  if (outside !== undefined) return `Its indices reach outside of its dims [${dims.join(', ')}].`
  return places.every((place, at) => at === 0 || place > (places[at - 1] as number))
    ? undefined
    : 'Its indices are not in ascending order, each once.'
}

/** The place of each row of coordinates in the dense tensor, row by row; NaN for one outside. */
function flattened(elements: BigInt64Array, dims: readonly number[]): number[] {
  return Array.from({ length: elements.length / dims.length }, (_, row) =>
    dims.reduce((place, dim, axis) => {
      const index = Number(elements[row * dims.length + axis])
      return index >= 0 && index < dim ? place * dim + index : Number.NaN
    }, 0),
  )
}
