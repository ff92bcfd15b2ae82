import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { beyondLimits, readJsonFile } from '../../src/core/read-json.ts'
import { runReportSchema } from '../../src/core/report.ts'
import { checkUntrusted } from '../../src/core/untrusted-value.ts'
import type { Processes } from '../../src/core/world.ts'
import { arranged } from '../../src/data/arranged.ts'
import { labelNumbers } from '../../src/data/labels.ts'
import { readNpy } from '../../src/data/npy.ts'
import { openNpz, writeNpz } from '../../src/data/npz.ts'
import { openCache } from '../../src/pipeline/cache.ts'
import { substitute } from '../../src/pipeline/expressions.ts'
import { load } from '../../src/pipeline/load.ts'
import { schedule, sideBySide } from '../../src/pipeline/schedule.ts'
import { unsealed } from '../../src/pipeline/seals.ts'
import { sourceOf } from '../../src/pipeline/source.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { callHook } from '../../src/rollout/hooks/index.ts'
import { runHook } from '../../src/rollout/hooks/run.ts'
import { createGitHub } from '../../src/world/github.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import { airworthyIn } from '../command-line.ts'
import { assignEvent, create, createdFile, releaseEvent } from '../contracts/ledger.ts'
import { temporaryFolder } from '../folders.ts'
import { passed } from '../report/fixtures.ts'
import { testWorld } from '../world.ts'
import { checkout, models, pipelineText } from './stranger.ts'

// What is small on the disk and large in memory, and what takes time beyond its size. Growth is measured, not time: twice as much may
// take three times as long. What needs hundreds of megabytes is in test/real/sizes.test.ts.

/** Of the processor, which no other work on the machine adds to. */
function millisecondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** Asserts that twice as much takes at most three times as long. The best of a few tries counts; a millisecond is noise. */
function expectLinear<Input>(size: number, make: (size: number) => Input, act: (input: Input) => unknown): void {
  const best = (input: Input): number => {
    const times = Array.from({ length: 4 }, () => {
      const begun = process.cpuUsage()
      act(input)
      return millisecondsSince(begun)
    })
    return Math.min(...times)
  }
  const [once, twice] = [best(make(size)), best(make(2 * size))]
  expect(twice).toBeLessThan(3 * once + 10)
}

/** A file of so many bytes that takes none on the disk. */
function sparse(file: string, bytes: number): string {
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(file, 'w')
  ftruncateSync(handle, bytes)
  closeSync(handle)
  return file
}

const scope = { env: {}, trust: { level: 'trusted', why: 'a test' } as const, inputs: {} }

test.each([
  ['that never end', '${{', 'x'],
  ['that never end, with words in them', '${{ inputs.a ', 'x'],
  ['that end on another line', '${{\n', '}} x'],
  ['of which the last ends', '${{ }', '}} x'],
])('expressions %s take time as their text does', (_, piece, end) => {
  const make = (size: number): string => `${piece.repeat(size)}${end}`
  expectLinear(40_000, make, (text) => substitute({ text }, sourceOf({}, 'x.yml'), scope))
})

const bare = 'pipeline: digits\nmodel: { candidate: new.onnx }\n'
const stagesOf = (count: number, body: string): string =>
  `${bare}stages:\n${Array.from({ length: count }, (_, at) => `  s${at}: ${body}\n`).join('')}`
const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`

test.each([
  ['15,000 stages', stagesOf(15_000, '{ kind: validate, checks: [graph] }'), '100,000 tokens'],
  ['501 stages', stagesOf(501, '{ kind: validate }'), '500 stages'],
  ['501 stages of no kind', stagesOf(501, '{ kind: none }'), '500 stages'],
  ['a line for each byte', '\n'.repeat(200_000), '100,000 tokens'],
  ['mistakes without end', ': : :\n'.repeat(100_000), '100,000 tokens'],
  ['one name again and again', `${bare}${'k: 1\n'.repeat(100_000)}`, '100,000 tokens'],
  ['aliases of a long list', `${bare}a: &a [${'1,'.repeat(2000)}]\nb: [${'*a,'.repeat(90)}]\n`, '50,000 values'],
  ['lists in lists', `${bare}x: ${nested('[', ']', 100)}\n`, '64 levels'],
  ['mappings in mappings', `${bare}x: ${nested('{ a: ', '}', 100)}\n`, '64 levels'],
  ['a text of two megabytes', `${bare}x: "${'a'.repeat(2_000_000)}"\n`, '1,048,576 bytes'],
  [
    'a value that is used a thousand times',
    `inputs: { a: { default: ${'x'.repeat(100_000)} } }\n${bare}secrets: [${"'${{ inputs.a }}',".repeat(1000)}]\nstages: { validate: {} }\n`,
    '4,194,304 characters',
  ],
])('a pipeline of %s is refused, and the limit is named', async (_, text, limit) => {
  const world = await checkout({ ...models, 'airworthy.yml': text }, {})
  const { code, err } = await airworthyIn(world, ['check', 'airworthy.yml'])
  expect([code, err]).toEqual([2, expect.stringContaining('error[pipeline-too-large]')])
  expect(err).toContain(limit)
})

test('a benchmark of more combinations than anybody measures is refused', async () => {
  const list = (count: number): string => `[${Array.from({ length: count }, (_, at) => at + 1).join()}]`
  const scenarios = `[{ provider: cpu, batch: ${list(1000)}, threads: ${list(64)} }]`
  const text = `${bare}stages: { benchmark: { scenarios: ${scenarios} } }\n`
  const world = await checkout({ ...models, 'airworthy.yml': text }, {})
  const { code, err } = await airworthyIn(world, ['check', 'airworthy.yml'])
  expect([code, err]).toEqual([2, expect.stringContaining('at most 1000 combinations')])
})

test('a pipeline that comes as text of a commit is held to the same limits', async () => {
  const world = await checkout({}, {})
  const text = `${bare}x: "${'a'.repeat(2_000_000)}"\n`
  await expect(load('airworthy.yml', world, { text })).rejects.toMatchObject({ code: 'pipeline-too-large' })
})

test.each([
  ['settings that there are not', `${pipelineText()}${Array.from({ length: 300 }, (_, at) => `k${at}: 1\n`).join('')}`],
  ['stages of kinds that there are not', stagesOf(300, '{ kind: none, x: 1 }')],
  ['stages that wait for others that there are not', stagesOf(300, `{ kind: validate, needs: [${'a, '.repeat(9)}] }`)],
  ['expressions of nothing', `${pipelineText()}secrets: [${"'${{ inputs.x }}',".repeat(300)}]\n`],
])('a pipeline of %s is told with its first hundred problems', async (_, text) => {
  const world = await checkout({ ...models, 'airworthy.yml': text }, {})
  const { code, err } = await airworthyIn(world, ['check', 'airworthy.yml'])
  expect([code, err.match(/error\[/g)?.length]).toEqual([2, 101])
  expect(err).toContain('error[pipeline-more-problems]')
})

test('a name as long as a file is compared with no other, and is no tag', async () => {
  const long = 'a'.repeat(900_000)
  for (const text of [
    pipelineText().replace('pipeline: digits', `pipeline: ${long}`),
    `${pipelineText()}? ${long}\n: 1\n`,
    `${pipelineText()}secrets: ['\${{ inputs.${long} }} x']\n`,
  ]) {
    const { code, err } = await airworthyIn(await checkout({ ...models, 'airworthy.yml': text }, {}), [
      'check',
      'airworthy.yml',
    ])
    expect(code).toBe(2)
    expect(err.length).toBeLessThan(10_000)
  }
})

test('sixty stages run as many at a time as the machine has processors and memory for', async () => {
  const cpu = { cpu: 'x', platform: 'x', node: 'x', onnxruntime: 'x', governor: 'x', host: 'x' }
  const machine = { ...cpu, cores: 64, memoryBytes: 2 ** 40, cpuQuota: undefined, memoryLimitBytes: undefined }
  expect(sideBySide(machine).working).toBe(16)
  expect(sideBySide({ ...machine, cpuQuota: 3.5 }).working).toBe(3)
  expect(sideBySide({ ...machine, memoryLimitBytes: 2 ** 31 }).working).toBe(4)
  expect(sideBySide({ ...machine, cores: 1 }).working).toBe(2)
  const most = async (waits: boolean): Promise<number> => {
    let [now, highest] = [0, 0]
    const tasks = Array.from({ length: 60 }, (_, at) => ({ name: `s${at}`, needs: [], measures: false, waits }))
    const run = async (): Promise<void> => {
      highest = Math.max(highest, ++now)
      await new Promise((resolve) => setTimeout(resolve, 1))
      now--
    }
    await schedule(tasks, run, { working: 3, all: 20 })
    return highest
  }
  expect([await most(false), await most(true)]).toEqual([3, 20])
})

/** An archive whose directory says that its members unpack to so many bytes. */
function lying(bytes: number): Uint8Array {
  const archive = writeNpz({ images: { type: 'uint8', dims: [50_000], data: new Uint8Array(50_000) } })
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  for (let at = 0; at + 46 < archive.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, bytes, true)
  return archive
}

test.each([
  ['less than it unpacks to', 1000, 'data-not-npz'],
  ['a gigabyte and more', 1_100_000_000, 'data-too-large'],
  ['a thousand times what it has', 200_000_000, 'data-suspect'],
])('an archive of arrays that says %s is not unpacked', (_, bytes, code) => {
  const before = process.memoryUsage.rss()
  expect(() => openNpz(lying(bytes)).read('images')).toThrow(expect.objectContaining({ code }))
  expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 2 ** 20)
})

/** An array whose header is this text. */
function npy(header: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const text = new TextEncoder().encode(`${header}\n`)
  const length = new Uint8Array(Uint32Array.of(text.length).buffer)
  return Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2, 0, ...length, ...text, ...data)
}

const headerOf = (descr: string, shape: string): string =>
  `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }`

test.each([
  ['texts of no bytes, as many as there are numbers', headerOf('|S0', '9007199254740991,'), 'data-too-many'],
  ['texts of no letters, a hundred million of them', headerOf('<U0', '100000000,'), 'data-too-many'],
  ['more numbers than there are bytes', headerOf('<f4', '9007199254740991,'), 'data-not-npz'],
  ['dimensions without end', headerOf('<f4', '1,'.repeat(10_000)), 'data-not-npz'],
  ['a header of megabytes', headerOf('<f4', `1,${' '.repeat(100_000)}`), 'data-not-npz'],
  ['a shape that is multiplied beyond all numbers', headerOf('<f4', '9007199254740991, 2'), 'data-not-npz'],
])('an array that declares %s is refused', (_, header, code) => {
  expect(() => readNpy(npy(header), 'x')).toThrow(expect.objectContaining({ code }))
})

test('an array that declares nothing, among dimensions that are huge, is empty', () => {
  expect(readNpy(npy(headerOf('<f4', '0, 4503599627370496, 28')), 'x').data).toHaveLength(0)
})

test('labels of half a billion examples are refused by what their header says', () => {
  const header = { dims: [500_000_000], descr: '|i1', type: 'int8' as const }
  const arrays = { names: ['y'], has: () => true, header: () => header, read: () => expect.unreachable() }
  expect(() => arranged(arrays, { inputs: {}, label: 'y', group: undefined }, 'x.npz')).toThrow(
    expect.objectContaining({ code: 'data-too-many', message: expect.stringContaining('the limit is 10000000') }),
  )
})

test('texts full of zeros take time as their bytes do', () => {
  const make = (size: number): Uint8Array => {
    const data = new Uint8Array(size)
    data[size - 1] = 65
    return npy(headerOf(`|S${size}`, '1,'), data)
  }
  expectLinear(20_000, make, (bytes) => readNpy(bytes, 'x'))
  expect(readNpy(npy(headerOf('|S3', '1,'), Uint8Array.of(0, 65, 0)), 'x').data).toEqual(['\0A'])
})

test('labels of digits without end take time as their text does', () => {
  const refused = (label: string): void => {
    expect(() => labelNumbers('eval', [label])).toThrow(expect.objectContaining({ code: 'data-label' }))
  }
  for (const end of ['x', '', '.x', 'e']) expectLinear(20_000, (size) => `${'1'.repeat(size)}${end}`, refused)
})

const said = { event: 'released', eventId: '1', model: 'm', version: '1.0.0', rollout: 'r', why: 'w' } as const

async function lastWordsOf(script: string): Promise<string> {
  const world = await testWorld()
  const hook = runHook.make(runHook.settings.parse([process.execPath, '-e', script]) as never)
  const tools = { world, folder: world.cwd, signal: new AbortController().signal }
  const { outcome, detail } = await callHook(hook, said as never, tools)
  expect(outcome).toBe('done')
  return detail
}

test('a hook that prints without measure is told by its last words, and the rest is forgotten', async () => {
  const before = process.memoryUsage.rss()
  const detail = await lastWordsOf(
    `const s = 'x '.repeat(5e5); let n = 0; const go = () => { while (n++ < 60) if (!process.stdout.write(s)) return process.stdout.once('drain', go); process.stdout.write('the end') }; go()`,
  )
  expect(detail).toMatch(/^ ?(?:x )+the end$/)
  expect(detail.length).toBeLessThanOrEqual(500)
  expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 2 ** 20)
})

test('a program that leaves its output to another is waited for no longer than some seconds', async () => {
  const world = await testWorld()
  // Longer than the test may take.
  const { code, stdout } = await world.processes.run('sh', ['-c', 'sleep 3000 & echo $!'])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\n$/)])
  await gone(Number(stdout), world.processes)
})

async function gone(pid: number, { alive }: Processes): Promise<void> {
  await expect.poll(() => alive(pid) && !/\) Z/.test(statOf(pid))).toBe(false)
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

test.each([
  ['evidence', (file: string) => ['verify', file]],
  ['a report', (file: string) => ['report', path.dirname(file)]],
  ['a shard', (file: string) => ['merge', 'airworthy.yml', path.dirname(file)]],
])('a file of %s of half a gigabyte is not read', async (what, args) => {
  const world = await checkout({ ...models, 'airworthy.yml': pipelineText() }, {})
  const name = what === 'a shard' ? 'shard.json' : 'report.json'
  const file = sparse(path.join(world.cwd, 'in', name), 500_000_000)
  const { code, err } = await airworthyIn(world, args(file))
  expect([code, err]).toEqual([2, expect.stringMatching(/error\[(file|shard)-too-large\].*500000000 bytes.*limit/)])
})

test('JSON of more values than memory has room for is told from its bytes', async () => {
  const limits = { bytes: 1000, values: 10, all: 20 }
  const of = (text: string) => beyondLimits(new TextEncoder().encode(text), limits)?.of
  expect(of(`[${'1,'.repeat(18)}1]`)).toBeUndefined()
  expect(of(`[${'1,'.repeat(30)}1]`)).toBe('values')
  expect(of(`[${'[],'.repeat(11)}1]`)).toBe('texts, lists and objects')
  expect(of(`[${'{},'.repeat(11)}1]`)).toBe('texts, lists and objects')
  expect(of(`[${'"a",'.repeat(11)}1]`)).toBe('texts, lists and objects')
  expect(of(' '.repeat(1001))).toBe('bytes')
  const { files, cwd } = await testWorld()
  const file = path.join(cwd, 'deep.json')
  writeFileSync(file, '['.repeat(100))
  const wrong = (reason: string): Error => new Error(reason)
  await expect(readJsonFile(files, file, 'evidence', wrong, limits)).rejects.toMatchObject({ code: 'file-too-large' })
})

test('a report of one text, or of nothing but rows, is not made into a page', async () => {
  const world = await checkout({}, {})
  const shown = async (report: object): Promise<string> => {
    mkdirSync(path.join(world.cwd, 'run'), { recursive: true })
    writeFileSync(path.join(world.cwd, 'run', 'report.json'), JSON.stringify(report))
    return (await airworthyIn(world, ['report', './run'])).err
  }
  const report = passed()
  const warning = { code: 'c', message: 'm', remedy: 'r' }
  const many = [{ ...report.stages[0], warnings: Array.from({ length: 50_001 }, () => warning) }]
  expect(await shown(report)).toMatch(/^! No journal lies beside .*\n$/)
  expect(await shown({ ...report, sentence: 'a'.repeat(100_001) })).toContain('a text of over 100000 characters')
  expect(await shown({ ...report, stages: many })).toContain('a list of over 50000 objects')
})

test('values of the wrong kind without end are told by the first of them', () => {
  const begun = process.cpuUsage()
  const report = { ...passed(), stages: Array.from({ length: 1_000_000 }, () => 1) }
  expect(checkUntrusted(runReportSchema, report)).toEqual({ reason: 'stages.0: expected object, received number' })
  const mixed = { ...passed(), other: { a: Array.from({ length: 200_000 }, (_, at) => (at < 1000 ? 1 : 'x')) } }
  expect(checkUntrusted(runReportSchema, mixed)).toEqual({ reason: expect.stringContaining('another kind') })
  expect(millisecondsSince(begun)).toBeLessThan(10_000)
})

test('a journal, a ledger or a record of the cache that nobody wrote is not read', async () => {
  const world = await checkout({}, {})
  sparse(path.join(world.home.folder, 'runs/20261130-000000-aaaaaaaa/journal.jsonl'), 2 ** 26 + 1)
  expect((await airworthyIn(world, ['report'])).err).toContain('error[file-too-large]')
  const ledger = sparse(path.join(world.cwd, 'ledger.jsonl'), 2 ** 27 + 1)
  await expect((await openFileLedger(ledger, world)).read()).rejects.toMatchObject({ code: 'file-too-large' })
  const lines = path.join(world.cwd, 'lines.jsonl')
  writeFileSync(lines, `${createdFile}${'\n'.repeat(50_000_000)}`)
  await expect((await openFileLedger(lines, world)).read()).rejects.toMatchObject({ code: 'ledger-broken' })
  const key = 'ab'.repeat(32)
  const cache = path.join(world.cwd, 'cache')
  sparse(path.join(cache, 'ab', `${key}.json`), 2 ** 25 + 1)
  const store = { value: () => expect.unreachable() } as never
  expect(await openCache({ cache, seals: unsealed, damaged: new Set() }, world.files, store).find(key)).toBeUndefined()
})

/** A server on loopback that answers every request in this way, as GitHub's API to this process. */
async function answering(
  answer: (response: ServerResponse) => void,
): Promise<NonNullable<ReturnType<typeof createGitHub>>> {
  const server = createServer((_, response) => answer(response))
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_TOKEN: 't', GITHUB_API_URL: address }
  const github = createGitHub(env, { sleep: async () => {} }, createMask({}))
  if (github === undefined) throw new Error('no GitHub')
  return github
}

test('an answer of GitHub without end is left after 64 MiB, and not asked for again', async () => {
  let asked = 0
  const github = await answering((response) => {
    asked++
    response.writeHead(200, { 'content-type': 'application/json' })
    const piece = Buffer.alloc(2 ** 20, ' ')
    const go = (): void => {
      while (!response.destroyed && response.write(piece)) {}
      response.once('drain', go)
    }
    go()
  })
  await expect(github.request('GET /repos/{owner}/{repo}')).rejects.toThrow('more than 67108864 bytes')
  expect(asked).toBe(1)
})

test('a list of GitHub whose next page never ends is left after a thousand pages', async () => {
  let asked = 0
  const github = await answering((response) => {
    asked++
    const link = `<http://${response.req.headers.host}/repos/o/r/tags?page=${asked}>; rel="next"`
    response.writeHead(200, { 'content-type': 'application/json', link }).end('[{}]')
  })
  const all = async (): Promise<void> => {
    for await (const _ of github.pages('GET /repos/{owner}/{repo}/tags')) {
    }
  }
  await expect(all()).rejects.toThrow('more than 1000 pages')
  expect(asked).toBeLessThan(1003)
})

test('thousands of tags of others at a remote are neither fetched nor made here', async () => {
  const folder = temporaryFolder()
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  const open = async (name: string, purpose: 'create' | 'append' | 'look' = 'create') => {
    const world = await testWorld({ cwd: folder })
    return openGitLedger(
      { repository: path.join(folder, name), purpose, remote: path.join(folder, 'remote.git') },
      world,
    )
  }
  git('init', '-q', '--bare', 'remote.git')
  const ledger = await create(await open('one.git'))
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', assignEvent('1.0.0'))
  const commit = git('--git-dir=remote.git', 'rev-parse', 'airworthy/ledger').trim()
  const tag = (name: string): string => `tag ${name}\nfrom ${commit}\ntagger A <a@b> 1700000000 +0000\ndata 2\nx\n\n`
  const foreign = Array.from({ length: 600 }, (_, at) => tag(`lib${at % 9}@v1.0.${at}`)).join('')
  execFileSync('git', ['--git-dir=remote.git', 'fast-import', '--quiet'], { cwd: folder, input: foreign })
  for (const purpose of ['create', 'look'] as const) {
    const name = `${purpose}.git`
    git('init', '-q', '--bare', name)
    const fresh = await open(name, purpose)
    expect(await fresh.tags()).toContain('digits@v1.0.0')
    const made = git(`--git-dir=${name}`, 'tag', '--list').split('\n').filter(Boolean)
    expect(made).toEqual(purpose === 'look' ? [] : ['digits#production#1', 'digits@v1.0.0'])
    // The ledger has five objects for each of its entries or less, and two tags.
    expect(Number(git(`--git-dir=${name}`, 'rev-list', '--all', '--objects', '--count').trim())).toBeLessThan(50)
    const objects = git(`--git-dir=${name}`, 'cat-file', '--batch-all-objects', '--batch-check').split('\n')
    expect(objects.filter((line) => line.includes(' tag ')).length).toBeLessThanOrEqual(2)
  }
  expect(git('--git-dir=remote.git', 'tag', '--list').split('\n').filter(Boolean)).toHaveLength(602)
})

test('a version that others have tagged at the remote is taken, though nothing of the tag is here', async () => {
  const folder = temporaryFolder()
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  git('init', '-q', '--bare', 'remote.git')
  const world = await testWorld({ cwd: folder })
  const remote = path.join(folder, 'remote.git')
  const ledger = await create(
    await openGitLedger({ repository: path.join(folder, 'one.git'), purpose: 'create', remote }, world),
  )
  const commit = git('--git-dir=remote.git', 'rev-parse', 'airworthy/ledger').trim()
  git('--git-dir=remote.git', 'tag', 'digits@v1.0.0', commit)
  await expect(ledger.append('a', releaseEvent('1.0.0'))).rejects.toMatchObject({ code: 'version-exists' })
})
