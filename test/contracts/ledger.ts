import { describe, expect, it } from 'vitest'
import type { Ledger, LedgerEntry, LedgerEvent } from '../../src/core/ledger.ts'
import type { Artifact } from '../../src/core/products/index.ts'
import type { World } from '../../src/core/world.ts'
import { testWorld } from '../world.ts'

export const artifact: Artifact = { sha256: 'a'.repeat(64), bytes: 12, name: 'digits.onnx' }

export function releaseEvent(version: string, more: Partial<LedgerEvent & { kind: 'release' }> = {}): LedgerEvent {
  return { kind: 'release', model: 'digits', version, artifact, why: `release of ${version}`, ...more }
}

/** `against`: what serves until then, where that changes. */
export function assignEvent(version: string, stage = 'production', model = 'digits', against?: string): LedgerEvent {
  return { kind: 'assign', model, stage, version, why: 'it passed', ...(against === undefined ? {} : { against }) }
}

/** The file of a ledger that was created, and holds nothing else. */
export const createdFile = '{"kind":"created","key":"created","at":"2026-01-01T00:00:00.000Z","by":"ada"}\n'

/** Creates the ledger that was opened, unless it has entries. */
export async function create(ledger: Ledger): Promise<Ledger> {
  if ((await ledger.read()).length === 0) await ledger.append('created', { kind: 'created' })
  return ledger
}

/** What was recorded since it was created. */
export async function recorded(ledger: Pick<Ledger, 'read'>): Promise<readonly LedgerEntry[]> {
  return (await ledger.read()).filter(({ kind }) => kind !== 'created')
}

/** What every registry driver promises. `openOnly` opens the same registry of a world each time it is called. */
export function ledgerContract(
  name: string,
  openOnly: (world: World) => Promise<Ledger>,
  { isCreated = false }: { readonly isCreated?: boolean } = {},
): void {
  const open = async (world: World) => create(await openOnly(world))
  describe(`the registry contract: ${name}`, () => {
    it.skipIf(isCreated)('is empty at first, and records nothing before it is created', async () => {
      const ledger = await openOnly(await testWorld())
      expect(await ledger.read()).toEqual([])
      expect(await ledger.tags()).toEqual([])
      await expect(ledger.append('a', releaseEvent('1.0.0'))).rejects.toMatchObject({ code: 'ledger-not-created' })
      expect(await ledger.read()).toEqual([])
    })

    it('is created once, whoever asks', async () => {
      const world = await testWorld()
      const ledgers = await Promise.all([1, 2, 3].map(() => openOnly(world)))
      await Promise.all(ledgers.map((ledger) => ledger.append('created', { kind: 'created' })))
      expect(await (await openOnly(world)).read()).toMatchObject([{ kind: 'created', key: 'created' }])
    })

    it('gives entries back in order, with key, time and author', async () => {
      const ledger = await open(await testWorld())
      await ledger.append('a', releaseEvent('1.0.0'))
      await ledger.append('b', releaseEvent('1.1.0', { source: 'abc', evidence: 'b'.repeat(64) }))
      await ledger.append('c', assignEvent('1.0.0', 'production', 'digits', '1.1.0'))
      const entries = await recorded(ledger)
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
      expect(await recorded(await open(world))).toEqual([first])
    })

    it('records several in one go, and none of them where one is refused', async () => {
      const ledger = await open(await testWorld())
      const refused = ledger.appendAll([
        { key: 'a', event: releaseEvent('1.0.0') },
        { key: 'b', event: assignEvent('2.0.0') },
      ])
      await expect(refused).rejects.toMatchObject({ code: 'version-unknown' })
      expect(await recorded(ledger)).toEqual([])
      const records = [
        { key: 'a', event: releaseEvent('1.0.0') },
        { key: 'b', event: assignEvent('1.0.0') },
        { key: 'a', event: releaseEvent('3.0.0') },
      ]
      const [first, second, again] = await ledger.appendAll(records)
      expect(await recorded(ledger)).toEqual([first, second])
      expect(again).toEqual(first)
      expect(await ledger.appendAll(records)).toEqual([first, second, first])
      expect(await recorded(ledger)).toHaveLength(2)
    })

    it('keeps every entry of several writers at once, each once', async () => {
      const world = await testWorld()
      const writers = await Promise.all([1, 2, 3].map(() => open(world)))
      const versions = [1, 2, 3, 4].map((minor) => `1.${minor}.0`)
      await Promise.all(
        writers.flatMap((ledger) => versions.map((version) => ledger.append(version, releaseEvent(version)))),
      )
      const entries = await recorded(await open(world))
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
      const again = { ...assignEvent('1.0.0'), against: '0.9.0' } as LedgerEvent
      await expect(ledger.append('g', again)).rejects.toMatchObject({ code: 'production-changed' })
      await expect(ledger.append('h', releaseEvent('1.0.1', { against: '' }))).rejects.toMatchObject({
        code: 'production-changed',
      })
      expect(await recorded(ledger)).toHaveLength(1)
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
      expect(await recorded(await open(world))).toEqual([first])
    })

    it('masks secrets before anything is written', async () => {
      const world = await testWorld({ env: { ...process.env, DEPLOY_TOKEN: 'hunter2-hunter2' } })
      const ledger = await open(world)
      const entry = await ledger.append('a', releaseEvent('1.0.0', { why: 'said hunter2-hunter2 aloud' }))
      expect(entry).toMatchObject({ why: 'said *** aloud' })
      expect(JSON.stringify(await recorded(await open(world)))).not.toContain('hunter2')
    })

    it('records no name that holds a secret', async () => {
      const world = await testWorld({ env: { ...process.env, DB_PASSWORD: 'digits' } })
      const ledger = await open(world)
      await expect(ledger.append('a', releaseEvent('1.0.0'))).rejects.toMatchObject({ code: 'name-masked' })
      expect(await recorded(ledger)).toEqual([])
      await ledger.append('b', releaseEvent('1.0.0', { model: 'letters' }))
      expect(await recorded(await open(world))).toHaveLength(1)
    })

    it('holds text of any kind', async () => {
      const world = await testWorld()
      const why = 'größer als 3 % 🛩️\nzweite "Zeile"\t#1'
      await (await open(world)).append('schlüssel/ü', releaseEvent('1.0.0', { why }))
      await (await open(world)).append('next', releaseEvent('1.0.1'))
      expect((await recorded(await open(world)))[0]).toMatchObject({ key: 'schlüssel/ü', why })
    })
  })
}
