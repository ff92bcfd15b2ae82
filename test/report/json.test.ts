import { expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import { renderJson } from '../../src/report/json.ts'
import { hostileRun, passed, reports } from './fixtures.ts'

test('parsing gives the report back', () => {
  for (const run of Object.values(reports))
    expect(JSON.parse(renderJson(run()))).toEqual(JSON.parse(JSON.stringify(run())))
})

test('the order of keys does not depend on how the report was made', () => {
  const reversed = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, reversed(member)]),
    )
  }
  expect(renderJson(reversed(passed()) as RunReport)).toBe(renderJson(passed()))
})

test('samples stand on one line, and there is one newline at the end', () => {
  const text = renderJson(passed())
  expect(text).toMatch(/"samplesMs": \[[\d., ]+\]/)
  expect(text).toMatch(/[^\n]\n$/)
  expect(text.split('\n').length).toBeLessThan(1500)
})

test('it is what JSON.stringify writes with two spaces, but for arrays of numbers', () => {
  const sorted = (_key: string, member: unknown): unknown =>
    member === null || typeof member !== 'object' || Array.isArray(member)
      ? member
      : Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
  for (const run of Object.values(reports)) {
    const usual = JSON.stringify(run(), sorted, 2)
    const onOneLine = usual.replace(/\[\n[\s\d.,eE+-]+\]/g, (array) =>
      array.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
    )
    expect(unescaped(renderJson(run()))).toBe(unescaped(`${onOneLine}\n`))
  }
})

function unescaped(json: string): string {
  return json.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

test('a text that looks like an array of numbers is left alone', () => {
  const run = { ...passed(), sentence: '[\n  1,\n  2\n]' }
  expect((JSON.parse(renderJson(run)) as RunReport).sentence).toBe(run.sentence)
})

test('printing it on a terminal is harmless', () => {
  expect(renderJson(hostileRun())).not.toMatch(/[^\n\P{Cc}]|\p{Cf}|\p{Cs}/u)
})
