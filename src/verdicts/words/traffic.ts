import { printMilliseconds, printPoints, printShare, printSigned } from '../../core/quantity/index.ts'
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
    beside: `${printShare(production)} for stable`,
    before: `${printShare(production)} for stable at earlier steps`,
    nothing: '0 %, because there is no stable version to compare with',
  }
  const rates = `${errors} of ${requests} requests failed (${printShare(candidate)}) against ${against[method.against]}`
  const allowed = printPoints(margin, 4)
  return `${rates}; the difference is between ${points(interval.low)} and ${points(interval.high)}, the margin ${allowed}`
}

function latencyWords({ candidate, production, interval: { low, high }, margin }: JudgedRow): string {
  const medians = `${printMilliseconds(candidate)} against ${printMilliseconds(production)}`
  return `${medians}; the change is between ${signed(low)} and ${signed(high)}, the margin ${printShare(margin)}`
}

/** `+1.2 pp`. */
function points(difference: number): string {
  return printSigned(difference, (size) => printPoints(size, 3))
}

/** `+1.2 %`. */
function signed(change: number): string {
  return printSigned(change, (size) => printShare(size, 3))
}
