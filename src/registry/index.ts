export { adopt } from './adopt.ts'
export { admitCandidate, admitDescent, commitIn, headIn } from './checkout.ts'
export { registryError } from './errors.ts'
export { type EntryOnEvidence, entriesOnEvidence, releasesOfFile } from './evidence.ts'
export { findBytes } from './find-bytes.ts'
export { type ChosenLedger, createLedger, ledgerKindOf, ledgers, openLedger, usualLedger } from './ledger/index.ts'
export {
  headAfter,
  leaseBounds,
  lostRollout,
  mayAcquire,
  openRolloutError,
  type RolloutHead,
  rolloutOf,
  runIn,
  watchMs,
} from './ledger/leases.ts'
export { admitName } from './ledger/names.ts'
export { brokenRules } from './ledger/rules.ts'
export { standingOf } from './ledger/standing.ts'
export { baselineOf, type ReleasedVersion, registryState } from './ledger/state.ts'
export { trackedFile } from './tracked.ts'
export {
  type PlannedRelease,
  planRelease,
  possibleVersions,
  type ReleaseEvidence,
  releaseEvent,
  releaseKey,
  releaseOf,
  type WantedVersion,
} from './versions/release.ts'
export { isVersionTagOf, versionsIn, versionTag } from './versions/tags.ts'
export { isCandidate, isVersion } from './versions/version.ts'
