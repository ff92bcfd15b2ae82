export { evidenceOf } from './keep.ts'
export { rowName, type Verification, verifyEvidence } from './verify.ts'
