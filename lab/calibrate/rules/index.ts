import { asvContinuous } from './asv.ts'
import { benchstat } from './benchstat.ts'
import { criterion } from './criterion.ts'
import { githubActionBenchmark } from './github-action-benchmark.ts'
import { kayenta } from './kayenta.ts'
import type { Rule } from './rule.ts'
import { mannWhitney, welch } from './textbook.ts'

export type { Material, Rule } from './rule.ts'

/** How other tools decide whether a candidate is slower, at their defaults. */
export const rules: readonly Rule[] = [
  githubActionBenchmark(2, 'its default'),
  githubActionBenchmark(1.1, 'a common setting'),
  benchstat,
  criterion,
  asvContinuous,
  kayenta,
  welch,
  mannWhitney,
]
