export { adopt } from './adopt.ts';
export { openRegistry, type RegistryPlace } from './open.ts';
export { type Look, type RegistryState, type ReleasedVersion, type RolloutState, registryState, rolloutState, } from './state.ts';
export { versionTag } from './tags.ts';
export { highestVersion, isCandidate, isVersion, nextCandidate, nextVersion } from './version.ts';
