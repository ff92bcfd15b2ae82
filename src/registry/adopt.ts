import type { Ledger, LedgerEntry, LedgerEvent } from '../core/ledger.ts'
import type { Artifact } from '../core/products/index.ts'
import { versionTag } from './versions/tags.ts'

/**
 * Takes a model that already serves into a ledger that knows of none, as a release that is assigned to production. Asking again for the
 * same version changes nothing, also after a newer version has taken its place.
 * @throws `version-exists` when that version is there and did not come this way, `production-changed` where another serves, and
 * `rollout-under-way`.
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
  const release: LedgerEvent = {
    kind: 'release',
    model,
    version,
    artifact,
    why,
    against: '',
    serves: true,
    ...(shown ? { tagged: false } : {}),
    ...(source === undefined ? {} : { source }),
  }
  const assign: LedgerEvent = { kind: 'assign', model, stage: 'production', version, why }
  const [entry] = await ledger.appendAll([
    { key, event: release },
    { key: `${key}/production`, event: assign },
  ])
  return entry as LedgerEntry
}
