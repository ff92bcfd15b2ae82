import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CacheEntry } from './places.ts'

/**
 * Puts a folder into the tool cache, whole or not at all: it is filled under another name beside its place, then renamed. Of two
 * processes that do so at once one is first, and the other one leaves that folder as it is.
 */
export async function keep({ folder, marker }: CacheEntry, fill: (folder: string) => Promise<void>): Promise<void> {
  const stem = path.join(path.dirname(folder), `.${path.basename(folder)}-`)
  await mkdir(path.dirname(folder), { recursive: true })
  await sweep(stem)
  const part = await mkdtemp(stem)
  try {
    await fill(part)
    await chmod(part, 0o755)
    await put(part, folder)
    await writeFile(marker, '')
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** A process that was killed leaves its part behind; none is filled for an hour. */
async function sweep(stem: string): Promise<void> {
  const before = Date.now() - 3_600_000
  for (const name of await readdir(path.dirname(stem))) {
    const part = path.join(path.dirname(stem), name)
    if (!part.startsWith(stem)) continue
    const found = await stat(part).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < before) await rm(part, { recursive: true, force: true })
  }
}

/** What is in the way and differs was left by something else: it is taken away. Others may do the same meanwhile. */
async function put(part: string, folder: string, tries = 3): Promise<void> {
  try {
    await rename(part, folder)
  } catch (cause) {
    if (tries === 0 || !inTheWay.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
    if ((await contentOf(part)) === (await contentOf(folder))) return
    await takeAway(folder, `${part}-old`)
    await put(part, folder, tries - 1)
  }
}

/** The last is what Windows says. */
const inTheWay: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'EPERM']

/** Renamed first: a folder that is removed where it is may be filled by another process at the same time. */
async function takeAway(folder: string, old: string): Promise<void> {
  try {
    await rename(folder, old)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
    throw cause
  }
  await rm(old, { recursive: true, force: true })
}

/** Names and sizes of all files; of a folder that somebody is taking away, none. */
async function contentOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).sort()
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name)).catch(() => undefined)
      return found?.isFile() ? `${name} ${found.size}` : name
    }),
  )
  return sizes.join('\n')
}
