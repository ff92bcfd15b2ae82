/** Bytes that are read when they are needed, out of memory or out of a file that may be larger than memory. */
export interface ByteSource {
  /** How many there are. */
  readonly length: number
  /**
   * The bytes from `start` to `end`, both within the length. Not to be written to: they may be shared.
   * A file that is gone or was changed since it was opened is a UserError `file-missing` or `file-changed`.
   */
  read(start: number, end: number): Uint8Array
  /** Copies the bytes from `start` on into a buffer, as many as it holds. */
  fill(into: Uint8Array, start: number): void
}

/** A part of some bytes: from `start` to `end`. */
export interface Range {
  readonly source: ByteSource
  readonly start: number
  readonly end: number
}

export function memory(bytes: Uint8Array): ByteSource {
  return new Memory(bytes)
}

/** A class, because a model asks for one for each of its small weights: closures would take longer to make than to use. */
class Memory implements ByteSource {
  readonly #bytes: Uint8Array
  readonly length: number

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.length = bytes.length
  }

  read(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, end)
  }

  fill(into: Uint8Array, start: number): void {
    into.set(this.#bytes.subarray(start, start + into.length))
  }
}

export function whole(source: ByteSource): Range {
  return { source, start: 0, end: source.length }
}

export function bytesOf({ source, start, end }: Range): Uint8Array {
  return source.read(start, end)
}

/** A range in pieces of a megabyte at most: what is written or looked through need not be in memory at once. */
export function* piecesOf({ source, start, end }: Range, size: number = 2 ** 20): Generator<Uint8Array> {
  for (let at = start; at < end; at += size) yield source.read(at, Math.min(end, at + size))
}

/** Small enough to stay in a processor's cache between the reading and the looking. Taken while it is in use. */
let spare: Uint8Array | undefined = new Uint8Array(2 ** 18)

/**
 * Looks through a range in pieces, all in the same buffer, which starts at a multiple of 8 bytes: no piece may be kept. The
 * buffer is as long as a piece may be; without one, pieces have 256 KiB at most.
 */
export function eachPiece({ source, start, end }: Range, look: (piece: Uint8Array) => void, buffer?: Uint8Array): void {
  const taken = buffer ?? spare ?? new Uint8Array(2 ** 18)
  if (taken === spare) spare = undefined
  try {
    for (let at = start; at < end; at += taken.length) {
      const piece = taken.subarray(0, Math.min(taken.length, end - at))
      source.fill(piece, at)
      look(piece)
    }
  } finally {
    if (buffer === undefined) spare = taken
  }
}

/** Ranges one after the other, as one source. */
export function concatenated(ranges: readonly Range[]): ByteSource {
  const starts: number[] = []
  let length = 0
  for (const { start, end } of ranges) {
    starts.push(length)
    length += end - start
  }
  const fill = (bytes: Uint8Array, from: number): void => {
    const to = from + bytes.length
    for (let index = lastAtOrBefore(starts, from); index < ranges.length; index++) {
      const [begin, range] = [starts[index] as number, ranges[index] as Range]
      if (begin >= to) break
      const [first, last] = [Math.max(from, begin), Math.min(to, begin + range.end - range.start)]
      if (first >= last) continue
      range.source.fill(bytes.subarray(first - from, last - from), range.start + first - begin)
    }
  }
  return {
    length,
    fill,
    read(from, to) {
      const bytes = new Uint8Array(to - from)
      fill(bytes, from)
      return bytes
    },
  }
}

/** The index of the last of some rising numbers that is at most `value`; 0 when none is. */
function lastAtOrBefore(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((rising[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}
