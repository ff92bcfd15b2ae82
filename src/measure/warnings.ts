import { ownValue } from '../core/own.ts'
import type { Scenario, Warning } from '../core/products/index.ts'
import { printDuration, printShare } from '../core/quantity/index.ts'
import { median } from '../stats/describe.ts'
import { shareAfter, type Tranche } from './looks.ts'
import type { SavedBlock } from './progress.ts'
import type { BlockBudget } from './schedule.ts'

interface Measured {
  readonly scenario: Scenario
  readonly blocks: BlockBudget
}

/** What is wrong with how these blocks were measured. */
export function blockWarnings(plan: Measured, saved: readonly SavedBlock[]): Warning[] {
  return [notPinned, overrun, unsteady, overloaded].flatMap((check) => check(plan, saved) ?? [])
}

/** Said where earlier attempts took their part of the error rate with them. */
export function attemptWarnings(begun: Tranche | undefined): Warning[] {
  if (begun === undefined) return []
  const left = 1 - shareAfter(begun.number - 1)
  return [
    {
      code: 'attempts-spent',
      message: `This was measured ${begun.number} ${begun.number === 1 ? 'time' : 'times'} before, and those measurements are not here: ${printShare(left)} of the error rate is left for it, so that trying again until it passes does not pay. It takes more blocks to be sure.`,
      remedy:
        'Keep `.airworthy` from attempt to attempt, sealed with AIRWORTHY_CACHE_KEY: then each goes on from where the last one ended.',
    },
  ]
}

function notPinned({ scenario }: Measured, saved: readonly SavedBlock[]): Warning | undefined {
  if (scenario.threads !== 1 || saved.every(({ pinned }) => pinned)) return undefined
  return {
    code: 'not-pinned',
    message: `The workers of ${scenario.id} could not be pinned to one processor, so the figures vary more than they need to.`,
    remedy: 'Run on Linux with `taskset` (package util-linux); elsewhere give the benchmark a larger `budget:`.',
  }
}

/** Half as long again as was asked for is worth a word. */
const tolerated = 1.5

function overrun({ scenario, blocks }: Measured, saved: readonly SavedBlock[]): Warning | undefined {
  const ms = saved.slice(0, blocks.min).reduce((sum, { spentMs }) => sum + spentMs, 0)
  if (ms <= blocks.budgetMs * tolerated) return undefined
  return {
    code: 'budget-overrun',
    message: `${scenario.id} took ${printDuration(ms)} instead of ${printDuration(blocks.budgetMs)}: fewer than ${blocks.min} blocks would prove nothing.`,
    remedy: `Give the benchmark a \`budget:\` of ${printDuration(ms)} or more for each scenario, or fewer scenarios.`,
  }
}

/** A worker in ten that is still warming up after a second is chance; more are the model's way. */
const unsteadyShare = 0.1

function unsteady({ scenario }: Measured, saved: readonly SavedBlock[]): Warning | undefined {
  const workers = saved.flatMap(({ block }) => Object.values(block.runs))
  const count = workers.filter(({ warmup }) => !warmup.steady).length
  if (count <= unsteadyShare * workers.length) return undefined
  return {
    code: 'not-steady',
    message: `${count} of ${workers.length} workers of ${scenario.id} were still getting faster after a second of warming up.`,
    remedy:
      'Read the figures as those of the first seconds of a process; look at `first-run` too, which serving will meet.',
  }
}

/** Beyond this share of its time, a queue is as long as chance and the length of a turn make it. */
const mostLoad = 0.95

function overloaded({ scenario }: Measured, saved: readonly SavedBlock[]): Warning | undefined {
  if (scenario.rate === undefined) return undefined
  const ids = Object.keys(saved[0]?.block.runs ?? {})
  const loadOf = (id: string): number => median(saved.flatMap(({ block }) => ownValue(block.runs, id)?.load ?? []))
  const over = ids.filter((id) => loadOf(id) > mostLoad)
  if (over.length === 0) return undefined
  return {
    code: 'overloaded',
    message: `At ${scenario.rate} requests a second ${over.join(' and ')} had no time to spare: latencies at ${scenario.id} are as long as the turns made them.`,
    remedy:
      'Send fewer: `rate:` below what `throughput` says; `throughput[p99<20ms]` finds the rate that keeps a limit.',
  }
}
