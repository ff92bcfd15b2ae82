import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { exampleOf, generatedDocs } from '../scripts/docs.ts'
import { finiteWasm } from '../scripts/finite-wasm.ts'
import { sha256 } from '../src/core/json.ts'
import { version } from '../src/core/version.ts'
import { stageTag, versionTag } from '../src/registry/versions/tags.ts'
import { hookKinds } from '../src/rollout/index.ts'
import { builtIn, stageKinds } from '../src/stages/index.ts'
import { temporaryFolder, testBuild } from './folders.ts'
import { callerProblems, strictest } from './library-caller.ts'
import { bundle } from './world.ts'

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
}

test('the WebAssembly is what its source says', async () => {
  expect(readFileSync('src/onnx/tensors/finite-wasm.ts', 'utf8')).toBe(await finiteWasm())
})

test('the pins of onnxruntime are those of package-lock.json and of the packages that npm installed by it', () => {
  const program =
    "import { pinFile, runtimePin } from './scripts/runtime-pin.mjs'; console.log(JSON.stringify([pinFile, runtimePin('.')]))"
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const [file, text] = JSON.parse(printed) as [string, string]
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('the rulesets in docs/registry.md protect the tags of every model, and no others', () => {
  const rulesets = [...readFileSync('docs/registry.md', 'utf8').matchAll(/<<'JSON'\n([\s\S]+?)\nJSON/g)]
  const tags = rulesets.map(([, text = '']) => JSON.parse(text) as Ruleset).find(({ target }) => target === 'tag')
  // As on GitHub, `*` stops at a `/`.
  const isProtected = (tag: string): boolean =>
    tags?.conditions.ref_name.include.some((pattern) => path.matchesGlob(`refs/tags/${tag}`, pattern)) === true
  for (const model of ['digits', 'team/digits', 'org/team/digits'])
    for (const tag of [versionTag(model, '1.0.0'), stageTag(model, 'production', 2)])
      expect([tag, isProtected(tag)]).toEqual([tag, true])
  expect(['v1.0.0', 'team/v1.0.0'].map(isProtected)).toEqual([false, false])
})

interface Ruleset {
  readonly target: string
  readonly conditions: { readonly ref_name: { readonly include: readonly string[] } }
}

test('the generated references are fresh', () => {
  for (const [name, text] of Object.entries(generatedDocs())) {
    expect(readFileSync(`docs/${name}`, 'utf8') === text, `docs/${name} is stale: npm run docs`).toBe(true)
  }
})

test('the errors that docs/limits.md names are errors that there are', () => {
  const named = [...readFileSync('docs/limits.md', 'utf8').matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(
    ([, code = '']) => code,
  )
  expect(named.length).toBeGreaterThan(20)
  const known = readFileSync('docs/errors.md', 'utf8')
  expect(named.filter((code) => !known.includes(`\`${code}\``))).toEqual([])
})

test('editors are told the same as `airworthy check`: by the published JSON Schema', () => {
  const schema = JSON.parse(readFileSync('docs/pipeline.schema.json', 'utf8')) as object
  const validate = new Ajv2020({ strict: false }).compile(schema)
  for (const name of readdirSync('pipelines').filter((file) => file.endsWith('.yml'))) {
    const text = readFileSync(path.join('pipelines', name), 'utf8')
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true)
    expect(validate(parse(text.replace('budget:', 'bugdet:')))).toBe(false)
    expect(validate(parse(text.replace('candidate:', 'candidat:')))).toBe(false)
    expect(validate(parse(text.replace('gate: {', 'gate: { kind: nonsense,')))).toBe(false)
  }
})

test('every example in the references is one that its settings take', () => {
  for (const kind of [...stageKinds, ...builtIn.targets, ...builtIn.sources, ...hookKinds]) {
    const value = (parse(exampleOf(kind)) as Record<string, unknown>)[kind.name]
    expect(kind.settings.safeParse(value).error, kind.name).toBeUndefined()
  }
})

test('the version in the code is the version of the package', () => {
  expect(packageJson.version).toBe(version)
})

/** The declarations that the sources under test have: what is not in their bundle. */
let types: string

beforeAll(() => {
  types = path.join(testBuild, 'types')
  execFileSync(process.execPath, ['scripts/build.mjs', types, '--types-only'], { stdio: 'inherit' })
}, 300_000)
afterAll(() => rmSync(types, { recursive: true, force: true }))

test('dist/ is what the sources build, byte for byte, wherever it is built', () => {
  const [committed, fresh] = [contents('dist'), new Map([...contents(bundle), ...contents(types)])]
  const stale = [...new Set([...committed.keys(), ...fresh.keys()])].filter(
    (file) => committed.get(file) !== fresh.get(file),
  )
  expect(stale, 'dist/ is stale: npm run build').toEqual([])
  expect(fresh.size).toBeGreaterThan(5)
})

/** Files of a folder with their digests. Line ends may be those of the machine. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  )
  return new Map(
    files.map((file) => [file, sha256(readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n'))]),
  )
}

test('chunks are called after modules or their group, so that a change of one module leaves the others alone', () => {
  const modules = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/([\\/]index)?\.ts$/, '').replace(/[^A-Za-z0-9]+/g, '-'))
  const chunks = readdirSync(path.join(bundle, 'chunks')).map((file) => file.replace(/(-facade)?\.js$/, ''))
  const others = chunks.filter((chunk) => !modules.includes(chunk) && !chunk.startsWith('npm-'))
  expect(others).toEqual(['pipelines', 'rolldown-runtime', 'start', 'workers'])
})

test('the declarations of the library are one file that imports what the package depends on, with names as in the sources', () => {
  const text = readFileSync(path.join(types, 'library.d.ts'), 'utf8')
  const imported = [...text.matchAll(/\b(?:from|import\() ?['"]([^'"]+)['"]/g)].map(([, name]) => name)
  expect(new Set(imported)).toEqual(new Set(Object.keys(packageJson.dependencies)))
  expect(text).not.toMatch(/\bdeclare \w+ \w+[_$]\d/)
  expect([...contents(bundle).keys()].filter((file) => file.endsWith('.d.ts'))).toEqual([])
  expect([...contents(types).keys()]).toEqual(['library.d.ts'])
})

// Less strictly, and with older compilers, in test/real/library.test.ts.
test('a caller of the library gets types that fit', () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'node_modules', '@types'), { recursive: true })
  const own = path.join(folder, 'node_modules', 'airworthy')
  mkdirSync(path.join(own, 'dist'), { recursive: true })
  copyFileSync('package.json', path.join(own, 'package.json'))
  copyFileSync(path.join(types, 'library.d.ts'), path.join(own, 'dist', 'library.d.ts'))
  for (const name of [...Object.keys(packageJson.dependencies), '@types/node'])
    symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name), 'junction')
  expect(callerProblems(folder, path.resolve('node_modules/typescript/bin/tsc'), strictest)).toBe('')
}, 120_000)

test('what every call of the command line loads is ours alone: packages are loaded where they are used', () => {
  const files = new Set(['cli.js'])
  for (const file of files) {
    const text = readFileSync(path.join('dist', file), 'utf8')
    for (const [, imported] of text.matchAll(/^(?:import|export) .*?"(\.[^"]+)";$/gm))
      files.add(path.join(path.dirname(file), imported ?? ''))
  }
  expect([...files].filter((file) => file.includes('npm-'))).toEqual([])
  expect(files.size).toBeGreaterThan(2)
})
