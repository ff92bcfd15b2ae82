import { z } from 'zod'
import { canonical } from '../../core/json.ts'
import type { Binding, Decision, Row } from '../../core/products/index.ts'
import { decide } from '../decision/decide.ts'
import { policySchema } from '../decision/policy.ts'
import type { Compatibility } from '../row/compatibility.ts'
import type { Evidence } from './schema.ts'

/** What a comparison was found to be, recomputed, in numbers. */
export interface Recomputed extends Pick<Compatibility, 'interface' | 'outputs'> {
  readonly rows: readonly Row[]
}

/** A decision of a gate, reached again from the rows. */
export interface RecomputedDecision {
  readonly stage: string
  readonly kind: string
  readonly recorded: Decision
  /** Before anybody overrides it; undefined for a stage kind from outside, whose rules are not known here. */
  readonly found: Decision | undefined
}

/** Reaches every decision again that evidence is bound to. Throws `gate-metric-not-compared`. */
export function recomputeDecisions(evidence: Evidence, recomputed: Recomputed): readonly RecomputedDecision[] {
  const { bound } = evidence
  if (bound === undefined) return []
  const comparison = wordless(evidence, recomputed)
  const compared = { model: bound.model, first: bound.production === undefined, comparison }
  return bound.decisions.map(({ stage, kind, settings, decision: recorded }) => {
    const policy = recordedPolicy.safeParse(settings)
    return { stage, kind, recorded, found: policy.success ? decide(compared, policy.data) : undefined }
  })
}

/** Recorded settings have their defaults filled in; a gate has others beside those that decide. */
const { require, inconclusive, 'first-release': firstRelease } = policySchema.shape
const recordedPolicy = z.looseObject({
  require,
  inconclusive: inconclusive.unwrap(),
  'first-release': firstRelease.unwrap(),
})

/** The comparison as it was recomputed. Words are no part of what decides. */
function wordless(
  { comparison }: Evidence,
  { rows, interface: contract, outputs }: Recomputed,
): Parameters<typeof decide>[0]['comparison'] {
  const words = { method: '', why: '' }
  return {
    ...comparison,
    warnings: [],
    notCompared: [],
    rows: rows.map((row) => ({ ...row, ...words })),
    interface: contract && { ...contract, ...words },
    outputs: outputs && { ...outputs, ...words },
  }
}

/** Where what evidence is bound to does not follow from it, one sentence each. */
export function bindingDifferences(evidence: Evidence, decisions: readonly RecomputedDecision[]): string[] {
  const { bound } = evidence
  if (bound === undefined) return []
  return [...modelDifferences(evidence, bound), ...decisions.flatMap(decisionDifferences)]
}

function modelDifferences(
  { measurements: { contenders }, comparison: { against } }: Evidence,
  bound: Binding,
): string[] {
  const candidate = contenders.find(({ role }) => role === 'candidate')
  const checks: readonly (readonly [what: string, measured: string | undefined, named: string | undefined])[] = [
    ['candidate that was measured', candidate?.model.sha256 ?? bound.candidate, bound.candidate],
    ['production model that was compared with', against.sha256, bound.production?.sha256 ?? ''],
    ['production version that was compared with', against.version, bound.production?.version],
  ]
  return checks.flatMap(([what, measured, named]) =>
    measured === named ? [] : [`The ${what} is not the one that the evidence is bound to.`],
  )
}

function decisionDifferences({ stage, recorded, found }: RecomputedDecision): string[] {
  if (found === undefined) return []
  const { verdict, override } = recorded
  const said = override?.verdict ?? verdict
  if (found.verdict !== said)
    return [`The decision of ${stage} was recorded as ${said}, recomputed it is ${found.verdict}.`]
  if (override !== undefined && verdict !== 'pass')
    return [`The decision of ${stage} was overridden, and is recorded as ${verdict} all the same.`]
  const follows = canonical(reasonsOf(found)) === canonical(reasonsOf(recorded))
  return follows ? [] : [`The reasons that are recorded of ${stage} do not follow from the rows.`]
}

function reasonsOf({ reasons }: Decision): unknown {
  return reasons.map(({ why: _, ...facts }) => facts)
}
