/**
 * The rules by which verdicts are given, named by the form of evidence that first recorded their verdicts. Evidence is recomputed
 * by the rules it was recorded by: a rule that was found wrong is replaced for new verdicts, and stays for checking old ones.
 */
export const allRules = ['airworthy.evidence/2', 'airworthy.evidence/3'] as const
export type Rules = (typeof allRules)[number]

export const currentRules: Rules = 'airworthy.evidence/3'
