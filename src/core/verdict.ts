/** What the evidence says. A thing that could not be measured at all is an error, never a verdict. */
export const verdicts = ['pass', 'fail', 'inconclusive'] as const
export type Verdict = (typeof verdicts)[number]

const severity: Record<Verdict, number> = { pass: 0, inconclusive: 1, fail: 2 }

/** The worst of several verdicts (fail > inconclusive > pass). Combining nothing is inconclusive: no evidence never passes. */
export function combine(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'inconclusive'
  return verdicts.reduce((worst, verdict) => (severity[verdict] > severity[worst] ? verdict : worst))
}

/** How a whole run ended. */
export const outcomes = [...verdicts, 'rolled-back'] as const
export type Outcome = (typeof outcomes)[number]

/** Process exit codes, one meaning each. 2 is also what the shell tools around us use for wrong input; 70 is EX_SOFTWARE. */
export const exitCodes: {
  readonly pass: 0
  readonly fail: 1
  readonly input: 2
  readonly inconclusive: 3
  readonly 'rolled-back': 4
  readonly bug: 70
  readonly cancelled: 130
} = { pass: 0, fail: 1, input: 2, inconclusive: 3, 'rolled-back': 4, bug: 70, cancelled: 130 }
