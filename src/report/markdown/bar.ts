import type { ComparisonRow } from '../../core/products/index.ts'
import { inMargins } from '../facts.ts'

/** Cells of a bar: three to a margin, two margins and a little to either side of no change. Wider ones do not fit a phone. */
const cells = 15
const perMargin = 3
const zero = 7

/**
 * The interval of a row against its margin, in characters that line up in any fixed-width font: `····┊━━●━·│·····`.
 * `┊` is the margin, `│` no change, `━●━` the interval; right is better. Arrows stand for what lies outside.
 */
export function bar(row: ComparisonRow): string {
  const at = (value: number) => zero + inMargins(row, value) * perMargin
  const [a, b] = [at(row.interval.low), at(row.interval.high)]
  const [low, high, middle] = [Math.round(Math.min(a, b)), Math.round(Math.max(a, b)), Math.round(at(row.change))]
  const drawn = Array.from({ length: cells }, (_, cell) => character(cell, low, high, middle))
  if (low < 0) drawn[0] = '◀'
  if (high >= cells) drawn[cells - 1] = '▶'
  return drawn.join('')
}

function character(cell: number, low: number, high: number, middle: number): string {
  if (cell === middle) return '●'
  if (cell >= low && cell <= high) return '━'
  if (cell === zero) return '│'
  return cell === zero - perMargin ? '┊' : '·'
}
