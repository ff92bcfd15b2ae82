import type { Comparison, ComparisonRow, Decision } from '../../core/products/index.ts'
import { combine, type Verdict } from '../../core/verdict.ts'
import { verdictError } from '../errors.ts'
import type { Policy } from './policy.ts'

/** What a gate decides from. */
export interface Compared {
  /** The model's name in the registry. */
  readonly model: string
  /** True where no version is in production. */
  readonly first: boolean
  readonly comparison: Comparison
}

/**
 * What a gate decides, before anybody overrides it. The worst of the required rows decides, and of what the comparison judges beside
 * them; no rows at all are inconclusive. Throws `gate-metric-not-compared`.
 */
export function decide({ model, first, comparison }: Compared, policy: Policy): Decision {
  if (first) return decideFirst(model, policy)
  return comparison.identical ? unchanged : decideRows(comparison, policy)
}

function decideRows(comparison: Comparison, { require, inconclusive }: Policy): Decision {
  const required = requiredRows(comparison.rows, require)
  const compatibility = judgedCompatibility(comparison)
  const found = combine([combine(required.map((row) => row.verdict)), ...compatibility.map(({ verdict }) => verdict)])
  const verdict = found === 'inconclusive' && inconclusive === 'warn' && required.length > 0 ? 'pass' : found
  const reasons = required.map(({ metric, scenario, verdict, why }) => ({
    metric,
    ...(scenario === undefined ? {} : { scenario }),
    verdict,
    why,
  }))
  const sentence = sentenceOf({ rows: required, compatibility }, found, verdict)
  const others = comparison.rows.filter((row) => row.verdict === 'fail' && !required.includes(row))
  return {
    verdict,
    reasons: [...compatibility, ...reasons],
    sentence: `${sentence}${notRequired(others)}${remainder(comparison)}`,
  }
}

type Reason = Decision['reasons'][number]

/** The interface and the outputs, where the comparison has a verdict of them. */
function judgedCompatibility(comparison: Comparison): Reason[] {
  return (['interface', 'outputs'] as const).flatMap((metric) => {
    const { verdict, why } = comparison[metric] ?? {}
    return verdict === undefined || why === undefined ? [] : [{ metric, verdict, why }]
  })
}

/** What failed and does not count. */
function notRequired(rows: readonly ComparisonRow[]): string {
  const names = rows.map(({ metric, scenario }) => (scenario === undefined ? metric : `${metric} (${scenario})`))
  return names.length === 0 ? '' : ` Not required, and failed: ${names.join(', ')}.`
}

/** How far apart outputs were that nobody judged, and what was not compared at all: a pass says nothing about either. */
function remainder({ outputs, notCompared = [] }: Comparison): string {
  const stated = outputs !== undefined && outputs.verdict !== 'inconclusive' && outputs.missing === undefined
  const left = notCompared.map(({ what, why }) => `${what} (${why})`).join(', ')
  return `${stated ? ` ${outputs.why}` : ''}${left === '' ? '' : ` Not compared: ${left}.`}`
}

const unchanged: Decision = {
  verdict: 'pass',
  reasons: [],
  sentence: 'Passed. The candidate is production itself, byte for byte: nothing can have changed.',
}

function decideFirst(model: string, chosen: Policy): Decision {
  const verdict = chosen['first-release']
  const words = `No version of ${model} is in production, so nothing was compared`
  const policy = verdict === 'pass' ? 'a first release passes' : 'a first release does not pass this gate'
  return { verdict, reasons: [], sentence: `${words}: ${policy}.` }
}

function requiredRows(
  rows: readonly ComparisonRow[],
  require: readonly string[] | undefined,
): readonly ComparisonRow[] {
  if (require === undefined) return rows
  const compared = [...new Set(rows.map((row) => row.metric))]
  const missing = require.find((metric) => !compared.includes(metric))
  if (missing !== undefined) throw verdictError('gate-metric-not-compared', { metric: missing, compared })
  return rows.filter((row) => require.includes(row.metric))
}

interface Judged {
  readonly rows: readonly ComparisonRow[]
  readonly compatibility: readonly Reason[]
}

function sentenceOf({ rows, compatibility }: Judged, found: Verdict, verdict: Verdict): string {
  const deciding = [
    ...compatibility.filter((each) => each.verdict === found && found !== 'pass'),
    ...rows.filter((row) => row.verdict === found).sort((a, b) => excess(b) - excess(a)),
  ]
  const [first] = deciding
  if (first === undefined) return 'Inconclusive: nothing was compared.'
  const name = compatibility.some((each) => each === first) ? `the ${first.metric}` : first.metric
  const where = first.scenario === undefined ? '' : ` (${first.scenario})`
  const others =
    deciding.length > 1 ? ` So ${deciding.length === 2 ? 'is 1 other' : `are ${deciding.length - 1} others`}.` : ''
  if (found === 'fail') return `Failed on ${name}${where}: ${first.why}${others}`
  if (found === 'inconclusive') {
    const stand = verdict === 'pass' ? 'Passed with reservations: undecided' : 'Inconclusive'
    return `${stand} on ${name}${where}: ${first.why}${others}`
  }
  const count = rows.length === 1 ? 'The one comparison required' : `All ${rows.length} comparisons required`
  return `Passed. ${count} came out well; closest to its margin${where}: ${first.why}`
}

/** How far the bad end of the interval lies beyond the margin, in margins: the closest call comes first. */
function excess({ better, interval, margin, claim }: ComparisonRow): number {
  const [least, most] = better === 'lower' ? [interval.low, interval.high] : [-interval.high, -interval.low]
  const worst = claim === 'equivalent' ? Math.max(-least, most) : claim === 'better' ? most + margin : most
  return margin === 0 ? worst * 1e9 : worst / margin
}
