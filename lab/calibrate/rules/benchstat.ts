import { median } from '../../../src/stats/describe.ts'
import { rankSumTest } from './rank-sum.ts'
import { allRuns, repetitions } from './repetitions.ts'
import type { Rule } from './rule.ts'

/** `go test -count=10`, as benchstat's manual asks for; each repetition reports the mean time of its runs. */
const count = 10

export const benchstat: Rule = {
  name: 'benchstat',
  what: 'Slower when the Mann–Whitney test of ten repetitions a side gives p ≤ 0.05 and the median is higher, anything else it prints as ~ or as faster; benchmath/anone.go and benchmath/sample.go of golang/perf, stats/utest.go of aclements/go-moremath.',
  decide({ production, candidate }) {
    const [old, recent] = [repetitions(allRuns(production), count), repetitions(allRuns(candidate), count)]
    return rankSumTest(old, recent) <= 0.05 && median(recent) > median(old) ? 'slower' : 'not slower'
  },
}
