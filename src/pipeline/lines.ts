import { portError } from '../core/errors/ports.ts'
import { largestText } from '../core/largest-text.ts'
import type { Files } from '../core/world.ts'
import type { Seals } from './seals.ts'

/** A log of JSON values, one a line, each on disk when `append` returns. A line that a killed process left half-written is passed over. */
export interface JsonLines {
  read(): Promise<readonly unknown[]>
  append(value: unknown): Promise<void>
}

/** Whose lines are sealed, and under which name. Each seal covers the one before it: no line can be dropped, moved or exchanged. */
export interface Chain {
  readonly name: string
  readonly seals: Seals
}

/** Any number of processes may append at a time. */
export function openJsonLines(files: Files, path: string, chain?: Chain): JsonLines {
  return chain?.seals.required ? sealedLines(files, path, chain) : plainLines(files, path, chain)
}

function plainLines(files: Files, path: string, chain: Chain | undefined): JsonLines {
  let whole: Promise<void> | undefined
  return {
    async read() {
      const values: unknown[] = []
      for await (const line of linesOf(files, path)) {
        // Sealed in CI, and read on another machine.
        const { text } = (await chain?.seals.unseal(chain.name, line)) ?? { text: line }
        values.push(...parsed(text))
      }
      return values
    },
    async append(value) {
      whole ??= endTornLine(files, path)
      await whole
      await files.appendLine(path, JSON.stringify(files.maskedValue(value)))
    },
  }
}

/** The end of a file of sealed lines. */
interface Tail {
  /** Bytes. */
  readonly size: number
  /** The last seal that counts. */
  readonly seal: string
}

function sealedLines(files: Files, path: string, { name, seals }: Chain): JsonLines {
  let tail: Tail | undefined
  let last: Promise<unknown> = Promise.resolve()

  const scan = async (each: (text: string, seal: string) => void): Promise<Tail> => {
    const size = (await files.size(path)) ?? 0
    let seal = ''
    for await (const line of linesOf(files, path)) {
      if (parsed(line).length === 0) continue
      const opened = await seals.unseal(name, line, seal)
      if (opened === undefined) continue
      seal = opened.seal
      each(opened.text, seal)
    }
    return { size, seal }
  }

  const append = async (value: unknown): Promise<void> => {
    const text = JSON.stringify(files.maskedValue(value))
    for (let kept = false; !kept; ) {
      const size = (await files.size(path)) ?? 0
      // What this one wrote last ends with its line.
      if (tail?.size !== size) {
        await endTornLine(files, path)
        tail = await scan(() => {})
      }
      const { size: begin, seal: before } = tail
      tail = undefined
      const { text: line, seal } = await seals.seal(name, text, before)
      await files.appendLine(path, line)
      // Another process may have appended at the same moment, after the same line: then one of the two does not count.
      const seen: string[] = []
      const after = (await files.size(path)) ?? 0
      kept = after === begin + new TextEncoder().encode(line).length + 1
      tail = kept ? { size: after, seal } : await scan((_, each) => void seen.push(each))
      kept ||= seen.includes(seal)
    }
  }

  /** One after the other: stages that run side by side write to one journal. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }

  return {
    read: () =>
      inTurn(async () => {
        const values: unknown[] = []
        await scan((text) => void values.push(...parsed(text)))
        return values
      }),
    append: (value) => inTurn(() => append(value)),
  }
}

/** Characters of a line: no value that is written is longer. */
const longestLine = largestText

/**
 * A piece at a time: what a benchmark measures in days is longer than any string can be. Throws
 * `file-too-large`.
 */
async function* linesOf(files: Files, path: string): AsyncGenerator<string> {
  if (!(await files.exists(path))) return
  const decoder = new TextDecoder()
  let [begun, length]: [string[], number] = [[], 0]
  for await (const piece of files.pieces(path, 0)) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n')
    begun.push(first)
    length += first.length
    for (const next of others) {
      yield begun.join('')
      begun = [next]
      length = next.length
    }
    if (length > longestLine)
      throw portError('file-too-large', {
        path,
        what: 'a record',
        count: length,
        of: 'characters in a line',
        limit: longestLine,
      })
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
