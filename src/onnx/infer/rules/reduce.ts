import { type Dims, tensorOf, unknownDims } from '../dims.ts'
import type { NodeView, Rule, Rules } from '../node.ts'
import { int64 } from './elementwise.ts'

/** What is left of a shape when some axes are reduced; without a list of axes, all. */
export function reduced(node: NodeView, dims: Dims, axes: readonly number[] | undefined, keep: boolean): Dims {
  const gone = new Set((axes ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length)))
  return dims.flatMap((dim, axis) => (gone.has(axis) ? (keep ? [1] : []) : [dim]))
}

/** Both onnx and onnxruntime take a number that is neither 0 nor 1 for 0. */
export function keepsDims(node: NodeView): boolean {
  return (node.int('keepdims') ?? 1) === 1
}

/** Axes are an attribute, or from some opset on an input that may not be known. */
function reduction(axesAreInputSince: number): Rule {
  return (node) => {
    const x = node.tensor(0)
    const keep = keepsDims(node)
    if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
    const asInput = node.opset >= axesAreInputSince
    if (asInput && node.has(1) && node.integers(1) === undefined)
      return [tensorOf(x.element, keep ? unknownDims(x.dims.length) : undefined)]
    const axes = asInput ? (node.has(1) ? node.integers(1) : undefined) : node.ints('axes')
    const all = axes === undefined || axes.length === 0
    if (all && node.flag('noop_with_empty_axes')) return [x]
    return [tensorOf(x.element, reduced(node, x.dims, all ? undefined : axes, keep))]
  }
}

const arg: Rule = (node) => {
  const dims = node.dims(0)
  const keep = keepsDims(node)
  return [tensorOf(int64, dims && reduced(node, dims, [node.int('axis') ?? 0], keep))]
}

const names = 'L1 L2 LogSum LogSumExp Max Mean Min Prod SumSquare'

export const reductions: Rules = {
  ...Object.fromEntries(names.split(' ').map((name) => [`Reduce${name}`, reduction(18)])),
  ReduceSum: reduction(13),
  ArgMax: arg,
  ArgMin: arg,
}
