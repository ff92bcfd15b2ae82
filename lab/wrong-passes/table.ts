import type { Attempt } from './attempt.ts'
import type { Outcome } from './outcome.ts'
import type { Judged } from './truth.ts'

export interface Result {
  readonly attempt: Attempt
  readonly judged: Judged
  readonly outcome: Outcome
  readonly control?: Outcome
}

/** What is wrong with how an attempt came out, one sentence each. */
export function faultsOf({ attempt, judged, outcome, control }: Result): string[] {
  const { name } = attempt
  return [
    ...(judged.wrong ? [] : [`${name} attacks nothing: ${judged.words}`]),
    ...(succeeded(attempt, outcome) ? [`${name} succeeded: ${outcome.last}`] : []),
    ...(outcome.code === undefined ? [`${name} did not end: ${outcome.last}`] : []),
    ...(outcome.code === 70 ? [`${name} ended as a defect: ${outcome.last}`] : []),
    ...(control === undefined || control.code === 0
      ? []
      : [`the honest sibling of ${name} was not accepted: ${control.last}`]),
  ]
}

/** Whether it got its pass: of the command, or of a row that asks for the metric. */
function succeeded({ metric, said }: Attempt, { code, last, passed }: Outcome): boolean {
  if (said?.test(last) === true) return false
  return code === 0 || (metric !== undefined && passed.includes(metric))
}

export function table(results: readonly Result[]): string {
  return [
    '| | kind | what is tried | the truth, by the judge | what came out | honest sibling |',
    '| --- | --- | --- | --- | --- | --- |',
    ...results.map((result, at) => `| ${[`${at + 1}`, ...cellsOf(result)].map(cell).join(' | ')} |`),
  ].join('\n')
}

function cellsOf({ attempt, judged, outcome, control }: Result): string[] {
  const { name, kind, tried } = attempt
  const mark = succeeded(attempt, outcome) ? '**succeeded**: ' : outcome.code === 0 ? 'told so: ' : ''
  const sibling = control === undefined ? '' : `${attempt.control?.what}: exit ${control.code}`
  return [kind, `${tried} (\`${name}\`)`, judged.words, `exit ${outcome.code}, ${mark}${outcome.last}`, sibling]
}

const longest = 180

function cell(text: string): string {
  const line = text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
