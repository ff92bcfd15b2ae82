import { Bug } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import { largestText } from '../core/largest-text.ts'
import type { Files } from '../core/world.ts'
import { type LinesKind, pipelineError } from './errors.ts'
import { checkLine, followsFrom, type RunningDigest, withDigest } from './line-digests.ts'
import { type Seals, unsealed } from './seals.ts'

/**
 * A log of JSON values, one a line, each on disk when `append` returns. Each has a digest of itself and all before it. What a killed
 * process left half-written at the end is passed over; anything else that is not what was written is `line-damaged`, except
 * in CI, where it counts for nothing and is among what the seals refused. Lines of earlier versions, without digests, are read where they
 * stand before all others.
 */
export interface JsonLines {
  read(): Promise<readonly unknown[]>
  /** The first value alone, whatever became of the others; undefined where there is none. */
  first(): Promise<unknown>
  append(value: unknown): Promise<void>
  /** The running digest of all lines so far; empty where there is none. */
  end(): Promise<RunningDigest>
  /** All values; and whether the file, at some line, had this running digest, so that nothing up to there was taken out of it. */
  readThrough(digest: RunningDigest): Promise<{ readonly values: readonly unknown[]; readonly isThrough: boolean }>
}

/** What a file of lines is: its name in the home, whose seals its lines carry, each covering the one before, and what it is for. */
export interface LinesFile {
  readonly name: string
  readonly seals: Seals
  readonly kind: LinesKind
}

/** Any number of processes may append at a time: a line that another came before is written again. */
export function openJsonLines(
  files: Files,
  path: string,
  place: LinesFile = { name: path, seals: unsealed, kind: 'checkpoint' },
): JsonLines {
  let tail: Tail | undefined
  let last: Promise<unknown> = Promise.resolve()

  const readAll = async (
    each: (counted: Counted) => void,
    passed: (digest: RunningDigest) => void = () => {},
  ): Promise<Tail> => {
    const reading = scan(files, path, place, passed)
    for (;;) {
      const { done, value } = await reading.next()
      if (done) return value
      each(value)
    }
  }

  const append = async (value: unknown): Promise<void> => {
    const text = JSON.stringify(files.maskedValue(value))
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const size = (await files.size(path)) ?? 0
      if (tail?.size !== size) tail = await readAll(() => {})
      const { size: begin, digest: before, seal: sealBefore, end } = tail
      tail = undefined
      if (end !== '') await files.appendLine(path, end === 'torn' ? tornMark : '')
      if (end !== '') continue
      const { line, digest } = withDigest(text, before)
      const { text: kept, seal } = await place.seals.seal(place.name, line, sealBefore)
      await files.appendLine(path, kept)
      const after = (await files.size(path)) ?? 0
      if (after === begin + new TextEncoder().encode(kept).length + 1) {
        tail = { size: after, digest, seal, end: '' }
        return
      }
      // Another process may have appended at the same moment, after the same line: then one of the two does not count.
      const seen = new Set<RunningDigest>()
      tail = await readAll((each) => seen.add(each.digest))
      if (seen.has(digest)) return
    }
    throw new Bug(`${path} did not take a line`)
  }

  /** One after the other: stages that run side by side write to one journal. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }

  const readThrough: JsonLines['readThrough'] = (digest) =>
    inTurn(async () => {
      const values: unknown[] = []
      let isThrough = digest === ''
      tail = await readAll(
        ({ value }) => void values.push(value),
        (passed) => {
          isThrough ||= passed === digest
        },
      )
      return { values, isThrough }
    })

  return {
    read: () => readThrough('').then(({ values }) => values),
    readThrough,
    end: () =>
      inTurn(async () => {
        tail ??= await readAll(() => {})
        return tail.digest
      }),
    first: () =>
      inTurn(async () => {
        for await (const { value } of scan(files, path, place)) return value
        return undefined
      }),
    append: (value) => inTurn(() => append(value)),
  }
}

/** Others that are faster each time have lost the lock that they should hold. */
const mostAttempts = 50

/** A line that counts. */
interface Counted {
  readonly value: unknown
  readonly digest: RunningDigest
}

/** The end of a file of lines. */
interface Tail {
  /** Bytes. */
  readonly size: number
  /** What the lines up to here come to. */
  readonly digest: RunningDigest
  /** The last seal that counts. */
  readonly seal: string
  /** Whether the last line lacks its line feed, and whether that is all it lacks. */
  readonly end: '' | 'whole' | 'torn'
}

/** Ends what a killed process left half-written, so that it is told from damage. No flip of a bit makes it of anything else. */
const tornMark = ' <- cut off, and passed over'

/** Digests that a process may have written after that did not see the last lines. */
const longestDelay = 32

/** `passed` is called for every line, sealed or not. */
async function* scan(
  files: Files,
  path: string,
  { name, seals, kind }: LinesFile,
  passed: (digest: RunningDigest) => void = () => {},
): AsyncGenerator<Counted, Tail> {
  const size = (await files.size(path)) ?? 0
  const digests: RunningDigest[] = ['']
  let [areDigested, seal, end, number]: [boolean, string, Tail['end'], number] = [false, '', '', 0]
  for await (const { line, isEnded } of linesOf(files, path)) {
    number++
    if (line.trim() === '' || line.endsWith(tornMark)) continue
    const before = digests.at(-1) ?? ''
    const stripped = (await unsealed.unseal(name, line))?.text ?? line
    const checked = checkLine(stripped, before, areDigested)
    const values = checked.is === 'wrong' ? [] : parsed(checked.text)
    if (values.length === 0 && !isEnded && checkLine(stripped.slice(0, -1), before, areDigested).is !== 'whole') {
      end = 'torn'
      continue
    }
    if (checked.is === 'wrong') {
      if (seals.required) seals.refused.add(path)
      else if (!followsFrom(stripped, digests)) throw pipelineError('line-damaged', { file: path, line: number, kind })
      continue
    }
    digests.push(checked.digest)
    passed(checked.digest)
    if (digests.length > longestDelay) digests.shift()
    areDigested ||= checked.is === 'whole'
    if (!isEnded) end = 'whole'
    // An earlier version left a half-written line as it was.
    if (values.length === 0) continue
    const opened = await seals.unseal(name, line, seal, path)
    if (opened === undefined) continue
    seal = opened.seal
    for (const value of values) yield { value, digest: checked.digest }
  }
  return { size, digest: digests.at(-1) ?? '', seal, end }
}

/** Characters of a line: no value that is written is longer. */
const longestLine = largestText

/**
 * A piece at a time: what a benchmark measures in days is longer than any string can be. Throws
 * `file-too-large`.
 */
async function* linesOf(
  files: Files,
  path: string,
): AsyncGenerator<{ readonly line: string; readonly isEnded: boolean }> {
  if (!(await files.exists(path))) return
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let [begun, length]: [string[], number] = [[], 0]
  for await (const piece of files.pieces(path, 0)) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n')
    begun.push(first)
    length += first.length
    for (const next of others) {
      yield { line: begun.join(''), isEnded: true }
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
  yield { line: begun.join('') + decoder.decode(), isEnded: false }
}

function parsed(line: string): unknown[] {
  if (line.trim() === '') return []
  try {
    return [JSON.parse(line) as unknown]
  } catch {
    return []
  }
}
