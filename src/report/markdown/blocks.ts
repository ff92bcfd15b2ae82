import { clip } from '../../core/clip.ts'
import { printCount } from '../../core/quantity/index.ts'
import { joined, type Markup, markdown, plain, trusted } from '../escape.ts'

export type Markdown = Markup<'markdown'>

/** How much is said: rows of the first table, entries of each folded list, characters of each text that comes from outside. */
export interface Detail {
  readonly rows: number
  readonly entries: number
  readonly text: number
  readonly chart: boolean
}

/** A text from outside, on one line and clipped; not escaped yet. */
export type Clip = (text: string) => string

/** Clips a text to `length`. Text with nothing visible becomes U+FFFD, because Markdown marks around nothing do not render. */
export function clipTo(length: number): Clip {
  return (text) => {
    const visible = plain(text).trim()
    return visible === '' && text !== '' ? '\ufffd' : clip(visible, length)
  }
}

/** A table of cells that are markdown already; its lines never break inside a cell. */
export function table(titles: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [
    line(titles),
    line(titles.map(() => '---')),
    ...rows.map((cells) => line(cells.map((cell) => cell.text))),
  ]
  return trusted('markdown', lines.join('\n'))
}

/** A list of the first `most` entries; undefined when there are none. */
export function list<Entry>(
  all: readonly Entry[],
  most: number,
  write: (entry: Entry) => Markdown,
): Markdown | undefined {
  if (all.length === 0 || most === 0) return undefined
  const entries = all.slice(0, most).map((entry) => markdown`- ${write(entry)}`)
  return limited(joined('markdown', entries, '\n'), all.length, entries.length)
}

/** A list or table with a note about what was left out; nothing when there is nothing to show. */
export function limited(body: Markdown, total: number, shown: number): Markdown | undefined {
  if (shown === 0) return undefined
  return total === shown ? body : markdown`${body}\n\n${printCount(total - shown)} more in the full report.`
}

/** A link of ours: its text is escaped, its address is one that we made and holds nothing of a stranger's but percent-encoded. */
export interface Link {
  readonly text: string
  readonly url: string
}

/** Links one beside the other; undefined when there are none. */
export function linkLine(links: readonly Link[]): Markdown | undefined {
  if (links.length === 0) return undefined
  const written = links.map(({ text, url }) => markdown`[${text}](${trusted('markdown', encoded(url))})`)
  return joined('markdown', written, ' · ')
}

/** Nothing in it can end the address. */
function encoded(url: string): string {
  return url
    .replace(/[^\w~:/?#@!$&'*+,;=.%-]/g, encodeURIComponent)
    .replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'))
}
