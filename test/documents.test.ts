import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { exampleOf, generatedDocs } from '../scripts/docs.ts'
import { finiteWasm } from '../scripts/finite-wasm.ts'
import { sha256 } from '../src/core/json.ts'
import { version } from '../src/core/version.ts'
import { stageKinds, targets } from '../src/stages/index.ts'
import { folderInRepository } from './folders.ts'

test('the WebAssembly is what its source says', async () => {
  expect(readFileSync('src/onnx/tensors/finite-wasm.ts', 'utf8')).toBe(await finiteWasm())
})

test('the generated references are fresh', () => {
  for (const [name, text] of Object.entries(generatedDocs())) {
    expect(readFileSync(`docs/${name}`, 'utf8') === text, `docs/${name} is stale: npm run docs`).toBe(true)
  }
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
  for (const kind of [...stageKinds, ...targets]) {
    const value = (parse(exampleOf(kind)) as Record<string, unknown>)[kind.kind]
    expect(kind.settings.safeParse(value).error, kind.kind).toBeUndefined()
  }
})

test('the version in the code is the version of the package', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ version })
})

test('dist/ is what the sources build, byte for byte, wherever it is built', () => {
  const folder = folderInRepository()
  execFileSync(process.execPath, ['scripts/build.mjs', folder], { stdio: 'inherit' })
  const [committed, built] = [contents('dist'), contents(folder)]
  const stale = [...new Set([...committed.keys(), ...built.keys()])].filter(
    (file) => committed.get(file) !== built.get(file),
  )
  expect(stale, 'dist/ is stale: npm run build').toEqual([])
  expect(built.size).toBeGreaterThan(5)
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

test('a caller of the library gets types that fit', () => {
  const folder = folderInRepository()
  const caller = `import { compare, type RunReport } from 'airworthy'
const report: RunReport = await compare('a.onnx', 'b.onnx', { metrics: { size: '5%' } })
const code: number = report.exitCode
// @ts-expect-error: a verdict is no number
const wrong: number = report.outcome
console.log(code, wrong)
`
  writeFileSync(path.join(folder, 'caller.ts'), caller)
  const flags = ['--strict', '--noEmit', '--target', 'es2023', '--module', 'nodenext', '--types', 'node']
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--ignoreConfig', ...flags, path.join(folder, 'caller.ts')],
    { encoding: 'utf8' },
  )
  expect(stdout).toBe('')
  expect(status).toBe(0)
})
