import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Which folders of src/ a folder may import from, besides itself. The table in ARCHITECTURE.md is this one. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  stats: [],
  onnx: ['core'],
  providers: ['core', 'onnx'],
  bench: ['core', 'stats', 'providers'],
  data: ['core', 'stats'],
  registry: ['core'],
  targets: ['core'],
  rollout: ['core', 'stats', 'registry'],
  stages: ['core', 'stats', 'onnx', 'providers', 'bench', 'data', 'registry', 'targets', 'rollout'],
  pipeline: ['core', 'registry', 'stages'],
  report: ['core'],
  world: ['core'],
  entry: [
    'core',
    'stats',
    'onnx',
    'providers',
    'bench',
    'data',
    'registry',
    'targets',
    'rollout',
    'stages',
    'pipeline',
    'report',
    'world',
  ],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('src', file))
  .filter((file) => file.endsWith('.ts') && statSync(file).isFile())

test('every folder of src/ is in the table', () => {
  expect(readdirSync('src').sort()).toEqual(Object.keys(mayImport).sort())
  expect(files.length).toBeGreaterThan(50)
})

test.each(Object.keys(mayImport))('%s imports only what lies below it', (layer) => {
  for (const file of files.filter((each) => each.startsWith(path.join('src', layer) + path.sep))) {
    for (const target of importsOf(file).filter((specifier) => specifier.startsWith('.'))) {
      const folder = path.relative('src', path.resolve(path.dirname(file), target)).split(path.sep)[0] ?? ''
      expect([layer, ...(mayImport[layer] ?? [])], `${file} imports ${target}`).toContain(folder)
    }
  }
})

test('only entry/, world/ and the code of worker processes reach the process', () => {
  const mayReach = ['src/entry/', 'src/world/', 'src/bench/own-process.ts']
  for (const file of files.filter(
    (each) => !mayReach.some((prefix) => each.split(path.sep).join('/').startsWith(prefix)),
  )) {
    const text = readFileSync(file, 'utf8')
    expect(/\bprocess\.(env|argv|cwd|exit|std|on|kill)\b/.test(text), `${file} reads process`).toBe(false)
    for (const specifier of importsOf(file)) {
      expect(['node:fs', 'node:fs/promises', 'node:child_process'], `${file} imports ${specifier}`).not.toContain(
        specifier,
      )
    }
  }
})

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  )
}
