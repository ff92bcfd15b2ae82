import { broadcast, contradict, type Dims, merged, product, shapeText, tensorOf } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim } from '../types.ts'
import { commonElement } from './elementwise.ts'

/** NumPy's matmul: vectors count as rows on the left and columns on the right, stacks of matrices broadcast. */
export function matmul(a: Dims | undefined, b: Dims | undefined): Dims | undefined {
  if (a === undefined || b === undefined) return undefined
  if (a.length === 0 || b.length === 0) throw new Misfit('shape', 'It multiplies a scalar.')
  const left = a.length === 1 ? [1, ...a] : a
  const right = b.length === 1 ? [...b, 1] : b
  if (contradict(left.at(-1), right.at(-2)))
    throw new Misfit('shape', `Its inputs ${shapeText(a)} and ${shapeText(b)} do not fit.`)
  if (a.length === 2 && b.length === 2) return [a[0], b[1]]
  const stack = broadcast([left.slice(0, -2), right.slice(0, -2)])
  if (stack === null) throw new Misfit('shape', `Its inputs ${shapeText(a)} and ${shapeText(b)} do not broadcast.`)
  if (stack === undefined) return undefined
  return [...stack, ...(a.length === 1 ? [] : [left.at(-2)]), ...(b.length === 1 ? [] : [right.at(-1)])]
}

function product2(first: number, second: number, element: (node: NodeView) => number | undefined): Rule {
  return (node) => [tensorOf(element(node), matmul(node.dims(first), node.dims(second)))]
}

export function turned(dims: Dims | undefined, turn: boolean): Dims | undefined {
  return turn && dims !== undefined && dims.length >= 2 ? [...dims.slice(0, -2), dims.at(-1), dims.at(-2)] : dims
}

const gemm: Rule = (node) => {
  node.wantRank(0, 2)
  node.wantRank(1, 2)
  const element = commonElement(node, node.has(2) ? [0, 1, 2] : [0, 1])
  const dims = matmul(turned(node.dims(0), node.flag('transA')), turned(node.dims(1), node.flag('transB')))
  const c = node.has(2) && node.opset >= 7 ? node.dims(2) : undefined
  if (dims !== undefined && c !== undefined && (broadcast([dims, c]) === null || c.length > 2))
    throw new Misfit('shape', `Its addend ${shapeText(c)} does not broadcast to ${shapeText(dims)}.`)
  return [tensorOf(element, dims)]
}

/** Letters and an ellipsis for each input, and for the output after an arrow, which may be left out. */
const equationForm = /^[a-z]*(\.{3})?[a-z]*(,[a-z]*(\.{3})?[a-z]*)*(->[a-z]*(\.{3})?[a-z]*)?$/i

/** Letters for axes: `ij,jk->ik`; an ellipsis for those without. */
const einsum: Rule = (node) => {
  const element = commonElement(
    node,
    node.node.input.map((_, index) => index),
  )
  const equation = (node.text('equation') ?? '').replace(/\s/g, '')
  if (!equationForm.test(equation)) throw new Misfit('value', `Its equation \`${equation}\` is not one.`)
  const [left = '', right] = equation.split('->')
  const terms = left.split(',')
  if (terms.length !== node.inputs)
    throw new Misfit('value', `Its equation has ${terms.length} terms for ${node.inputs} inputs.`)
  const sizes = new Map<string, Dim>()
  let rest: Dims | undefined = []
  for (const [index, term] of terms.entries()) {
    const dims = node.dims(index)
    if (dims === undefined) return [tensorOf(element, undefined)]
    const letters = [...term.replace('...', '')]
    const more = dims.length - letters.length
    if (more < 0 || (more > 0 && !term.includes('...')))
      throw new Misfit('shape', `Its term \`${term}\` does not fit the input ${shapeText(dims)}.`)
    const before = term.includes('...') ? term.indexOf('...') : letters.length
    const named = [...dims.slice(0, before), ...dims.slice(before + more)]
    for (const [at, letter] of letters.entries()) sizes.set(letter, agreed(sizes, letter, named[at]))
    const stack: Dims | undefined | null = broadcast([rest, dims.slice(before, before + more)])
    if (stack === null) throw new Misfit('shape', 'The dimensions under its ellipsis do not broadcast.')
    rest = stack
  }
  const output = right ?? implicit(left)
  const unseen = [...output.replace('...', '')].find((letter) => !left.includes(letter))
  if (unseen !== undefined) throw new Misfit('value', `Its equation gives out an axis ${unseen} that no input has.`)
  const dims = output.includes('...') ? output.split('...') : [output]
  const lettersOf = (text: string): Dim[] => [...text].map((letter) => sizes.get(letter))
  if (rest === undefined && output.includes('...')) return [tensorOf(element, undefined)]
  return [
    tensorOf(
      element,
      output.includes('...')
        ? [...lettersOf(dims[0] ?? ''), ...(rest ?? []), ...lettersOf(dims[1] ?? '')]
        : lettersOf(output),
    ),
  ]
}

function agreed(sizes: ReadonlyMap<string, Dim>, letter: string, dim: Dim): Dim {
  if (!sizes.has(letter)) return dim
  const known = sizes.get(letter)
  if (known === 1 || dim === 1) return known === 1 ? dim : known
  if (contradict(known, dim)) throw new Misfit('shape', `Its axis ${letter} is ${known} and ${dim}.`)
  return merged(known, dim)
}

/** Without an arrow: the letters that come once, in alphabetical order. */
function implicit(terms: string): string {
  const letters = [...terms.replaceAll('...', '').replaceAll(',', '')]
  const once = letters.filter((letter) => letters.filter((other) => other === letter).length === 1).sort()
  return (terms.includes('...') ? '...' : '') + once.join('')
}

/** From opset 25 on keys and values are kept together, and 4 dimensions say their heads themselves. Throws a Misfit. */
function checkCaches(node: NodeView): void {
  const present = [1, 2].map((index) => (node.node.output[index] ?? '') !== '')
  if (node.has(4) !== node.has(5) || present[0] !== present[1])
    throw new Misfit('value', 'It keeps keys without values, or values without keys.')
  if (node.has(6) && (node.has(4) || present[0] === true))
    throw new Misfit('value', 'It is given the lengths of its keys and keeps them too.')
  const heads = ['q_num_heads', 'kv_num_heads'].find((name) => node.int(name) !== undefined)
  if (node.rank(0) === 4 && heads !== undefined)
    throw new Misfit('value', `It has \`${heads}\` for an input of 4 dimensions.`)
}

/** Heads are told where they are folded in, and there alone. Throws a Misfit. */
function checkAttention(node: NodeView): void {
  for (const index of [0, 1, 2]) node.wantRank(index, [3, 4])
  for (const index of [4, 5]) node.wantRank(index, 4)
  const [rank, ...ranks] = [0, 1, 2].map((index) => node.rank(index))
  if (ranks.some((other) => rank !== undefined && other !== undefined && other !== rank))
    throw new Misfit('shape', `Its inputs have ${[rank, ...ranks].map((each) => each ?? '?').join(', ')} dimensions.`)
  if (node.opset >= 25) checkCaches(node)
  if (rank !== 3) return
  for (const name of ['q_num_heads', 'kv_num_heads']) {
    const heads = node.int(name)
    if (heads === undefined) throw new Misfit('value', `It must have \`${name}\` for inputs of 3 dimensions.`)
    if (heads < 1 || heads >= 2 ** 31) throw new Misfit('value', `Its attribute \`${name}\` is ${heads}.`)
  }
}

/** Source: the operator specification of Attention: 4 dimensions (batch, heads, length, size), or 3 with heads folded in. */
const attention: Rule = (node) => {
  checkAttention(node)
  const [q, k, v] = [node.dims(0), node.dims(1), node.dims(2)]
  const element = node.element(0)
  if (q === undefined || k === undefined || v === undefined) return [tensorOf(element, undefined)]
  const folded = q.length === 3
  const heads = folded ? node.int('q_num_heads') : q[1]
  const kvHeads = folded ? node.int('kv_num_heads') : k[1]
  const size = (dims: Dims): Dim => (folded ? divided(dims[2], kvHeads) : dims[3])
  const [length, keys] = [folded ? q[1] : q[2], folded ? k[1] : k[2]]
  const past = node.has(4) ? node.dims(4)?.[2] : 0
  const total = typeof past === 'number' && typeof keys === 'number' ? past + keys : past === 0 ? keys : undefined
  const y = folded ? [q[0], length, product([heads, size(v)])] : [q[0], heads, length, v[3]]
  const present = (dims: Dims): Dims => [q[0], kvHeads, total, size(dims)]
  return [
    tensorOf(element, y),
    tensorOf(node.element(1), present(k)),
    tensorOf(node.element(2), present(v)),
    tensorOf(element, [q[0], heads, length, total]),
  ].slice(0, Math.max(1, node.outputs))
}

export function divided(dim: Dim, by: Dim): Dim {
  return typeof dim === 'number' && typeof by === 'number' && by > 0 ? Math.floor(dim / by) : undefined
}

/** A score of any form for every pair, then as Attention of four dimensions. */
const flexAttention: Rule = (node) => {
  const [q, v] = [node.dims(0), node.dims(2)]
  const [heads, shared] = [q?.[1], v?.[1]]
  if (typeof heads === 'number' && typeof shared === 'number' && heads % shared !== 0)
    throw new Misfit('shape', `Its ${heads} heads are no multiple of ${shared}.`)
  for (const name of ['score_mod', 'prob_mod']) {
    const graph = node.attribute(name)?.g
    if (graph !== undefined && (graph.input.length !== 1 || graph.output.length !== 1))
      throw new Misfit(
        'value',
        `Its \`${name}\` takes ${graph.input.length} and gives ${graph.output.length} values, not one.`,
      )
  }
  return [tensorOf(node.element(0), q && v && [...q.slice(0, -1), v.at(-1)])]
}

const determinant: Rule = (node) => {
  node.wantRank(0, [2, Infinity])
  const dims = node.dims(0)
  if (dims !== undefined && contradict(dims.at(-1), dims.at(-2)))
    throw new Misfit('shape', `Its matrices ${shapeText(dims)} are not square.`)
  return [tensorOf(node.element(0), dims?.slice(0, -2))]
}

export const previews: Rules = { FlexAttention: flexAttention }

export const matrices: Rules = {
  Attention: attention,
  Det: determinant,
  Einsum: einsum,
  Gemm: gemm,
  MatMul: product2(0, 1, (node) => commonElement(node, [0, 1])),
  MatMulInteger: product2(0, 1, () => 6),
  QLinearMatMul: product2(0, 3, (node) => node.element(7)),
}
