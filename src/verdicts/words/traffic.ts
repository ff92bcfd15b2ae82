import { percent } from '../../core/quantity.ts'
import type { Methods } from '../row/method.ts'
import type { JudgedRow } from '../row/row.ts'
import { doubtWords } from './doubts.ts'

/** What one metric of a rollout came out as, and why: for the ledger, and for people who watch. */
export function trafficReason(row: JudgedRow): string {
  const { metric, doubt, method } = row
  if (doubt !== undefined) return `${metric}: ${doubtWords(row, doubt)}`
  return `${metric}: ${method.code === 'proportions' ? errorWords(row, method) : latencyWords(row)}`
}

function errorWords({ candidate, production, interval, margin }: JudgedRow, method: Methods['proportions']): string {
  const { errors, requests } = method.candidate
  const against = {
    beside: `${percent(production)} of stable's`,
    before: `${percent(production)} of stable's before`,
    nothing: 'none, as there is nothing to compare with',
  }
  const rates = `${errors} of ${requests} requests failed (${percent(candidate)}) against ${against[method.against]}`
  const allowed = points(margin).replace('+', '')
  return `${rates}; the difference is between ${points(interval.low)} and ${points(interval.high)}, the margin ${allowed}`
}

function latencyWords({ candidate, production, interval: { low, high }, margin }: JudgedRow): string {
  const medians = `${candidate.toFixed(2)} ms against ${production.toFixed(2)} ms`
  return `${medians}; the change is between ${signed(low)} and ${signed(high)}, the margin ${percent(margin)}`
}

/** `+1.2 pp`. */
function points(difference: number): string {
  return `${difference > 0 ? '+' : ''}${Number((difference * 100).toFixed(2))} pp`
}

function signed(change: number): string {
  return `${change > 0 ? '+' : ''}${percent(change)}`
}
