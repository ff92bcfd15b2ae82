export { adopt } from './adopt.ts'
export { trackedFile } from './ledger/git/command.ts'
export { type ChosenLedger, ledgerKindOf, ledgers, openLedger, usualLedger } from './ledger/index.ts'
export { type ReleasedVersion, registryState } from './state.ts'
export {
  type PlannedRelease,
  planRelease,
  type ReleaseEvidence,
  releaseEvent,
  releaseKey,
  releaseOf,
  type WantedVersion,
} from './versions/release.ts'
export { versionTag } from './versions/tags.ts'
export { isVersion } from './versions/version.ts'
