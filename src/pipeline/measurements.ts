import path from 'node:path'
import type { Sha256 } from '../core/json.ts'
import type { Files } from '../core/world.ts'
import { pipelineError } from './errors.ts'
import type { Home } from './home.ts'
import type { RunningDigest } from './line-digests.ts'
import { type JsonLines, openJsonLines } from './lines.ts'

export interface Measurements extends Pick<JsonLines, 'read' | 'append'> {
  /** Notes how far the measurements go: an older copy of them that takes their place is found by it. */
  noteEnd(): Promise<void>
}

/**
 * Everything measured under a key, by any run. Before it was called `measurements/` the folder was called `history/`: what is
 * there is read first, so that nothing is measured again, and no longer added to. Each entry is kept with its key: reading throws
 * `measurements-foreign` for one of another. Entries of before do not say it. How far an earlier run went is noted beside them: what does
 * not go as far is `measurements-behind`, because looks that were taken would be taken again, and each spends a share of the error rate.
 */
export function openMeasurements(home: Home, files: Files, key: Sha256): Measurements {
  const open = (folder: string): JsonLines & { readonly file: string } => {
    const file = path.join(folder, `${key}.jsonl`)
    const name = `${path.basename(folder)}/${key}.jsonl`
    return { file, ...openJsonLines(files, file, { name, seals: home.seals, kind: 'measurements' }) }
  }
  const [before, now] = [open(home.history), open(home.measurements)]
  const note = openNote(home, files, key)
  const own = (values: readonly unknown[], file: string): unknown[] => values.map((each) => ownValue(each, key, file))
  return {
    async read() {
      // Before the lines, to which another process may add meanwhile.
      const noted = await note.read()
      const { values, isThrough } = await now.readThrough(noted)
      // In CI a damaged line counts for nothing, and the run says so.
      const isTold = home.seals.refused.has(now.file)
      if (!isThrough && !isTold && (await files.exists(now.file)))
        throw pipelineError('measurements-behind', { file: now.file })
      return [...own(await before.read(), before.file), ...own(values, now.file)]
    },
    noteEnd: async () => note.write(await now.end()),
    async append(value) {
      // Somebody removed them to measure anew, as the hints of damage say.
      if (!(await files.exists(now.file))) await files.remove(note.file)
      await now.append(isObject(value) ? { ...value, key } : value)
    },
  }
}

interface Note {
  readonly file: string
  /** The running digest of the lines that were noted; empty where none were, or where the note does not count here. */
  read(): Promise<RunningDigest>
  write(end: RunningDigest): Promise<void>
}

function openNote({ measurements, seals }: Home, files: Files, key: Sha256): Note {
  const file = path.join(measurements, `${key}.end`)
  const name = `${path.basename(measurements)}/${key}.end`
  return {
    file,
    async read() {
      if (!(await files.exists(file))) return ''
      const opened = await seals.unseal(name, (await files.readText(file)).trimEnd())
      // One that a kill or a disk has damaged says nothing.
      return /^\{"end":"([0-9a-f]{64})"\}$/.exec(opened?.text ?? '')?.[1] ?? ''
    },
    async write(end) {
      if (end === '') return
      const { text } = await seals.seal(name, JSON.stringify({ end }))
      await files.writeText(file, `${text}\n`)
    },
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
