export { adopt } from './adopt.ts'
export { type LedgerPlace, openLedger } from './ledger/index.ts'
export {
  type Look,
  type RegistryState,
  type ReleasedVersion,
  type RolloutState,
  registryState,
  rolloutState,
} from './state.ts'
export { versionTag } from './versions/tags.ts'
export { highestVersion, isCandidate, isVersion, nextCandidate, nextVersion } from './versions/version.ts'
