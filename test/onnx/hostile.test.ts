import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkModel } from '../../src/onnx/check/index.ts'
import { checkSafety } from '../../src/onnx/check/safety.ts'
import { onnxruntimeLimits } from '../../src/onnx/check/structure.ts'
import { readModel, writeModel } from '../../src/onnx/format/index.ts'
import type { Entry, Model, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { openExternal } from '../../src/onnx/graph/external-files.ts'
import { inferTypes } from '../../src/onnx/infer/index.ts'
import { elementsOf } from '../../src/onnx/tensors/elements.ts'
import { temporaryFolder } from '../folders.ts'
import { testWorld } from '../world.ts'
import { doublingFunctions, modelOfFunctions } from './models.ts'

// The classes of vulnerabilities that readers of ONNX had. Downloads (CVE-2024-5187, CVE-2024-7776: an archive that is unpacked
// outside of its folder) have no counterpart: nothing here is fetched or unpacked.

function external(entries: Readonly<Record<string, string>>): Model {
  const { rawData: _, ...weight }: OnnxTensor = tensor('w', 'float32', [2], new Float32Array())
  const externalData: Entry[] = Object.entries(entries).map(([key, text]) => ({ key, value: text }))
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', [2])],
      outputs: [value('y', 'float32', [2])],
      nodes: [node('Add', ['x', 'w'], ['y'])],
      weights: [{ ...weight, dataLocation: 1, externalData }],
    }),
  })
}

/** A folder of a model with a secret beside it, and what was read of the weights of a model in it. */
async function attempted(model: Model): Promise<{ codes: string[]; read: unknown }> {
  const root = temporaryFolder()
  const folder = path.join(root, 'model')
  mkdirSync(path.join(folder, 'a'), { recursive: true })
  const secret = path.join(root, 'secret')
  writeFileSync(secret, Float32Array.of(42, 42))
  symlinkSync(secret, path.join(folder, 'soft'))
  symlinkSync(root, path.join(folder, 'up'))
  linkSync(secret, path.join(folder, 'hard'))
  writeFileSync(path.join(folder, 'small'), Float32Array.of(1, 2))
  const { files } = await testWorld()
  const read = readModel(writeModel(model))
  const data = await openExternal(read, folder, files)
  const findings = [...checkModel(read, onnxruntimeLimits, data), ...checkSafety(read)]
  const [weight] = read.graph?.initializer ?? []
  return {
    codes: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    read: weight && elementsOf(weight, data),
  }
}

describe('weights in other files', () => {
  it('are read where they may be', async () => {
    expect(await attempted(external({ location: 'small' }))).toEqual({ codes: [], read: Float32Array.of(1, 2) })
  })

  it.each([
    ['CVE-2022-25882: out of the folder', { location: '../secret' }],
    ['CVE-2024-27318: out of it by a detour', { location: 'a/../../secret' }],
    ['an absolute path', { location: '/etc/hostname' }],
    ['CVE-2026-27489, CVE-2026-34447: a symbolic link', { location: 'soft' }],
    ['a folder that is one', { location: 'up/secret' }],
    ['CVE-2026-34446: a hard link', { location: 'hard' }],
    ['CVE-2026-34445: keys that are none', { location: 'small', __class__: 'x', __proto__x: 'y' }],
    ['CVE-2026-34445: an offset beyond the file', { location: 'small', offset: '99999999999999' }],
    ['CVE-2026-34445: a length beyond it', { location: 'small', length: '999999999999' }],
    ['an offset that is negative', { location: 'small', offset: '-8' }],
    ['an offset that is no number', { location: 'small', offset: '1e3' }],
  ])('%s', async (_name, entries) => {
    const { codes, read } = await attempted(external(entries))
    expect(codes.length).toBeGreaterThan(0)
    expect(read ?? []).not.toContain(42)
  })
})

describe('models that would take everything', () => {
  it('declare sizes that nobody has', () => {
    const huge = { ...tensor('w', 'float32', [2 ** 31, 2 ** 31], new Float32Array()), rawData: new Uint8Array(8) }
    const model = buildModel({
      opset: 17,
      graph: buildGraph({
        inputs: [value('x', 'float32', [2 ** 40])],
        outputs: [value('y', 'float32', [2 ** 40])],
        nodes: [node('Expand', ['x', 's'], ['y'])],
        weights: [huge, tensor('s', 'int64', [2], BigInt64Array.of(2n ** 40n, 2n ** 40n))],
      }),
    })
    const before = process.memoryUsage.rss()
    const codes = checkModel(readModel(writeModel(model))).map(({ code }) => code)
    expect(codes).toContain('weights-dims')
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 2 ** 20)
  })

  it('have functions that call one another in a circle (GHSA-7w46-vvrh-m8q5), or twice each', () => {
    const circle = modelOfFunctions([['F1'], ['F0']])
    expect(checkSafety(circle).map(({ code }) => code)).toContain('function-cycle')
    const doubled = doublingFunctions(40)
    // Followed one call at a time, the first never ends and the second takes 2⁴⁰ steps.
    for (const model of [circle, doubled]) {
      inferTypes(model)
      checkModel(model)
    }
  })

  it('nest deeper than any stack', () => {
    // Model.graph.node.attribute.g.node.… : each level is a field of the one around it.
    let inner: Uint8Array = Uint8Array.of(0x12, 1, 0x67)
    const wrapped = (tag: number, bytes: Uint8Array): Uint8Array => {
      const length = bytes.length
      return Uint8Array.of(tag, (length & 127) | 128, ((length >> 7) & 127) | 128, length >> 14, ...bytes)
    }
    for (let depth = 0; depth < 300; depth++) inner = wrapped(0x0a, wrapped(0x2a, wrapped(0x32, inner)))
    expect(() => readModel(wrapped(0x3a, inner))).toThrow('nests more than')
  })
})

it('a model is read from a file as from memory', async () => {
  const { files } = await testWorld()
  const file = path.resolve('test/fuzz/corpus/function_external_int4.onnx')
  const [lazy, eager] = [readModel(await files.open(file)), readModel(new Uint8Array(readFileSync(file)))]
  expect(structuredClone(lazy)).toEqual(structuredClone(eager))
})
