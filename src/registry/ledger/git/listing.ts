import { sha256 } from '../../../core/json.ts'

/** Tags as git lists them, by name. There may be thousands, and few are ever parsed. */
export interface Listing {
  /** A line `OBJECT refs/tags/NAME` for each, sorted by name. */
  readonly text: string
  /** SHA-256 of the text. */
  digest(): string
  has(ref: string): boolean
  /** The object of a tag, by its name. */
  objectOf(name: string): string | undefined
  /** A ref that lies beneath this one, as in a folder. */
  beneath(ref: string): string | undefined
  /** The same with others, by name and object. */
  and(tags: ReadonlyMap<string, string>): Listing
  /** All of them, by name and object. */
  all(): ReadonlyMap<string, string>
  /** Those whose name begins so. */
  beginningWith(start: string): readonly string[]
}

export function listingOf(text: string): Listing {
  let known: ReadonlyMap<string, string> | undefined
  let digest: string | undefined
  const listing: Listing = {
    text,
    digest() {
      digest ??= sha256(text)
      return digest
    },
    has: (ref) => text.includes(` ${ref}\n`),
    objectOf(name) {
      const at = text.indexOf(` ${folder}${name}\n`)
      return at < 0 ? undefined : text.slice(text.lastIndexOf('\n', at) + 1, at)
    },
    beneath(ref) {
      const at = text.indexOf(` ${ref}/`)
      return at < 0 ? undefined : text.slice(at + 1, text.indexOf('\n', at))
    },
    and(tags) {
      if (tags.size === 0) return listing
      return listingOf(tags.size > mostInserted ? merged(text, tags) : [...tags].reduce(inserted, text))
    },
    all() {
      known ??= new Map(
        text.split('\n').flatMap((line) => (line === '' ? [] : [[nameIn(line), objectIn(line)] as const])),
      )
      return known
    },
    beginningWith(start) {
      const found: string[] = []
      const begin = ` ${folder}${start}`
      for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1))
        found.push(text.slice(at + 1 + folder.length, text.indexOf('\n', at)))
      return found
    },
  }
  return listing
}

const folder = 'refs/tags/'

/** Each of them copies the text; of more, all lines are sorted. */
const mostInserted = 16

function merged(text: string, tags: ReadonlyMap<string, string>): string {
  const lines = text.split('\n').filter((line) => line !== '')
  const all = [...lines, ...[...tags].map(([name, object]) => `${object} ${folder}${name}`)]
  const named = all.map((line) => [nameIn(line), line] as const)
  named.sort(([a], [b]) => (a < b ? -1 : 1))
  return named.map(([, line]) => `${line}\n`).join('')
}

function inserted(text: string, [name, object]: readonly [string, string]): string {
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const start = middle === 0 ? 0 : text.lastIndexOf('\n', middle - 1) + 1
    const end = text.indexOf('\n', start) + 1
    if (nameIn(text.slice(start, end - 1)) < name) low = end
    else high = start
  }
  return `${text.slice(0, low)}${object} ${folder}${name}\n${text.slice(low)}`
}

function nameIn(line: string): string {
  return line.slice(line.indexOf(' ') + 1 + folder.length)
}

function objectIn(line: string): string {
  return line.slice(0, line.indexOf(' '))
}
