import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { create } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

/** A namespace of process ids, as a container has it. */
const container = ['unshare', '-Urpf', '--kill-child', '--mount-proc']
const hasContainers = spawnSync(container[0] as string, [...container.slice(1), 'true']).status === 0

function start(args: readonly string[], within: readonly string[] = []): ChildProcess {
  const all = [...within, process.execPath, '--import', 'tsx', path.resolve('test/real/lock-user.ts'), ...args]
  return spawn(all[0] as string, all.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)))

describe.skipIf(!hasContainers)('two containers', () => {
  test.each(['file', 'git'])('append to one ledger (%s), and each entry is there once', async (kind) => {
    const world = await testWorld()
    const place = path.join(world.cwd, 'ledger')
    const open = () =>
      kind === 'git' ? openGitLedger({ repository: place, purpose: 'create' }, world) : openFileLedger(place, world)
    await create(await open())
    const each = 90
    const codes = ['a', 'b'].map((name) => ended(start(['append', kind, place, name, String(each)], container)))
    expect(await Promise.all(codes)).toEqual([0, 0])
    const ledger = await open()
    const keys = (await ledger.read()).map(({ key }) => key)
    expect(keys).toHaveLength(1 + 2 * each)
    expect(new Set(keys).size).toBe(keys.length)
    // No entry was written and did not count.
    expect((await ledger.remarks?.()) ?? []).toEqual([])
  })
})

test('processes that are killed at any moment never hold a lock with another, and block nobody', async () => {
  const world = await testWorld()
  const file = path.join(world.cwd, 'numbers')
  writeFileSync(file, '0\n')
  const inContainers = hasContainers ? [container] : []
  const kinds = [[], [], [], ...inContainers]
  const children = kinds.map((within) => start(['count', file], within))
  // Of those in containers, none other can tell that they are gone: they are killed last, and then waited for.
  for (let round = 0; round < 40; round++) {
    await world.clock.sleep(300 + 20 * round)
    const at = round % 3
    children[at]?.kill('SIGKILL')
    children[at] = start(['count', file])
  }
  for (const child of children.slice(3)) child.kill('SIGKILL')
  const before = readFileSync(file, 'utf8').length
  await expect.poll(() => readFileSync(file, 'utf8').length, { timeout: 60_000 }).toBeGreaterThan(before + 100)
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(
    children.map((child) => (child.exitCode ?? child.signalCode ?? undefined) === undefined && ended(child)),
  )
  const numbers = readFileSync(file, 'utf8').trimEnd().split('\n').map(Number)
  expect(numbers.length).toBeGreaterThan(500)
  expect(numbers).toEqual(numbers.map((_, at) => at))
  // What a kill can leave is one lock, and the start of one that was never taken.
  expect(readdirSync(world.cwd).every((name) => /^numbers(\.lock(\.\w+\.part)?)?$/.test(name))).toBe(true)
})
