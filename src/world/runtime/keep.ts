import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CacheEntry } from './places.ts'

/**
 * Puts a folder into the tool cache, whole or not at all: it is filled under another name beside its place, then renamed. Of two
 * processes that do so at once one is first, and the other one leaves that folder as it is.
 */
export async function keep({ folder, marker }: CacheEntry, fill: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true })
  const part = await mkdtemp(path.join(path.dirname(folder), `.${path.basename(folder)}-`))
  try {
    await fill(part)
    await chmod(part, 0o755)
    await put(part, folder)
    await writeFile(marker, '')
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** What is in the way and differs was left by something else: it is taken away. Others may do the same meanwhile. */
async function put(part: string, folder: string, tries = 3): Promise<void> {
  try {
    await rename(part, folder)
  } catch (cause) {
    if (tries === 0 || !inTheWay.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
    if ((await contentOf(part)) === (await contentOf(folder))) return
    await rm(folder, { recursive: true, force: true })
    await put(part, folder, tries - 1)
  }
}

/** The last is what Windows says. */
const inTheWay: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'EPERM']

/** Names and sizes of all files. */
async function contentOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).sort()
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name))
      return found.isFile() ? `${name} ${found.size}` : name
    }),
  )
  return sizes.join('\n')
}
