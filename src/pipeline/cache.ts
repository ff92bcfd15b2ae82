import path from 'node:path'
import { z } from 'zod'
import type { Sha256 } from '../core/json.ts'
import { warningSchema } from '../core/products/warning.ts'
import { fits, type TypeOf } from '../core/schema.ts'
import { outcomes } from '../core/verdict.ts'
import type { Files } from '../core/world.ts'
import type { Home } from './home.ts'
import type { Store } from './store.ts'

/** How a stage ended, without its product's bytes: what the journal and the cache keep. */
export const stageRecord = z.object({
  product: z.string(),
  verdict: z.enum(outcomes).optional(),
  summary: z.string(),
  warnings: z.array(warningSchema),
})
export interface StageRecord extends TypeOf<typeof stageRecord> {}

/** Bytes of a record: it names a product by its digest, and holds sentences. */
const largestRecord = 2 ** 25

export interface Cache {
  /** A result with this key whose product and files are all in the store; undefined otherwise. */
  find(key: Sha256): Promise<StageRecord | undefined>
  keep(key: Sha256, record: StageRecord): Promise<void>
}

export function openCache({ cache, seals }: Pick<Home, 'cache' | 'seals'>, files: Files, store: Store): Cache {
  const place = (key: Sha256): string => path.join(cache, key.slice(0, 2), `${key}.json`)
  const nameOf = (key: Sha256): string => `cache/${key}.json`
  return {
    async find(key) {
      const bytes = await files.size(place(key))
      // An entry of megabytes is none of ours: the stage runs again.
      if (bytes === undefined || bytes > largestRecord) return undefined
      const opened = await seals.unseal(nameOf(key), await files.readText(place(key)))
      const record = opened && parseRecord(opened.text)
      if (record === undefined) return undefined
      const product = await store.value(record.product)
      return product !== undefined && (await store.holds(product)) ? record : undefined
    },
    async keep(key, record) {
      const { text } = await seals.seal(nameOf(key), JSON.stringify(files.maskedValue(record)))
      await files.writeText(place(key), text)
    },
  }
}

/** An entry that does not parse is no entry: the stage runs again. */
function parseRecord(text: string): StageRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return fits(stageRecord, value) ? value : undefined
  } catch {
    return undefined
  }
}
