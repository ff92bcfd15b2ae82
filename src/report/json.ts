import type { RunReport } from '../core/report.ts'

/**
 * The report itself as JSON: keys sorted, two spaces, arrays of numbers on one line, one newline at the end. Characters
 * that a terminal would obey (C1 controls, bidirectional and invisible ones) are written as escapes, so that printing the
 * file is harmless; parsing gives the same values.
 */
export function renderJson(report: RunReport): string {
  const text = JSON.stringify(report, sortedKeys, 2)
  return `${text.replace(numberArray, onOneLine).replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escaped)}\n`
}

/** Only an array breaks a line after its bracket: text in a string never holds a raw newline. */
const numberArray = /\[\n[\s\d.,eE+-]+\]/g

function onOneLine(array: string): string {
  return array.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']')
}

function escaped(characters: string): string {
  return Array.from(
    { length: characters.length },
    (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}

function sortedKeys(_key: string, member: unknown): unknown {
  if (member === null || typeof member !== 'object' || Array.isArray(member)) return member
  return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
