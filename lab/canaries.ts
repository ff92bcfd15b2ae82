// How rollouts end that are judged by simulated traffic: candidates as good as stable, worse by exactly the margin, and with twice the
// errors, while requests fail one by one, in bursts, or in incidents of both versions.
//   npx tsx lab/canaries.ts [--times 2000] [--requests 20000] [--margin 1pp] [--hold 2] [--seed 1]
// `--requests`: to both versions in one look.
import { parseArgs } from 'node:util'
import { parseMargin } from '../src/core/quantity/index.ts'
import { createRandom } from '../src/stats/random.ts'
import { type Outcome, type Plan, play } from './canaries/rollout.ts'
import type { Failures } from './canaries/traffic.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '2000' },
    requests: { type: 'string', default: '20000' },
    margin: { type: 'string', default: '1pp' },
    hold: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
})
const times = Number(values.times)
const stated = parseMargin(values.margin)
if (stated === undefined || !('absolute' in stated))
  throw new Error(`--margin ${values.margin}: expected one such as 1pp`)
const margin = stated.absolute
const plan: Plan = {
  steps: [0.05, 0.25, 0.5, 1],
  hold: Number(values.hold),
  analysis: [{ metric: 'error-rate', margin, minRequests: 50 }],
  requests: Number(values.requests),
}

const bases = [0, 0.001, 0.01, 0.05, 0.1]
const bursts = [1, 5, 20, 100]

console.log('| base errors | bursts | incidents | as good: promoted | failed | undecided | at the margin: promoted |')
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const incidents of [0, 0.02])
  for (const base of bases)
    for (const burst of bursts) {
      const world = { base, burst, incidents }
      const good = sharesOf({ ...world, excess: 0 })
      const worse = sharesOf({ ...world, excess: margin })
      const cells = [
        share(base),
        burst,
        incidents === 0 ? 'none' : share(incidents),
        share(good.promoted),
        share(good.failed),
        share(good.undecided),
        share(worse.promoted),
      ]
      console.log(`| ${cells.join(' | ')} |`)
    }

function sharesOf(failures: Failures): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { promoted: 0, failed: 0, undecided: 0 }
  for (let at = 0; at < times; at++) counts[play(plan, failures, createRandom(Number(values.seed), at)).outcome]++
  return { promoted: counts.promoted / times, failed: counts.failed / times, undecided: counts.undecided / times }
}

function share(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
