/** A part of a text, from `start` up to `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Finds where any of many texts stands in another one. */
export type Finder = (text: string) => readonly Span[]

/** Fewer characters of a secret say little of it. */
const leastOfCut = 6

/**
 * Finds forms of at least four characters, and the beginning of one that was cut off: what stands before an ellipsis. Each place of a
 * text is looked at once, however many forms there are; a place where one may begin costs a search among sorted forms for each of its
 * characters. Spans may overlap.
 */
export function createFinder(all: readonly string[]): Finder {
  const forms = [...new Set(all)].sort()
  if (forms.length === 0) return () => []
  const begins = new Uint8Array(2 ** 16)
  for (const form of forms) begins[hashAt(form, 0)] = 1
  return (text) => {
    const spans: Span[] = []
    for (let at = 0; at + 4 <= text.length; at++) {
      if (begins[hashAt(text, at)] === 0) continue
      const length = longestAt(text, at, forms)
      if (length > 0) spans.push({ start: at, end: at + length })
    }
    return spans
  }
}

function hashAt(text: string, at: number): number {
  return (
    (text.charCodeAt(at) +
      text.charCodeAt(at + 1) * 31 +
      text.charCodeAt(at + 2) * 1021 +
      text.charCodeAt(at + 3) * 32_749) &
    0xffff
  )
}

/** How many characters at a place belong to a form: of several the longest one, 0 for none. */
function longestAt(text: string, at: number, forms: readonly string[]): number {
  let [low, high, longest, depth] = [0, forms.length, 0, 0]
  for (; at + depth < text.length; depth++) {
    const code = text.charCodeAt(at + depth)
    const first = bound(forms, low, high, depth, code)
    const last = bound(forms, first, high, depth, code + 1)
    if (first === last) break
    ;[low, high] = [first, last]
    if (forms[low]?.length === depth + 1) longest = depth + 1
  }
  return depth > longest && depth >= leastOfCut && isCutAt(text, at + depth) ? depth : longest
}

/** The first of the sorted forms, which are alike up to `depth`, whose character there is `code` or greater. */
function bound(forms: readonly string[], low: number, high: number, depth: number, code: number): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >>> 1
    const form = forms[middle] as string
    if (depth < form.length && form.charCodeAt(depth) >= code) to = middle
    else from = middle + 1
  }
  return from
}

function isCutAt(text: string, at: number): boolean {
  return text[at] === '…' || text.startsWith('...', at) || text.startsWith('\\u2026', at)
}
