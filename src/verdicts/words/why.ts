import { printChange, printShare, printValue } from '../../core/quantity/index.ts'
import type { JudgedRow } from '../row/row.ts'
import { doubtWords } from './doubts.ts'

/** The verdict as one sentence with its numbers. */
export function verdictSentence(row: JudgedRow): string {
  const values = `${row.metric} went from ${printValue(row.production, row.unit)} to ${printValue(row.candidate, row.unit)}`
  return `${values}, ${changeText(row)}; ${allowance(row)}: ${outcome(row)}${resolution(row)}.`
}

/** The smallest change that this evidence tells from no change nine times out of ten. */
function resolution(row: JudgedRow): string {
  return row.detectable === undefined ? '' : ` (smallest detectable change: ${printChange(row, row.detectable)})`
}

function changeText(row: JudgedRow): string {
  if (row.change === 0 && row.interval.low === row.interval.high) return 'no change'
  const change = directed(row, row.change)
  if (row.method.code === 'exact') return change
  if (row.interval.level === 0) return `${change} (no interval can be given)`
  return `${change} (${rangeText(row)} with ${printShare(row.interval.level, 3)} confidence)`
}

function rangeText(row: JudgedRow): string {
  const { low, high } = row.interval
  if (low < 0 && high > 0) return `between ${directed(row, low)} and ${directed(row, high)}`
  const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low]
  return `between ${printChange(row, near)} and ${directed(row, far)}`
}

function allowance(row: JudgedRow): string {
  if (row.claim === 'equivalent') return `${printChange(row, row.margin)} either way is allowed`
  if (row.claim === 'better') return demand(row)
  if (row.margin === 0) return 'nothing worse is allowed'
  return `${directed(row, row.better === 'lower' ? row.margin : -row.margin)} is allowed`
}

function demand(row: JudgedRow): string {
  if (row.margin === 0) return 'it has to be better'
  return `it has to be more than ${directed(row, row.better === 'lower' ? -row.margin : row.margin)}`
}

function outcome(row: JudgedRow): string {
  if (row.verdict !== 'inconclusive') return row.verdict
  if (row.doubt !== undefined) return `inconclusive, because ${doubtWords(row, row.doubt)}`
  const { blocks, examples } = row.needs ?? {}
  if (blocks !== undefined) return `inconclusive, about ${blocks} blocks in total would settle it`
  if (examples !== undefined) return `inconclusive, about ${examples} examples in total would settle it`
  return 'inconclusive, and too close to the margin for more measurements to settle it'
}

function directed(row: JudgedRow, change: number): string {
  return `${printChange(row, change)} ${change < 0 ? 'lower' : 'higher'}`
}
