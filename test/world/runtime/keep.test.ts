import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keep } from '../../../src/world/runtime/keep.ts'
import { testWorld } from '../../world.ts'

async function entry(): Promise<{ readonly top: string; readonly folder: string; readonly marker: string }> {
  const { cwd: top } = await testWorld()
  return { top, folder: path.join(top, 'x64'), marker: path.join(top, 'x64.complete') }
}

const fillWith =
  (text: string) =>
  (folder: string): Promise<void> =>
    writeFile(path.join(folder, 'file'), text)

test('a folder is there once it is whole', async () => {
  const { top, ...at } = await entry()
  await keep(at, async (folder) => {
    expect(await readdir(top)).toEqual([path.basename(folder)])
    await fillWith('text')(folder)
  })
  expect((await readdir(top)).sort()).toEqual(['x64', 'x64.complete'])
})

test('what fails half-way leaves nothing', async () => {
  const { top, ...at } = await entry()
  const failing = keep(at, async (folder) => {
    await fillWith('half')(folder)
    throw new Error('no space')
  })
  await expect(failing).rejects.toThrow('no space')
  expect(await readdir(top)).toEqual([])
})

test('many at once end well, whatever lay there before', async () => {
  const { top, ...at } = await entry()
  await mkdir(at.folder)
  await writeFile(path.join(at.folder, 'unfinished'), 'of something else')
  await Promise.all(Array.from({ length: 20 }, () => keep(at, fillWith('text'))))
  expect((await readdir(top)).sort()).toEqual(['x64', 'x64.complete'])
  expect(await readdir(at.folder)).toEqual(['file'])
  expect(await readFile(path.join(at.folder, 'file'), 'utf8')).toBe('text')
})

test('what a killed process left is swept away, not what another one is filling', async () => {
  const { top, ...at } = await entry()
  const [left, filling] = [path.join(top, '.x64-killed'), path.join(top, '.x64-filling')]
  for (const folder of [left, filling]) await mkdir(folder)
  const twoHoursAgo = new Date(Date.now() - 7_200_000)
  await utimes(left, twoHoursAgo, twoHoursAgo)
  await keep(at, fillWith('text'))
  expect((await readdir(top)).sort()).toEqual(['.x64-filling', 'x64', 'x64.complete'])
})
