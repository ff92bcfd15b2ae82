/**
 * The rules by which verdicts are given, named by the form of evidence that first recorded their verdicts. Evidence is recomputed
 * by the rules it was recorded by: a rule that was found wrong is replaced for new verdicts, and stays for checking old ones.
 */
export const allRules = ['airworthy.evidence/2', 'airworthy.evidence/3'] as const
export type Rules = (typeof allRules)[number]

export const currentRules: Rules = 'airworthy.evidence/3'

/** In what rules differ. */
export interface RuleSet {
  /** Whether blocks whose rounds scatter count for less. That favours a candidate that is slow where it is unsteady. */
  readonly weighsBlocks: boolean
  /** Whether a mean is compared by the means of blocks, rather than by their centre, which what is rare does not move. */
  readonly comparesMeans: boolean
  /** When an interval allows for what unseen examples may do: whatever was seen, or where next to all that was seen came out alike. */
  readonly allowsForUnseen: 'always' | 'where-alike'
  /** Whether a value that rests on few examples of a class is in doubt. */
  readonly asksForSupport: boolean
  /** Whether a comparison is in doubt that no candidate can fail. */
  readonly asksIfItCanFail: boolean
}

export const ruleSets: { readonly [Name in Rules]: RuleSet } = {
  'airworthy.evidence/2': {
    weighsBlocks: true,
    comparesMeans: false,
    allowsForUnseen: 'where-alike',
    asksForSupport: false,
    asksIfItCanFail: false,
  },
  'airworthy.evidence/3': {
    weighsBlocks: false,
    comparesMeans: true,
    allowsForUnseen: 'always',
    asksForSupport: true,
    asksIfItCanFail: true,
  },
}
