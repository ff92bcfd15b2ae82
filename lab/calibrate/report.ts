import { cpus } from 'node:os'
import { median } from '../../src/stats/describe.ts'
import { createRandom } from '../../src/stats/random.ts'
import { type RecordedBlock, type RecordedStart, type Recording, recordingOf } from './blocks.ts'
import { type LiveTrial, readLive } from './live.ts'
import type { CalibrationModel } from './models.ts'
import { rules } from './rules/index.ts'
import type { Decision } from './rules/rule.ts'
import { boundsOf, shareText } from './share.ts'
import { tailCoverage } from './tails.ts'
import { type Tally, type Trial, tally, trial } from './trials.ts'

/** Each line a kind of comparison, and the bound that it is held to. */
const kinds: readonly (Trial & { readonly name: string; readonly bound: string })[] = [
  { name: 'equal models, margin 3 %', effect: 0, margin: 0.03, budgetMs: 30_000, bound: 'fail ≤ 1 %' },
  { name: '3 % slower, margin 3 %', effect: 0.03, margin: 0.03, budgetMs: 30_000, bound: 'fail ≤ 1 %' },
  { name: '0.5 % slower, margin 0.5 %', effect: 0.005, margin: 0.005, budgetMs: 30_000, bound: 'fail ≤ 1 %' },
  { name: 'equal models, margin 2 %', effect: 0, margin: 0.02, budgetMs: 30_000, bound: 'pass ≥ 95 %' },
  { name: '2 % slower, margin 0.5 %', effect: 0.02, margin: 0.005, budgetMs: 30_000, bound: 'fail ≥ 95 %' },
  { name: '1 % slower, margin 0.25 %', effect: 0.01, margin: 0.0025, budgetMs: 120_000, bound: 'fail ≥ 95 %' },
]

/** Slow-downs that every rule is shown; the first is none at all. */
const effects = [0, 0.01, 0.02, 0.03, 0.05, 0.1]
const ruleMargin = 0.005

/** The tables of a calibration, as Markdown. `trials`: of each kind and model. */
export function calibrationReport(
  models: readonly CalibrationModel[],
  { folder, trials, at }: { readonly folder: string; readonly trials: number; readonly at: string },
): string {
  const recorded = models.map((model) => ({ model, ...recordingOf(folder, model.id) }))
  const live = readLive(folder)
  return [
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${at.slice(0, 10)}.`,
    '',
    '| model | what | blocks | recorded, UTC | load average, median and most | a run, median |',
    '| --- | --- | --- | --- | --- | --- |',
    ...recorded.map(recordRow),
    '',
    '| comparison | bound | model | fail | pass | inconclusive | seconds, median and 95 % |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...recorded.flatMap(({ model, blocks }) =>
      kinds.map((kind) => kindRow(kind, model.id, trialsOf(blocks, kind, trials))),
    ),
    '',
    ...liveTable(models, live),
    '',
    '| 99th percentile | model | intervals at 90 % that hold the truth |',
    '| --- | --- | --- |',
    ...recorded.map(({ model, blocks }) => {
      const tails = Math.min(1000, trials)
      return `| equal models, sides exchanged at random | ${model.id} | ${shareText(tailCoverage(blocks, tails), tails)} |`
    }),
    '',
    `| rule | model | ${effects.map((effect) => (effect === 0 ? 'equal' : `${effect * 100} % slower`)).join(' | ')} | inconclusive |`,
    `| --- | --- |${' --- |'.repeat(effects.length + 1)}`,
    ...recorded.flatMap(({ model, blocks }) => [ownRow(model.id, blocks, trials), ...peerRows(model.id, blocks)]),
    '',
  ].join('\n')
}

function recordRow({ model, blocks, starts }: Recording & { readonly model: CalibrationModel }): string {
  const minute = ({ at }: RecordedStart): string => at.slice(0, 16).replace('T', ' ')
  const begun = `first chunk ${minute(starts[0])}, last ${minute(starts.at(-1) ?? starts[0])}`
  const loads = starts.map(({ load }) => load)
  const load = `${median(loads).toFixed(1)} / ${Math.max(...loads).toFixed(1)}`
  const runMs = median(blocks.map(({ production }) => median(production)))
  return `| ${model.id} | ${model.what} | ${blocks.length} | ${begun} | ${load} | ${runMs.toPrecision(2)} ms |`
}

function liveTable(models: readonly CalibrationModel[], live: readonly LiveTrial[]): string[] {
  const of = (id: string, effect: number): readonly LiveTrial[] =>
    live.filter((each) => each.model === id && each.effect === effect)
  const cell = (id: string, effect: number): string => {
    const made = of(id, effect)
    const count = (verdict: string): number => made.filter((each) => each.verdict === verdict).length
    return `${count('fail')} / ${count('pass')} / ${count('inconclusive')}`
  }
  const seconds = (id: string): string => {
    const all = live.filter(({ model }) => model === id).map((each) => each.seconds)
    return all.length === 0 ? '' : `${median(all).toFixed(1)} / ${Math.max(...all).toFixed(1)}`
  }
  return [
    `| live comparisons: fail / pass / inconclusive | ${effects.map(effectName).join(' | ')} | seconds, median and most |`,
    `| --- |${' --- |'.repeat(effects.length + 1)}`,
    ...models.map(({ id }) => `| ${id} | ${effects.map((each) => cell(id, each)).join(' | ')} | ${seconds(id)} |`),
  ]
}

function effectName(effect: number): string {
  return effect === 0 ? 'equal, margin 3 %' : `${100 * effect} % slower, margin 0.5 %`
}

function trialsOf(blocks: readonly RecordedBlock[], kind: Trial, trials: number, swap = false): Tally {
  const random = createRandom(7, Math.round(kind.effect * 1e5), Math.round(kind.margin * 1e5))
  return tally(Array.from({ length: trials }, () => trial(blocks, kind, random, swap)))
}

function kindRow({ name, bound, budgetMs }: (typeof kinds)[number], model: string, found: Tally): string {
  const share = (count: number): string => shareText(count, found.trials)
  const seconds = found.seconds.map((each) => each.toFixed(1)).join(' / ')
  return `| ${name} | ${bound}, in ${budgetMs / 1000} s | ${model} | ${share(found.fail)} | ${share(found.pass)} | ${share(found.inconclusive)} | ${seconds} |`
}

function ownRow(model: string, blocks: readonly RecordedBlock[], trials: number): string {
  const found = effects.map((effect) =>
    trialsOf(blocks, { effect, margin: ruleMargin, budgetMs: 30_000 }, Math.ceil(trials / 5)),
  )
  const open = found.reduce((sum, each) => sum + each.inconclusive, 0)
  const all = found.reduce((sum, each) => sum + each.trials, 0)
  const cells = found.map((each) => shareText(each.fail, each.trials))
  return `| Airworthy, margin 0.5 %, 30 s | ${model} | ${cells.join(' | ')} | ${shareText(open, all)} |`
}

/** Two sequential runs of ten processes each: production's from ten blocks, the candidate's from the ten after them. */
function peerRows(model: string, blocks: readonly RecordedBlock[]): string[] {
  const starts = Array.from({ length: Math.floor(blocks.length / 20) }, (_, at) => at * 20)
  return rules.map((rule) => {
    const decided = effects.map((effect) =>
      starts.map((start): Decision => {
        const production = blocks.slice(start, start + 10).map((block) => block.production)
        const candidate = blocks
          .slice(start + 10, start + 20)
          .map((block) => block.candidate.map((ms) => ms * (1 + effect)))
        return rule.decide({ production, candidate }, start + 1)
      }),
    )
    const count = (decisions: readonly Decision[], wanted: Decision): number =>
      decisions.filter((decision) => decision === wanted).length
    const open = decided.reduce((sum, each) => sum + count(each, 'inconclusive'), 0)
    const cells = decided.map((each) => shareText(count(each, 'slower'), starts.length))
    return `| ${rule.name} | ${model} | ${cells.join(' | ')} | ${shareText(open, starts.length * effects.length)} |`
  })
}

/**
 * Whether false alarms stay within what is promised: 1 %, judged by its exact upper bound. The short form asks no more. A few blocks
 * have a centre of their own, a little off zero: their sides are exchanged at random, so that it is at the margin exactly.
 */
export function falseAlarms(
  blocks: readonly RecordedBlock[],
  trials: number,
): { readonly count: number; readonly high: number } {
  const found = trialsOf(blocks, { effect: 0.03, margin: 0.03, budgetMs: 30_000 }, trials, true)
  return { count: found.fail, high: boundsOf(found.fail, trials).high }
}
