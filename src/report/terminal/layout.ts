/** Lines of text in a fixed-width grid. Everything here takes text that is safe for a terminal already. */

export type Paint = (text: string) => string

export interface Cell {
  readonly text: string
  readonly paint?: Paint | undefined
}

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Columns with a number are left out when the table is too wide, the highest number first. */
  readonly spare?: number | undefined
}

const gap = '  '

/** How many cells of the grid a text takes: wide characters take two, combining marks and our own colours none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text.replace(colour, '')) width += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return width
}

/**
 * An aligned table, its header first. Columns that do not fit into `width` are left out while there are spare ones. Cells
 * beyond the columns are ignored, missing ones are empty.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: { readonly width: number; readonly heading: Paint },
): readonly string[] {
  const lines = [columns.map((column) => ({ text: column.title, paint: options.heading })), ...rows]
  const widths = columns.map((_, index) => widest(lines.map((cells) => cells[index]?.text ?? '')))
  const kept = fitting(columns, widths, options.width)
  return lines.map((cells) =>
    kept
      .map((index) => aligned(cells[index] ?? { text: '' }, columns[index]?.align ?? 'left', widths[index] ?? 0))
      .join(gap)
      .trimEnd(),
  )
}

/** Text broken at spaces so that every line, with `first` before the first and as many spaces before the others, fits into `width`. */
export function wrapped(text: string, width: number, first = ''): readonly string[] {
  const indent = ' '.repeat(displayWidth(first))
  const room = Math.max(20, width - indent.length)
  const lines: string[] = []
  for (const word of text.split(spaceToBreak)) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= room)
      lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd())
}

const colour = /\u001b\[\d+m/g

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** A number stays on one line with its unit. */
const spaceToBreak = / (?!(?:%|pp|µs|ms|s|B|kB|MB|GB)(?:[\s,.;:)]|$))/

function fitting(columns: readonly Column[], widths: readonly number[], width: number): readonly number[] {
  const kept = columns.map((_, index) => index)
  const total = () => kept.reduce((sum, index) => sum + (widths[index] ?? 0) + gap.length, -gap.length)
  const spares = columns
    .map((column, index) => ({ index, spare: column.spare }))
    .filter((column) => column.spare !== undefined)
    .sort((a, b) => (b.spare ?? 0) - (a.spare ?? 0))
  for (const { index } of spares) if (total() > width) kept.splice(kept.indexOf(index), 1)
  return kept
}

function aligned(cell: Cell, align: Column['align'], width: number): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(cell.text)))
  const painted = cell.paint === undefined || cell.text === '' ? cell.text : cell.paint(cell.text)
  return align === 'left' ? painted + space : space + painted
}

/** The most columns that one of these takes on a terminal; 0 for none. However many there are: they are never spread into arguments. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0)
}
