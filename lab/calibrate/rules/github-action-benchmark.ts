import { mean } from '../../../src/stats/describe.ts'
import { allRuns } from './repetitions.ts'
import type { Rule } from './rule.ts'

/** `threshold`: 2 for the action's `alert-threshold: 200%`. */
export function githubActionBenchmark(threshold: number, whose: string): Rule {
  const percent = `${Math.round(threshold * 100)} %`
  return {
    name: `github-action-benchmark, ${percent}`,
    what: `Slower when the mean of the candidate's runs is more than ${percent} of production's (${whose}); src/write.ts (getRatio, findAlerts) and action.yml of benchmark-action/github-action-benchmark.`,
    decide: ({ production, candidate }) =>
      mean(allRuns(candidate)) / mean(allRuns(production)) > threshold ? 'slower' : 'not slower',
  }
}
