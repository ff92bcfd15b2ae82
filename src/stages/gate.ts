import { z } from 'zod'
import { digest } from '../core/json.ts'
import type { Comparison, ComparisonRow, Decision, Subject, Warning } from '../core/products/index.ts'
import type { TypeOf } from '../core/schema.ts'
import { defineStage, type PreflightProblem, type StageKind, type StageTools } from '../core/stage.ts'
import { combine, type Verdict } from '../core/verdict.ts'
import { stageError, stageProblem } from './errors.ts'

const settings = z.strictObject({
  require: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'Metrics that must not be worse than production by more than their margins; all that were compared, when left out.',
    ),
  inconclusive: z
    .enum(['fail', 'warn', 'extend'])
    .default('fail')
    .describe(
      'What to do when the evidence settles nothing: stop the run (exit code 3), go on with a warning, or measure more and stop only then.',
    ),
  extensions: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('With `inconclusive: extend`: how often the budget of the benchmark may be spent again.'),
  'first-release': z
    .enum(['pass', 'fail'])
    .default('pass')
    .describe('What to do when there is no version in production to compare with.'),
})
export interface GateSettings extends TypeOf<typeof settings> {}

const example = `gate:
  require: [latency.p50, accuracy]
  inconclusive: fail`

/** Decides from the comparison whether the candidate goes on. */
export const gate: StageKind = defineStage({
  name: 'gate',
  summary: 'Decides from the comparison: pass, fail or inconclusive.',
  effects: 'none',
  needs: ['comparison'],
  uses: ['ledger', 'override'],
  gives: 'decision',
  concludes: 'decided',
  reported: true,
  settings,
  example,
  preflight: ({ require = [] }, { here, askedFor }) => {
    const compared = askedFor('comparison')?.map(({ metric }) => metric)
    return require.flatMap((metric, at): readonly PreflightProblem[] => {
      if (compared === undefined || compared.includes(metric)) return []
      const problem = stageProblem('gate-metric-not-compared', { metric, compared })
      return [{ problem, at: [...here, 'require', at] }]
    })
  },
  extensions: (chosen) => (chosen.inconclusive === 'extend' ? chosen.extensions : 0),
  async run({ settings: chosen, given: { comparison, subject }, tools }) {
    const first = subject.production === undefined
    const decision = first
      ? decideFirst(subject.model, chosen)
      : comparison.identical
        ? unchanged
        : decide(comparison, chosen)
    const final = await overridden(decision, subject, tools)
    const warnings = first ? [] : [...reservations(decision), ...overrideWarning(final)]
    const settled = final.override === undefined
    return { product: final, verdict: final.verdict, summary: final.sentence, warnings, settled }
  },
})

/**
 * A gate that did not pass is passed by whoever takes the responsibility: the ledger records a name and a reason before the
 * pipeline goes on. What passed needs no override, and none is recorded.
 */
async function overridden(
  decision: Decision,
  subject: Subject,
  tools: StageTools<'ledger' | 'override'>,
): Promise<Decision> {
  const { override, ledger } = tools
  if (override === undefined || decision.verdict === 'pass') return decision
  const { model, candidate } = subject
  const { verdict } = decision
  const key = `override:${model}:${candidate.sha256}:${digest({ ...override, verdict }).slice(0, 16)}`
  await ledger.append(key, {
    kind: 'override',
    model,
    candidate: candidate.sha256,
    verdict,
    approver: override.by,
    reason: override.reason,
  })
  const sentence = `Let through by ${override.by}, who said: "${override.reason}". Without that: ${decision.sentence}`
  return { ...decision, verdict: 'pass', override: { ...override, verdict }, sentence }
}

function overrideWarning({ override }: Decision): Warning[] {
  if (override === undefined) return []
  return [
    {
      code: 'gate-overridden',
      message: `The gate said ${override.verdict}; ${override.by} let the candidate through, saying "${override.reason}".`,
      remedy: 'The ledger records who and why. Watch the rollout, and have a version to go back to.',
    },
  ]
}

/**
 * The worst of the required rows decides, and of what the comparison judges beside them; no rows at all are inconclusive.
 * Throws `gate-metric-not-compared`.
 */
export function decide(comparison: Comparison, { require, inconclusive }: GateSettings): Decision {
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

function decideFirst(model: string, chosen: GateSettings): Decision {
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
  if (missing !== undefined) throw stageError('gate-metric-not-compared', { metric: missing, compared })
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

function reservations(decision: Decision): Warning[] {
  if (decision.verdict !== 'pass') return []
  return decision.reasons
    .filter(({ verdict }) => verdict === 'inconclusive')
    .map(({ metric, scenario, why }) => ({
      code: 'gate-inconclusive',
      message: `${metric}${scenario === undefined ? '' : ` (${scenario})`} was let through undecided: ${why}`,
      remedy: 'Give the benchmark a larger `budget:` or more data, or set `inconclusive: fail`.',
    }))
}
