import path from 'node:path'
import { expect, test } from 'vitest'
import { moduleDigest } from '../../src/core/module-digest.ts'
import { testWorld } from '../world.ts'

async function folderOf(modules: Readonly<Record<string, string>>) {
  const { cwd, files } = await testWorld()
  const write = (name: string, text: string) => files.writeText(path.join(cwd, name), text)
  for (const [name, text] of Object.entries(modules)) await write(name, text)
  return {
    write,
    digest: () => moduleDigest(path.join(cwd, 'metric.mjs'), files),
    file: path.join(cwd, 'metric.mjs'),
    files,
  }
}

test('a module alone has the digest of its file', async () => {
  const { digest, file, files } = await folderOf({ 'metric.mjs': "import { readFile } from 'node:fs/promises'\n" })
  expect(await digest()).toBe(await files.hash(file))
})

test.each([
  ['a static import', "import { score } from './lib/score.mjs'\n"],
  ['an import for its effects', "import './lib/score.mjs'\n"],
  ['an export of another’s', 'export { default } from "./lib/score.mjs"\n'],
  ['several lines', "import {\n  score,\n} from './lib/score.mjs'\n"],
  ['an import when it is called', "export default async () => (await import('./lib/score.mjs')).score\n"],
])('%s counts, and what that imports', async (_, text) => {
  const { write, digest } = await folderOf({
    'metric.mjs': text,
    'lib/score.mjs': "export { score } from '../deep.mjs'\n",
    'deep.mjs': 'export const score = 1\n',
    'other.mjs': 'export const score = 2\n',
  })
  const before = await digest()
  await write('other.mjs', 'export const score = 3\n')
  expect(await digest()).toBe(before)
  await write('deep.mjs', 'export const score = 3\n')
  expect(await digest()).not.toBe(before)
  await write('deep.mjs', 'export const score = 1\n')
  expect(await digest()).toBe(before)
})

test('modules that import one another, or one that is missing, have a digest', async () => {
  const { digest } = await folderOf({
    'metric.mjs': "import './other.mjs'\nimport './missing.mjs'\n",
    'other.mjs': "import './metric.mjs'\n",
  })
  expect(await digest()).toMatch(/^[0-9a-f]{64}$/)
})
