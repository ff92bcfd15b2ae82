import { describe, expect, it } from 'vitest'
import type { Ledger, LedgerEvent } from '../../src/core/ledger.ts'
import type { Artifact } from '../../src/core/products/index.ts'
import type { World } from '../../src/core/world.ts'
import { testWorld } from '../world.ts'

export const artifact: Artifact = { sha256: 'a'.repeat(64), bytes: 12, name: 'digits.onnx' }

export function releaseEvent(version: string, more: Partial<LedgerEvent & { kind: 'release' }> = {}): LedgerEvent {
  return { kind: 'release', model: 'digits', version, artifact, why: `release of ${version}`, ...more }
}

export function assignEvent(version: string, stage = 'production'): LedgerEvent {
  return { kind: 'assign', model: 'digits', stage, version, why: 'it passed' }
}

/** What every registry driver promises. `open` opens the same registry of a world each time it is called. */
export function ledgerContract(name: string, open: (world: World) => Promise<Ledger>): void {
  describe(`the registry contract: ${name}`, () => {
    it('is empty at first', async () => {
      const ledger = await open(await testWorld())
      expect(await ledger.read()).toEqual([])
      expect(await ledger.tags()).toEqual([])
    })

    it('gives entries back in order, with key, time and author', async () => {
      const ledger = await open(await testWorld())
      await ledger.append('a', releaseEvent('1.0.0'))
      await ledger.append('b', releaseEvent('1.1.0', { source: 'abc', evidence: 'b'.repeat(64) }))
      await ledger.append('c', assignEvent('1.0.0'))
      const entries = await ledger.read()
      expect(entries.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
      expect(entries[1]).toMatchObject(releaseEvent('1.1.0', { source: 'abc', evidence: 'b'.repeat(64) }))
      expect(Date.parse(entries[0]?.at ?? '')).toBeGreaterThan(Date.parse('2024-01-01'))
      expect(entries[0]?.by).not.toBe('')
    })

    it('records a key once, whoever asks again and with what', async () => {
      const world = await testWorld()
      const first = await (await open(world)).append('a', releaseEvent('1.0.0'))
      const again = await (await open(world)).append('a', releaseEvent('2.0.0'))
      expect(again).toEqual(first)
      expect(await (await open(world)).read()).toEqual([first])
    })

    it('keeps every entry of several writers at once, each once', async () => {
      const world = await testWorld()
      const writers = await Promise.all([1, 2, 3].map(() => open(world)))
      const versions = [1, 2, 3, 4].map((minor) => `1.${minor}.0`)
      await Promise.all(
        writers.flatMap((ledger) => versions.map((version) => ledger.append(version, releaseEvent(version)))),
      )
      const entries = await (await open(world)).read()
      expect(entries.map(({ key }) => key).sort()).toEqual(versions)
    })

    it('refuses a version that is taken, a version that is unknown, and names outside the grammar', async () => {
      const ledger = await open(await testWorld())
      await ledger.append('a', releaseEvent('1.0.0'))
      await expect(ledger.append('b', releaseEvent('1.0.0'))).rejects.toMatchObject({ code: 'version-exists' })
      await expect(ledger.append('c', assignEvent('9.0.0'))).rejects.toMatchObject({ code: 'version-unknown' })
      await expect(ledger.append('d', releaseEvent('v2'))).rejects.toMatchObject({ code: 'version-invalid' })
      await expect(ledger.append('e', releaseEvent('2.0.0', { model: 'a b' }))).rejects.toMatchObject({
        code: 'model-name',
      })
      await expect(ledger.append('f', assignEvent('1.0.0', '#1'))).rejects.toMatchObject({ code: 'stage-name' })
      expect(await ledger.read()).toHaveLength(1)
    })

    it('writes nothing that it could not read back', async () => {
      const world = await testWorld()
      const first = await (await open(world)).append('a', releaseEvent('1.0.0'))
      const started = {
        kind: 'rollout-started',
        model: 'digits',
        rollout: 'r',
        version: '1.0.0',
        target: 'local',
      } as const
      const unreadable = (await open(world)).append('b', { ...started, steps: [] })
      await expect(unreadable).rejects.toMatchObject({ code: 'ledger-broken' })
      expect(await (await open(world)).read()).toEqual([first])
    })

    it('masks secrets before anything is written', async () => {
      const world = await testWorld({ env: { ...process.env, DEPLOY_TOKEN: 'hunter2-hunter2' } })
      const ledger = await open(world)
      const entry = await ledger.append('a', releaseEvent('1.0.0', { why: 'said hunter2-hunter2 aloud' }))
      expect(entry).toMatchObject({ why: 'said *** aloud' })
      expect(JSON.stringify(await (await open(world)).read())).not.toContain('hunter2')
    })

    it('holds text of any kind', async () => {
      const world = await testWorld()
      const why = 'größer als 3 % 🛩️\nzweite "Zeile"\t#1'
      await (await open(world)).append('schlüssel/ü', releaseEvent('1.0.0', { why }))
      await (await open(world)).append('next', releaseEvent('1.0.1'))
      expect((await (await open(world)).read())[0]).toMatchObject({ key: 'schlüssel/ü', why })
    })
  })
}
