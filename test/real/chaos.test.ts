import { expect, test } from 'vitest'
import { ledgerTexts, makePlace, registries, usersRefs } from '../../lab/chaos/place.ts'
import { start } from '../../lab/chaos/runs.ts'
import { temporaryFolder } from '../folders.ts'

test.each(registries)('the lab reads what a run records in a ledger that is %s', async (registry) => {
  const place = makePlace(temporaryFolder(), registry, registry === 'remote' ? 2 : 1)
  const [cwd = ''] = place.checkouts
  const before = usersRefs(place)
  const call = async (...args: readonly string[]) => (await start(args, { cwd, mark: `reads-${registry}` }).ended).code
  expect(ledgerTexts(place)).toEqual([])
  expect(await call('registry', 'init', 'a.yml')).toBe(0)
  expect(await call('run', 'a.yml')).toBe(0)
  const kinds = ledgerTexts(place).map((text) => (JSON.parse(text) as { kind: string }).kind)
  expect(kinds[0]).toBe('created')
  expect(kinds.at(-1)).toBe('rollout-finished')
  expect(kinds.filter((kind) => kind === 'assign')).toHaveLength(2)
  expect(usersRefs(place)).toEqual(before)
})
