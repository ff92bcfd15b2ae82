export type { RecomputedDecision } from './bound.ts'
export { evidenceOf } from './keep.ts'
export type { RecordedRow } from './schema.ts'
export { rowName, type Verification, verifyEvidence } from './verify.ts'
