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

export function succeeded({ metric, said }: Attempt, { code, last, passed }: Outcome): boolean {
  if (metric !== undefined && passed.some((row) => row === metric)) return true
  return code === 0 && said?.test(last) !== true
}

export function table(results: readonly Result[]): string {
  const rows = results.map((result, at) => {
    const { attempt, judged, outcome, control } = result
    const sibling = control === undefined ? '' : `${attempt.control?.what}: exit ${control.code}`
    const mark = succeeded(attempt, outcome) ? '**succeeded**, ' : ''
    const cells = [
      `${at + 1}`,
      attempt.kind,
      `${attempt.tried} (\`${attempt.name}\`)`,
      judged.words,
      `${mark}exit ${outcome.code}: ${outcome.last}`,
      sibling,
    ]
    return `| ${cells.map(cell).join(' | ')} |`
  })
  return [
    '| | kind | what is tried | the truth, by the judge | what came out | honest sibling |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

const longest = 200

function cell(text: string): string {
  const line = text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
