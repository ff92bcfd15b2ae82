import { type Call, count, integer, text } from './call.ts'

/**
 * FLOPs of operators that multiply and add, a multiply–add as two, from the sums in the operators' specifications. A bias is one
 * addition for each element of the output. Undefined where a size is not known.
 */

/** Each output element sums over the channels of a group and the kernel: 2 · |Y| · C/group · k. */
export function conv({ inputs, outputs }: Call): number | undefined {
  const [, weights, bias] = inputs
  const y = outputs[0]
  if (weights === undefined || y === undefined) return undefined
  return count(y) * (2 * count(weights.slice(1)) + (bias === undefined ? 0 : 1))
}

/** Each input element goes to the output channels of its group through the kernel: 2 · |X| · M/group · k. */
export function convTranspose({ inputs, outputs }: Call): number | undefined {
  const [x, weights, bias] = inputs
  const y = outputs[0]
  if (x === undefined || weights === undefined || (bias !== undefined && y === undefined)) return undefined
  return 2 * count(x) * count(weights.slice(1)) + (bias === undefined ? 0 : count(y ?? []))
}

/** Each output element sums over the inner dimension: 2 · |Y| · K. */
export function matMul(call: Call): number | undefined {
  const inner = call.inputs[0]?.at(integer(call, 'transA', 0) === 1 ? -2 : -1)
  const y = call.outputs[0]
  return inner === undefined || y === undefined ? undefined : 2 * count(y) * inner
}

/** alpha · A′ · B′ + beta · C. Factors of 1 are not counted, nor are others: one pass that runtimes fold into the weights. */
export function gemm(call: Call): number | undefined {
  const [a, , c] = call.inputs
  const y = call.outputs[0]
  const inner = a?.[integer(call, 'transA', 0) === 1 ? 0 : 1]
  return inner === undefined || y === undefined ? undefined : count(y) * (2 * inner + (c === undefined ? 0 : 1))
}

/** For each combination of all subscripts, one product of the operands and one addition: n operands, n operations. */
export function einsum(call: Call): number | undefined {
  const equation = text(call, 'equation')?.replaceAll(' ', '')
  if (equation === undefined || equation.includes('.')) return undefined
  const terms = equation.split('->')[0]?.split(',') ?? []
  const sizes = new Map<string, number>()
  for (const [operand, term] of terms.entries()) {
    const dims = call.inputs[operand]
    if (dims?.length !== term.length) return undefined
    for (const [axis, letter] of [...term].entries())
      sizes.set(letter, Math.max(sizes.get(letter) ?? 1, dims[axis] as number))
  }
  return count([...sizes.values()]) * Math.max(1, terms.length)
}

/**
 * softmax(Q · Kᵀ · scale) · V of the standard's Attention, 4-dimensional: (batch, heads, length, size). Two products, and 15
 * operations of the softmax and 1 of the scale for each score.
 */
export function attention({ inputs }: Call): number | undefined {
  const [q, k, v] = inputs
  if (q?.length !== 4 || k?.length !== 4 || v?.length !== 4) return undefined
  const scores = count(q.slice(0, 3)) * (k[2] as number)
  return scores * (2 * (q[3] as number) + 2 * (v[3] as number) + 16)
}

/**
 * For each step, direction and example, `gates` products of the input and of the state with their weights, and about 5
 * element operations a gate: X (length, batch, I), R (directions, gates · H, H).
 */
export function recurrent(gates: number): (call: Call) => number | undefined {
  return (call) => {
    const [x, , r] = call.inputs
    const hidden = r?.[2]
    if (x?.length !== 3 || r === undefined || hidden === undefined) return undefined
    const [steps, batch, size] = x as [number, number, number]
    return steps * batch * (r[0] as number) * gates * hidden * (2 * size + 2 * hidden + 5)
  }
}
