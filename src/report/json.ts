import type { RunReport } from '../core/report.ts'

/**
 * The report itself as JSON: keys sorted, two spaces, arrays of numbers on one line, one newline at the end. Characters
 * that a terminal would obey (C1 controls, bidirectional and invisible ones) are written as escapes, so that printing the
 * file is harmless; parsing gives the same values.
 */
export function renderJson(report: RunReport): string {
  return harmless(`${written(report, '')}\n`)
}

/** A value as JSON, escaped in the same way: on one line, or with as many spaces for each level. A newline ends it. */
export function jsonText(value: unknown, spaces = 0): string {
  return harmless(`${JSON.stringify(value, null, spaces)}\n`)
}

function harmless(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escaped)
}

/** Written at once as it stands in the end: every number on a line of its own would take several times as many characters. */
function written(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(Number.isFinite)) return `[${value.join(', ')}]`
    return block(
      '[]',
      value.map((member) => written(member, `${indent}  `)),
      indent,
    )
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return block(
    '{}',
    sorted.map(([key, member]) => `${JSON.stringify(key)}: ${written(member, `${indent}  `)}`),
    indent,
  )
}

function block([open, close]: string, members: readonly string[], indent: string): string {
  if (members.length === 0) return `${open}${close}`
  return `${open}\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}${close}`
}

function escaped(characters: string): string {
  return Array.from(
    { length: characters.length },
    (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}
