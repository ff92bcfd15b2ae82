import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Attempt } from '../../lab/wrong-passes/attempt.ts'
import { attempts } from '../../lab/wrong-passes/attempts/index.ts'
import { keyOf, recordedOf } from '../../lab/wrong-passes/judge.ts'
import type { Outcome } from '../../lab/wrong-passes/outcome.ts'
import { faultsOf, table } from '../../lab/wrong-passes/table.ts'
import { found, refused, worse } from '../../lab/wrong-passes/truth.ts'

// The attempts themselves are made in test/real/: these are the list and how it judges.

test('the list is long enough, and names each attempt once', () => {
  expect(attempts.length).toBeGreaterThanOrEqual(40)
  expect(attempts.filter(({ control }) => control !== undefined).length).toBeGreaterThanOrEqual(15)
  expect(new Set(attempts.map(({ name }) => name)).size).toBe(attempts.length)
  expect(new Set(attempts.map(({ tried }) => tried)).size).toBe(attempts.length)
  expect(new Set(attempts.map(({ kind }) => kind))).toEqual(new Set(['data', 'model', 'settings', 'evidence']))
})

test('what the judge found is recorded of the files as they are, and by it each attempt attacks something', () => {
  const judged = attempts.map(({ name, files, truth }) => {
    const made = files()
    const findings = truth.questions.map((question) =>
      recordedOf({ question, folder: path.join('/', name), files: made }),
    )
    return [name, truth.read(findings).wrong]
  })
  expect(judged.filter(([, wrong]) => wrong !== true)).toEqual([])
})

test('a finding is of the very files: of others there is none', () => {
  const question = { ask: 'rows', data: 'data.npz', name: 'y' }
  const of = (files: Readonly<Record<string, string>>) => keyOf({ question, files })
  expect(of({ 'data.npz': 'a', 'p.yml': '1' })).toBe(of({ 'data.npz': 'a', 'p.yml': '2' }))
  expect(of({ 'data.npz': 'a' })).not.toBe(of({ 'data.npz': 'b' }))
  expect(of({ 'data.npz': 'a', 'w.data': '1' })).not.toBe(of({ 'data.npz': 'a', 'w.data': '2' }))
  expect(() => recordedOf({ question, folder: '/labels-too-few', files: { 'data.npz': 'changed' } })).toThrow(
    /was not asked for rows of the files of labels-too-few as they are/,
  )
})

describe('the truth', () => {
  const values = (...all: (number | string)[]) => all.map((value) => ({ value }))

  test('is that a metric got worse by more than the margin, whichever way is good', () => {
    expect(worse('accuracy', 0.02).read(values(0.9, 0.87)).wrong).toBe(true)
    expect(worse('accuracy', 0.02).read(values(0.9, 0.89)).wrong).toBe(false)
    expect(worse('rmse', { relative: 0.05 }).read(values(2, 2.2)).wrong).toBe(true)
    expect(worse('rmse', { relative: 0.05 }).read(values(2, 1)).wrong).toBe(false)
    expect(worse('rmse', 0.1).read([{ value: 2 }, { refused: 'NaN' }]).wrong).toBe(true)
    expect(worse('rmse', 0.1).read([{ refused: 'no file' }, { refused: 'no file' }]).wrong).toBe(false)
  })

  test('is that the judge refuses, or finds what was to be found', () => {
    expect(refused('NumPy', { ask: 'array' }).read([{ refused: 'Bad CRC-32' }])).toEqual({
      wrong: true,
      words: 'NumPy: Bad CRC-32',
    })
    expect(refused('NumPy', { ask: 'array' }).read(values('int64 [3]')).wrong).toBe(false)
    const few = found({ ask: 'rows' }, (count) => Number(count) < 30, String)
    expect(
      [few.read(values(29)), few.read(values(30)), few.read([{ refused: 'none' }])].map(({ wrong }) => wrong),
    ).toEqual([true, false, false])
  })
})

describe('a fault', () => {
  const attempt: Attempt = {
    name: 'attack',
    kind: 'data',
    tried: 'Something',
    files: () => ({}),
    run: 'compare a b',
    truth: refused('NumPy', { ask: 'array' }),
    metric: 'accuracy',
    control: { what: 'an equal candidate', run: 'compare a a' },
  }
  const judged = { wrong: true, words: 'worse' }
  const ended = (code: number | undefined, last = 'Failed', passed: string[] = []): Outcome => ({ code, last, passed })
  const faults = (outcome: Outcome, change: Partial<Attempt> = {}, more = {}): string[] =>
    faultsOf({ attempt: { ...attempt, ...change }, judged, outcome, control: ended(0), ...more })

  test('is a pass: of the command, or of a row of the metric', () => {
    for (const code of [1, 2, 3]) expect(faults(ended(code))).toEqual([])
    expect(faults(ended(0, 'Passed.'))).toEqual(['attack succeeded: Passed.'])
    expect(faults(ended(3, 'Open', ['size']))).toEqual([])
    expect(faults(ended(3, 'Open', ['accuracy']))).toEqual(['attack succeeded: Open'])
  })

  test('is none where nobody could know, and the last line says so', () => {
    const said = { said: /Not compared: quality/ }
    expect(faults(ended(0, 'Passed. Not compared: quality (no data).'), said)).toEqual([])
    expect(faults(ended(0, 'Passed.'), said)).toHaveLength(1)
  })

  test('is a defect, no end, a judge who finds nothing wrong, and a sibling that is refused', () => {
    expect(faults(ended(70))).toEqual(['attack ended as a defect: Failed'])
    expect(faults(ended(undefined, 'not done'))).toEqual(['attack did not end: not done'])
    expect(faults(ended(1), {}, { judged: { wrong: false, words: 'as good' } })).toEqual([
      'attack attacks nothing: as good',
    ])
    expect(faults(ended(1), {}, { control: ended(3, 'Open') })).toEqual([
      'the honest sibling of attack was not accepted: Open',
    ])
  })

  test('is marked in the table', () => {
    const row = (outcome: Outcome) =>
      table([{ attempt, judged, outcome, control: ended(0) }])
        .split('\n')
        .at(-1)
    expect(row(ended(0, 'Passed | all'))).toBe(
      '| 1 | data | Something (`attack`) | worse | exit 0, **succeeded**: Passed \\| all | an equal candidate: exit 0 |',
    )
    expect(row(ended(1))).toContain('| exit 1, Failed |')
  })
})
