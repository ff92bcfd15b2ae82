import path from 'node:path'
import type { Sha256 } from '../core/json.ts'
import type { Files } from '../core/world.ts'
import { pipelineError } from './errors.ts'
import type { Home } from './home.ts'
import { type JsonLines, openJsonLines } from './lines.ts'

/**
 * Everything measured under a key, by any run. Before it was called `measurements/` the folder was called `history/`: what is
 * there is read first, so that nothing is measured again, and no longer added to. Each entry is kept with its key: reading throws
 * `measurements-foreign` for one of another. Entries of before do not say it.
 */
export function openMeasurements(home: Home, files: Files, key: Sha256): Pick<JsonLines, 'read' | 'append'> {
  const open = (folder: string): JsonLines & { readonly file: string } => {
    const file = path.join(folder, `${key}.jsonl`)
    const name = `${path.basename(folder)}/${key}.jsonl`
    return { file, ...openJsonLines(files, file, { name, seals: home.seals, kind: 'measurements' }) }
  }
  const [before, now] = [open(home.history), open(home.measurements)]
  const read = async ({ file, read }: typeof now): Promise<unknown[]> =>
    (await read()).map((entry) => ownValue(entry, key, file))
  return {
    read: async () => [...(await read(before)), ...(await read(now))],
    append: (value) => now.append(isObject(value) ? { ...value, key } : value),
  }
}

function ownValue(entry: unknown, key: Sha256, file: string): unknown {
  if (!isObject(entry) || !('key' in entry)) return entry
  const { key: own, ...value } = entry
  if (own === key) return value
  throw pipelineError('measurements-foreign', { file })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
