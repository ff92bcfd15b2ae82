import { clip } from '../../../core/clip.ts'
import { printCount, printNumber, printShare, printSigned } from '../../../core/quantity/index.ts'
import type { ChangedNode, ModelDiff, Region, TensorFacts, WeightChange } from '../../../onnx/diff/index.ts'
import { terminalText } from '../../../report/escape.ts'
import { type Column, table } from '../../../report/terminal/layout.ts'

/** Lines of a list that are shown; `--json` has all. */
const shown = 10

/** What differs at a glance: the verdict, then short lists. Everything that stands in a model is escaped. */
export function diffLines(diff: ModelDiff, width: number): string {
  return [verdict(diff), ...interfaceLines(diff), ...graphLines(diff, width), ...weightLines(diff, width), ''].join(
    '\n',
  )
}

function verdict({ same, interface: { class: worst, changes }, graph, weights }: ModelDiff): string {
  if (same) return 'same: only internal names differ'
  const first = changes[0]
  if (first !== undefined && worst !== 'compatible') return terminalText(`${worst}: ${first.reason}`)
  const unread = weights.unread.length > 0 ? '; some weights could not be read' : ''
  const nodes = [...graph.changed, ...graph.added, ...graph.removed].length === 0 ? 'the same graph' : 'another graph'
  const tensors =
    [...weights.changed, ...weights.added, ...weights.removed].length === 0 ? 'the same weights' : 'other weights'
  return `compatible: callers see the same inputs and outputs; ${nodes}, ${tensors}${unread}`
}

function interfaceLines({ interface: { changes } }: ModelDiff): string[] {
  if (changes.length === 0) return ['', 'Interface: no change']
  const lines = changes.map((change) => line(`  ${change.class.padEnd(10)}  `, change.reason))
  return ['', `Interface: ${count(changes.length, 'change')}`, ...cut(lines)]
}

function graphLines({ graph }: ModelDiff, width: number): string[] {
  const { nodes, unchanged, changed, added, removed } = graph
  const many = (regions: readonly Region[]) => regions.reduce((sum, { size, places }) => sum + size * places.length, 0)
  const head = `Graph: ${nodes.before} → ${nodes.after} nodes: ${unchanged} unchanged, ${changed.length} changed, ${many(added)} added, ${many(removed)} removed`
  const operators = graph.operators.filter(({ before, after }) => before !== after)
  const rows = operators.map(({ operator, before, after }) => [
    `  ${operator}`,
    before,
    after,
    printSigned(after - before, printCount),
  ])
  return [
    '',
    head,
    ...tableOf(['  operator', 'before', 'after', 'change'], rows, width),
    ...cut(changed.map(changedLine)),
    ...cut(added.map((region) => regionLine('+', region))),
    ...cut(removed.map((region) => regionLine('-', region))),
  ]
}

function changedLine({ operator, after, what }: ChangedNode): string {
  return line('  ~ ', `${operator} at ${after}: ${what.join('; ')}`)
}

function regionLine(sign: string, { operators, size, places }: Region): string {
  const chain = operators.length > 6 ? [...operators.slice(0, 5), '…', operators.at(-1) as string] : operators
  const [first = []] = places
  const ends = first.length > 1 ? `${first[0]} to ${first.at(-1)}` : first[0]
  const times = places.length > 1 ? `${places.length} times, the first ` : ''
  return line(`  ${sign} `, `${chain.join(' → ')}, ${count(size, 'node')}: ${times}at ${ends}`)
}

function weightLines({ weights }: ModelDiff, width: number): string[] {
  const { parameters, equal, changed, added, removed, unread } = weights
  const lost = unread.length === 0 ? '' : `, ${unread.length} not read`
  const head = `Weights: ${equal} equal, ${changed.length} changed, ${added.length} added, ${removed.length} removed${lost}; ${printCount(parameters.before)} → ${printCount(parameters.after)} parameters`
  const titles = ['  tensor', 'norm', 'relative', 'largest', 'zeros', 'changed']
  return [
    '',
    head,
    ...tableOf(titles, changed.map(weightRow), width),
    ...cut(added.map((one) => line('  + ', `${one.name}: ${facts(one)}`))),
    ...cut(removed.map((one) => line('  - ', `${one.name}: ${facts(one)}`))),
    ...cut(unread.map((one) => line('  ? ', `${one.name}: ${one.why}`))),
  ]
}

function weightRow({ name, newName, before, after, values }: WeightChange): string[] {
  const label = name === newName ? name : `${name} → ${newName}`
  if (values === undefined) return [`  ${label}: ${facts(before)} → ${facts(after)}`, '', '', '', '', '']
  const { norm, relativeChange, largestChange, sparsity, changedShare } = values
  return [
    `  ${label}`,
    `${printNumber(norm.before)} → ${printNumber(norm.after)}`,
    relativeChange === undefined ? 'from 0' : printShare(relativeChange, 3),
    printNumber(largestChange),
    `${printShare(sparsity.before, 3)} → ${printShare(sparsity.after, 3)}`,
    printShare(changedShare, 3),
  ]
}

function facts({ type, dims }: TensorFacts): string {
  return `${type}[${dims.join(', ')}]`
}

function tableOf(titles: readonly string[], rows: readonly (readonly (string | number)[])[], width: number): string[] {
  if (rows.length === 0) return []
  const columns = titles.map((title, index): Column => ({ title, align: index === 0 ? 'left' : 'right' }))
  const cells = rows.slice(0, shown).map((row) => row.map((cell) => ({ text: cellText(String(cell)) })))
  return [...table(columns, cells, { width, heading: (text) => text }), ...rest(rows.length)]
}

/** The indent of the first column is ours; what follows is not. */
function cellText(text: string): string {
  const indent = text.startsWith('  ') ? '  ' : ''
  return `${indent}${tail(terminalText(text.slice(indent.length)), 60)}`
}

/** The end of a long path tells more than its beginning. */
function tail(text: string, length: number): string {
  return text.length <= length ? text : `…${[...text].slice(1 - length).join('')}`
}

/** One line with text that may come from a model. */
function line(mark: string, text: string): string {
  return `${mark}${clip(terminalText(text), 240)}`
}

function cut(lines: readonly string[]): string[] {
  return [...lines.slice(0, shown), ...rest(lines.length)]
}

function rest(length: number): string[] {
  return length > shown ? [`  and ${length - shown} more (--json has all)`] : []
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
