import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeNpz } from '../../src/data/npz.ts'
import { temporaryFolder } from '../folders.ts'
import { bundle } from '../world.ts'

// What is handed to the command line as a stranger would: it ends within ten seconds and a gigabyte, or refuses with the limit. Memory
// is that of the process and of all it started, as Linux tells it fifty times a second.

const mostSeconds = 10
const mostBytes = 2 ** 30

interface Measured {
  readonly code: number
  readonly said: string
  readonly seconds: number
  readonly bytes: number
}

function airworthy(cwd: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const env = { ...process.env, AIRWORTHY_HOME: path.join(cwd, 'home'), CI: '', GITHUB_ACTIONS: '' }
    const child = spawn(process.execPath, [path.join(bundle, 'cli.js'), ...args], { cwd, env, stdio: 'pipe' })
    let [said, bytes] = ['', 0]
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString('utf8')).slice(0, 100_000)
      })
    const watch = setInterval(() => {
      bytes = Math.max(bytes, memoryOf(child.pid ?? 0))
    }, 20)
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(watch)
      resolve({ code: code ?? -1, said, seconds: (performance.now() - begun) / 1000, bytes })
    })
  })
}

/** Bytes in memory of a process and of all that it started. */
function memoryOf(pid: number): number {
  const own = 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), own)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function expectBounded(cwd: string, args: readonly string[], said: RegExp, code = 2): Promise<void> {
  const found = await airworthy(cwd, args)
  expect(found.said).toMatch(said)
  expect(found.code).toBe(code)
  expect(found.bytes).toBeGreaterThan(10 * 2 ** 20)
  expect(found.bytes).toBeLessThan(mostBytes)
  // With other work on the machine, a command may take several times as long as alone.
  expect(found.seconds).toBeLessThan(3 * mostSeconds)
}

const digits = path.resolve('pipelines/digits')

function pipelineOn(data: string): string {
  return `pipeline: digits
model: { candidate: ${digits}/digits-candidate.onnx, production: ${digits}/digits-1.0.0.onnx }
data: { eval: { from: ${data}, inputs: { image: images }, label: labels } }
stages:
  benchmark: { scenarios: [{ provider: cpu, batch: 32, threads: 1 }], budget: 1s, data: eval }
  compare: { against: production, metrics: { accuracy: { margin: 5pp } } }
`
}

/** An archive of one array that is the same byte again and again: packed, it is a thousandth. */
function flood(name: string, descr: string, shape: string, bytes: number): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }`.padEnd(117)
  const content = new Uint8Array(128 + bytes)
  content.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0])
  content.set(new TextEncoder().encode(`${header}\n`), 10)
  return zip(`${name}.npy`, content)
}

function zip(name: string, content: Uint8Array): Uint8Array {
  const [packed, title] = [deflateRawSync(content), Buffer.from(name)]
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, title, packed])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, Buffer.alloc(14), title])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

test.each([
  ['a gigabyte of zeros', () => flood('labels', '|i1', '1000000000,', 1_000_000_000), /data-too-many|data-suspect/],
  ['texts of half a megabyte each', () => flood('labels', '|S500000', '1000,', 500_000_000), /data-suspect/],
  ['letters without end', () => flood('labels', '<U100000', '1000,', 400_000_000), /data-suspect/],
])('data of %s, packed in a megabyte, are refused', async (_, archive, said) => {
  const cwd = temporaryFolder()
  writeFileSync(path.join(cwd, 'data.npz'), archive())
  writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineOn('data.npz'))
  const { code, said: words, bytes, seconds } = await airworthy(cwd, ['run', 'airworthy.yml'])
  expect(code).toBe(2)
  const report = read(path.join(cwd, 'home', 'runs', words.match(/\d{8}-\d{6}-\w{8}/)?.[0] ?? '', 'report.json'))
  expect(report).toMatch(said)
  expect([bytes < mostBytes, seconds < 3 * mostSeconds]).toEqual([true, true])
})

test('data just below the limits are read within the memory that they say', async () => {
  const cwd = temporaryFolder()
  const examples = 150_000
  const images = { type: 'uint8' as const, dims: [examples, 28, 28], data: new Uint8Array(examples * 784) }
  const labels = { type: 'int64' as const, dims: [examples], data: new BigInt64Array(examples) }
  writeFileSync(path.join(cwd, 'data.npz'), writeNpz({ images, labels }))
  writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineOn('data.npz'))
  const { code, bytes } = await airworthy(cwd, ['run', 'airworthy.yml'])
  expect([0, 1, 3]).toContain(code)
  expect(bytes).toBeLessThan(mostBytes)
})

test('sixty stages that all run the model do not start sixty workers', async () => {
  const cwd = temporaryFolder()
  const stages = Array.from(
    { length: 60 },
    (_, at) =>
      `  s${at}: { kind: validate, checks: [graph, runs], limits: { parameters: ${10_000_000 + at} }, needs: [] }\n`,
  )
  const head = `pipeline: digits\nmodel: { candidate: ${digits}/digits-candidate.onnx }\nregistry: { scratch: true }\n`
  writeFileSync(path.join(cwd, 'airworthy.yml'), `${head}stages:\n${stages.join('')}`)
  const { code, bytes } = await airworthy(cwd, ['run', 'airworthy.yml'])
  expect(code).toBe(0)
  // On two processors; a larger machine may start more of them.
  expect(bytes).toBeLessThan(4 * mostBytes)
})

test('the last words of a program that prints three gigabytes are told, and it is not waited for in memory', async () => {
  const cwd = temporaryFolder()
  const script = `
    import { createWorld } from ${JSON.stringify(path.resolve('src/world/index.ts'))}
    const world = await createWorld({ cwd: ${JSON.stringify(cwd)}, env: {}, workerScript: ${JSON.stringify(path.join(bundle, 'worker.js'))}, trust: { level: 'trusted', why: 'a test' }, event: 'local' })
    const { stdout } = await world.processes.run('sh', ['-c', 'head -c 3000000000 /dev/zero; echo the end'], { keepEnd: 65536, diesWithParent: true })
    const over = await world.processes.run('sh', ['-c', 'head -c 3000000000 /dev/zero'], {}).catch((error) => error.code)
    console.log(JSON.stringify([stdout.length, stdout.slice(-8), over, process.resourceUsage().maxRSS]))
  `
  writeFileSync(path.join(cwd, 'flood.mts'), script)
  const tsx = path.resolve('node_modules/tsx/dist/cli.mjs')
  const child = spawn(process.execPath, [tsx, path.join(cwd, 'flood.mts')], { cwd: path.resolve('.'), stdio: 'pipe' })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8')
  })
  await new Promise((resolve) => child.once('close', resolve))
  const [length, end, over, kilobytes] = JSON.parse(out) as [number, string, string, number]
  expect([length, end, over]).toEqual([65_536, 'the end\n', 'program-output'])
  expect(kilobytes * 1024).toBeLessThan(mostBytes)
})

const written = {
  'evidence of half a gigabyte': [`[${'1,'.repeat(100)}`, 2_500_000, /file-too-large/],
  'evidence that nests without end': ['[', 20_000_000, /file-too-large/],
  'evidence of nothing but objects': ['[{},', 20_000_000, /file-too-large/],
  'evidence of one text': ['aaaaaaaaaaaaaaaa', 18_000_000, /evidence-wrong/],
} as const

test.each(Object.entries(written))('%s is refused', async (_, [piece, count, said]) => {
  const cwd = temporaryFolder()
  writeRepeated(path.join(cwd, 'evidence.json'), said.source === 'evidence-wrong' ? '"' : '', piece, count)
  await expectBounded(cwd, ['verify', 'evidence.json'], said)
})

test.each([
  ['one text', '', 'a'.repeat(1000), 200_000, /a text of over 100000 characters/],
  ['texts', '', `${'a'.repeat(90_000)}","`, 2200, /its texts have over|report-unreadable/],
  ['nothing but lists', '', '[],', 60_000_000, /file-too-large/],
])('a report of 200 MB of %s is refused', async (name, before, piece, count, said) => {
  const cwd = temporaryFolder()
  mkdirSync(path.join(cwd, 'run'))
  const file = path.join(cwd, 'run', 'report.json')
  const [open, close] = name === 'nothing but lists' ? ['[', '[]]'] : ['["', '"]']
  writeRepeated(file, `${open}${before}`, piece, count, close)
  await expectBounded(cwd, ['report', './run'], said)
})

test('a record of half a gigabyte on one line, and a ledger of line breaks, are refused', async () => {
  const cwd = temporaryFolder()
  const run = path.join(cwd, 'home', 'runs', '20261130-000000-aaaaaaaa')
  mkdirSync(run, { recursive: true })
  writeRepeated(path.join(run, 'journal.jsonl'), '{"event":"', 'a'.repeat(1000), 500_000, '"}\n')
  await expectBounded(cwd, ['report'], /file-too-large/)
  const created = '{"kind":"created","key":"created","at":"2026-01-01T00:00:00.000Z","by":"ada"}\n'
  writeRepeated(path.join(cwd, 'ledger.jsonl'), created, '\n'.repeat(1000), 120_000)
  const text = pipelineOn('data.npz')
    .replace(/, production: [^ ]+/, '')
    .replace(/^data:.*\n/m, '')
    .replace(', data: eval', '')
    .replace('accuracy: { margin: 5pp }', 'size: { margin: 5% }')
  writeFileSync(path.join(cwd, 'airworthy.yml'), text.replace('stages:', 'registry: { file: ledger.jsonl }\nstages:'))
  await expectBounded(cwd, ['plan', 'airworthy.yml'], /ledger-broken/)
})

/** A file of hundreds of megabytes, in pieces: no text is as long. */
function writeRepeated(file: string, before: string, piece: string, count: number, after = ''): void {
  const each = Math.max(1, Math.floor(1_000_000 / piece.length))
  writeFileSync(file, before)
  for (let left = count; left > 0; left -= each) writeFileSync(file, piece.repeat(Math.min(left, each)), { flag: 'a' })
  writeFileSync(file, after, { flag: 'a' })
}
