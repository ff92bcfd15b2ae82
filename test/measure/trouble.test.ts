import { describe, expect, test } from 'vitest'
import { type Counters, readCounters } from '../../src/measure/counters.ts'
import { troubles } from '../../src/measure/trouble.ts'
import { testWorld } from '../world.ts'

const signal = new AbortController().signal

/** A system that has these files, as `World.files` reads them. */
function system(files: Readonly<Record<string, string>>) {
  return {
    async readText(path: string): Promise<string> {
      const text = files[path]
      if (text === undefined) throw new Error(`there is no ${path}`)
      return text
    },
    async list(folder: string): Promise<readonly string[]> {
      const below = Object.keys(files).filter((path) => path.startsWith(`${folder}/`))
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
    },
  }
}

const recorded = {
  '/proc/stat':
    'cpu  64709 11 6341 270209 379 7 100 31 500 3\ncpu0 30925 0 2842 136991 31 0 30 12 0 0\ncpu1 33783 0 3499 133218 347 0 70 19 0 0\nintr 1 2 3\n',
  '/proc/uptime': '1705.61 2702.09\n',
  '/proc/self/stat':
    '4711 (a (strange) name) S 1 4711 4711 0 -1 4194304 9 9 0 0 120 30 400 50 20 0 11 0 230310 3133440 410 18446744073709551615\n',
  '/proc/vmstat': 'pgpgin 5\npswpin 120\npswpout 400\npgfault 7\n',
  '/proc/pressure/cpu':
    'some avg10=0.00 avg60=0.00 avg300=0.32 total=41108932\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n',
  '/proc/self/cgroup': '0::/ci\n',
  '/sys/fs/cgroup/ci/cpu.stat':
    'usage_usec 900\nuser_usec 700\nsystem_usec 200\nnr_periods 50\nnr_throttled 3\nthrottled_usec 41000\n',
  '/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count': '2\n',
  '/sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count': '7\n',
  '/sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count': '1\n',
  '/sys/devices/system/cpu/cpu1/thermal_throttle/package_throttle_count': '7\n',
  '/sys/devices/system/cpu/cpufreq/boost': '1\n',
}

describe('the counters', () => {
  test('of a Linux with all of them', async () => {
    expect(await readCounters(system(recorded))).toEqual({
      uptimeMs: 1705610,
      ticks: { all: 64709 + 11 + 6341 + 270209 + 379 + 7 + 100 + 31, idle: 270209 + 379, stolen: 31, ours: 600 },
      swappedPages: 520,
      hotEvents: 2 + 1 + 7,
      quotaMs: 41,
      waitingMs: 41108.932,
    } satisfies Counters)
  })

  test('of one with the first version of control groups, and without pressure', async () => {
    const { '/proc/pressure/cpu': _, ...rest } = recorded
    const files = {
      ...rest,
      '/proc/self/cgroup': '1:cpu,cpuacct:/docker/1a\n',
      '/sys/fs/cgroup/cpu/cpu.stat': 'nr_periods 50\nnr_throttled 3\nthrottled_time 12000000\n',
    }
    expect(await readCounters(system(files))).toMatchObject({ quotaMs: 12, waitingMs: undefined })
  })

  test('elsewhere there are none', async () => {
    expect(await readCounters(system({}))).toBeUndefined()
    expect(troubles(undefined, undefined)).toEqual([])
  })

  test.runIf(process.platform === 'linux')('of this system, in which work of workers that ended is ours', async () => {
    const world = await testWorld()
    const before = (await readCounters(world.files)) as Counters
    // Half a second of work in a process of our own, however long it has to wait for a processor.
    await world.processes.run(
      process.execPath,
      ['-e', 'while (process.cpuUsage().user < 500_000) for (let at = 0; at < 1e6; at++);'],
      { signal },
    )
    const after = (await readCounters(world.files)) as Counters
    expect(after.uptimeMs).toBeGreaterThan(before.uptimeMs)
    expect(after.ticks.ours - before.ticks.ours).toBeGreaterThanOrEqual(49)
    const worked = after.ticks.all - after.ticks.idle - (before.ticks.all - before.ticks.idle)
    expect(worked).toBeGreaterThanOrEqual(after.ticks.ours - before.ticks.ours - 5)
  })
})

describe('troubles', () => {
  const before: Counters = {
    uptimeMs: 1000,
    ticks: { all: 200, idle: 100, stolen: 0, ours: 90 },
    swappedPages: 5000,
    hotEvents: 3,
    quotaMs: 10,
    waitingMs: 400,
  }
  /** Ten seconds of two processors: one works for us, the other rests. */
  const calm: Counters = {
    ...before,
    uptimeMs: 11_000,
    ticks: { all: 2200, idle: 1090, stolen: 0, ours: 1090 },
    waitingMs: 600,
  }
  const after = (change: Partial<Counters>, ticks: Partial<Counters['ticks']> = {}): string[] =>
    troubles(before, { ...calm, ...change, ticks: { ...calm.ticks, ...ticks } }).map(({ code }) => code)

  test('a calm machine has none', () => {
    expect(troubles(before, calm)).toEqual([])
  })

  test.each<[string, number, Partial<Counters>, Partial<Counters['ticks']>]>([
    ['cpu-steal', 0, {}, { stolen: 9, idle: 1081 }],
    ['cpu-steal', 1, {}, { stolen: 11, idle: 1079 }],
    ['cpu-busy', 0, {}, { idle: 1001 }],
    ['cpu-busy', 1, {}, { idle: 980 }],
    ['cpu-pressure', 0, { waitingMs: 400 + 4900 }, {}],
    ['cpu-pressure', 1, { waitingMs: 400 + 5100 }, {}],
    ['cpu-quota', 0, { quotaMs: 10 }, {}],
    ['cpu-quota', 1, { quotaMs: 60 }, {}],
    ['swapping', 0, { swappedPages: 5255 }, {}],
    ['swapping', 1, { swappedPages: 5256 }, {}],
    ['cpu-hot', 1, { hotEvents: 4 }, {}],
  ])('%s: %d of them', (code, count, change, ticks) => {
    expect(after(change, ticks)).toEqual(count === 0 ? [] : [code])
  })

  test('each says how much, and what to do', () => {
    const bad = {
      ...calm,
      ticks: { all: 2200, idle: 500, stolen: 100, ours: 1090 },
      swappedPages: 9000,
      hotEvents: 9,
      quotaMs: 260,
      waitingMs: 5400,
    }
    const warnings = troubles(before, bad)
    expect(warnings.map(({ message }) => message)).toEqual([
      'The host gave 6.3 % of the processor time that was wanted here to other virtual machines.',
      'Other programs used 25 % of the time of all processors while this was measured.',
      'For 50 % of the time some process was ready to run and had to wait for a processor.',
      'The container used up its share of the processors and was stopped for 250 ms.',
      '4000 pages went between memory and swap while this was measured.',
      'The processors cut their clock 6 times because they were too hot.',
    ])
    for (const { remedy } of warnings) expect(remedy.length).toBeGreaterThan(20)
  })

  test('nothing is said of a moment', () => {
    expect(
      troubles(before, { ...before, uptimeMs: 1100, ticks: { all: 220, idle: 100, stolen: 20, ours: 90 } }),
    ).toEqual([])
  })
})
