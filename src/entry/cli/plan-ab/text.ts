import type { Warning } from '../../../core/products/index.ts'
import { table } from '../../../report/terminal/layout.ts'
import { count, counted, share } from '../../../report/words.ts'
import type { AbPlan, AbSize, Response } from '../../../stats/ab-plan.ts'

/** A plan as it is told: with users in all, and days where the traffic is known. */
export interface ToldPlan extends Omit<AbPlan, 'fixed' | 'sequential'> {
  /** Users a day, both arms together. */
  readonly traffic?: number
  readonly fixed: ToldSize
  readonly sequential: Omit<AbPlan['sequential'], 'largest'> & { readonly largest: ToldSize }
  readonly warnings: readonly Warning[]
}

export interface ToldSize extends AbSize {
  readonly users: number
  readonly days?: number
  readonly wholeWeeks?: number
}

/** A plan as two tables: how many users it takes, and what it is likely to say. */
export function planAbText(plan: ToldPlan, width: number): string {
  const options = { width, heading: (text: string) => text }
  return [
    ...questionLines(plan),
    '',
    ...table(sizeColumns(plan), sizeRows(plan), options),
    weekLine(plan.traffic),
    '',
    ...table(
      changeColumns,
      plan.changes.map((change) => changeRow(change, plan.response)),
      options,
    ),
    ...plan.warnings.map(({ message, remedy }) => `\n${message} ${remedy}`),
    '',
  ].join('\n')
}

function questionLines({ response, aim }: ToldPlan): string[] {
  const margin = changeText(aim.margin, response)
  const hope = aim.hoped === undefined ? 'no change' : `better by ${changeText(aim.hoped, response)}`
  const question =
    aim.claim === 'better'
      ? `Is the candidate better? Planned for better by ${margin}`
      : `Is the candidate not worse by more than ${margin}? Planned for ${hope}`
  const spread = response.kind === 'mean' ? `, deviation ${plain(response.deviation)}` : ''
  return [
    `${question}, with a chance of ${percent(aim.power)} to pass.`,
    `Production: ${valueText(response.baseline, response)}${spread}; ${aim.better} is better. Each verdict is wrong at most ${percent(aim.alpha)} of the time.`,
  ]
}

function sizeColumns({ traffic }: ToldPlan): Parameters<typeof table>[0] {
  const titles = ['candidate', 'production', 'users', ...(traffic === undefined ? [] : ['days', 'whole weeks'])]
  return [{ title: 'design', align: 'left' }, ...titles.map((title) => ({ title, align: 'right' as const }))]
}

function sizeRows({ fixed, sequential, looks }: ToldPlan): Parameters<typeof table>[1] {
  const row = (name: string, { candidate, production, users, days, wholeWeeks }: ToldSize) => [
    { text: name },
    ...[candidate, production, users, days, wholeWeeks].map((value) => ({
      text: value === undefined ? '' : count(value),
    })),
  ]
  return [row('looked at once', fixed), row(`looked at ${counted(looks, 'time')}, at most`, sequential.largest)]
}

function weekLine(traffic: number | undefined): string {
  return traffic === undefined
    ? 'Say with --traffic how many users come in a day, to see how long it takes.'
    : 'Run it for whole weeks: weekends bring other users than working days.'
}

const changeColumns: Parameters<typeof table>[0] = [
  { title: 'true change', align: 'left' },
  { title: 'candidate', align: 'right' },
  { title: 'pass', align: 'right' },
  { title: 'fail', align: 'right' },
  { title: 'inconclusive', align: 'right' },
]

function changeRow({ change, candidate, chances }: AbPlan['changes'][number], response: Response): { text: string }[] {
  const cells =
    chances === undefined
      ? ['cannot be']
      : [valueText(candidate, response), ...[chances.pass, chances.fail, chances.inconclusive].map(chance)]
  return [change, ...cells].map((text) => ({ text }))
}

function valueText(value: number, { kind }: Response): string {
  return kind === 'rate' ? percent(value) : plain(value)
}

function changeText(change: number, { kind }: Response): string {
  return kind === 'rate' ? points(change) : plain(change)
}

function percent(value: number): string {
  return `${plain(value * 100)} %`
}

export function points(value: number): string {
  return `${plain(value * 100)} pp`
}

/** Six digits at most, so that small margins show on large values. */
function plain(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−')
}

/** Nothing is certain. */
function chance(value: number): string {
  if (value < 0.0005) return '<0.1 %'
  return value > 0.9995 ? '>99.9 %' : share(value)
}
