import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ByteSource } from '../../src/core/bytes.ts'
import { fileSource, sourceWithin } from '../../src/world/file-source.ts'
import { temporaryFolder } from '../folders.ts'
import { testWorld } from '../world.ts'

/** A folder of a model, beside a file that it must not reach. */
function place(): { folder: string; outside: string } {
  const root = temporaryFolder()
  const folder = path.join(root, 'model')
  mkdirSync(path.join(folder, 'deep'), { recursive: true })
  writeFileSync(path.join(folder, 'w.data'), 'inside')
  writeFileSync(path.join(folder, 'deep', 'w..bin'), 'deeper')
  const outside = path.join(root, 'secret')
  writeFileSync(outside, 'secret')
  return { folder, outside }
}

function textOf(source: ByteSource | string): string {
  return typeof source === 'string' ? `refused: ${source}` : Buffer.from(source.read(0, source.length)).toString()
}

describe('a file that a model names', () => {
  test.each([
    ['w.data', 'inside'],
    ['./w.data', 'inside'],
    ['deep/w..bin', 'deeper'],
    ['', 'refused: outside'],
    ['../secret', 'refused: outside'],
    ['deep/../../secret', 'refused: outside'],
    ['deep/../w.data', 'refused: outside'],
    ['..\\secret', 'refused: outside'],
    ['C:secret', 'refused: outside'],
    ['w.data\0', 'refused: outside'],
    ['/etc/passwd', 'refused: outside'],
    ['nothing', 'refused: missing'],
    ['w.data/x', 'refused: missing'],
    ['deep', 'refused: not-a-file'],
    ['.', 'refused: not-a-file'],
  ])('%j: %s', (name, expected) => {
    expect(textOf(sourceWithin(place().folder, name))).toBe(expected)
  })

  test.skipIf(process.platform === 'win32')('is reached through no link of any kind', () => {
    const { folder, outside } = place()
    symlinkSync(outside, path.join(folder, 'soft'))
    symlinkSync('w.data', path.join(folder, 'soft-inside'))
    symlinkSync(path.dirname(outside), path.join(folder, 'up'))
    symlinkSync('loop', path.join(folder, 'loop'))
    linkSync(outside, path.join(folder, 'hard'))
    for (const name of ['soft', 'soft-inside', 'up/secret', 'loop']) expect(sourceWithin(folder, name)).toBe('link')
    expect(sourceWithin(folder, 'hard')).toBe('hard-link')
  })

  test.runIf(process.platform === 'linux')('is no pipe, which would be waited for, and no device', () => {
    const { folder } = place()
    execFileSync('mkfifo', [path.join(folder, 'pipe')])
    expect(sourceWithin(folder, 'pipe')).toBe('not-a-file')
    expect(textOf(sourceWithin('/dev', 'zero'))).toBe('refused: not-a-file')
  })

  test('is the one that was looked at: what takes its place is not read', async () => {
    const { folder, outside } = place()
    const source = sourceWithin(folder, 'w.data') as ByteSource
    expect(textOf(source)).toBe('inside')
    renameSync(outside, path.join(folder, 'w.data'))
    expect(textOf(source)).toBe('inside')
    await Promise.resolve()
    expect(() => source.read(0, 1)).toThrow(expect.objectContaining({ code: 'file-changed' }))
  })

  test('is looked for in the working directory when the folder has no name', () => {
    expect(textOf(sourceWithin('', 'LICENSE'))).toContain('MIT')
    expect(sourceWithin('', '../LICENSE')).toBe('outside')
  })
})

test('a file is read in parts, and a folder or a missing file is told as such', async () => {
  const { files, cwd } = await testWorld()
  const file = path.join(cwd, 'a')
  await files.writePieces(file, [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3, 4, 5)])
  const source = await files.open(file)
  expect(source.length).toBe(5)
  expect([...source.read(1, 4)]).toEqual([2, 3, 4])
  expect(source.read(2, 2)).toHaveLength(0)
  await expect(files.open(cwd)).rejects.toMatchObject({ code: 'file-denied' })
  await expect(files.open(path.join(cwd, 'no'))).rejects.toMatchObject({ code: 'file-missing' })
  expect(textOf(await files.openWithin(cwd, 'a'))).toHaveLength(5)
  expect(() => fileSource(path.join(cwd, 'no'))).toThrow()
})

test('pieces are written whole or not at all', async () => {
  const { files, cwd } = await testWorld()
  const file = path.join(cwd, 'a')
  function* broken(): Generator<Uint8Array> {
    yield Uint8Array.of(1)
    throw new RangeError('no more')
  }
  await expect(files.writePieces(file, broken())).rejects.toThrow('no more')
  expect(await files.list(cwd)).toEqual([])
})
