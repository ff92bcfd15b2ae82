import type { Sha256 } from '../core/json.ts'
import type { LedgerEntry } from '../core/ledger.ts'

/** An entry that names evidence. */
export type EntryOnEvidence = LedgerEntry & {
  readonly kind: 'release' | 'assign' | 'rollout-started'
  readonly evidence: Sha256
}

/** The entries that name evidence by one of its digests, oldest first. */
export function entriesOnEvidence(entries: readonly LedgerEntry[], digest: Sha256): readonly EntryOnEvidence[] {
  return entries.filter((entry): entry is EntryOnEvidence => 'evidence' in entry && entry.evidence === digest)
}

/** The releases of a model file, oldest first: what the ledger says of it where it does not name the evidence. */
export function releasesOfFile(
  entries: readonly LedgerEntry[],
  sha256: Sha256,
): readonly (LedgerEntry & { kind: 'release' })[] {
  return entries.flatMap((entry) => (entry.kind === 'release' && entry.artifact.sha256 === sha256 ? [entry] : []))
}
