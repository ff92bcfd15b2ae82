import type { Ledger, LedgerEntry } from '../core/ledger.ts'
import type { Artifact } from '../core/products/index.ts'
import { versionTag } from './versions/tags.ts'

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
    source,
  }: {
    readonly model: string
    readonly version: string
    readonly artifact: Artifact
    readonly why: string
    /** The commit that asked for it, where known: later ones have to contain it. */
    readonly source?: string | undefined
  },
): Promise<LedgerEntry> {
  const key = `adopt:${model}@${version}`
  // A tag that shows the version already is left as it is.
  const shown = (await ledger.tags()).includes(versionTag(model, version))
  const release = await ledger.append(key, {
    kind: 'release',
    model,
    version,
    artifact,
    why,
    ...(shown ? { tagged: false } : {}),
    ...(source === undefined ? {} : { source }),
  })
  await ledger.append(`${key}/production`, { kind: 'assign', model, stage: 'production', version, why })
  return release
}
