import type { Warning } from '../../../core/products/index.ts'
import { type AbPlan, type AbSize, planAb, type Response } from '../../../stats/ab-plan.ts'
import type { PlannedQuestion } from './question.ts'
import type { PrintedPlan, PrintedSize } from './text.ts'

/** How many users and days an A/B test takes, and what it can be expected to say. */
export function planOf(question: PlannedQuestion): PrintedPlan {
  const plan = planAb(question)
  const { fixed, sequential } = plan
  return {
    ...question,
    ...plan,
    fixed: sized(fixed, question.traffic),
    sequential: { ...sequential, largest: sized(sequential.largest, question.traffic) },
    warnings: warningsOn(plan),
  }
}

function sized(size: AbSize, traffic: number | undefined): PrintedSize {
  const users = size.candidate + size.production
  if (traffic === undefined) return { ...size, users }
  const days = Math.ceil(users / traffic)
  return { ...size, users, days, wholeWeeks: Math.ceil(days / 7) }
}

/** Rules of thumb for the normal approximation: so many users of each outcome of a rate, or of any for a mean, in each arm. */
const fewest = { rate: 10, mean: 30 }

function warningsOn({ response, fixed, changes }: AbPlan): Warning[] {
  const least =
    response.kind === 'mean' ? Math.min(fixed.candidate, fixed.production) : rarest(response, fixed, changes)
  if (least >= fewest[response.kind]) return []
  const users = response.kind === 'mean' ? 'users' : 'users of the rarer outcome'
  return [
    {
      code: 'few-users',
      message: `An arm may have only ${Math.round(least)} ${users}, too few for these figures to be more than rough.`,
      remedy: `Take at least ${fewest[response.kind]} in each arm: more users, or a smaller margin.`,
    },
  ]
}

/** The fewest users of one outcome that an arm expects, when nothing changed and at the margin. */
function rarest({ baseline }: Response, { candidate, production }: AbSize, changes: AbPlan['changes']): number {
  const rarer = (rate: number): number => Math.min(rate, 1 - rate)
  const atMargin = changes[1]?.candidate ?? baseline
  return Math.min(production * rarer(baseline), candidate * rarer(baseline), candidate * rarer(atMargin))
}
