import { chmod, readdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testWorld } from '../world.ts'

test('writes are whole or not at all, and leave nothing beside them', async () => {
  const { files, cwd } = await testWorld()
  const file = path.join(cwd, 'deep/er/a.txt')
  await files.writeText(file, 'one')
  await files.writeText(file, 'two')
  expect(await files.readText(file)).toBe('two')
  expect(await readdir(path.dirname(file))).toEqual(['a.txt'])
  await expect(files.writeText(path.join(cwd, 'deep/er'), 'x')).rejects.toMatchObject({ code: 'file-denied' })
  expect(await readdir(cwd)).toEqual(['deep'])
})

test('secrets never reach a file', async () => {
  const { files, cwd } = await testWorld({
    env: { API_TOKEN: 'hunter2-hunter2', DB_PASSWORD: 'with "quotes"\nand lines of it', SHORT_KEY: 'abc' },
  })
  const file = path.join(cwd, 'a.json')
  await files.writeText(file, JSON.stringify({ a: 'hunter2-hunter2', b: 'with "quotes"\nand lines of it', c: 'abc' }))
  await files.appendLine(file, 'again hunter2-hunter2')
  const text = await files.readText(file)
  expect(text).not.toMatch(/hunter2|quotes|lines of it/)
  expect(text).toContain('abc')
})

test.runIf(process.platform === 'linux')('a full disk is told as one', async () => {
  const { files, cwd } = await testWorld()
  const full = path.join(cwd, 'full')
  await symlink('/dev/full', full)
  await expect(files.appendLine(full, 'x'.repeat(10))).rejects.toMatchObject({ code: 'disk-full' })
})

test('missing files and folders are told as such', async () => {
  const { files, cwd } = await testWorld()
  await expect(files.readText(path.join(cwd, 'no'))).rejects.toMatchObject({ code: 'file-missing' })
  await expect(files.read(cwd)).rejects.toMatchObject({ code: 'file-denied' })
  expect(await files.size(path.join(cwd, 'no'))).toBeUndefined()
  expect(await files.list(path.join(cwd, 'no'))).toEqual([])
})

test('only one of many creates a file that must not exist', async () => {
  const { files, cwd } = await testWorld()
  const lock = path.join(cwd, 'lock')
  const made = await Promise.all(Array.from({ length: 8 }, (_, i) => files.createExclusive(lock, `${i}`)))
  expect(made.filter(Boolean)).toHaveLength(1)
})

test('a copy is not bound to the permissions of the original', async () => {
  const { files, cwd } = await testWorld()
  const [from, to] = [path.join(cwd, 'a'), path.join(cwd, 'b')]
  await files.writeText(from, 'x')
  await chmod(from, 0o444)
  await files.copy(from, to)
  await files.copy(from, to)
  expect(await files.hash(to)).toBe(await files.hash(from))
})

test('a file is read in pieces from any place on, appended to as pieces come, and renamed in place of another', async () => {
  const { files, cwd } = await testWorld()
  const [part, whole] = [`${cwd}/deep/part`, `${cwd}/deep/whole`]
  const text = (words: string) => new TextEncoder().encode(words)
  async function* cutOff() {
    yield text('one, ')
    throw new Error('the line is cut')
  }
  async function* rest() {
    yield text('two, ')
    yield text('three')
  }
  await expect(files.appendPieces(part, cutOff())).rejects.toThrow('the line is cut')
  await files.appendPieces(part, rest())
  await files.writeText(whole, 'before')
  await files.move(part, whole)
  const pieces: Uint8Array[] = []
  for await (const piece of files.pieces(whole, 5)) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe('two, three')
  expect(await files.exists(part)).toBe(false)
  await expect(files.move(part, whole)).rejects.toMatchObject({ code: 'file-missing' })
  await expect(files.pieces(part, 0)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'file-missing' })
})
