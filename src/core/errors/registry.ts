import type { Rows } from './words.ts'

export interface RegistryErrors {
  'git-failed': { command: string; reason: string }
  'git-missing': { reason: string }
  'ledger-broken': { ledger: string; entry: string; reason: string }
  'ledger-busy': { lock: string; holder: number | undefined }
  'model-name': { name: string }
  'registry-unreachable': { remote: string; reason: string }
  'registry-not-git': { path: string; reason: string }
  'stage-name': { name: string }
  'version-exists': { model: string; version: string; where: string }
  'version-invalid': { version: string }
  'version-unknown': { model: string; version: string; versions: readonly string[] }
}

export const registry: Rows<RegistryErrors> = {
  'git-failed': (d) => ({
    message: `git ${d.command} failed in the registry: ${d.reason}.`,
    hint: 'Check that the repository is whole (`git fsck`) and that it may be written.',
  }),
  'git-missing': (d) => ({
    message: `The registry is a git repository, and git could not be started: ${d.reason}.`,
    hint: 'Install git, or keep the ledger in a file: `registry: { file: ledger.jsonl }`.',
  }),
  'ledger-broken': (d) => ({
    message: `The ledger ${d.ledger} is damaged at ${d.entry}: ${d.reason}.`,
    hint: 'Restore it from a backup or an earlier commit; if a newer Airworthy wrote it, use that version.',
  }),
  'ledger-busy': (d) => ({
    message: `The ledger is held by another writer${d.holder === undefined ? '' : ` (process ${d.holder})`}.`,
    hint: `Try again when it is done; if nothing else is running, remove ${d.lock}.`,
  }),
  'model-name': (d) => ({
    message: `${JSON.stringify(d.name)} cannot name a model in a registry.`,
    hint: 'Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit.',
  }),
  'registry-unreachable': (d) => ({
    message: `The registry could not be shared at ${d.remote}: ${d.reason}`,
    hint: 'Check the name of the remote, the network, and that the token may write (permissions: contents: write). Nothing was recorded here that is not there.',
  }),
  'registry-not-git': (d) => ({
    message: `The registry ${d.path} is not a git repository: ${d.reason}.`,
    hint: "Give the repository's top folder, or add `create: true` to have a bare one made in an empty folder.",
  }),
  'stage-name': (d) => ({
    message: `${JSON.stringify(d.name)} cannot name a stage that a version is assigned to.`,
    hint: 'Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit, such as `production`.',
  }),
  'version-exists': (d) => ({
    message: `${d.model} ${d.version} exists already in ${d.where}, as another release.`,
    hint: 'Leave `version:` at `from-evidence`, or give a version that is not taken.',
  }),
  'version-invalid': (d) => ({
    message: `${JSON.stringify(d.version)} is not a semantic version.`,
    hint: 'Write three numbers, as in `1.4.0`, without a `v`; see semver.org.',
  }),
  'version-unknown': (d) => ({
    message: `The registry holds no version ${d.version} of ${d.model}.`,
    hint: d.versions.length === 0 ? 'It holds none yet: release one first.' : `It holds ${d.versions.join(', ')}.`,
  }),
}
