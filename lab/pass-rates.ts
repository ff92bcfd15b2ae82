// How often a comparison passes what is worse than its margin allows, and what is not: simulated, seeded, by the rules of today and by
// those of airworthy.evidence/2. At most 1 % of what is beyond the margin may pass. Of equal contenders 95 % have to, and 90 % of those that are
// two margins worse have to fail, at the sample size that is stated.
//   npx tsx lab/pass-rates.ts [--trials 500] [--only recall] [--check]
// `--check` exits with 1 when a rate is not kept.
import { parseArgs } from 'node:util'
import { parseMargin } from '../src/core/quantity/index.ts'
import { createRandom } from '../src/stats/random.ts'
import { compareRows } from '../src/verdicts/comparison/index.ts'
import { allRules } from '../src/verdicts/row/rules.ts'
import { type Case, type Kind, qualityCases } from './pass-rates/quality.ts'
import { speedCases } from './pass-rates/speed.ts'

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '500' },
    only: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
  },
})
const trials = Number(values.trials)
const alpha = 0.01

const titles: Readonly<Record<Kind, string>> = {
  beyond: 'Worse than the margin allows: may pass in 1 %',
  equal: 'Equal: have to pass in 95 %',
  worse: 'Two margins worse: have to fail in 90 %',
  unseen:
    'Worse by what such a sample need not show: two examples, or processes, expected, so that none is seen in 14 %',
}
const kept: Readonly<Record<Kind, (rates: Rates) => boolean>> = {
  // What 500 trials of 1 % are not above but once in a hundred times.
  beyond: ({ pass }) => pass <= 0.01 + 2.33 * Math.sqrt((0.01 * 0.99) / trials),
  equal: ({ pass }) => pass >= 0.95,
  worse: ({ fail }) => fail >= 0.9,
  // e⁻² of the samples show none.
  unseen: ({ pass }) => pass <= 0.135 + 2.33 * Math.sqrt((0.135 * 0.865) / trials),
}

interface Rates {
  readonly pass: number
  readonly fail: number
}

const cases = [...qualityCases, ...speedCases].filter(({ name }) => name.includes(values.only))
for (const kind of Object.keys(titles) as Kind[]) {
  console.log(`\n${titles[kind]}. ${trials} trials each.\n`)
  console.log('| | margin | earlier rules: pass | fail | today: pass | fail |\n| --- | --- | --- | --- | --- | --- |')
  for (const each of cases.filter((one) => one.kind === kind)) {
    const [earlier, today] = ratesOf(each)
    const rates = [earlier!, today!].flatMap(({ pass, fail }) => [percent(pass), percent(fail)])
    console.log(`| ${[each.name, each.margin, ...rates].join(' | ')} |`)
    if (kept[kind](today!)) continue
    if (values.check) process.exitCode = 1
    console.error(`not kept: ${each.name}`)
  }
}

function ratesOf({ metric, margin, better, trial }: Case): Rates[] {
  const random = createRandom(1)
  const question = { metric, margin: parseMargin(margin)!, alpha, ...(better === undefined ? {} : { better }) }
  const counts = allRules.map(() => ({ pass: 0, fail: 0 }))
  for (let at = 0; at < trials; at++) {
    const measurements = trial(random)
    for (const [which, rules] of allRules.entries()) {
      const [row] = compareRows(measurements, [question], alpha, rules)
      if (row?.verdict === 'pass') counts[which]!.pass += 1
      if (row?.verdict === 'fail') counts[which]!.fail += 1
    }
  }
  return counts.map(({ pass, fail }) => ({ pass: pass / trials, fail: fail / trials }))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
