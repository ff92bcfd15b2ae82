import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { formats, renderTerminal } from '../../src/report/index.ts'
import { displayWidth, table, wrapped } from '../../src/report/terminal/layout.ts'
import { errored, failed, hostileRun, inconclusive, passed, reports, rolledBack } from './fixtures.ts'

const plain = { colour: false, width: 100 }

describe('the last lines', () => {
  test('say what was decided, where the report is, and what to type next', () => {
    const lines = renderTerminal(passed(), plain).trimEnd().split('\n').slice(-6)
    expect(lines[0]).toMatch(/^✓ PASS {2}digits may replace v1\.0\.0: latency\.p50 is 39–43 % lower/)
    expect(lines[2]).toBe('  report    /home/ada/digits/.airworthy/runs/7f3a/report.html')
    expect(lines.slice(4)).toEqual([
      '  next      airworthy verify evidence.json  recompute every verdict, offline',
      '  next      airworthy rollback digits       put v1.0.0 back',
    ])
  })

  test.each([
    ['✗ FAIL', failed],
    ['? INCONCLUSIVE', inconclusive],
    ['↩ ROLLED BACK', rolledBack],
    ['! ERROR', errored],
  ])('%s', (words, run) => {
    expect(renderTerminal(run(), plain)).toContain(`\n${words}  ${run().sentence.slice(0, 40)}`)
  })
})

test('a report of any length is shown', () => {
  const next = Array.from({ length: 150_000 }, () => ({ command: 'c', what: 'w' }))
  expect(renderTerminal({ ...passed(), next }, plain).split('\n').length).toBeGreaterThan(150_000)
})

test('every compared metric stands in one row with its numbers', () => {
  const lines = renderTerminal(passed(), { colour: false, width: 120 }).split('\n')
  const row = lines.find(
    (line) => line.includes('latency.p50') && line.includes('cpu-b1-t1') && line.includes('0.427 ms'),
  )
  expect(row).toMatch(/✓ {2}latency\.p50 +cpu-b1-t1 +0.427 ms +0.252 ms +-41 % +39–43 % lower +3 % +pass, better$/)
  expect(lines.some((line) => line.includes('about 31 blocks'))).toBe(true)
})

test('the columns of a table stay aligned', () => {
  const lines = renderTerminal(passed(), { colour: false, width: 120 }).split('\n')
  const start = lines.findIndex((line) => /^ +metric +scenario/.test(line))
  const column = lines[start]!.indexOf('interval')
  const phrases = lines.slice(start + 1, start + 8).map((line) => line.slice(column - 2, column + 1))
  for (const phrase of phrases) expect(phrase).toMatch(/^ {2}\S$/)
})

test('a rollout says each step, what failed, and that traffic is back', () => {
  const text = renderTerminal(rolledBack(), plain)
  expect(text).toMatch(/✗ +50 % +49 % +602 +578 +3\.1 s +fail/)
  expect(text).toContain('✗ error-rate of the candidate is 3.9–6.8 pp higher')
  expect(text).toContain('Traffic after the rollback: 200 requests to stable, 0 to the candidate.')
  expect(text).toContain('! hook retrain.yml: exit code 1: no such workflow')
})

test('problems and warnings come with what to do', () => {
  const wide = { colour: false, width: 200 }
  expect(renderTerminal(errored(), wide)).toMatch(
    /✗ validate: models\/digits\.onnx is not.*\n +airworthy\.yml:3:14\n +→ Export the model again/,
  )
  expect(renderTerminal(passed(), wide)).toMatch(
    /1 warning\n {2}! Two copies of production.*\n {4}→ Close other programs/,
  )
})

test.each(Object.keys(reports))('%s fits into the terminal', (name) => {
  for (const width of [80, 100, 120]) {
    const text = renderTerminal(reports[name]!(), { colour: false, width })
    // Tables of hostile names, and paths and commands, which a reader copies, are never cut.
    const long = text
      .split('\n')
      .filter((line) => displayWidth(line) > width && !/^ {2}(?:next|report|evidence) /.test(line))
    if (name !== 'hostileRun') expect(long).toEqual([])
  }
})

test('colour changes no word, and its absence leaves no escape sequence', () => {
  for (const run of Object.values(reports)) {
    const grey = renderTerminal(run(), plain)
    expect(grey).not.toContain('\u001b')
    const coloured = renderTerminal(run(), { ...plain, colour: true })
    expect(coloured).toContain('\u001b[')
    expect(stripVTControlCharacters(coloured)).toBe(grey)
  }
})

test('a terminal without Unicode gets the same layout in ASCII', () => {
  const text = renderTerminal(passed(), { ...plain, ascii: true })
  expect(text).toMatch(/^[\x20-\x7e\n]*$/)
  expect(text).toContain('+ PASS  digits may replace v1.0.0: latency.p50 is 39-43 % lower')
  expect(text.length).toBe(renderTerminal(passed(), plain).length)
})

test('hostile words reach neither the terminal nor the runner', () => {
  const text = renderTerminal(hostileRun(), { colour: false, width: 80 })
  expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}|\p{Cs}/u)
  expect(text).not.toMatch(/^\s*::/m)
  expect(text).not.toContain('##[')
  expect(text).toContain('alert(1)')
})

test('the same report gives the same bytes in every format', async () => {
  const run = reports['rolledBack']!
  for (const format of formats) expect(await format.render(run())).toBe(await format.render(run()))
})

test('wide characters take two cells, marks none', () => {
  expect(displayWidth('日本')).toBe(4)
  expect(displayWidth('e\u0301')).toBe(1)
  expect(wrapped('one two three four five six', 24, '✓ ')).toEqual(['✓ one two three four', '  five six'])
  expect(wrapped('abcdefghijklmnop at 43 %', 22)).toEqual(['abcdefghijklmnop at', '43 %'])
})

test('a table gives up its spare columns first', () => {
  const columns = [
    { title: 'a', align: 'left' },
    { title: 'spare', align: 'right', spare: 1 },
    { title: 'b', align: 'right' },
  ] as const
  const rows = [[{ text: 'x' }, { text: '1' }, { text: '22' }]]
  const heading = (text: string) => text
  expect(table(columns, rows, { width: 20, heading })).toEqual(['a  spare   b', 'x      1  22'])
  expect(table(columns, rows, { width: 8, heading })).toEqual(['a   b', 'x  22'])
})
