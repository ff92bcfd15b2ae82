import type { Files } from '../core/world.ts'

/** A log of JSON values, one a line, each on disk when `append` returns. A line that a killed process left half-written is passed over. */
export interface JsonLines {
  read(): Promise<readonly unknown[]>
  append(value: unknown): Promise<void>
}

export function openJsonLines(files: Files, path: string): JsonLines {
  let whole: Promise<void> | undefined
  return {
    async read() {
      if (!(await files.exists(path))) return []
      return (await files.readText(path)).split('\n').flatMap(parsed)
    },
    async append(value) {
      whole ??= endTornLine(files, path)
      await whole
      await files.appendLine(path, JSON.stringify(value))
    },
  }
}

async function endTornLine(files: Files, path: string): Promise<void> {
  const size = await files.size(path)
  if (size === undefined || size === 0) return
  const [last] = await files.readRange(path, size - 1, 1)
  if (last !== '\n'.charCodeAt(0)) await files.appendLine(path, '')
}

function parsed(line: string): unknown[] {
  if (line.trim() === '') return []
  try {
    return [JSON.parse(line) as unknown]
  } catch {
    return []
  }
}
