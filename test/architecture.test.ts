import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Which folders of src/ a folder may import from, besides itself: the table of layers in ARCHITECTURE.md, read from there. */
const mayImport = layersOf(readFileSync('ARCHITECTURE.md', 'utf8'))

function layersOf(page: string): Readonly<Record<string, readonly string[]>> {
  const rows = [...page.matchAll(/^\| `(\w+)\/`[^|]*\|[^|]*\|([^|]*)\|$/gm)]
  const names = rows.map(([, name]) => name ?? '')
  const allowed = (words: string, at: number): readonly string[] => {
    if (words === '–') return []
    if (words === 'all of the above') return names.slice(0, at)
    return words === 'everything' ? names : words.split(', ')
  }
  return Object.fromEntries(rows.map(([, name, words], at) => [name, allowed((words ?? '').trim(), at)]))
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('src', file))
  .filter((file) => file.endsWith('.ts') && statSync(file).isFile())

test('every folder of src/ is in the table, and the table names nothing else', () => {
  expect(
    Object.values(mayImport)
      .flat()
      .filter((name) => !(name in mayImport)),
  ).toEqual([])
  expect(mayImport['bench']).toEqual(['core', 'stats', 'providers'])
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
  const mayReach = ['src/entry/', 'src/world/', 'src/bench/own-process.ts', 'src/providers/profile-file.ts']
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
