import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tidyHome } from '../../src/world/tidy.ts'
import { airworthy } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'

const digits = path.resolve('pipelines/digits')

async function untrusted(args: readonly string[], expected: number) {
  const [cwd, temporary] = [temporaryFolder(), temporaryFolder()]
  for (const name of ['digits-1.0.0', 'digits-candidate'])
    copyFileSync(path.join(digits, `${name}.onnx`), path.join(cwd, `${name}.onnx`))
  const pipeline = `pipeline: digits
model: { candidate: digits-candidate.onnx, production: digits-1.0.0.onnx }
stages:
  benchmark: {}
  compare: { metrics: { size: { margin: 5% } } }
  gate: {}
`
  writeFileSync(path.join(cwd, 'airworthy.yml'), pipeline)
  const env = { CI: 'true', TMPDIR: temporary, RUNNER_TEMP: '', AIRWORTHY_HOME: '', AIRWORTHY_TRUSTED: '' }
  const { code, out, err } = await airworthy(args, { cwd, env })
  expect(code, out + err).toBe(expected)
  return { cwd, temporary, env, out }
}

test('an untrusted run leaves its report and evidence, and no model', async () => {
  const { cwd, temporary, env } = await untrusted(['run', 'airworthy.yml'], 0)
  const [home = ''] = readdirSync(temporary)
  expect(readdirSync(path.join(temporary, home)).sort()).toEqual(['.gitignore', 'runs'])
  const [run = ''] = readdirSync(path.join(temporary, home, 'runs'))
  const folder = path.join(temporary, home, 'runs', run)
  expect(readdirSync(folder).sort()).toEqual(['evidence.json', 'report.html', 'report.json', 'report.md', 'report.txt'])
  // The commands that it proposes work in a later process.
  expect((await airworthy(['verify', path.join(folder, 'evidence.json')], { cwd, env })).code).toBe(0)
  expect((await airworthy(['report', folder], { cwd, env })).code).toBe(0)
  expect(readdirSync(temporary)).toEqual([home])
})

test('an untrusted command that runs a model leaves none, either', async () => {
  const { temporary } = await untrusted(['validate', 'digits-candidate.onnx'], 0)
  for (const home of readdirSync(temporary))
    expect(readdirSync(path.join(temporary, home)).sort()).toEqual(['.gitignore', 'runs'])
})

test('a home in which nothing was reported goes', () => {
  const above = temporaryFolder()
  mkdirSync(path.join(above, 'airworthy-1', 'store'), { recursive: true })
  mkdirSync(path.join(above, 'airworthy-1', 'runs', 'cut-off'), { recursive: true })
  tidyHome({ kind: 'isolated', folder: path.join(above, 'airworthy-1'), usual: '/nowhere', named: false })
  tidyHome({ kind: 'isolated', folder: path.join(above, 'never-made'), usual: '/nowhere', named: false })
  expect(readdirSync(above)).toEqual([])
})

test('runs that did not come to their end go, and shards stay', () => {
  const folder = path.join(temporaryFolder(), 'airworthy-1')
  for (const [run, name] of [
    ['cut-off', 'journal.jsonl'],
    ['shard', 'shard.json'],
  ] as const) {
    mkdirSync(path.join(folder, 'runs', run), { recursive: true })
    writeFileSync(path.join(folder, 'runs', run, name), '')
  }
  tidyHome({ kind: 'isolated', folder, usual: '/nowhere', named: false })
  expect(readdirSync(path.join(folder, 'runs'))).toEqual(['shard'])
})

test('a home of the user stays as it is', () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'store'))
  tidyHome({ kind: 'local', folder })
  expect(existsSync(path.join(folder, 'store'))).toBe(true)
})
