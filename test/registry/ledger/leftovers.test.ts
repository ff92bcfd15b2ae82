import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Ledger } from '../../../src/core/ledger.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { create, releaseEvent } from '../../contracts/ledger.ts'
import { testWorld } from '../../world.ts'

test.each([
  ['appends to', (ledger: Ledger) => ledger.append('b', releaseEvent('1.0.1'))],
  ['verifies', (ledger: Ledger) => ledger.readWhole?.()],
])('who %s a ledger removes what a killed process left in the git folder, and nothing else', async (_, use) => {
  const world = await testWorld()
  await world.processes.run('git', ['init', '-q'], { cwd: world.cwd })
  const ledger = await create(await openGitLedger({ repository: world.cwd }, world))
  await ledger.append('a', releaseEvent('1.0.0'))
  const place = (name: string): string => path.join(world.cwd, '.git', name)
  const age = (name: string, minutes: number): string => {
    const at = new Date(Date.parse(world.clock.now()) - minutes * 60_000)
    utimesSync(place(name), at, at)
    return place(name)
  }
  const file = (name: string, minutes: number): string => {
    writeFileSync(place(name), 'x')
    return age(name, minutes)
  }
  const folder = (name: string, minutes: number): string => {
    mkdirSync(place(name))
    writeFileSync(path.join(place(name), 'pack'), 'x')
    return age(name, minutes)
  }
  const old = [
    file('airworthy-ledger.checked.0a1b2c3d.part', 61),
    file('airworthy-ledger.texts.0a1b2c3d.part', 600),
    file('airworthy-ledger.shared.0a1b2c3d.part', 61),
    folder('airworthy-ledger.lock.abcd1234.part', 61),
    folder('airworthy-ledger.verify-abcd1234', 61),
  ]
  const others = [
    file('airworthy-ledger.checked.11111111.part', 59),
    folder('airworthy-ledger.verify-11111111', 59),
    file('airworthy-ledger.part', 600),
    file('airworthy-ledger.checked.part', 600),
    file('airworthy-ledger.notes', 600),
    file('index.0a1b2c3d.part', 600),
    age('HEAD', 600),
  ]
  await use(await openGitLedger({ repository: world.cwd }, world))
  expect(old.filter((each) => existsSync(each))).toEqual([])
  expect(others.filter((each) => !existsSync(each))).toEqual([])
})
