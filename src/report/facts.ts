import type { Problem } from '../core/errors/index.ts'
import { ownValue } from '../core/own.ts'
import type { ComparisonRow, Environment, Finding, Scenario, Speed, Warning } from '../core/products/index.ts'
import { median, quantileOfSorted } from '../core/quantile.ts'
import { printBytes, printMilliseconds } from '../core/quantity/index.ts'
import type { RunReport } from '../core/report.ts'
import { shellWord } from '../core/shell-word.ts'
import type { Verdict } from '../core/verdict.ts'
import { change, counted, glyph, interval, margin, rowVerdict, type Status, word } from './words.ts'

/** What the formats read out of a report beyond its fields: pure, and the same for all of them. */

/** `pass`, `fail`, … with its glyph, as the headline of a report. */
export function headline(report: RunReport): { readonly glyph: string; readonly word: string } {
  return { glyph: glyph(report.outcome), word: word(report.outcome) }
}

/**
 * The metric that says most about the outcome: the first that failed, else the first that was inconclusive, else the
 * first that the gate required, else the first. Undefined when nothing was compared.
 */
export function keyRow(report: RunReport): ComparisonRow | undefined {
  const rows = report.comparison?.rows ?? []
  const reasons = report.decision?.reasons ?? []
  const required = rows.filter((row) =>
    reasons.some((reason) => reason.metric === row.metric && (reason.scenario ?? row.scenario) === row.scenario),
  )
  const candidates = required.length > 0 ? required : rows
  const worst = (verdict: Verdict) => candidates.find((row) => row.verdict === verdict)
  return worst('fail') ?? worst('inconclusive') ?? candidates[0]
}

/**
 * What decided a run that compared, in words: `latency.p50 39–43 % lower, margin 3 %`, or what is wrong beside the metrics. A pass
 * says with it that quality was not compared.
 */
export function keyNumber(report: RunReport): string | undefined {
  const { outcome, comparison } = report
  const row = keyRow(report)
  if (row === undefined || !['pass', 'fail', 'inconclusive'].includes(outcome)) return undefined
  const compatibility =
    outcome === 'pass' ? undefined : compatibilityFacts(report).find(({ verdict }) => verdict === outcome)
  if (compatibility !== undefined) return decidedByCompatibility[compatibility.name]
  const uncompared = outcome === 'pass' && comparison?.notCompared?.some(({ what }) => what === 'quality')
  return `${row.metric} ${interval(row)}, margin ${margin(row)}${uncompared ? '; quality not compared' : ''}`
}

const decidedByCompatibility: Readonly<Record<CompatibilityFact['name'], string>> = {
  interface: 'the interface breaks callers',
  outputs: "the outputs are not production's, and quality was not compared",
}

/** One compared metric in words, for screen readers and alternative texts. */
export function rowSentence(row: ComparisonRow): string {
  return `${metricName(row)}: ${change(row)} (${interval(row)}), margin ${margin(row)}, ${rowVerdict(row)}.`
}

export function metricName(row: ComparisonRow): string {
  return row.scenario === undefined ? row.metric : `${row.metric} (${row.scenario})`
}

/**
 * The change of a row, or an end of its interval, as a multiple of the margin, positive when better. A margin of nothing
 * makes any change infinite.
 */
export function inMargins(row: ComparisonRow, value: number): number {
  const better = row.better === 'higher' ? value : -value
  if (better === 0) return 0
  return row.margin > 0 ? better / row.margin : Math.sign(better) * Number.POSITIVE_INFINITY
}

/** Every warning of the run, once each, in the order in which they came up. */
export function allWarnings(report: RunReport): readonly Warning[] {
  const all = [
    ...report.stages.flatMap((stage) => stage.warnings),
    ...(report.measurements?.warnings ?? []),
    ...(report.comparison?.warnings ?? []),
  ]
  return [...new Map(all.map((warning) => [`${warning.code}\n${warning.message}`, warning])).values()]
}

/** The checks of the candidate that could not be made, each with what kept it from being made. */
export function notChecked(
  report: RunReport,
): readonly { readonly check: string; readonly reasons: readonly Finding[] }[] {
  return (report.validation?.checks ?? []).flatMap(({ check, verdict, findings }) =>
    verdict === 'not-checked' ? [{ check, reasons: findings.filter(({ unchecked }) => unchecked) }] : [],
  )
}

/** Something that a comparison says beside its metrics. */
export interface CompatibilityFact {
  readonly name: 'interface' | 'outputs'
  /** Undefined where it is stated and not judged. */
  readonly verdict: Verdict | undefined
  readonly why: string
}

/** What a comparison says of the interface and the outputs. An interface that nobody judges and callers need not notice is left out. */
export function compatibilityFacts({ comparison }: RunReport): readonly CompatibilityFact[] {
  const { interface: contract, outputs } = comparison ?? {}
  const quiet = contract?.verdict === undefined && contract?.change === 'compatible'
  return [
    ...(contract === undefined || quiet
      ? []
      : [{ name: 'interface' as const, verdict: contract.verdict, why: contract.why }]),
    ...(outputs === undefined ? [] : [{ name: 'outputs' as const, verdict: outputs.verdict, why: outputs.why }]),
  ]
}

/** The status that such a fact is shown with. */
export function compatibilityStatus({ verdict }: CompatibilityFact): Status {
  return verdict ?? 'skipped'
}

/** What a comparison says nothing about, and why: `quality (no data was given), speed (…)`. */
export function notComparedWords({ comparison }: RunReport): string | undefined {
  const all = comparison?.notCompared ?? []
  return all.length === 0 ? undefined : all.map(({ what, why }) => `${what} (${why})`).join(', ')
}

export function allProblems(report: RunReport): readonly { readonly stage: string; readonly problem: Problem }[] {
  return report.stages.flatMap((stage) => stage.problems.map((problem) => ({ stage: stage.name, problem })))
}

/** A name and its value. */
type Fact = readonly [name: string, value: string]

/** An environment and what is known of it. */
export interface MeasuredIn {
  readonly fingerprint: string
  readonly facts: readonly Fact[]
}

/** What the figures were measured on; where that is several machines, each says its scenarios first. What is not known is left out. */
export function environments(report: RunReport): readonly MeasuredIn[] {
  const measured = report.measurements
  if (measured === undefined) return []
  return measured.environments.map((environment, at) => {
    const { fingerprint } = environment
    const here = measured.speed.filter((speed) => speed.environment === fingerprint)
    const scenarios = here.map(({ scenario }) => scenario.id)
    const share = [...scenarios, ...(at === 0 && measured.quality !== undefined ? ['quality'] : [])].join(', ')
    const several = measured.environments.length > 1
    const facts = [...(several ? [['Measured here', share] as const] : []), ...machineFacts(environment)]
    return { fingerprint, facts: [...facts.flatMap(toldOnly), ...profiledRuns(here)] }
  })
}

/** The conditions that were the same wherever it was measured. */
export function conditions(report: RunReport): readonly Fact[] {
  const measured = report.measurements
  if (measured === undefined) return []
  const { quality, seed } = measured
  const facts: readonly MaybeFact[] = [
    ['Noise floor', noiseFloor(report)],
    ['Seed of the order of runs', String(seed)],
    ['Quality data', quality === undefined ? undefined : `${quality.data}, ${counted(quality.examples, 'example')}`],
  ]
  return facts.flatMap(toldOnly)
}

type MaybeFact = readonly [name: string, value: string | undefined]

function toldOnly([name, value]: MaybeFact): readonly Fact[] {
  return value === undefined ? [] : [[name, value]]
}

function machineFacts(machine: Environment): readonly MaybeFact[] {
  const { cpuQuota, memoryLimitBytes, gpus = [], runtimes = [`onnxruntime-node ${machine.onnxruntime}`] } = machine
  return [
    ['Processor', `${machine.cpu}, ${counted(machine.cores, 'core')}`],
    ['Processors of the container', cpuQuota === undefined ? undefined : String(cpuQuota)],
    ['Clock governor', known(machine.governor)],
    ['Memory', printBytes(machine.memoryBytes)],
    ['Memory of the container', memoryLimitBytes === undefined ? undefined : printBytes(memoryLimitBytes)],
    ['Machine', known(machine.host)],
    ...gpus.map(({ name, driver }) => ['GPU', `${name}, driver ${driver}`] as const),
    ['System', machine.platform],
    ['Node.js', machine.node],
    ['Runtime', runtimes.join(', ')],
  ]
}

/** What of a run is computing and what is copying, on providers that tell. */
function profiledRuns(speed: readonly Speed[]): Fact[] {
  return speed.flatMap(({ scenario, profiles = {} }) =>
    Object.entries(profiles).map(
      ([id, { wallMs, kernelMs, copyMs, clock }]): Fact => [
        `Profiled run of ${id} (${scenario.id})`,
        `${printMilliseconds(wallMs)}: kernels ${printMilliseconds(kernelMs)} by the ${clock}'s clock, copies ${printMilliseconds(copyMs)}`,
      ],
    ),
  )
}

function known(value: string): string | undefined {
  return value === 'unknown' ? undefined : value
}

/** How far a second copy of production came out from production, in words: of the metric with the widest interval. */
function noiseFloor(report: RunReport): string | undefined {
  const rows = (report.comparison?.rows ?? []).filter(({ noise }) => noise !== undefined)
  const width = ({ noise }: ComparisonRow): number => (noise === undefined ? 0 : noise.high - noise.low)
  const [row] = rows.toSorted((a, b) => width(b) - width(a))
  if (row?.noise === undefined) return undefined
  const { low, high, blocks } = row.noise
  return `${metricName(row)} of two copies of production: ${interval({ ...row, interval: row.noise })} in ${counted(blocks, 'block')}${low <= 0 && high >= 0 ? '' : ', which is more than chance'}`
}

/** What one scenario measured of one side of the comparison. */
export interface Side {
  readonly role: 'production' | 'candidate'
  readonly id: string
  /** All samples of all blocks, milliseconds, rising. */
  readonly samples: readonly number[]
  /** The median of the block medians, as the verdict has it, milliseconds. */
  readonly p50: number
  /** The median of each block in which it had a turn; `block` counts from 1. */
  readonly medians: readonly { readonly block: number; readonly ms: number }[]
}

export interface ScenarioSides {
  readonly scenario: Scenario
  readonly blocks: number
  readonly sides: readonly Side[]
}

/** The latencies of production (where there is one) and of the chosen contender, scenario by scenario. */
export function latencies(report: RunReport): readonly ScenarioSides[] {
  const measurements = report.measurements
  if (measurements === undefined) return []
  const production = measurements.contenders.find((contender) => contender.role === 'production')
  const contenders = [
    ...(production === undefined ? [] : [{ role: 'production' as const, id: production.id }]),
    { role: 'candidate' as const, id: measurements.chosen },
  ]
  return measurements.speed.map(({ scenario, blocks }) => ({
    scenario,
    blocks: blocks.length,
    sides: contenders.map((contender) => sideOf(contender, blocks)).filter((side) => side.samples.length > 0),
  }))
}

/** The latest part of a path, whichever way its slashes lean. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** What recomputes the verdicts, offline. */
export function verifyCommand(report: RunReport): string {
  return `airworthy verify ${shellWord(baseName(report.files['evidence'] ?? 'evidence.json'))}`
}

function sideOf(
  contender: { readonly role: Side['role']; readonly id: string },
  blocks: NonNullable<RunReport['measurements']>['speed'][number]['blocks'],
): Side {
  const runs = blocks.map((block, index) => ({
    block: index + 1,
    samples: sortedOf(ownValue(block.runs, contender.id)?.samplesMs),
  }))
  const measured = runs.filter((run) => run.samples.length > 0)
  const medians = measured.map((run) => ({ block: run.block, ms: quantileOfSorted(run.samples, 0.5) }))
  return {
    ...contender,
    samples: sortedOf(measured.flatMap((run) => run.samples)),
    p50: medians.length === 0 ? Number.NaN : median(medians.map(({ ms }) => ms)),
    medians,
  }
}

function sortedOf(samples: readonly number[] | undefined): readonly number[] {
  return (samples ?? []).filter(Number.isFinite).sort((a, b) => a - b)
}
