import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { releaseAssets } from '../../src/entry/action/assets.ts'
import { openCache, type StageRecord } from '../../src/pipeline/cache.ts'
import { homeOf } from '../../src/pipeline/home.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { load } from '../../src/pipeline/load.ts'
import { openMeasurements } from '../../src/pipeline/measurements.ts'
import { type RunOptions, run } from '../../src/pipeline/run.ts'
import { openStore, storeOf } from '../../src/pipeline/store.ts'
import { adopt } from '../../src/registry/index.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { createFiles } from '../../src/world/files.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { createSeal } from '../../src/world/seal.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import { create, createdFile } from '../contracts/ledger.ts'
import { temporaryFolder } from '../folders.ts'
import { git } from '../git.ts'
import { classifier } from '../measure/models.ts'
import { alone } from '../providers/models.ts'
import { passed } from '../report/fixtures.ts'
import { testWorld, worldOfKnownTimes } from '../world.ts'

const digits = path.resolve('pipelines/digits')
const fork = { trust: { level: 'untrusted', why: 'the pull request comes from a fork' }, ci: true } as const

/** A job of a trusted workflow, with a runner's temporary folder of its own. */
function job({ env, ...options }: Partial<WorldOptions> = {}): Promise<World> {
  return testWorld({
    ci: true,
    event: 'push',
    env: { ...process.env, RUNNER_TEMP: temporaryFolder(), ...env },
    ...options,
  })
}

/** The machine of whoever attacks: no CI, so that all that lies there counts. */
function machineOfAttacker(cwd: string): Promise<World> {
  return testWorld({ cwd })
}

async function ran(world: World, file: string, options: RunOptions = {}) {
  const report = await run(await load(file, world), world, options)
  return { ...report, codes: report.stages.flatMap(({ warnings }) => warnings.map(({ code }) => code)) }
}

const inHome = (world: World, ...names: string[]): string => path.join(world.cwd, '.airworthy', ...names)

/** All files below a folder, sorted. */
function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
  return names.filter((name) => statSync(name).isFile()).sort()
}

const only = (files: readonly string[]): string => {
  expect(files).toHaveLength(1)
  return files[0] as string
}

describe('measurements that a commit brings', () => {
  const timed = (candidate: string): string => `pipeline: p
model: { candidate: ${digits}/${candidate}.onnx, production: ${digits}/digits-1.0.0.onnx }
stages:
  benchmark: { scenarios: [{ batch: 32, threads: 1 }], budget: 60s, blocks: { min: 6, max: 12 } }
  compare: { outputs: stated, metrics: { latency.p50: { margin: 10% } } }
  gate: {}
`

  /** The times of a faster candidate in the file of a slower one. */
  async function forged(): Promise<{ readonly world: World; readonly workerScript: string }> {
    const world = await worldOfKnownTimes()
    await world.files.writeText(path.join(world.cwd, 'fast.yml'), timed('digits-candidate'))
    await world.files.writeText(path.join(world.cwd, 'slow.yml'), timed('digits-regression'))
    expect((await ran(world, 'fast.yml')).outcome).toBe('pass')
    const measured = (): string[] => filesIn(inHome(world, 'measurements')).filter((file) => file.endsWith('.jsonl'))
    const fast = only(measured())
    expect((await ran(world, 'slow.yml')).outcome).toBe('fail')
    const slow = only(measured().filter((file) => file !== fast))
    const keyIn = (file: string): string => path.basename(file, '.jsonl')
    const home = await homeOf(world)
    const [from, to] = [fast, slow].map((file) => openMeasurements(home, world.files, keyIn(file)))
    rmSync(slow)
    // Digests of lines are no secret.
    for (const value of (await from?.read()) ?? []) await to?.append(value)
    for (const folder of ['cache', 'runs']) rmSync(inHome(world, folder), { recursive: true })
    return { world, workerScript: world.workerScript }
  }

  test('are not believed', async () => {
    const { world, workerScript } = await forged()
    expect((await ran(world, 'slow.yml', { fresh: true })).outcome).toBe('pass')
    rmSync(inHome(world, 'cache'), { recursive: true })
    const inCi = await ran(await job({ cwd: world.cwd, workerScript }), 'slow.yml')
    expect(inCi.outcome).toBe('fail')
    expect(inCi.codes).toContain('kept-not-sealed')
    const again = await ran(await testWorld({ cwd: world.cwd, workerScript, ...fork }), 'slow.yml')
    expect(again.outcome).toBe('fail')
  }, 120_000)

  test('in the folder that was called history are not believed', async () => {
    const world = await job()
    const key = 'a'.repeat(64)
    await world.files.writeText(inHome(world, 'history', `${key}.jsonl`), '{"block":1}\n')
    const home = await homeOf(world)
    expect(await openMeasurements(home, world.files, key).read()).toEqual([])
    expect([...home.seals.refused]).toEqual([inHome(world, 'history', `${key}.jsonl`)])
  })
})

describe('a cache that a commit brings', () => {
  const broken = alone('Nonsense')
  const text = (model: string): string =>
    `pipeline: p\nmodel: { candidate: ${model} }\nregistry: { file: ledger.jsonl }\nstages: { validate: {} }\n`

  async function checkout(world: World): Promise<void> {
    await world.files.writeText(path.join(world.cwd, 'ledger.jsonl'), createdFile)
    await world.files.write(path.join(world.cwd, 'good.onnx'), classifier())
    await world.files.write(path.join(world.cwd, 'bad.onnx'), broken)
    for (const name of ['good', 'bad'])
      await world.files.writeText(path.join(world.cwd, `${name}.yml`), text(`${name}.onnx`))
  }

  test('with a record that names the product of another model is not believed', async () => {
    const attacker = await machineOfAttacker(temporaryFolder())
    await checkout(attacker)
    expect((await ran(attacker, 'good.yml')).outcome).toBe('pass')
    const good = only(filesIn(inHome(attacker, 'cache')))
    expect((await ran(attacker, 'bad.yml')).outcome).toBe('fail')
    const bad = only(filesIn(inHome(attacker, 'cache')).filter((file) => file !== good))
    // Its digest is no secret.
    const record = JSON.parse(readFileSync(good, 'utf8')).record as StageRecord
    const home = await homeOf(attacker)
    await openCache(home, attacker.files, storeOf(home, attacker)).keep(path.basename(bad, '.json'), record)
    expect((await ran(attacker, 'bad.yml')).outcome).toBe('pass')
    const world = await job({ cwd: attacker.cwd })
    const report = await ran(world, 'bad.yml')
    expect([report.outcome, report.codes]).toEqual(['fail', ['kept-not-sealed']])
    expect((await ran(await testWorld({ cwd: attacker.cwd, ...fork }), 'bad.yml')).outcome).toBe('fail')
    // What the job kept itself counts, and is no reason to warn.
    expect(await ran(world, 'bad.yml')).toMatchObject({ outcome: 'fail', codes: [] })
  })

  test('with a journal of a run that passed cannot be resumed', async () => {
    const attacker = await machineOfAttacker(temporaryFolder())
    await checkout(attacker)
    const { runId } = await ran(attacker, 'good.yml')
    const world = await job({ cwd: attacker.cwd })
    for (const resume of [true, runId])
      await expect(ran(world, 'good.yml', { resume })).rejects.toMatchObject({ code: 'resume-nothing' })
  })
})

describe('what a cache restores', () => {
  const keys = ['ab', 'cd'].map((two) => two.repeat(32)) as [string, string]

  async function kept(world: World) {
    const home = await homeOf(world)
    const store = storeOf(home, world)
    const record = async (word: string): Promise<StageRecord> => ({
      product: (await store.putValue({ word })).sha256,
      summary: word,
      warnings: [],
    })
    const cache = openCache(home, world.files, store)
    for (const key of keys) await cache.keep(key, await record(key))
    return cache
  }

  const place = (world: World, key: string): string => inHome(world, 'cache', key.slice(0, 2), `${key}.json`)

  test('with one changed byte is not believed, whichever it is', async () => {
    const world = await job()
    const cache = await kept(world)
    const file = place(world, keys[0])
    const text = readFileSync(file)
    expect(await cache.find(keys[0])).toMatchObject({ summary: keys[0] })
    for (let at = 0; at < text.length; at++) {
      const changed = Buffer.from(text)
      changed[at] = (changed[at] as number) ^ 1
      writeFileSync(file, changed)
      expect(await cache.find(keys[0]), `byte ${at}`).toBeUndefined()
    }
  })

  test('moved to another key is not believed', async () => {
    const world = await job()
    const cache = await kept(world)
    writeFileSync(place(world, keys[1]), readFileSync(place(world, keys[0])))
    expect(await cache.find(keys[0])).toBeDefined()
    expect(await cache.find(keys[1])).toBeUndefined()
  })

  test('of another job is not believed, unless both have the same secret', async () => {
    const one = await job()
    await kept(one)
    const found = async (world: World) => {
      const home = await homeOf(world)
      return openCache(home, world.files, storeOf(home, world)).find(keys[0])
    }
    expect(await found(await job({ cwd: one.cwd }))).toBeUndefined()
    const shared = await job({ cwd: one.cwd, env: { AIRWORTHY_CACHE_KEY: 'k'.repeat(32) } })
    expect(await found(shared)).toBeUndefined()
    await kept(shared)
    const next = await job({ cwd: one.cwd, env: { AIRWORTHY_CACHE_KEY: 'k'.repeat(32) } })
    expect(await found(next)).toBeDefined()
    const other = await job({ cwd: one.cwd, env: { AIRWORTHY_CACHE_KEY: `${'k'.repeat(31)}l` } })
    expect(await found(other)).toBeUndefined()
  })

  test('may not add a seal that is none', async () => {
    const world = await job()
    const cache = await kept(world)
    const file = place(world, keys[0])
    const record = readFileSync(file, 'utf8').replace(/"seal":"[0-9a-f]{64}",/, '')
    for (const seal of ['', '"seal":"",', `"seal":"${'0'.repeat(64)}",`, '"seal":true,', '"__proto__":{"seal":1},']) {
      writeFileSync(file, record.replace('{', `{${seal}`))
      expect(await cache.find(keys[0]), seal).toBeUndefined()
    }
  })

  describe('of lines', () => {
    const key = keys[0]
    const all = [1, 2, 3, 4].map((block) => ({ block }))

    async function lines(world: World): Promise<string[]> {
      const measurements = openMeasurements(await homeOf(world), world.files, key)
      for (const each of all) await measurements.append(each)
      return readFileSync(inHome(world, 'measurements', `${key}.jsonl`), 'utf8')
        .trimEnd()
        .split('\n')
    }

    const changes: readonly (readonly [
      string,
      (lines: readonly string[]) => readonly (string | undefined)[],
      number,
    ])[] = [
      ['without the first', ([, ...others]) => others, 0],
      ['without one in the middle', ([a, , c, d]) => [a, c, d], 1],
      ['in another order', ([a, b, c, d]) => [a, c, b, d], 2],
      ['backwards', (lines) => lines.toReversed(), 1],
      ['with one twice', ([a, b, c, d]) => [a, b, b, c, d], 4],
      ['with one of the attacker in between', ([a, b, c, d]) => [a, '{"block":9}', b, c, d], 4],
      ['with one changed', ([a, b, c, d]) => [a, b?.replace('"block":2', '"block":7'), c, d], 1],
    ]
    test.each(changes)('counts as far as it is whole: %s', async (_, change, count) => {
      const world = await job()
      writeFileSync(inHomeOf(world), `${change(await lines(world)).join('\n')}\n`)
      const read = (await openMeasurements(await homeOf(world), world.files, key).read()) as { block: number }[]
      expect(read.every(({ block }) => block <= 4)).toBe(true)
      expect(new Set(read.map(({ block }) => block)).size).toBe(read.length)
      // Never others than those from the first on.
      expect(read).toEqual(all.slice(0, read.length))
      expect(read.length).toBeLessThanOrEqual(count)
      // What is measured after that counts again.
      await openMeasurements(await homeOf(world), world.files, key).append({ block: 5 })
      expect(await openMeasurements(await homeOf(world), world.files, key).read()).toEqual([...read, { block: 5 }])
    })
    const inHomeOf = (world: World): string => inHome(world, 'measurements', `${key}.jsonl`)

    test('moved to another file is not believed', async () => {
      const world = await job()
      await lines(world)
      const home = await homeOf(world)
      renameSync(inHomeOf(world), inHome(world, 'measurements', `${keys[1]}.jsonl`))
      expect(await openMeasurements(home, world.files, keys[1]).read()).toEqual([])
      const journal = inHome(world, 'runs', 'a', 'journal.jsonl')
      mkdirSync(path.dirname(journal), { recursive: true })
      renameSync(inHome(world, 'measurements', `${keys[1]}.jsonl`), journal)
      const chain = { name: 'runs/a/journal.jsonl', seals: home.seals, kind: 'journal' } as const
      expect(await openJsonLines(world.files, journal, chain).read()).toEqual([])
    })
  })
})

describe('a home that git tracks', () => {
  const refused = async (world: World, hint = 'git rm -r --cached'): Promise<void> => {
    await expect(homeOf(world)).rejects.toMatchObject({ code: 'home-untrusted', hint: expect.stringContaining(hint) })
    await world.files.writeText(
      path.join(world.cwd, 'p.yml'),
      'pipeline: p\nmodel: { candidate: m.onnx }\nstages: { validate: {} }\n',
    )
    await world.files.write(path.join(world.cwd, 'm.onnx'), classifier())
    await expect(ran(world, 'p.yml')).rejects.toMatchObject({ code: 'home-untrusted' })
  }

  async function committed(file: string, options: Partial<WorldOptions> = {}): Promise<World> {
    const world = await job(options)
    git(world.cwd, 'init', '-q')
    // On a disk that knows no case, the two are one folder.
    mkdirSync(inHome(world), { recursive: true })
    await world.files.writeText(path.join(world.cwd, file), '{}\n')
    git(world.cwd, 'add', '-f', file)
    return world
  }

  test.each([
    '.airworthy/measurements/a.jsonl',
    '.airworthy/cache/ab/ab.json',
    '.airworthy/store/ab/ab',
    '.airworthy/tools/x.node',
    '.AirWorthy/runs/a/journal.jsonl',
  ])('is refused in CI: %s', async (file) => refused(await committed(file)))

  test('is refused where the repository begins above the working folder', async () => {
    const world = await committed('a/b/.airworthy/cache/x.json')
    const cwd = path.join(world.cwd, 'a', 'b')
    await refused(await job({ cwd }))
  })

  test('is refused where it is a submodule', async () => {
    const world = await job()
    git(world.cwd, 'init', '-q')
    const sub = inHome(world)
    mkdirSync(sub)
    git(sub, 'init', '-q')
    git(sub, 'commit', '-q', '--allow-empty', '-m', 'a')
    git(world.cwd, 'add', '-f', '.airworthy')
    await refused(world)
  })

  test("is refused in a stranger's checkout that lies elsewhere", async () => {
    const theirs = await committed('store-of-theirs/measurements/a.jsonl')
    const env = { AIRWORTHY_HOME: path.join(theirs.cwd, 'store-of-theirs') }
    await refused(await job({ env }))
    const folder = await job()
    symlinkSync(theirs.cwd, path.join(folder.cwd, 'link'))
    await refused(await job({ env: { AIRWORTHY_HOME: path.join(folder.cwd, 'link', 'store-of-theirs') } }))
  })

  test('is refused where one of its folders is a checkout', async () => {
    const world = await job()
    mkdirSync(inHome(world, 'measurements', '.git'), { recursive: true })
    await refused(world, 'Remove the submodule or clone')
  })

  test("is the user's business outside CI, and a .gitignore in it is harmless", async () => {
    const world = await committed('.airworthy/cache/x.json')
    expect((await homeOf(await testWorld({ cwd: world.cwd }))).folder).toBe(inHome(world))
    const harmless = await committed('.airworthy/.gitignore')
    expect((await homeOf(harmless)).folder).toBe(inHome(harmless))
  })
})

describe('a home that is a symbolic link', () => {
  const elsewhere = (): string => temporaryFolder()
  const refused = (world: World): Promise<void> =>
    expect(homeOf(world)).rejects.toMatchObject({
      code: 'home-untrusted',
      hint: expect.stringMatching(/^Replace the link \S+ with a folder/),
    })

  test.each(['store', 'cache', 'runs', 'measurements', 'history'])(
    'or has one as its %s, is refused in CI',
    async (name) => {
      const world = await job()
      mkdirSync(inHome(world))
      symlinkSync(elsewhere(), inHome(world, name))
      await refused(world)
      expect(await homeOf(await testWorld({ cwd: world.cwd }))).toBeDefined()
    },
  )

  test('itself, or leads nowhere yet, is refused in CI', async () => {
    for (const target of [elsewhere(), '/nowhere/at/all']) {
      const world = await job()
      symlinkSync(target, inHome(world))
      await refused(world)
    }
  })

  test('above the home, inside of the checkout, is refused in CI', async () => {
    const cwd = temporaryFolder()
    git(cwd, 'init', '-q')
    symlinkSync(elsewhere(), path.join(cwd, 'ci'))
    const world = await job({ cwd, env: { AIRWORTHY_HOME: 'ci/home' } })
    await refused(world)
  })
})

describe('the key that seals', () => {
  const sealIn = (env: Record<string, string>, cwd = temporaryFolder()) =>
    createSeal({ cwd, env }, createFiles(createMask(env)))

  test('lies in a file of its user alone, and is the same for all processes of a job', async () => {
    const temporary = temporaryFolder()
    const file = path.join(temporary, 'airworthy-key')
    const [one, ...others] = await Promise.all(
      Array.from({ length: 8 }, () => sealIn({ RUNNER_TEMP: temporary }).of(['a'])),
    )
    expect(new Set(others)).toEqual(new Set([one]))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(temporary)).toEqual(['airworthy-key'])
    expect(await sealIn({ RUNNER_TEMP: temporary }).fits(['a'], one as string)).toBe(true)
    expect(await sealIn({ RUNNER_TEMP: temporary }).fits(['b'], one as string)).toBe(false)
  })

  test('is not made by who only reads', async () => {
    const temporary = temporaryFolder()
    expect(await sealIn({ RUNNER_TEMP: temporary }).fits(['a'], '0'.repeat(64))).toBe(false)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('lies in the folder of states without a runner', async () => {
    const state = temporaryFolder()
    await sealIn({ XDG_STATE_HOME: state }).of(['a'])
    expect(existsSync(path.join(state, 'airworthy', 'key'))).toBe(true)
    expect(statSync(path.join(state, 'airworthy')).mode & 0o777).toBe(0o700)
  })

  test.each([
    ['other users may read', (file: string) => writeFileSync(file, 'a'.repeat(64), { mode: 0o644 })],
    ['is empty', (file: string) => writeFileSync(file, '', { mode: 0o600 })],
    ['is a folder', (file: string) => mkdirSync(file)],
    [
      'is a link',
      (file: string) => {
        writeFileSync(`${file}-of-mine`, 'a'.repeat(64), { mode: 0o600 })
        symlinkSync(`${file}-of-mine`, file)
      },
    ],
  ])('is not taken from a file that %s', async (_, plant) => {
    const temporary = temporaryFolder()
    const file = path.join(temporary, 'airworthy-key')
    plant(file)
    if (statSync(file).isFile()) chmodSync(file, statSync(file).mode)
    await expect(sealIn({ RUNNER_TEMP: temporary }).of(['a'])).rejects.toMatchObject({ code: 'cache-key-file' })
  })

  test('is not taken from where a commit may bring it', async () => {
    const cwd = temporaryFolder()
    const planted = path.join(cwd, 'tmp', 'airworthy-key')
    mkdirSync(path.dirname(planted))
    writeFileSync(planted, 'a'.repeat(64), { mode: 0o600 })
    const known = await sealIn({ RUNNER_TEMP: path.dirname(planted) }).of(['a'])
    expect(await sealIn({ RUNNER_TEMP: path.dirname(planted) }, cwd).of(['a'])).not.toBe(known)
    expect(await sealIn({ RUNNER_TEMP: path.dirname(planted), GITHUB_WORKSPACE: cwd }).fits(['a'], known)).toBe(false)
  })

  test('has 32 characters at least, where the user gives it, and is in no output', async () => {
    await expect(sealIn({ AIRWORTHY_CACHE_KEY: 'a'.repeat(31) }).of(['a'])).rejects.toMatchObject({
      code: 'cache-key-short',
    })
    const key = 'the-key-of-the-cache-is-a-secret'
    expect(createMask({ AIRWORTHY_CACHE_KEY: key })(`it is ${key}.`)).toBe('it is ***.')
  })
})

describe('the store', () => {
  test('gives no path to a file that is another than its name, however it got there', async () => {
    const world = await job()
    const store = openStore(inHome(world, 'store'), world)
    const artifact = await store.putBytes('m.onnx', Buffer.from('the right model'))
    const file = await store.path(artifact)
    const { atime, mtime } = statSync(file)
    writeFileSync(file, 'the wrong model')
    // Whoever changes a file can set its times back.
    utimesSync(file, atime, mtime)
    await expect(store.path(artifact)).rejects.toMatchObject({ code: 'artifact-missing' })
    await store.putBytes('m.onnx', Buffer.from('the right model'))
    expect(readFileSync(await store.path(artifact), 'utf8')).toBe('the right model')
  })

  test('gives no value of another digest, after it gave the right one', async () => {
    const world = await job()
    const store = openStore(inHome(world, 'store'), world)
    const { sha256 } = await store.putValue({ verdict: 'fail' })
    expect(await store.value(sha256)).toEqual({ verdict: 'fail' })
    writeFileSync(inHome(world, 'store', sha256.slice(0, 2), sha256), '{"verdict":"pass"}')
    expect(await store.value(sha256)).toBeUndefined()
  })

  test('takes no artifact whose files lie outside of it', async () => {
    const world = await job()
    const store = openStore(inHome(world, 'store'), world)
    await world.files.writeText(inHome(world, 'store', 'outside'), 'x')
    const files = [
      { sha256: await world.files.hash(inHome(world, 'store', 'outside')), bytes: 1, name: '../../outside' },
    ]
    const { sha256 } = await store.putValue(files)
    await expect(store.path({ sha256, bytes: 1, name: 'm.onnx', files })).rejects.toMatchObject({
      code: 'artifact-missing',
    })
  })

  test('uploads nothing to a release but what the ledger names', async () => {
    const world = await job()
    const artifact = await storeOf(await homeOf(world), world).putBytes('m.onnx', Buffer.from('the right model'))
    const release = { ...passed().release, model: 'm', version: '1.0.0', artifact } as never
    const [asset] = await releaseAssets({ ...passed(), release, files: {} }, world)
    expect(Buffer.from((await asset?.read()) as Uint8Array).toString()).toBe('the right model')
    writeFileSync(inHome(world, 'store', artifact.sha256.slice(0, 2), artifact.sha256), 'the wrong model')
    await expect(asset?.read()).rejects.toMatchObject({ code: 'content-differs' })
  })
})

describe("a fork's run", () => {
  const pipeline = `pipeline: p
model: { candidate: candidate.onnx, production: registry }
registry: { file: ledger.jsonl }
stages:
  benchmark: { budget: 1s }
  compare: { outputs: stated, metrics: { size: { margin: 5% } } }
`

  /** A checkout in which a workflow restored the store: the ledger says what serves, and its bytes lie there alone. */
  async function checkout() {
    const trusted = await job()
    const { cwd, files } = trusted
    await files.write(path.join(cwd, 'candidate.onnx'), classifier({ seed: 2 }))
    await files.writeText(path.join(cwd, 'p.yml'), pipeline)
    const artifact = await storeOf(await homeOf(trusted), trusted).putBytes('production.onnx', classifier({ seed: 1 }))
    const ledger = await create(await openFileLedger(path.join(cwd, 'ledger.jsonl'), trusted))
    await adopt(ledger, { model: 'p', version: '1.0.0', artifact, why: 'a test' })
    const temporary = temporaryFolder()
    const world = await testWorld({ cwd, ...fork, env: { ...process.env, RUNNER_TEMP: temporary } })
    const stored = inHome(world, 'store', artifact.sha256.slice(0, 2), artifact.sha256)
    return { world, temporary, artifact, stored }
  }

  test('finds production in the store that was restored, and keeps its own outside of the checkout', async () => {
    const { world, temporary } = await checkout()
    const before = filesIn(inHome(world))
    const report = await ran(world, 'p.yml')
    expect(report.comparison?.rows).toMatchObject([{ metric: 'size', verdict: 'pass' }])
    expect(filesIn(inHome(world))).toEqual(before)
    const [home = ''] = readdirSync(temporary)
    expect(readdirSync(temporary)).toHaveLength(1)
    expect(statSync(path.join(temporary, home)).mode & 0o777).toBe(0o700)
    expect(report.next.map(({ command }) => command).join()).toContain(path.join(temporary, home))
  })

  test.each([
    [
      'a link',
      (file: string, spare: string) => {
        renameSync(file, spare)
        symlinkSync(spare, file)
      },
    ],
    ['a hard link', (file: string, spare: string) => linkSync(file, spare)],
    ['another file', (file: string) => writeFileSync(file, classifier({ seed: 3 }))],
    [
      'reached through a link',
      (file: string, spare: string) => {
        renameSync(path.dirname(file), spare)
        symlinkSync(spare, path.dirname(file))
      },
    ],
  ])('takes nothing from there that is %s', async (_, change) => {
    const { world, artifact, stored } = await checkout()
    change(stored, path.join(temporaryFolder(), 'spare'))
    await expect(ran(world, 'p.yml')).rejects.toMatchObject({
      code: 'production-missing',
      message: expect.stringContaining(artifact.sha256),
      hint: expect.stringMatching(/^Restore \.airworthy\/store (?!.*production:)/),
    })
    expect(await storeOf(await homeOf(world), world).holds(artifact)).toBe(false)
  })

  test('reads nothing else of the home in the checkout, and resumes nothing', async () => {
    const { world } = await checkout()
    const key = 'a'.repeat(64)
    for (const name of ['measurements', 'history'])
      await world.files.writeText(inHome(world, name, `${key}.jsonl`), '{"block":1}\n')
    expect(await openMeasurements(await homeOf(world), world.files, key).read()).toEqual([])
    await expect(ran(world, 'p.yml', { resume: true })).rejects.toMatchObject({ code: 'resume-untrusted' })
  })

  test('has no home in the checkout, whatever AIRWORTHY_HOME says, and a new one in a folder elsewhere', async () => {
    const { world } = await checkout()
    const outside = temporaryFolder()
    const link = path.join(outside, 'link')
    symlinkSync(world.cwd, link)
    const homeFor = async (home: string) =>
      homeOf(await testWorld({ cwd: world.cwd, ...fork, env: { ...process.env, AIRWORTHY_HOME: home } }))
    for (const home of ['.airworthy', 'elsewhere', world.cwd, link, path.join(link, 'new')])
      await expect(homeFor(home), home).rejects.toMatchObject({
        code: 'home-untrusted',
        hint: expect.stringContaining('leave it unset'),
      })
    const [one, other] = [await homeFor(outside), await homeFor(outside)]
    expect(path.dirname(one.folder)).toBe(outside)
    expect(one.folder).not.toBe(other.folder)
  })
})
