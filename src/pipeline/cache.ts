import path from 'node:path'
import { z } from 'zod'
import { digest, type Sha256 } from '../core/json.ts'
import { warningSchema } from '../core/products/warning.ts'
import { fits, sha256Schema, type TypeOf } from '../core/schema.ts'
import { outcomes } from '../core/verdict.ts'
import type { Files } from '../core/world.ts'
import type { Home } from './home.ts'
import type { Store } from './store.ts'

/** How a stage ended, without its product's bytes: what the journal and the cache keep. */
export const stageRecord = z.strictObject({
  product: sha256Schema,
  /** Only of kinds whose product does not tell it (`verdictOf`). Earlier versions kept it of all, and it counts for nothing there. */
  verdict: z.enum(outcomes).optional(),
  summary: z.string(),
  warnings: z.array(z.strictObject(warningSchema.shape)),
})
export interface StageRecord extends TypeOf<typeof stageRecord> {}

/** A record as it is kept, with the digest of itself and the key that it is kept under. */
const entrySchema = z.strictObject({ digest: sha256Schema, record: stageRecord })

/** Bytes of a record: it names a product by its digest, and holds sentences. */
const largestRecord = 2 ** 25

export interface Cache {
  /**
   * A result with this key whose product and files are all in the store; undefined otherwise. One that is not what was kept is among
   * the `damaged` of the home.
   */
  find(key: Sha256): Promise<StageRecord | undefined>
  keep(key: Sha256, record: StageRecord): Promise<void>
}

export function openCache(
  { cache, seals, damaged }: Pick<Home, 'cache' | 'seals' | 'damaged'>,
  files: Files,
  store: Store,
): Cache {
  const place = (key: Sha256): string => path.join(cache, key.slice(0, 2), `${key}.json`)
  /** What a seal is of: no folder of a part of the key is in it. */
  const nameOf = (key: Sha256): string => `cache/${key}.json`
  return {
    async find(key) {
      const bytes = await files.size(place(key))
      // An entry of megabytes is none of ours: the stage runs again.
      if (bytes === undefined || bytes > largestRecord) return undefined
      const opened = await seals.unseal(nameOf(key), await files.readText(place(key)), '', place(key))
      if (opened === undefined) return undefined
      const record = recordIn(opened.text, key)
      if (record === 'damaged') damaged.add(place(key))
      if (record === 'damaged' || record === undefined) return undefined
      const product = await store.value(record.product)
      return product !== undefined && (await store.holds(product)) ? record : undefined
    },
    async keep(key, given) {
      const record = files.maskedValue(given)
      const { text } = await seals.seal(nameOf(key), JSON.stringify({ digest: digestOf(key, record), record }))
      await files.writeText(place(key), text)
    },
  }
}

/** As it is on disk: members that are undefined are not there. */
function digestOf(key: Sha256, record: StageRecord): Sha256 {
  return digest(['airworthy: a cached result, 1', key, record])
}

/**
 * An entry of an earlier version has no digest, so that nobody can tell whether it is what was kept: the stage runs again, as
 * where there is none.
 */
function recordIn(text: string, key: Sha256): StageRecord | 'damaged' | undefined {
  const value = parsed(text)
  if (fits(entrySchema, value) && value.digest === digestOf(key, value.record)) return value.record
  return fits(stageRecord, value) ? undefined : 'damaged'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
