import type { Ledger, LedgerEntry } from '../core/ledger.ts'
import type { Artifact } from '../core/products/index.ts'

/**
 * Takes a model that already serves into a ledger, as a release that is assigned to production. Asking again for the same
 * version changes nothing, also after a newer version has taken its place.
 * @throws `version-exists` when that version is there and did not come this way.
 */
export async function adopt(
  ledger: Ledger,
  {
    model,
    version,
    artifact,
    why,
  }: { readonly model: string; readonly version: string; readonly artifact: Artifact; readonly why: string },
): Promise<LedgerEntry> {
  const key = `adopt:${model}@${version}`
  const release = await ledger.append(key, { kind: 'release', model, version, artifact, why })
  await ledger.append(`${key}/production`, { kind: 'assign', model, stage: 'production', version, why })
  return release
}
