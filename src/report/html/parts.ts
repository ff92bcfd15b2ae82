import { html, type Markup } from '../escape.ts'
import { glyph, type Status, word } from '../words.ts'

export type Html = Markup<'html'>

/** A part of the page with its own heading and a name that the list of contents links to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Html
}

export function sectionOf({ id, title, body }: Section): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`
}

/** The word for a status with its glyph: told by shape and word, never by colour alone. */
export function badge(status: Status, text: string = word(status)): Html {
  return html`<span class="badge ${status}"><span aria-hidden="true">${glyph(status)}</span> ${text}</span>`
}

export interface DataColumn {
  readonly title: string
  readonly numeric?: boolean
  /** A phrase that stays on one line on wide pages. */
  readonly short?: boolean
  /** Holds sentences: takes a line of its own on narrow pages. */
  readonly long?: boolean
}

/** A table with a caption; on narrow pages each row becomes a card, so the roles are spelt out. The first cell heads its row. */
export function dataTable(caption: string, columns: readonly DataColumn[], rows: readonly (readonly Html[])[]): Html {
  const headings = columns.map(
    (column) => html`<th role="columnheader" scope="col"${styled(column)}>${column.title}</th>`,
  )
  return html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${headings}</tr></thead><tbody role="rowgroup">${rows.map((cells) => tableRow(columns, cells))}</tbody></table>`
}

/** Names and their values, for things of which there is one. Undefined values are left out. */
export function facts(pairs: readonly (readonly [name: string, value: Html | string | undefined])[]): Html {
  const known = pairs.filter(([, value]) => value !== undefined && value !== '')
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

export function figure(picture: Html, caption: Html): Html {
  return html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`
}

export function code(text: string): Html {
  return html`<code>${text}</code>`
}

/** A digest: takes a line of its own among facts. */
export function digest(sha256: string): Html {
  return html`<code class="digest">${sha256}</code>`
}

export function details(summary: string, body: Html): Html {
  return html`<details><summary>${summary}</summary>${body}</details>`
}

function tableRow(columns: readonly DataColumn[], cells: readonly Html[]): Html {
  const [head, ...others] = cells
  const data = others.map((cell, index) => {
    const column = columns[index + 1] ?? { title: '' }
    return html`<td role="cell" data-label="${column.title}"${styled(column)}>${cell}</td>`
  })
  return html`<tr role="row"><th role="rowheader" scope="row"${styled(columns[0] ?? { title: '' })}>${head}</th>${data}</tr>`
}

function styled(column: DataColumn): Html | undefined {
  if (column.numeric === true) return html` class="number"`
  if (column.short === true) return html` class="short"`
  return column.long === true ? html` class="long"` : undefined
}
