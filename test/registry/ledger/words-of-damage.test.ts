import { expect, test } from 'vitest'
import { parseEntry } from '../../../src/registry/ledger/entry.ts'

const sound = {
  kind: 'release',
  model: 'digits',
  version: '1.0.0',
  why: 'x',
  artifact: { sha256: 'a'.repeat(64), bytes: 1, name: 'm.onnx' },
  key: 'a',
  at: '2026-01-01T00:00:00.000Z',
  by: 'ada',
}
const text = JSON.stringify(sound)

test('a sound entry is read', () => {
  expect(parseEntry(text, { ledger: 'l', entry: 'line 3' })).toEqual(sound)
})

test.each([
  [text.replace('T00', ' 00'), 'its member `at` is wrong: expected a time in ISO 8601'],
  [text.replace('"release"', '"relaese"'), 'its member `kind` is wrong: a value that this version does not know'],
  [text.slice(0, -1), 'it is no JSON, as if a part of it were missing'],
  ['', 'it is no JSON, as if a part of it were missing'],
  ['7', 'it is not of the form of an entry: expected object, received number'],
  [text.replace('"by":"ada"', '"by":7'), 'its member `by` is wrong: expected string, received number'],
  [text.replace(',"by":"ada"', ''), 'its member `by` is wrong: missing, expected string'],
  [text.replace('"bytes"', '"bites"'), 'its member `artifact.bytes` is wrong: missing, expected number'],
  [
    text.replace('"by":', '"newer":1,"by":'),
    'it is not of the form of an entry: there is a member newer, which this version does not know',
  ],
])('what is wrong with the entry %s is said in words of ours', (damaged, reason) => {
  const parse = () => parseEntry(damaged, { ledger: 'l.jsonl', entry: 'line 3' })
  expect(parse).toThrow(`The ledger l.jsonl is damaged at line 3: ${reason}.`)
})
