import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import type { World } from '../../src/core/world.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, value } from '../../src/onnx/graph/build.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { formats } from '../../src/report/index.ts'
import { renderTerminal } from '../../src/report/terminal/index.ts'
import { type Contents, checkout, models, pipelineText, put } from '../attacks/stranger.ts'
import { airworthyIn } from '../command-line.ts'
import { artifact, assignEvent, create, recorded } from '../contracts/ledger.ts'
import { hostile, passed } from '../report/fixtures.ts'
import { testWorld } from '../world.ts'

// The corpus of hostile strings, in every place where a name can stand, to everything that shows or keeps names.

/** What a runner obeys where a line of a log begins with it. */
const command = /^\s*(?:::\w|##\[)/m
/** What moves the cursor, hides a text or turns it around. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Besides the corpus: what would be another line of a commit's message, and what ends a text of C's. */
const names: readonly string[] = [
  ...hostile,
  'a\nAirworthy-Key: forged',
  'a\n\nAirworthy-Ledger: 0123456789012345678901234567890123456789\nAirworthy-Key: forged\n',
  'a\r\nSigned-off-by: ada <ada@b.example>',
  'a\0b',
  '-\n---\nx',
  '__proto__',
]

/** A name in twelve, and those that are made for git: for what takes half a second or more each time. */
function isSampled(name: string): boolean {
  const at = names.indexOf(name)
  return at % 12 === 6 || at >= hostile.length
}

function expectHarmless(text: string): void {
  expect(text).not.toMatch(command)
  expect(text).not.toMatch(unseen)
}

/** As UTF-8 has it: a lone half of a pair becomes U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}

function named(name: string, width: number): Uint8Array {
  const graph = buildGraph({
    inputs: [value(name, 'float32', ['N', width])],
    outputs: [value(`${name}2`, 'float32', ['N', width])],
    nodes: [node('Relu', [name], [`${name}2`], { name })],
  })
  return writeModel(buildModel({ graph, opset: 17, producerVersion: name, metadata: { [name]: name } }))
}

async function said(world: World, contents: Contents, args: readonly string[]): Promise<string> {
  put(world.cwd, contents)
  const { code, out, err } = await airworthyIn(world, args)
  expect([0, 1, 2, 3], err).toContain(code)
  expect(err).not.toContain('error[bug]')
  return out + err
}

test('hostile names of tensors, nodes and metadata are text in every command that shows a model', async () => {
  const world = await checkout({})
  for (const name of names) {
    const contents = { 'a.onnx': named(name, 3), 'b.onnx': named(`${name}b`, 4) }
    for (const args of [
      ['inspect', 'a.onnx'],
      ['diff', 'a.onnx', 'b.onnx'],
      ...(isSampled(name) ? [['validate', 'a.onnx', '--checks', 'graph']] : []),
    ])
      expectHarmless(await said(world, contents, args))
    const json = await said(world, {}, ['inspect', 'a.onnx', '--json'])
    expectHarmless(json)
    expect(JSON.stringify(JSON.parse(json))).toContain(JSON.stringify(wellFormed(name)).slice(1, -1))
  }
})

test('hostile names in a pipeline are refused or kept as text, wherever a name can stand', async () => {
  const world = await checkout(models)
  const text = pipelineText()
  for (const name of names) {
    const quoted = JSON.stringify(name)
    const stages = `x: { kind: ${quoted} }
  y: { kind: validate, needs: ${quoted}, when: { branch: ${quoted}, event: ${quoted} } }
  z: { kind: compare, metrics: { ${quoted}: { margin: 1% } } }
  ${quoted}: { kind: validate }
  validate:`
    for (const contents of [
      text.replace('validate:', stages),
      text.replace('pipeline: digits', `pipeline: ${quoted}`).replace('new.onnx', quoted),
      `${text}data: { ${quoted}: { from: ${quoted}, inputs: { ${quoted}: ${quoted} }, label: ${quoted}, group: ${quoted} } }
registry: { file: ${quoted} }
inputs: { ${quoted}: { default: ${quoted} } }
secrets: [${quoted}]\n`,
      `${text}${quoted}: ${quoted}\n`,
    ])
      expectHarmless(await said(world, { 'airworthy.yml': contents }, ['check', 'airworthy.yml']))
  }
})

test('hostile names of files and folders are text in every command that is given one', async () => {
  const world = await checkout(models)
  for (const name of names) {
    const file = path.join(world.cwd, name.replaceAll(/[/\0]/g, '_').slice(0, 200))
    // A lone surrogate cannot be a name on the disk.
    if (wellFormed(name) === name && !existsSync(file)) writeFileSync(file, named('x', 3))
    for (const args of [['check'], ['verify'], ...(isSampled(name) ? [['validate', '--checks', 'graph']] : [])]) {
      const { out, err } = await airworthyIn(world, [...args, '--', path.basename(file)])
      expectHarmless(out + err)
    }
  }
})

test('hostile names of arrays are text where data are refused', async () => {
  const { openNpz } = await import('../../src/data/npz.ts')
  const { problemLines, failureOf } = await import('../../src/entry/failure.ts')
  for (const name of names) {
    const arrays = openNpz(writeNpz({ [name]: { type: 'float32', dims: [1], data: Float32Array.of(1) } }), name)
    for (const read of [() => arrays.read(`${name}x`), () => openNpz(new Uint8Array(40), name)]) {
      let thrown: unknown
      try {
        read()
      } catch (error) {
        thrown = error
      }
      const { problems } = failureOf(thrown)
      expect(problems[0]?.code).toMatch(/^data-/)
      expectHarmless(problemLines(problems))
    }
  }
})

/** A report with a name wherever a run has one. */
function reportWith(text: string): RunReport {
  const report = passed()
  const rows = report.comparison?.rows.map((row) => ({ ...row, metric: text, scenario: text, why: text }))
  return {
    ...report,
    pipeline: { ...report.pipeline, name: text, file: text },
    sentence: text,
    stages: report.stages.map((stage) => ({ ...stage, name: text, summary: text })),
    ...(report.comparison === undefined ? {} : { comparison: { ...report.comparison, rows: rows ?? [] } }),
    ...(report.release === undefined ? {} : { release: { ...report.release, version: text, tag: text, why: text } }),
  }
}

test('hostile names in a report are text on the terminal, and data in JSON and HTML', async () => {
  const format = (name: string) => formats.find((each) => each.name === name)
  const tags = (page: string): number => page.match(/<[a-z!/?][^>]*>/gi)?.length ?? 0
  const harmless = tags((await format('html')?.render(reportWith('word'))) ?? '')
  for (const name of names) {
    const report = reportWith(name)
    expectHarmless(renderTerminal(report, { colour: false, width: 80 }))
    const json = (await format('json')?.render(report)) ?? ''
    expectHarmless(json)
    expect((JSON.parse(json) as RunReport).sentence).toBe(name)
    if (isSampled(name)) expect(tags((await format('html')?.render(report)) ?? '')).toBe(harmless)
  }
  // All of them at once: a page takes long to make.
  const page = async (texts: readonly string[]): Promise<number> => {
    const report = passed()
    const stages = texts.map((text) => ({
      ...report.stages[0]!,
      name: text,
      summary: text,
      warnings: [],
      problems: [],
    }))
    return tags((await format('html')?.render({ ...report, stages })) ?? '')
  }
  expect(await page(names)).toBe(await page(names.map(() => 'word')))
})

describe('in a ledger', () => {
  test('hostile words of authors, files and reasons forge no trailer of a commit or a tag, and stop no release', async () => {
    const world = await testWorld()
    const repository = path.join(world.cwd, 'registry.git')
    const git = (...args: string[]): string =>
      execFileSync('git', ['--git-dir', repository, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })
    const releases = names.map((name, at) => ({ name, key: `key-${at}`, version: `1.0.${at}` }))
    const chosen = releases.filter(({ name }) => isSampled(name))
    for (const [at, { name, key, version }] of chosen.entries()) {
      const against = chosen[at - 1]?.version ?? version
      const mine = { ...world, actor: name }
      const ledger = await create(await openGitLedger({ repository, purpose: 'create' }, mine))
      const named = { ...artifact, name: wellFormed(name) }
      await ledger.append(key, { kind: 'release', model: 'digits', version, artifact: named, why: name })
      await ledger.append(`${key}-assign`, { ...assignEvent(version), against, why: name } as never)
      expect(
        git('show', '--no-patch', '--format=%(trailers:key=Airworthy-Key,valueonly)', 'airworthy/ledger').trim(),
      ).toBe(`${key}-assign`)
      const tag = git('cat-file', 'tag', `digits@v${version}`)
      expect(tag.split('\n').filter((line) => line.startsWith('Airworthy-Key: '))).toEqual([`Airworthy-Key: ${key}`])
      expect(tag.split('\n').filter((line) => line.startsWith('Airworthy-Ledger: '))).toEqual([])
      expect(tag.match(/^(?:object|type|tag|tagger) .*$/gm)?.slice(0, 4)).toHaveLength(4)
    }
    const found = await recorded(await openGitLedger({ repository }, world))
    expect(found.map(({ key }) => key)).toEqual(chosen.flatMap(({ key }) => [key, `${key}-assign`]))
    git('fsck', '--strict')
  })

  test('hostile words of authors and reasons are one entry each in a file', async () => {
    const world = await testWorld()
    const file = path.join(world.cwd, 'ledger.jsonl')
    for (const [at, name] of names.entries()) {
      const ledger = await create(await openFileLedger(file, { ...world, actor: name }))
      await ledger.append(`key-${at}`, { kind: 'release', model: 'digits', version: `1.0.${at}`, artifact, why: name })
    }
    const found = await recorded(await openFileLedger(file, world))
    expect(found.map(({ key }) => key)).toEqual(names.map((_, at) => `key-${at}`))
  })
})
