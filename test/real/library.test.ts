import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callerProblems, strictness } from '../library-caller.ts'

// The package as npm would publish it, in a project that has nothing else but compilers: from the one that zod asks for to the newest.
const compilers = ['5.5', '5', '6', '7'] as const

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'airworthy-published-'))
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const archive = execFileSync('npm', pack, { encoding: 'utf8' }).trim()
  const aliases = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`)
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional']
  execFileSync('npm', ['install', ...quiet, path.join(folder, archive), '@types/node@20', ...aliases], { cwd: folder })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(compilers)('TypeScript %s', (version) => {
  test.each(strictness)('takes the types of the library: %o', (flags) => {
    const tsc = path.join(folder, 'node_modules', `typescript-${version}`, 'bin', 'tsc')
    expect(callerProblems(folder, tsc, flags)).toBe('')
  })
})
