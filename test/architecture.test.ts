import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const page = readFileSync('ARCHITECTURE.md', 'utf8')

/** Which folders of src/ a folder may import from, besides itself: the table of layers in ARCHITECTURE.md, read from there. */
const layers = layersOf(page)

/** The same for the subfolders of some folders, such as onnx/: what a subfolder may import of its own folder. */
const subfolders = subfoldersOf(page)

function layersOf(text: string): Readonly<Record<string, readonly string[]>> {
  const rows = [...text.matchAll(/^\| `(\w+)\/`[^|]*\|[^|]*\|([^|]*)\|$/gm)]
  const names = rows.map(([, name]) => name ?? '')
  const allowed = (words: string, at: number): readonly string[] => {
    if (words === 'all of the above') return names.slice(0, at)
    return words === 'everything' ? names : listOf(words)
  }
  return Object.fromEntries(rows.map(([, name, words], at) => [name, allowed((words ?? '').trim(), at)]))
}

function subfoldersOf(text: string): Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> {
  const tables: Record<string, Record<string, readonly string[]>> = {}
  for (const [, folder = '', subfolder = '', words = ''] of text.matchAll(
    /^\| `(\w+)\/(\w+)\/`[^|]*\|[^|]*\|([^|]*)\|$/gm,
  )) {
    tables[folder] = { ...tables[folder], [subfolder]: listOf(words.trim()) }
  }
  return tables
}

function listOf(words: string): readonly string[] {
  return words === '–' ? [] : words.split(', ')
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('src', file))
  .filter((file) => file.endsWith('.ts') && statSync(file).isFile())

const filesIn = (folder: string): readonly string[] =>
  files.filter((each) => each.startsWith(path.join('src', folder) + path.sep))

/** The files that a file imports, as paths below src/. */
const importedBy = (file: string): readonly string[] =>
  importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.relative('src', path.resolve(path.dirname(file), specifier)))

const anyImport = /^(?:import|export)\b(?:[^'"();=]*\bfrom)?\s+'(\.[^']+)'/gm
const importOfPackage = /^import\b(?! type\b)[^'"();=]*\bfrom\s+'(?!node:)([a-z][^'/]*|@[^'/]*\/[^'/]*)/gm
const importOfValues = /^(?:import|export)\b(?! type\b)(?:[^'"();=]*\bfrom)?\s+'(\.[^']+)'/gm

/** The same without `import(…)`, which waits until it is called. */
const staticallyImportedBy = (file: string, pattern = anyImport): readonly string[] =>
  [...readFileSync(path.join('src', file), 'utf8').matchAll(pattern)].map(([, specifier = '']) =>
    path.join(path.dirname(file), specifier),
  )

test('every folder of src/ is in the table, and the table names nothing else', () => {
  expect(
    Object.values(layers)
      .flat()
      .filter((name) => !(name in layers)),
  ).toEqual([])
  expect(layers['measure']).toEqual(['core', 'stats', 'providers'])
  expect(readdirSync('src').sort()).toEqual(Object.keys(layers).sort())
  expect(files.length).toBeGreaterThan(50)
})

test.each(Object.keys(layers))('%s imports only what lies below it', (layer) => {
  for (const file of filesIn(layer))
    for (const target of importedBy(file))
      expect([layer, ...(layers[layer] ?? [])], `${file} imports ${target}`).toContain(target.split(path.sep)[0])
})

test.each(Object.entries(subfolders))(
  'the subfolders of %s/ are in the table, and import only what lies below them',
  (folder, table) => {
    const found = readdirSync(path.join('src', folder), { withFileTypes: true })
    expect(found.flatMap((each) => (each.isDirectory() ? [each.name] : [])).sort()).toEqual(Object.keys(table).sort())
    for (const [subfolder, allowed] of Object.entries(table))
      for (const file of filesIn(path.join(folder, subfolder)))
        for (const target of importedBy(file)) {
          const [inFolder, inSubfolder] = target.split(path.sep)
          // The errors of a folder are its own, whichever subfolder throws them.
          if (inFolder !== folder || inSubfolder === 'errors.ts') continue
          expect([subfolder, ...allowed], `${file} imports ${target}`).toContain(inSubfolder)
        }
  },
)

test('what stands outside of onnx/ imports the index.ts of its subfolders alone', () => {
  const faces = /^onnx\/(\w+\/index|errors)\.ts$/
  const outside = files.filter((file) => !filesIn('onnx').includes(file))
  const reaching = outside.flatMap((file) =>
    importedBy(file).flatMap((target) => {
      const place = target.split(path.sep).join('/')
      return place.startsWith('onnx/') && !faces.test(place) ? [`${file} imports ${place}`] : []
    }),
  )
  expect(reaching).toEqual([])
})

test('a folder has one face: x/index.ts, and no file x.ts beside it', () => {
  const twins = files.filter((file) => files.some((other) => other.startsWith(file.replace(/\.ts$/, path.sep))))
  expect(twins).toEqual([])
})

test('no file of src/ imports itself, by however many others, not even for a type', () => {
  const cycles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file) || way.includes(file)) return
    for (const target of staticallyImportedBy(file)) visit(target, [...way, file])
    done.add(file)
  }
  for (const file of files) visit(path.relative('src', file), [])
  expect(cycles).toEqual([])
})

test('checking a pipeline builds no schema of what runs leave behind, and loads few packages', () => {
  const loaded = new Set<string>()
  const load = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const target of staticallyImportedBy(file, importOfValues)) load(target)
  }
  load('pipeline/load.ts')
  expect(loaded.size).toBeGreaterThan(20)
  const unneeded = /^(core\/(products\/|report|ledger\.|stranger|errors\/problem)|pipeline\/(journal|cache|shard-file))/
  expect([...loaded].filter((file) => unneeded.test(file.split(path.sep).join('/')))).toEqual([])
  const packages = [...loaded].flatMap((file) =>
    [...readFileSync(path.join('src', file), 'utf8').matchAll(importOfPackage)].map(([, name]) => name),
  )
  expect([...new Set(packages)].sort()).toEqual(['fastest-levenshtein', 'semver', 'yaml', 'zod'])
})

test('only entry/, world/ and the code of worker processes reach the process', () => {
  const mayReach = [
    'src/entry/',
    'src/world/',
    'src/measure/own-process.ts',
    'src/providers/load.ts',
    'src/providers/profile-file.ts',
  ]
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

test('no test judges by the clock on the wall, or makes a folder that nobody removes', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'))
  for (const file of tests.filter((each) => each !== 'architecture.test.ts' && !each.startsWith('real'))) {
    const text = readFileSync(path.join('test', file), 'utf8')
    expect(/performance\.now|hrtime/.test(text), `${file} takes times: they belong into lab/`).toBe(false)
    expect(/mkdtemp/.test(text), `${file} makes a folder of its own: see test/folders.ts`).toBe(false)
  }
})

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  )
}
