import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callerProblems, strictness } from '../library-caller.ts'

// The package as npm would publish it, in a project that has nothing else. The oldest compiler is the one that zod asks for.
const compilers = ['5.5', '5', '6', '7'] as const

let folder: string
let archive: string
const inFolder = (...names: readonly string[]): string => path.join(folder, ...names)

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'airworthy-published-'))
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  archive = path.join(folder, execFileSync('npm', pack, { encoding: 'utf8' }).trim())
  install('project', ['--omit=optional', archive, '@types/node@20'])
  const aliases = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`)
  install('tools', ['@arethetypeswrong/cli@0.18.5', ...aliases])
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

function install(name: string, words: readonly string[]): void {
  mkdirSync(inFolder(name))
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
  execFileSync('npm', ['install', '--prefix', inFolder(name), ...quiet, ...words], { stdio: 'inherit' })
}

describe.each(compilers)('TypeScript %s', (version) => {
  test.each(strictness)('takes the types of the library: %o', (flags) => {
    const tsc = inFolder('tools', 'node_modules', `typescript-${version}`, 'bin', 'tsc')
    expect(callerProblems(inFolder('project'), tsc, flags)).toBe('')
  })
})

test('are the types wrong? They are where and what the JavaScript is', () => {
  const attw = inFolder('tools', 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js')
  const { status, stdout } = spawnSync(process.execPath, [attw, archive, '--profile', 'esm-only'], { encoding: 'utf8' })
  expect(stdout).toContain('"airworthy"')
  expect(status, stdout).toBe(0)
})
