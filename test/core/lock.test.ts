import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Lock, silenceMs, takeLock } from '../../src/core/lock.ts'
import type { ProcessIdentity, World } from '../../src/core/world.ts'
import { testWorld } from '../world.ts'

const atOnce = { patienceMs: 0 }

async function prepared(): Promise<{ world: World; lock: string }> {
  const world = await testWorld()
  return { world, lock: path.join(world.cwd, 'a.lock') }
}

async function taken(lock: string, world: World, options = atOnce): Promise<Lock> {
  const result = await takeLock(lock, world, options)
  if ('holder' in result) throw new Error(`held by ${result.holder.who}`)
  return result.lock
}

/** Takes a lock that is free or left behind, as many do at once: one of them has it, and gives it back. */
async function takenByOneOfMany(lock: string, world: World): Promise<void> {
  const all = await Promise.all(Array.from({ length: 8 }, () => takeLock(lock, world, atOnce)))
  const got = all.flatMap((each) => ('lock' in each ? [each.lock] : []))
  expect(got).toHaveLength(1)
  await got[0]?.release()
}

/** The lock of a process that differs from this one as said. */
function leave(lock: string, world: World, other: Partial<ProcessIdentity>): string {
  const { host, pid, start, machine, namespace } = { ...world.processes.identity(), ...other }
  const name = [host, pid, start, machine, namespace, '20260301T101500Z', 'a-run', world.randomId()].join(',')
  mkdirSync(lock, { recursive: true })
  writeFileSync(path.join(lock, name), '')
  return name
}

/** A world where waiting takes no time, and `during` happens meanwhile. */
function hasty(world: World, during: (waitedMs: number) => unknown = () => {}): World {
  let now = 0
  const sleep = async (ms: number): Promise<void> => {
    now += ms
    await during(now)
  }
  return { ...world, clock: { ...world.clock, monotonicMs: () => now, sleep } }
}

async function gonePid(world: World): Promise<number> {
  return Number((await world.processes.run('sh', ['-c', 'echo $$'])).stdout)
}

describe('a lock', () => {
  test('is held by one, who is named to the others, and leaves nothing behind', async () => {
    const { world, lock } = await prepared()
    const held = await taken(lock, world)
    const other = await takeLock(lock, world, atOnce)
    expect(other).toMatchObject({ holder: { pid: process.pid, isOld: false } })
    const { host } = world.processes.identity()
    expect('holder' in other && other.holder.who).toMatch(
      new RegExp(`^process ${process.pid} on host ${host.slice(0, 30)}, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC$`),
    )
    expect(await held.isOurs()).toBe(true)
    await held.release()
    expect(readdirSync(world.cwd)).toEqual([])
    await (await taken(lock, world)).release()
  })

  test('is had by one after the other, of many that want it at once', async () => {
    const { world, lock } = await prepared()
    let [inside, most, done] = [0, 0, 0]
    const one = async (): Promise<void> => {
      const held = await taken(lock, world, { patienceMs: 600_000 })
      most = Math.max(most, ++inside)
      await world.clock.sleep(1)
      inside--
      done++
      await held.release()
    }
    await Promise.all(Array.from({ length: 30 }, one))
    expect([most, done]).toEqual([1, 30])
  })

  test('that a process left is taken over by one of many that find it', async () => {
    const { world, lock } = await prepared()
    for (let round = 0; round < 20; round++) {
      leave(lock, world, { start: '1' })
      await takenByOneOfMany(lock, world)
    }
  })

  test('of a process that is gone is taken over at once, also when another has its id', async () => {
    const { world, lock } = await prepared()
    for (const other of [{ pid: await gonePid(world) }, { start: '1' }, { pid: 1, start: '1' }]) {
      leave(lock, world, other)
      let waited = 0
      await (
        await taken(
          lock,
          hasty(world, (ms) => (waited = ms)),
        )
      ).release()
      expect(waited).toBe(0)
    }
  })

  test('of a zombie is taken over', async () => {
    const { world, lock } = await prepared()
    // The shell becomes a program that asks for no child.
    const script = 'sh -c "exit 0" & echo $!; exec sleep 5'
    const stop = new AbortController()
    const parent = world.processes.run('sh', ['-c', `(${script}) > pid`], { cwd: world.cwd, signal: stop.signal })
    const file = path.join(world.cwd, 'pid')
    await expect.poll(() => world.files.readText(file).catch(() => '')).toMatch(/\d+\n/)
    const pid = Number(await world.files.readText(file))
    const stat = async (): Promise<string> => world.files.readText(`/proc/${pid}/stat`)
    await expect.poll(stat).toMatch(/\) Z /)
    const start = (await stat()).split(') ')[1]?.split(' ')[19] as string
    leave(lock, world, { pid, start })
    await (await taken(lock, world)).release()
    stop.abort()
    await parent.catch(() => {})
  })

  const elsewhere = [
    ['another container', { namespace: '1-1' }, 'in a container with process ids of its own'],
    ['before a restart', { machine: '0123456789abcdef' }, 'before a restart'],
    ['another host', { machine: '0123456789abcdef', host: 'build-3' }, 'on host build-3, since 2026-03-01 10:15 UTC'],
  ] as const

  test.each(elsewhere)('of %s is taken over when there was no heartbeat for 20 s', async (_, other, words) => {
    const { world, lock } = await prepared()
    leave(lock, world, { ...other, pid: await gonePid(world), start: world.randomId() })
    let waited = 0
    const who: string[] = []
    const watching = hasty(world, (ms) => (waited = ms))
    const result = await takeLock(lock, watching, { ...atOnce, onWait: (holder) => void who.push(holder.who) })
    expect('lock' in result).toBe(true)
    expect(waited).toBeGreaterThanOrEqual(silenceMs)
    expect(waited).toBeLessThan(silenceMs + 100)
    expect(who).toEqual([expect.stringContaining(words)])
    if ('lock' in result) await result.lock.release()
  })

  test.each(elsewhere)('of %s is not taken over while its holder has a heartbeat', async (_, other, words) => {
    const { world, lock } = await prepared()
    const name = leave(lock, world, { ...other, pid: await gonePid(world) })
    let next = 2000
    const watching = hasty(world, async (ms) => {
      if (ms < next) return
      next += 2000
      await world.files.locks.beat(lock, name)
    })
    const result = await takeLock(lock, watching, { patienceMs: 60_000 })
    expect(result).toEqual({ holder: { who: expect.stringContaining(words), purpose: 'a-run', isOld: false } })
    expect(readdirSync(lock)).toEqual([name])
  })

  test('of a process whose other lock was silent for so long is taken over after five seconds', async () => {
    const { world, lock } = await prepared()
    const other = { host: 'build-4', machine: 'fedcba9876543210' }
    for (const [at, most] of [silenceMs + 100, 5100].entries()) {
      leave(`${lock}${at}`, world, other)
      let waited = 0
      await (
        await taken(
          `${lock}${at}`,
          hasty(world, (ms) => (waited = ms)),
        )
      ).release()
      expect(waited).toBeLessThan(most)
      expect(waited).toBeGreaterThanOrEqual(most - 100)
    }
  })

  test('has a heartbeat while it is held', async () => {
    const { world, lock } = await prepared()
    const held = await taken(lock, world)
    const before = await world.files.locks.look(lock)
    await expect.poll(() => world.files.locks.look(lock), { timeout: 20_000 }).not.toEqual(before)
    await held.release()
  })

  test('that was taken over is no longer its former holder’s, who can neither keep nor remove it', async () => {
    const { world, lock } = await prepared()
    const held = await taken(lock, world)
    const [name] = readdirSync(lock) as [string]
    expect(await world.files.locks.takeOver(lock, name, 'another')).toBe(true)
    expect(await held.isOurs()).toBe(false)
    await held.release()
    expect(readdirSync(lock)).toEqual(['another'])
  })

  test('holds whatever the clock of the machine says meanwhile', async () => {
    const { world, lock } = await prepared()
    const held = await taken(lock, { ...world, clock: { ...world.clock, now: () => '1970-01-01T00:00:00.000Z' } })
    const late = { ...world, clock: { ...world.clock, now: () => '2150-01-01T00:00:00.000Z' } }
    expect(await takeLock(lock, late, atOnce)).toMatchObject({ holder: { who: expect.stringContaining('1970-01-01') } })
    await held.release()
  })

  test('is waited for no longer than a signal says', async () => {
    const { world, lock } = await prepared()
    const held = await taken(lock, world)
    const waiting = takeLock(lock, world, { patienceMs: Number.POSITIVE_INFINITY, signal: AbortSignal.timeout(50) })
    await expect(waiting).rejects.toMatchObject({ name: 'Cancelled' })
    await held.release()
    expect(readdirSync(world.cwd)).toEqual([])
  })
})

describe('in the place of a lock', () => {
  const pipe = (place: string): unknown => execFileSync('mkfifo', [place])
  const folder = (place: string): unknown => mkdirSync(place, { recursive: true })
  const linkTo = (make: (place: string) => unknown) => (place: string) => {
    make(`${place}-target`)
    symlinkSync(`${place}-target`, place)
  }
  const within = (name: string, make: (place: string) => unknown) => (place: string) => {
    mkdirSync(place)
    make(path.join(place, name))
  }
  const obstacles: readonly [string, string, (lock: string) => unknown][] = [
    ['a dangling link', 'it is a symbolic link', linkTo(() => {})],
    ['a link to a file', 'it is a symbolic link', linkTo((place) => writeFileSync(place, '1'))],
    ['a link to an empty folder', 'it is a symbolic link', linkTo(folder)],
    ['a named pipe', 'it is a named pipe', pipe],
    ['a folder with a folder', 'x in it is a folder', within('x', folder)],
    ['a folder with a hidden folder', '.x in it is a folder', within('.x', folder)],
    [
      'a folder with a link',
      'x in it is a symbolic link',
      within(
        'x',
        linkTo(() => {}),
      ),
    ],
    ['a folder with a pipe', 'x in it is a named pipe', within('x', pipe)],
  ]

  test.each(obstacles)('%s is reported at once, with what removes it', async (_, what, make) => {
    const { world, lock } = await prepared()
    make(lock)
    const before = readdirSync(world.cwd, { recursive: true })
    const failure = await takeLock(lock, world, { patienceMs: 60_000 }).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code: 'lock-obstructed', message: expect.stringContaining(what) })
    expect(readdirSync(world.cwd, { recursive: true })).toEqual(before)
    const remedy = /`(rm .*?)`/.exec((failure as { hint: string }).hint)?.[1] as string
    execFileSync('sh', ['-c', remedy])
    await (await taken(lock, world)).release()
  })

  test.each(['.DS_Store', '.nfs0001'])(
    'a folder with nothing but %s is taken over in 20 s, and gone afterwards',
    async (dot) => {
      const { world, lock } = await prepared()
      mkdirSync(lock)
      for (const name of [dot, '.other']) writeFileSync(path.join(lock, name), '')
      let waited = 0
      const who: string[] = []
      const watching = hasty(world, (ms) => (waited = ms))
      const first = await takeLock(lock, watching, { ...atOnce, onWait: (holder) => void who.push(holder.who) })
      expect(waited).toBeLessThan(silenceMs + 100)
      expect(who).toEqual([`nobody (${dot} lies in its lock)`])
      if ('lock' in first) await first.lock.release()
      await (await taken(lock, hasty(world))).release()
      expect(readdirSync(world.cwd)).toEqual([])
    },
  )

  test('what can be neither taken nor removed is given up on', async () => {
    const { world, lock } = await prepared()
    const locks = { ...world.files.locks, take: async () => false }
    const failing = hasty({ ...world, files: { ...world.files, locks } })
    await expect(takeLock(lock, failing, atOnce)).rejects.toMatchObject({ code: 'lock-obstructed' })
    leave(lock, world, { start: '1' })
    const stuck = { ...world.files.locks, takeOver: async () => false }
    const other = hasty({ ...world, files: { ...world.files, locks: stuck } })
    await expect(takeLock(lock, other, atOnce)).rejects.toMatchObject({ code: 'lock-obstructed' })
  })
})

describe('a folder that several users may write in', () => {
  test('has locks that all of them may read, and take over with a file of their own', async () => {
    const { world, lock } = await prepared()
    chmodSync(world.cwd, 0o777)
    const name = leave(lock, world, { start: '1' })
    // Only the owner of a file may set its times.
    const left = statSync(path.join(lock, name)).ino
    writeFileSync(path.join(world.cwd, 'keeps the number of the file from being given out again'), '')
    const held = await taken(lock, world)
    const own = path.join(lock, readdirSync(lock)[0] as string)
    expect(statSync(own).ino).not.toBe(left)
    expect(statSync(own).mode & 0o777).toBe(0o666)
    expect(await held.isOurs()).toBe(true)
    await held.release()
    const made = await taken(lock, world)
    expect(statSync(path.join(lock, readdirSync(lock)[0] as string)).mode & 0o777).toBe(0o666)
    await made.release()
  })
})

describe('the lock of an earlier version', () => {
  test('is taken over when its process is gone, or had the id of this one', async () => {
    const { world, lock } = await prepared()
    for (const text of [`${await gonePid(world)} 2020-01-01T00:00:00Z\n`, `${process.pid}`]) {
      writeFileSync(lock, text)
      await (await taken(lock, world)).release()
      expect(readdirSync(world.cwd)).toEqual([])
    }
  })

  test('is taken over by one of many that find it', async () => {
    const { world, lock } = await prepared()
    const pid = await gonePid(world)
    for (let round = 0; round < 20; round++) {
      writeFileSync(lock, `${pid}\n`)
      await takenByOneOfMany(lock, world)
    }
  })

  test('holds while a process has its id', async () => {
    const { world, lock } = await prepared()
    writeFileSync(lock, '1 2020-01-01T00:00:00Z\n')
    expect(await takeLock(lock, world, atOnce)).toEqual({ holder: { who: 'process 1', isOld: true } })
  })

  test('that was never written is taken over after two seconds', async () => {
    const { world, lock } = await prepared()
    writeFileSync(lock, '')
    let waited = 0
    await (
      await taken(
        lock,
        hasty(world, (ms) => (waited = ms)),
      )
    ).release()
    expect(waited).toBeGreaterThanOrEqual(2000)
    expect(waited).toBeLessThan(2200)
  })
})
