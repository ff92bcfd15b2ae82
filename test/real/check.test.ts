import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Written, writeMalformed } from '../../scripts/malformed.ts'
import { UserError } from '../../src/core/errors/index.ts'
import type { Finding } from '../../src/core/products/index.ts'
import { checkModel } from '../../src/onnx/check/index.ts'
import { checkSafety } from '../../src/onnx/check/safety.ts'
import { onnxruntimeLimits, type RuntimeLimits, standardLimits } from '../../src/onnx/check/structure.ts'
import { readModel } from '../../src/onnx/format/index.ts'
import { externalFiles } from '../../src/onnx/graph/external-files.ts'
import { sourceWithin } from '../../src/world/file-source.ts'
import { corpora } from './corpora.ts'

/** A Python with the packages onnx and onnxruntime. */
const python = process.env['AIRWORTHY_PYTHON']
const files = corpora()
if (python === undefined) console.warn('no onnx.checker to compare with: AIRWORTHY_PYTHON names no Python')
if (files.length === 0) console.warn('no models to check: AIRWORTHY_ONNX_CORPORA names no folders')

interface Exceptions {
  readonly corpora: readonly { readonly file: string; readonly code: string; readonly reason: string }[]
  readonly mutants: readonly { readonly name: string; readonly reason: string }[]
}

const exceptions = JSON.parse(readFileSync('test/fixtures/check-exceptions.json', 'utf8')) as Exceptions

type Answers = Readonly<Record<string, Readonly<Record<'onnx' | 'onnxruntime', string | null>>>>

describe.skipIf(python === undefined)('beside onnx.checker (full) and onnxruntime', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'malformed-'))
  let written: readonly Written[] = []
  let answers: Answers = {}

  beforeAll(() => {
    written = writeMalformed(folder)
    const output = execFileSync(python as string, ['scripts/check-oracle.py', folder], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    const told = JSON.parse(output) as {
      readonly versions: Readonly<Record<string, string>>
      readonly answers: Answers
    }
    console.info(`onnx ${told.versions['onnx']}, onnxruntime ${told.versions['onnxruntime']}, ${written.length} models`)
    answers = told.answers
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  const refused = ({ name }: Written): boolean => answers[name]?.onnx !== null || answers[name]?.onnxruntime !== null
  const ours = ({ file }: Written): string[] => errorsIn(path.join(folder, file), onnxruntimeLimits)

  test('all three accept the sound models', () => {
    const sound = written.filter(({ kind }) => kind === 'sound')
    expect(sound.length).toBeGreaterThan(10)
    expect(sound.filter((each) => refused(each) || ours(each).length > 0)).toEqual([])
  })

  test('Airworthy refuses all that either refuses', () => {
    const broken = written.filter(({ kind }) => kind !== 'sound')
    expect(broken.filter(refused).length).toBeGreaterThan(200)
    const missed = broken.filter((each) => ours(each).length === 0).map(({ name }) => name)
    expect(missed.sort()).toEqual(exceptions.mutants.map(({ name }) => name).sort())
  })

  test('what Airworthy alone refuses is what the reference lists', async () => {
    const alone = written.filter((each) => each.kind !== 'sound' && !refused(each) && ours(each).length > 0)
    const rows = grouped(alone.map((each) => ({ what: each.what.replace(/^[\w-]+: /, ''), codes: ours(each) })))
    console.info(`Airworthy alone refuses ${alone.length} of them: ${rows.map(({ what }) => what).join('; ')}`)
    expect(rows.length).toBeGreaterThan(8)
    await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot('../fixtures/check-alone.json')
  })
})

test.skipIf(files.length === 0)(
  `${files.length} models of the corpora have no errors but the listed exceptions`,
  () => {
    expect(files.length).toBeGreaterThan(1000)
    const found = files.flatMap((file) => errorsIn(file, standardLimits).map((code) => ({ file, code })))
    const listed = ({ file, code }: { readonly file: string; readonly code: string }): boolean =>
      exceptions.corpora.some((each) => each.code === code && file.split(path.sep).join('/').endsWith(each.file))
    expect(found.filter((each) => !listed(each))).toEqual([])
  },
)

interface Row {
  readonly what: string
  readonly codes: readonly string[]
}

/** One row for what was done to several models, with how many. */
function grouped(rows: readonly Row[]): (Row & { readonly models: number })[] {
  const count = (what: string): number => rows.filter((row) => row.what === what).length
  const first = rows.filter((row, at) => rows.findIndex(({ what }) => what === row.what) === at)
  return first.map((row) => ({ ...row, models: count(row.what) }))
}

/** The codes of the errors in a model, each once; of a file that cannot be read, why. A bug of ours is thrown on. */
function errorsIn(file: string, limits: RuntimeLimits): string[] {
  let findings: readonly Finding[]
  try {
    const model = readModel(new Uint8Array(readFileSync(file)), file)
    const folder = path.dirname(file)
    const external = new Map(externalFiles(model).map((name) => [name, sourceWithin(folder, name)]))
    findings = [...checkModel(model, limits, external), ...checkSafety(model)]
  } catch (error) {
    if (error instanceof UserError) return [error.code]
    throw error
  }
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))]
}
