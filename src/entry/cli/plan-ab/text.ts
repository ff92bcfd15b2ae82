import type { Warning } from '../../../core/products/index.ts'
import { printCount, printNumber, printPoints, printShare } from '../../../core/quantity/index.ts'
import { table } from '../../../report/terminal/layout.ts'
import { counted } from '../../../report/words.ts'
import type { AbPlan, AbSize, Response } from '../../../stats/ab-plan.ts'

/** A plan as it is told: with users in all, and days where the traffic is known. */
export interface PrintedPlan extends Omit<AbPlan, 'fixed' | 'sequential'> {
  /** Users a day, both arms together. */
  readonly traffic?: number
  readonly fixed: PrintedSize
  readonly sequential: Omit<AbPlan['sequential'], 'largest'> & { readonly largest: PrintedSize }
  readonly warnings: readonly Warning[]
}

export interface PrintedSize extends AbSize {
  readonly users: number
  readonly days?: number
  readonly wholeWeeks?: number
}

/** A plan as two tables: how many users it takes, and what it is likely to say. */
export function planAbText(plan: PrintedPlan, width: number): string {
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

function questionLines({ response, aim }: PrintedPlan): string[] {
  const margin = changeText(aim.margin, response)
  const hope = aim.hoped === undefined ? 'no change' : `better by ${changeText(aim.hoped, response)}`
  const question =
    aim.claim === 'better'
      ? `Is the candidate better? Planned for better by ${margin}`
      : `Is the candidate not worse by more than ${margin}? Planned for ${hope}`
  const spread = response.kind === 'mean' ? `, deviation ${printNumber(response.deviation, digits)}` : ''
  return [
    `${question}, with a chance of ${printShare(aim.power)} to pass.`,
    `Production: ${valueText(response.baseline, response)}${spread}; ${aim.better} is better. Each verdict is wrong at most ${printShare(aim.alpha)} of the time.`,
  ]
}

function sizeColumns({ traffic }: PrintedPlan): Parameters<typeof table>[0] {
  const titles = ['candidate', 'production', 'users', ...(traffic === undefined ? [] : ['days', 'whole weeks'])]
  return [{ title: 'design', align: 'left' }, ...titles.map((title) => ({ title, align: 'right' as const }))]
}

function sizeRows({ fixed, sequential, looks }: PrintedPlan): Parameters<typeof table>[1] {
  const row = (name: string, { candidate, production, users, days, wholeWeeks }: PrintedSize) => [
    { text: name },
    ...[candidate, production, users, days, wholeWeeks].map((value) => ({
      text: value === undefined ? '' : printCount(value),
    })),
  ]
  return [row('one look', fixed), row(`${counted(looks, 'look')}, at most`, sequential.largest)]
}

function weekLine(traffic: number | undefined): string {
  return traffic === undefined
    ? 'Pass --traffic with your users per day to see how long the test takes.'
    : 'Run it for whole weeks: weekend users differ from weekday users.'
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
      ? ['impossible']
      : [valueText(candidate, response), ...[chances.pass, chances.fail, chances.inconclusive].map(chance)]
  return [change, ...cells].map((text) => ({ text }))
}

function valueText(value: number, { kind }: Response): string {
  return kind === 'rate' ? printShare(value, digits) : printNumber(value, digits)
}

function changeText(change: number, { kind }: Response): string {
  return kind === 'rate' ? printPoints(change, digits) : printNumber(change, digits)
}

/** Six digits, so that small margins show on large values. */
const digits = 6

/** To a tenth of a percent, and nothing is certain. */
function chance(value: number): string {
  if (value < 0.0005) return '<0.1 %'
  return value > 0.9995 ? '>99.9 %' : printShare(Math.round(1000 * value) / 1000)
}
