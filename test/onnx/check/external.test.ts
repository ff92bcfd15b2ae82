import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { memory } from '../../../src/core/bytes.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import type { OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { tensor } from '../../../src/onnx/graph/build.ts'
import { withGraph } from '../models.ts'

function weight(name: string, dims: readonly number[], offset: string, length?: string): OnnxTensor {
  const { rawData: _raw, ...rest }: OnnxTensor = tensor(name, 'float32', dims, new Float32Array())
  const externalData = Object.entries({ location: 'w.bin', offset, ...(length === undefined ? {} : { length }) })
  return { ...rest, dataLocation: 1, externalData: externalData.map(([key, text]) => ({ key, value: text })) }
}

function codes(size: number | undefined, ...initializer: OnnxTensor[]): string[] {
  const source = size === undefined ? ('missing' as const) : memory(new Uint8Array(size))
  const findings = checkModel(withGraph({ initializer }), undefined, new Map([['w.bin', source]]))
  return findings.map((finding) => `${finding.severity} ${finding.code}`)
}

const [w, b] = [weight('w', [3, 2], '0', '24'), weight('b', [2], '4096', '8')]

it('accepts pieces that lie within their file', () => {
  expect(codes(4104, w, b)).toEqual([])
  expect(codes(4104, w, weight('b', [2], '4096'))).toEqual([])
})

it.each([
  ['a file that ends before the piece does', 4100, w, b, ['error external-end']],
  ['an offset beyond the file', 100, w, weight('b', [2], '4096'), ['error external-end']],
  ['a file that is not there', undefined, w, b, ['error external-missing', 'error external-missing']],
  [
    'pieces that overlap',
    4104,
    w,
    weight('b', [2], '16', '8'),
    ['note external-alignment', 'warning external-overlap'],
  ],
  ['a piece that is not aligned', 4104, w, weight('b', [2], '24', '8'), ['note external-alignment']],
] as const)('finds %s', (_what, size, first, second, expected) => {
  expect(codes(size, first, second)).toEqual(expected)
})

it('finds NaN in them', () => {
  const file = new Uint8Array(4104)
  file.set(new Uint8Array(Float32Array.of(Number.NaN, 1).buffer), 4096)
  const external = new Map([['w.bin', memory(file)]])
  const findings = checkModel(withGraph({ initializer: [w, b] }), undefined, external)
  expect(findings.map(({ code, where }) => [code, where])).toEqual([['weights-nan', 'graph/initializer b']])
})

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 4104\n`

it('tells a file that Git LFS has not fetched by its name, once, and not by what it does not hold', () => {
  const external = new Map([['w.bin', memory(new TextEncoder().encode(pointer))]])
  const findings = checkModel(withGraph({ initializer: [w, b] }), undefined, external)
  expect(findings).toMatchObject([{ severity: 'error', code: 'external-pointer', where: 'file w.bin' }])
  expect(findings[0]?.hint).toContain('git lfs pull')
})

const file = new Uint8Array(4104).fill(7)
const right = createHash('sha1').update(file).digest('hex')

it.each([
  ['the right one', right, []],
  ['the right one in capitals', right.toUpperCase(), []],
  ['that of another file', right.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), ['external-checksum']],
  ['the SHA-256', createHash('sha256').update(file).digest('hex'), ['external-checksum']],
  ['nothing', '', []],
])('compares the checksum of a file: %s', (_what, checksum, expected) => {
  const stated = [w, b].map((each) => ({
    ...each,
    externalData: [...each.externalData, { key: 'checksum', value: checksum }],
  }))
  const findings = checkModel(withGraph({ initializer: stated }), undefined, new Map([['w.bin', memory(file)]]))
  expect(findings.map(({ code }) => code)).toEqual(expected)
})
