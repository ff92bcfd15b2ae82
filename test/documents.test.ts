import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { generatedDocs } from '../scripts/docs.ts'
import { version } from '../src/core/version.ts'

test('the generated references are fresh', () => {
  for (const [name, text] of Object.entries(generatedDocs())) {
    expect(readFileSync(`docs/${name}`, 'utf8') === text, `docs/${name} is stale: npm run docs`).toBe(true)
  }
})

test('the version in the code is the version of the package', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ version })
})

test('dist/ is what the sources build, byte for byte, wherever it is built', () => {
  const folder = mkdtempSync(path.resolve('.build', 'dist-'))
  try {
    execFileSync(process.execPath, ['scripts/build.mjs', folder], { stdio: 'inherit' })
    expect(contents('dist')).toEqual(contents(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .sort()
    .map((file) => `${file}: ${readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').length} ${hash(path.join(folder, file))}`)
}

function hash(file: string): string {
  return execFileSync('git', ['hash-object', '--no-filters', file], { encoding: 'utf8' }).trim()
}
