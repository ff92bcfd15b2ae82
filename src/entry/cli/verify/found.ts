import type { Recorded, VerifiedEvidence } from '../../verify.ts'

/** What `verify` found. */
export interface Found extends VerifiedEvidence {
  /** `inconclusive` where all that could be recomputed is the same, and something could not. */
  readonly outcome: 'pass' | 'fail' | 'inconclusive'
  readonly ledger: Asked
}

/** What the ledger says, or why it was not asked: the end of a sentence. */
export type Asked = ({ readonly ledger: string } & Recorded) | { readonly notAsked: string }
