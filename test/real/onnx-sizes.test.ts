import { spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hostileModels } from '../../lab/onnx/hostile.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { OnnxTensor } from '../../src/onnx/format/messages.ts'
import { tensor } from '../../src/onnx/graph/build.ts'
import { temporaryFolder } from '../folders.ts'
import { withGraph } from '../onnx/models.ts'
import { bundle } from '../world.ts'

// Models with a million of one thing, as a user meets them: the real command line, what it takes of memory and processors with all its
// workers. Each is done with within 10 s of processor time and 1 GiB, or refused with its limit named.

const mostSeconds = 10
const mostBytes = 2 ** 30

interface Taken {
  readonly code: number
  readonly said: string
  /** Of the process and its workers together, at its most. */
  readonly bytes: number
  readonly processorSeconds: number
}

/** Starts a command and watches it. */
function taken(words: readonly string[], cwd: string): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CI: 'true', AIRWORTHY_TRUSTED: 'true' }
    const child = spawn(process.execPath, [path.join(bundle, 'cli.js'), ...words], { cwd, env })
    const seconds = new Map<number, number>()
    let [said, bytes] = ['', 0]
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const watch = setInterval(() => {
      const all = treeOf(child.pid ?? 0)
      bytes = Math.max(
        bytes,
        all.map(residentOf).reduce((sum, each) => sum + each, 0),
      )
      for (const pid of all) seconds.set(pid, secondsOf(pid) ?? seconds.get(pid) ?? 0)
    }, 20)
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(watch)
      const processorSeconds = [...seconds.values()].reduce((sum, each) => sum + each, 0)
      resolve({ code: code ?? -1, said, bytes, processorSeconds })
    })
  })
}

/** Undefined when the process is gone. */
function ofProcess<Value>(pid: number, name: string, read: (text: string) => Value): Value | undefined {
  try {
    return read(readFileSync(`/proc/${pid}/${name}`, 'utf8'))
  } catch {
    return undefined
  }
}

function residentOf(pid: number): number {
  return ofProcess(pid, 'statm', (text) => 4096 * Number(text.split(' ')[1])) ?? 0
}

/** Fields 14 and 15 of /proc/PID/stat, in hundredths of a second; the name of the program, before them, may have blanks in it. */
function secondsOf(pid: number): number | undefined {
  return ofProcess(pid, 'stat', (text) => {
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  })
}

function treeOf(pid: number): number[] {
  const threads = ofProcess(pid, 'stat', () => readdirSync(`/proc/${pid}/task`)) ?? []
  const children = threads.flatMap((thread) =>
    (ofProcess(pid, `task/${thread}/children`, (text) => text.trim().split(' ')) ?? []).filter((word) => word !== ''),
  )
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))]
}

function written(kind: string, count: number): string {
  const folder = temporaryFolder()
  const make = hostileModels[kind]
  if (make === undefined) throw new Error(`no kind ${kind}`)
  writeFileSync(path.join(folder, 'new.onnx'), make(count))
  return folder
}

const still = ['validate', 'new.onnx', '--checks', 'graph', 'interface', 'safety']
const commands = [
  ['validate', 'new.onnx'],
  ['diff', 'new.onnx', 'new.onnx'],
  ['inspect', 'new.onnx'],
] as const

test.each([
  ['nodes', 1_000_000, '250,000 nodes'],
  ['nodes in a function', 1_000_000, '250,000 nodes'],
  ['nodes in a branch', 1_000_000, '250,000 nodes'],
  ['branches', 300_000, '50,000 graphs'],
  ['initialisers', 1_000_000, '250,000 tensors'],
  ['value infos', 1_000_000, '1,750,000 parts'],
  ['imports', 1_000_000, '200,000 imports'],
  ['metadata', 1_000_000, '1,750,000 parts'],
  ['functions', 300_000, '50,000 functions'],
  ['attributes of a node', 1_000_000, '750,000 attributes'],
  ['inputs of a node', 2_000_000, '1,750,000 parts'],
  ['dims of a value', 2_000_000, '1,750,000 parts'],
  ['a text', 500_000_000, '64 MiB'],
  ['texts of a weight', 10_000_000, '1,750,000 parts'],
  ['integers of an attribute', 50_000_001, '50,000,000 numbers'],
] as const)('%s: %d are refused at once', async (kind, count, limit) => {
  const folder = written(kind, count)
  for (const words of commands) {
    const { code, said, bytes, processorSeconds } = await taken(words, folder)
    expect([code, said]).toEqual([2, expect.stringContaining(limit)])
    expect([words[0], bytes < mostBytes, processorSeconds < mostSeconds]).toEqual([words[0], true, true])
  }
})

test.each([
  ['nodes', 250_000],
  ['nodes in a function', 249_000],
  ['branches', 24_000],
  ['initialisers', 250_000],
  ['value infos', 280_000],
  ['imports', 190_000],
  ['inputs', 190_000],
  ['functions', 49_000],
  ['attributes of a node', 740_000],
  ['inputs of a node', 1_700_000],
  ['dims of a value', 1_700_000],
  ['texts of an attribute', 1_700_000],
  ['readers of NaN', 240_000],
] as const)('%s: %d are checked and compared', async (kind, count) => {
  const folder = written(kind, count)
  for (const words of [still, commands[1]]) {
    const { code, said, bytes, processorSeconds } = await taken(words, folder)
    expect([[0, 1].includes(code), said]).toEqual([true, expect.not.stringContaining('[bug]')])
    expect([words[0], bytes < mostBytes, processorSeconds < mostSeconds]).toEqual([words[0], true, true])
  }
})

test('functions that call one another twice each are not run', async () => {
  const { code, said, processorSeconds } = await taken(
    ['validate', 'new.onnx'],
    written('functions, twice each with attributes', 40),
  )
  expect([code, said]).toEqual([1, expect.stringContaining('error[too-many-nodes]')])
  expect(processorSeconds).toBeLessThan(mostSeconds)
})

test('weights of 2.4 GB beside a model are never in memory', async () => {
  const folder = temporaryFolder()
  const { rawData: _, ...rest }: OnnxTensor = tensor('w', 'float32', [3, 2], new Float32Array())
  const place = Object.entries({ location: 'w.bin', offset: '0', length: '2400000000' })
  const externalData = place.map(([key, value]) => ({ key, value }))
  const weight = { ...rest, dims: [600_000_000], dataLocation: 1, externalData }
  for (const [model, data] of [
    ['new', 'w.bin'],
    ['old', 'v.bin'],
  ] as const) {
    const named = externalData.map((entry) => (entry.key === 'location' ? { ...entry, value: data } : entry))
    const bytes = writeModel(withGraph({ initializer: [{ ...weight, externalData: named }] }))
    writeFileSync(path.join(folder, `${model}.onnx`), bytes)
    closeSync(openSync(path.join(folder, data), 'w'))
    truncateSync(path.join(folder, data), 2.4e9)
  }
  for (const words of [
    ['inspect', 'new.onnx'],
    ['diff', 'old.onnx', 'new.onnx'],
  ]) {
    const { code, said, bytes } = await taken(words, folder)
    expect([code, said]).toEqual([0, expect.not.stringContaining('[bug]')])
    expect([words[0], bytes < mostBytes / 4]).toEqual([words[0], true])
  }
})
