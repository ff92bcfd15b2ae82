import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/core/ledger.ts'
import { readEntries } from '../../../src/registry/ledger/chained.ts'
import { formatEntry } from '../../../src/registry/ledger/entry.ts'
import { assignEvent, releaseEvent } from '../../contracts/ledger.ts'

const recorded = (key: string) => ({ key, at: '2026-01-01T00:00:00.000Z', by: 'ada' })
const entries: readonly LedgerEntry[] = [
  { kind: 'created', ...recorded('created') },
  { ...releaseEvent('1.0.0'), ...recorded('a') },
  { ...assignEvent('1.0.0'), ...recorded('b') },
  { ...releaseEvent('1.1.0', { why: 'größer als 3 % 🛩️\nzweite "Zeile"' }), ...recorded('c') },
]

const read = (texts: readonly string[]) => readEntries(texts, (at) => ({ ledger: 'here', entry: `line ${at + 1}` }))

/** The texts of a ledger whose first entries are of an earlier version, without a chain. */
function written(unchained = 0): string[] {
  const texts = entries.slice(0, unchained).map((entry) => formatEntry(entry))
  for (const entry of entries.slice(unchained)) texts.push(formatEntry(read(texts).next(entry)))
  return texts
}

const broken = (line: number) =>
  expect.objectContaining({ code: 'ledger-broken', message: expect.stringContaining(`line ${line}`) })

test.each([0, 1, 3])('is read back where the first %i entries have no chain', (unchained) => {
  const { entries: found } = read(written(unchained))
  expect(found.map(({ chain: _, ...entry }) => entry)).toEqual(entries)
  expect(found.map(({ chain }) => chain !== undefined)).toEqual(entries.map((_, at) => at >= unchained))
})

test('no character of a chained entry, or of one before it, can be changed unseen', () => {
  for (const unchained of [0, 2]) {
    const texts = written(unchained)
    texts.forEach((text, line) => {
      for (let at = 0; at < text.length; at++) {
        const other = text[at] === '1' ? '2' : '1'
        const changed = texts.with(line, `${text.slice(0, at)}${other}${text.slice(at + 1)}`)
        expect(() => read(changed), changed[line]).toThrow(expect.objectContaining({ code: 'ledger-broken' }))
      }
    })
  }
})

test('no entry can be taken out, put in or moved unseen, but for the last ones', () => {
  const texts = written()
  expect(() => read(texts.toSpliced(1, 1))).toThrow(broken(2))
  expect(() => read(texts.toSpliced(2, 1))).toThrow(broken(3))
  expect(() => read(texts.with(1, texts[3] as string))).toThrow(broken(2))
  expect(() => read(texts.toSpliced(3, 0, formatEntry({ ...assignEvent('1.0.0'), ...recorded('x') })))).toThrow(
    broken(4),
  )
  expect(read(texts.slice(0, 3)).entries).toHaveLength(3)
})

test('what a writer appended that did not know of the entry before it is without effect', () => {
  const texts = written()
  const late = formatEntry(read(texts.slice(0, 2)).next({ ...releaseEvent('9.0.0'), ...recorded('late') }))
  const after = [...texts, late]
  expect(read(after).entries).toEqual(read(texts).entries)
  const next = formatEntry(read(after).next({ ...releaseEvent('1.2.0'), ...recorded('d') }))
  expect(read([...after, next]).entries.map(({ key }) => key)).toEqual(['created', 'a', 'b', 'c', 'd'])
})

test('what it appended at once is without effect, all of it', () => {
  const texts = written()
  const late: string[] = []
  for (const key of ['late', 'later', 'latest']) {
    const reading = read([...texts.slice(0, 2), ...late])
    late.push(formatEntry(reading.next({ ...releaseEvent(`9.0.${late.length}`), ...recorded(key) })))
  }
  expect(read([...texts, ...late]).entries).toEqual(read(texts).entries)
  // Others may have written between.
  const next = formatEntry(read([...texts, late[0] as string]).next({ ...releaseEvent('1.2.0'), ...recorded('d') }))
  const all = read([...texts, late[0] as string, next, ...late.slice(1)])
  expect(all.entries.map(({ key }) => key)).toEqual(['created', 'a', 'b', 'c', 'd'])
  expect(() => read([...texts, ...late.slice(1)])).toThrow(broken(texts.length + 1))
})

test('a version that is assigned and was never released is damage, chained or not', () => {
  const texts = written(4).toSpliced(1, 1)
  expect(() => read(texts)).toThrow(broken(2))
})
