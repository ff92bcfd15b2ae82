import * as fs from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a folder and those above it. Where the system refuses one for a reason that Node does not expect (a read-only file system, a quota),
 * Node says `ENOENT`, as if something were missing: then they are made one by one, so that the reason is told.
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true, ...(mode === undefined ? {} : { mode }) })
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
    await makeEach(folder, mode)
  }
}

async function makeEach(folder: string, mode: number | undefined): Promise<void> {
  try {
    await fs.mkdir(folder, mode)
  } catch (cause) {
    const above = path.dirname(folder)
    if (codeOf(cause) === 'EEXIST') return
    if (codeOf(cause) !== 'ENOENT' || above === folder) throw cause
    await makeEach(above, mode)
    await fs.mkdir(folder, mode)
  }
}

function codeOf(cause: unknown): string | undefined {
  return (cause as NodeJS.ErrnoException).code
}
