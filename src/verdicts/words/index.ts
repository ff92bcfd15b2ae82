import type { ComparisonRow } from '../../core/products/index.ts'
import type { JudgedRow } from '../row/row.ts'
import { methodWords } from './methods.ts'
import { verdictSentence } from './why.ts'

/** Rows as they are recorded: with the method and the reason in words. */
export function describeRows(rows: readonly JudgedRow[]): ComparisonRow[] {
  return rows.map(wordRow)
}

function wordRow(row: JudgedRow): ComparisonRow {
  const { doubt: _, among, alone, ...facts } = row
  return {
    ...facts,
    method: methodWords(row.method),
    why: `${verdictSentence(row)}${among === undefined ? '' : aloneWords(among)}`,
    ...(alone === undefined ? {} : { alone }),
  }
}

function aloneWords(comparisons: number): string {
  return ` Among ${comparisons} comparisons, one such alarm may be chance (Holm).`
}
