import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import type { Content, Store } from '../../src/core/store.ts'
import type { World } from '../../src/core/world.ts'
import { testWorld } from '../world.ts'

/** Bytes as they come from memory, in pieces of seven. */
export function contentOf(text: string): Content {
  const bytes = new TextEncoder().encode(text)
  return {
    sha256: sha256(bytes),
    bytes: bytes.length,
    async *read(from) {
      for (let at = from; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    },
  }
}

/** Its first bytes, and then the source breaks off, when that is let happen. `asked` tells where readers began. */
export function brokenOff(content: Content, after: number, when?: Promise<void>): Content & { asked: number[] } {
  const asked: number[] = []
  return {
    ...content,
    asked,
    async *read(from) {
      asked.push(from)
      let given = from
      for await (const piece of content.read(from)) {
        if (given >= after) break
        given += piece.length
        yield piece
      }
      await when
      throw new Error('the line is cut')
    },
  }
}

export async function textIn(content: Content | undefined, from = 0): Promise<string | undefined> {
  if (content === undefined) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of content.read(from)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

const words = contentOf('the bytes of a model, or of evidence')
const other = contentOf('what somebody else wrote')

/** What every store promises. `open` opens the same store of a world each time it is called. */
export function storeContract(name: string, open: (world: World) => Store): void {
  describe(`the store contract: ${name}`, () => {
    it('gives bytes back, from any place on, to whoever opens it', async () => {
      const world = await testWorld()
      expect(await open(world).has(words.sha256)).toBe(false)
      await open(world).put(words)
      const content = await open(world).open(words.sha256)
      expect(await open(world).has(words.sha256)).toBe(true)
      expect(content).toMatchObject({ sha256: words.sha256, bytes: words.bytes })
      expect(await textIn(content)).toBe('the bytes of a model, or of evidence')
      expect(await textIn(content, 12)).toBe(' a model, or of evidence')
      expect(await textIn(content, words.bytes)).toBe('')
    })

    it('has nothing where nothing was stored, and drops what it is told to', async () => {
      const store = open(await testWorld())
      expect(await store.open(words.sha256)).toBeUndefined()
      await store.remove(words.sha256)
      await store.put(words)
      await store.put(other)
      await store.remove(words.sha256)
      expect([await store.has(words.sha256), await store.has(other.sha256)]).toEqual([false, true])
    })

    it('holds no bytes at all under their digest, too', async () => {
      const store = open(await testWorld())
      const nothing = contentOf('')
      await store.put(nothing)
      expect(await textIn(await store.open(nothing.sha256))).toBe('')
    })

    it('takes the same bytes once', async () => {
      const world = await testWorld()
      await open(world).put(words)
      const again = brokenOff(words, 0)
      await open(world).put(again)
      expect(again.asked).toEqual([])
    })

    it.each([
      ['other bytes', { ...words, read: contentOf('the bytes of a model, or of Evidence').read }],
      ['too few', { ...words, read: () => contentOf('the bytes').read(0) }],
      ['too many', { ...words, read: () => contentOf('the bytes of a model, or of evidence, and so on').read(0) }],
      ['a wrong length', { ...words, bytes: words.bytes + 1 }],
    ])('refuses %s, and keeps nothing of them', async (_, wrong) => {
      const world = await testWorld()
      await open(world).put(other)
      await expect(open(world).put(wrong)).rejects.toMatchObject({ code: 'content-differs' })
      expect(await open(world).has(words.sha256)).toBe(false)
      await open(world).put(words)
      expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
    })

    it('shows nothing of what is not whole: neither while it comes, nor after it broke off', async () => {
      const world = await testWorld()
      let cut = (): void => {}
      const hanging = brokenOff(words, 20, new Promise((resolve) => (cut = resolve)))
      const put = open(world).put(hanging)
      while (hanging.asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
      expect(await open(world).open(words.sha256)).toBeUndefined()
      cut()
      await expect(put).rejects.toThrow('the line is cut')
      await expect(open(world).put(brokenOff(words, 20))).rejects.toThrow('the line is cut')
      expect(await open(world).has(words.sha256)).toBe(false)
      await open(world).put(words)
      expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
    })

    it('survives what broke off giving other bytes than the rest', async () => {
      const world = await testWorld()
      const lying = { ...other, sha256: words.sha256, bytes: words.bytes }
      await expect(open(world).put(brokenOff(lying, 14))).rejects.toThrow('the line is cut')
      await open(world).put(words)
      expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
    })

    it('takes the same bytes from several at once', async () => {
      const world = await testWorld()
      const stores = [1, 2, 3, 4].map(() => open(world))
      await Promise.all(stores.flatMap((store) => [store.put(words), store.put(other)]))
      expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
      expect(await textIn(await open(world).open(other.sha256))).toBe('what somebody else wrote')
    })

    it('passes large contents through, and never has them in memory', async () => {
      const store = open(await testWorld())
      const content = large(192)
      await store.put(content)
      let [seen, most] = [0, 0]
      for await (const piece of (await store.open(content.sha256))?.read(0) ?? []) {
        seen += piece.length
        most = Math.max(most, piece.length)
      }
      expect(seen).toBe(content.bytes)
      expect(most).toBeLessThanOrEqual(8 * 2 ** 20)
      // Pieces that nobody holds are freed now and then: a whole content would be there all the time.
      expect(content.heldMost()).toBeLessThan(128 * 2 ** 20)
    })

    it.each([
      '',
      '..',
      '../../x',
      'ab/../../../etc/passwd',
      'A'.repeat(64),
      `${'a'.repeat(64)}/x`,
      `${'a'.repeat(63)}\0`,
    ])('refuses %j for a digest', async (name) => {
      const store = open(await testWorld())
      const refusal = { code: 'digest-malformed' }
      await expect(store.has(name)).rejects.toMatchObject(refusal)
      await expect(store.open(name)).rejects.toMatchObject(refusal)
      await expect(store.put({ ...words, sha256: name })).rejects.toMatchObject(refusal)
      await expect(store.remove(name)).rejects.toMatchObject(refusal)
    })
  })
}

/** As many megabytes, made as they are asked for. `heldMost` tells how much memory of buffers was in use at most meanwhile. */
function large(megabytes: number): Content & { heldMost(): number } {
  const piece = (number: number): Uint8Array => new Uint8Array(2 ** 20).fill(number)
  const hash = createHash('sha256')
  for (let number = 0; number < megabytes; number++) hash.update(piece(number))
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  return {
    sha256: hash.digest('hex'),
    bytes: megabytes * 2 ** 20,
    async *read(from) {
      for (let number = from / 2 ** 20; number < megabytes; number++) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        yield piece(number)
      }
    },
    heldMost: () => most,
  }
}
