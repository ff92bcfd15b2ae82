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
      const values: unknown[] = []
      for await (const line of linesOf(files, path)) values.push(...parsed(line))
      return values
    },
    async append(value) {
      whole ??= endTornLine(files, path)
      await whole
      await files.appendLine(path, JSON.stringify(value))
    },
  }
}

/** A piece at a time: what a benchmark measures in days is longer than any string can be. */
async function* linesOf(files: Files, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  for await (const piece of files.pieces(path, 0)) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n')
    begun.push(first)
    for (const next of others) {
      yield begun.join('')
      begun = [next]
    }
  }
  yield begun.join('') + decoder.decode()
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
