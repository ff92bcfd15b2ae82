import path from 'node:path'
import { z } from 'zod'
import { UserError } from '../core/errors/index.ts'
import type { Sha256 } from '../core/json.ts'
import { type Content, defineStore, type StoreDriver, type StoreKind } from '../core/store.ts'
import type { World } from '../core/world.ts'

export const folder: StoreKind = defineStore({
  name: 'folder',
  summary: 'Plain files in a folder of this machine, each called by its digest.',
  settings: z.strictObject({ path: z.string().min(1).describe('The folder; it is made when something is stored.') }),
  example: '{ path: .airworthy/store }',
  make: (settings, tools) => folderDriver(path.resolve(tools.folder, settings.path), tools.world),
})

/** Where the bytes of a digest lie in such a folder: `ab/ab12…`. */
export function placeIn(root: string, sha256: Sha256): string {
  return path.join(root, sha256.slice(0, 2), sha256)
}

/** The parts that this process writes now: after a restart another process may have the id in a name, even this one. */
const writing = new Set<string>()

/**
 * Bytes are written to `ab/ab12….PID-RANDOM.part` and renamed when they are whole. What a writer that is gone left of them is
 * taken over by the next one, which goes on from its end. A writer in another container only seems to be gone, as its id is none here:
 * who finds its part taken begins another one.
 */
function folderDriver(root: string, { files, processes, randomId }: World): StoreDriver {
  const place = (sha256: Sha256): string => placeIn(root, sha256)

  const isAbandoned = (part: string, pid: number): boolean =>
    !writing.has(part) && (pid === processes.pid || !processes.alive(pid))

  /** Makes an abandoned start our own, and gives its length; 0 where there is none. */
  const takeOver = async ({ sha256, bytes }: Content, part: string): Promise<number> => {
    const folder = path.dirname(part)
    for (const name of await files.list(folder)) {
      const pid = pidIn(name, sha256)
      const left = path.join(folder, name)
      if (pid === undefined || !isAbandoned(left, pid)) continue
      const had = (await files.size(left)) ?? 0
      if (had > 0 && had <= bytes && (await moved(files, left, part))) return had
    }
    return 0
  }

  const fill = async (part: string, content: Content): Promise<void> => {
    const had = await takeOver(content, part)
    await files.appendPieces(part, content.read(had))
    if (had === 0 || (await files.hash(part)) === content.sha256) return
    // What was left was not the start of these bytes.
    await files.remove(part)
    await files.appendPieces(part, content.read(0))
  }

  /** False when the part was taken by another writer. */
  const written = async (content: Content, isLast: boolean): Promise<boolean> => {
    const part = `${place(content.sha256)}.${processes.pid}-${randomId()}.part`
    writing.add(part)
    try {
      await fill(part, content)
      await files.move(part, place(content.sha256))
      return true
    } catch (thrown) {
      if (isFinal(thrown)) await files.remove(part)
      if (!isLast && isMissing(thrown) && !(await files.exists(part))) return false
      throw thrown
    } finally {
      writing.delete(part)
    }
  }

  return {
    describe: `the folder ${root}`,
    size: (sha256) => files.size(place(sha256)),
    read: (sha256, from) => files.pieces(place(sha256), from),
    async write(content) {
      for (let attempt = 1; !(await written(content, attempt === attempts)); attempt++) {}
    },
    remove: (sha256) => files.remove(place(sha256)),
  }
}

/** Nobody loses its part to others as often as that. */
const attempts = 5

function pidIn(name: string, sha256: Sha256): number | undefined {
  const [, pid] = /^\.(\d+)-\w+\.part$/.exec(name.startsWith(sha256) ? name.slice(sha256.length) : '') ?? []
  return pid === undefined ? undefined : Number(pid)
}

/** False when another writer was faster. */
async function moved(files: World['files'], from: string, to: string): Promise<boolean> {
  try {
    await files.move(from, to)
    return true
  } catch (thrown) {
    if (isMissing(thrown)) return false
    throw thrown
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof UserError && thrown.code === 'file-missing'
}

/** Whether going on from what was written makes no sense: it is wrong, or in the way. */
function isFinal(thrown: unknown): boolean {
  return thrown instanceof UserError && ['content-differs', 'disk-full'].includes(thrown.code)
}
