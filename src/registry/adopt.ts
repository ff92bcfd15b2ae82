import type { Artifact } from '../core/products.ts'
import type { LedgerEntry, Registry } from '../core/registry.ts'

/**
 * Takes a model that already serves into a registry, as a release that is assigned to production. Asking again for the same
 * version changes nothing, also after a newer version has taken its place.
 * @throws `version-exists` when that version is there and did not come this way.
 */
export async function adopt(
  registry: Registry,
  {
    model,
    version,
    artifact,
    why,
  }: { readonly model: string; readonly version: string; readonly artifact: Artifact; readonly why: string },
): Promise<LedgerEntry> {
  const key = `adopt:${model}@${version}`
  const release = await registry.append(key, { kind: 'release', model, version, artifact, why })
  await registry.append(`${key}/production`, { kind: 'assign', model, stage: 'production', version, why })
  return release
}
