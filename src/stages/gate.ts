import { z } from 'zod'
import { digest } from '../core/json.ts'
import type { Decision, Subject, Warning } from '../core/products/index.ts'
import { defineStage, type PreflightProblem, type StageKind, type StageTools } from '../core/stage.ts'
import { decide } from '../verdicts/decision/decide.ts'
import { policySchema } from '../verdicts/decision/policy.ts'
import { verdictProblem } from '../verdicts/errors.ts'

const settings = policySchema.extend({
  extensions: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('With `inconclusive: extend`: how often the budget of the benchmark may be spent again.'),
})

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
  verdictOf: ({ verdict }) => verdict,
  reported: true,
  settings,
  example,
  preflight: ({ require = [] }, { here, askedFor }) => {
    const compared = askedFor('comparison')?.map(({ metric }) => metric)
    return require.flatMap((metric, at): readonly PreflightProblem[] => {
      if (compared === undefined || compared.includes(metric)) return []
      const problem = verdictProblem('gate-metric-not-compared', { metric, compared })
      return [{ problem, at: [...here, 'require', at] }]
    })
  },
  extensions: (chosen) => (chosen.inconclusive === 'extend' ? chosen.extensions : 0),
  async run({ settings: chosen, given: { comparison, subject }, tools }) {
    const first = subject.production === undefined
    const decision = decide({ model: subject.model, first, comparison }, chosen)
    const final = await overridden(decision, subject, tools)
    const warnings = first ? [] : [...reservations(decision), ...overrideWarning(final)]
    const settled = final.override === undefined
    return { product: final, summary: final.sentence, warnings, settled }
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
