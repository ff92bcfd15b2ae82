import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/products/index.ts'
import type { Tensor } from '../../../src/core/tensor.ts'
import { writeNpz } from '../../../src/data/npz.ts'
import { writeModel } from '../../../src/onnx/format/index.ts'
import type { Model, Node } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { withExternalData } from '../../../src/onnx/graph/externalize.ts'
import { distanceOf, placeIn } from '../../../src/stages/validate/closeness.ts'
import { validateOn } from '../../../src/stages/validate/index.ts'
import { targets } from '../../../src/targets/index.ts'
import { soundModel, withGraph } from '../../onnx/models.ts'
import { sharingWorkers } from '../../shared-workers.ts'
import { testWorld } from '../../world.ts'
import { modelTools } from '../model-tools.ts'

const openWorld = sharingWorkers(testWorld)

const floats = (dims: readonly number[], ...data: number[]): Tensor => ({
  type: 'float32',
  dims,
  data: Float32Array.from(data),
})

/** Codes and messages of what is found, with a file of arrays at hand. */
async function found(
  settings: object,
  model: Model = soundModel(),
  arrays: Readonly<Record<string, Tensor>> = {},
): Promise<Finding[]> {
  const { tools, subject } = await modelTools(openWorld)
  await writeFile(
    path.join(tools.folder, 'set.npz'),
    writeNpz(Object.keys(arrays).length > 0 ? arrays : { x: floats([1, 3], 1, 2, 3) }),
  )
  const stage = validateOn(targets).make({ checks: ['safety'], ...settings }, { folder: tools.folder })
  const of = await subject(model)
  const data = await tools.store.putFile(path.join(tools.folder, 'set.npz'))
  const given = { subject: { ...of, data: { eval: { artifact: data, inputs: { x: 'x' } } } } }
  const { product, verdict } = await stage.run(given, tools)
  const findings = (product as { checks: readonly { findings: readonly Finding[] }[] }).checks.flatMap(
    (check) => check.findings,
  )
  expect(verdict).toBe(findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass')
  return findings
}

function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code)
}

describe('golden', () => {
  // y = relu(x · w + b) of the sound model, by hand: x = [1, 2, 3], w = [[1, -1], [0.5, 2], [0, 3]], b = [0.25, -0.25].
  const x = floats([1, 3], 1, 2, 3)
  const y = floats([1, 2], 2.25, 11.75)

  it('holds the model to outputs worked out by hand', async () => {
    expect(await found({ golden: { from: 'set.npz' } }, soundModel(), { x, y })).toEqual([])
  })

  it('says which output is off where, and by how much', async () => {
    const wrong = floats([1, 2], 2.25, 12)
    expect(await found({ golden: { from: 'set.npz' } }, soundModel(), { x, y: wrong })).toMatchObject([
      {
        code: 'golden-differs',
        where: 'output y',
        message: '1 of 2 elements differ; the furthest, at [0, 1], is 11.75 where 12 is expected.',
      },
    ])
    expect(
      await found({ golden: { from: 'set.npz', outputs: { y: { absolute: 0.3 } } } }, soundModel(), { x, y: wrong }),
    ).toEqual([])
  })

  it('takes arrays of other names, and several sets', async () => {
    const set = { from: 'set.npz', inputs: { x: 'first' }, outputs: { y: { array: 'expected' } } }
    expect(await found({ golden: [set, set] }, soundModel(), { first: x, expected: y })).toEqual([])
  })

  it('finds what is missing, or has another shape or type', async () => {
    const golden = { from: 'set.npz' }
    expect(codes(await found({ golden }, soundModel(), { y }))).toEqual(['golden-input'])
    expect(codes(await found({ golden }, soundModel(), { x }))).toEqual(['golden-output'])
    expect(codes(await found({ golden: { ...golden, outputs: { z: {} } } }, soundModel(), { x, y }))).toEqual([
      'golden-output',
    ])
    expect(codes(await found({ golden }, soundModel(), { x, y: floats([2], 2.25, 11.75) }))).toEqual(['golden-shape'])
  })

  it('finds an array that is called like nothing of the model, and names what it may have meant', async () => {
    const golden = { from: 'set.npz' }
    expect(await found({ golden }, soundModel(), { x, y, yy: y })).toMatchObject([
      { severity: 'error', code: 'golden-array', where: 'array yy', hint: expect.stringContaining('mean y?') },
    ])
    const two = [{ ...golden, inputs: { x: 'first' }, outputs: { y: { array: 'second' } } }, golden]
    expect(await found({ golden: two }, soundModel(), { x, y, first: x, second: y })).toEqual([])
    expect(codes(await found({ golden: two }, soundModel(), { x, y, first: x, second: y, third: y }))).toEqual([
      'golden-array',
      'golden-array',
    ])
  })

  it('names the outputs of which nothing is expected', async () => {
    const model = withGraph({
      node: [...soundModel().graph!.node, node('Identity', ['x'], ['more'])],
      output: [value('y', 'float32', ['N', 2]), value('more', 'float32', ['N', 3])],
    })
    expect(await found({ golden: { from: 'set.npz' } }, model, { x, y })).toMatchObject([
      { severity: 'note', code: 'golden-some', message: expect.stringContaining('more'), partly: 'without more' },
    ])
    expect(await found({ golden: { from: 'set.npz' } }, model, { x, y, more: x })).toEqual([])
  })

  it('takes expected numbers of more digits than the output has', async () => {
    const golden = { from: 'set.npz', absolute: 0, relative: 0 }
    const many = (...data: number[]): Tensor => ({ type: 'float64', dims: [1, 2], data: Float64Array.from(data) })
    expect(await found({ golden }, soundModel(), { x, y: many(2.25 + 1e-12, 11.75) })).toEqual([])
    expect(codes(await found({ golden }, soundModel(), { x, y: many(2.25, 11.76) }))).toEqual(['golden-differs'])
    expect(codes(await found({ golden }, soundModel(), { x, y: many(1e300, 11.75) }))).toEqual(['golden-differs'])
    const whole: Tensor = { type: 'int64', dims: [1, 2], data: BigInt64Array.of(2n, 11n) }
    expect(codes(await found({ golden }, soundModel(), { x, y: whole }))).toEqual(['golden-shape'])
  })

  it.each([[1], [1.5]])('refuses a relative tolerance of %d, which zeros keep', async (relative) => {
    await expect(found({ golden: { from: 'set.npz', relative } }, soundModel(), { x, y })).rejects.toThrow(
      /less than 1/,
    )
    const own = { from: 'set.npz', outputs: { y: { relative } } }
    await expect(found({ golden: own }, soundModel(), { x, y })).rejects.toThrow(/less than 1/)
  })

  it('compares at least one example: a file without rows is not sound', async () => {
    const golden = { from: 'set.npz' }
    const [noX, noY] = [floats([0, 3]), floats([0, 2])]
    expect(codes(await found({ golden }, soundModel(), { x: noX, y: noY }))).toEqual(['golden-empty'])
    expect(codes(await found({ golden }, soundModel(), { x: noX, y }))).toEqual(['golden-empty'])
    expect(codes(await found({ golden }, soundModel(), { x, y: noY }))).toEqual(['golden-empty'])
    expect(codes(await found({ golden: [golden, golden] }, soundModel(), { x: noX, y: noY }))).toHaveLength(2)
  })

  it('fails rather than throws when the model does not take the inputs', async () => {
    expect(
      codes(await found({ golden: { from: 'set.npz' } }, soundModel(), { x: floats([1, 4], 1, 2, 3, 4), y })),
    ).toEqual(['model-run-failed'])
  })
})

describe('closeness', () => {
  it('takes NaN for equal to NaN, and infinities by their sign', () => {
    const odd = floats([4], Number.NaN, Infinity, -Infinity, 1)
    const exact = { absolute: 0, relative: 0 }
    expect(distanceOf(odd, odd, exact)).toBeUndefined()
    expect(distanceOf(odd, floats([4], Number.NaN, -Infinity, -Infinity, Number.NaN), exact)?.beyond).toBe(2)
    expect(distanceOf(floats([1], Infinity), floats([1], 1e38), { absolute: 1e39, relative: 1 })?.beyond).toBe(1)
  })

  it('compares integers of 64 bits and texts exactly', () => {
    const big = (...data: bigint[]): Tensor => ({ type: 'int64', dims: [data.length], data: BigInt64Array.from(data) })
    const exact = { absolute: 0, relative: 0 }
    expect(distanceOf(big(2n ** 53n), big(2n ** 53n + 1n), exact)?.worst).toMatchObject({ found: `${2n ** 53n + 1n}` })
    expect(distanceOf(big(5n), big(6n), { absolute: 1, relative: 0 })).toBeUndefined()
    const text = (data: string): Tensor => ({ type: 'string', dims: [1], data: [data] })
    expect(distanceOf(text('a'), text('b'), { absolute: 9, relative: 9 })?.beyond).toBe(1)
  })

  it('is what NumPy calls close', () => {
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, noDefaultInfinity: true }),
        fc.float({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => {
          const close = Math.abs(b - a) <= 1e-3 + 1e-2 * Math.abs(a)
          expect(distanceOf(floats([1], a), floats([1], b), { absolute: 1e-3, relative: 1e-2 }) === undefined).toBe(
            close,
          )
        },
      ),
    )
  })

  it('knows the place of an element', () => {
    expect(placeIn([2, 3, 4], 23)).toBe('[1, 2, 3]')
    expect(placeIn([], 0)).toBe('[]')
  })
})

describe('determinism', () => {
  const determinism = { checks: ['determinism'] }

  it('fails a model that draws random numbers', async () => {
    const random = withGraph({
      node: [node('RandomNormalLike', ['x'], ['noise']), node('Add', ['x', 'noise'], ['y'])],
      initializer: [],
      output: [value('y', 'float32', ['N', 3])],
    })
    expect(codes(await found(determinism, random))).toContain('not-deterministic')
  })

  it('warns of an answer that depends on the batch', async () => {
    const mean = tensor('axes', 'int64', [1], BigInt64Array.of(0n))
    const centred = buildModel({
      opset: 18,
      graph: buildGraph({
        inputs: [value('x', 'float32', ['N', 3])],
        outputs: [value('y', 'float32', ['N', 3])],
        nodes: [node('ReduceMean', ['x', 'axes'], ['m']), node('Sub', ['x', 'm'], ['y'])],
        weights: [mean],
      }),
    })
    expect(await found(determinism, centred)).toMatchObject([
      { severity: 'warning', code: 'batch-dependent', where: 'output y' },
    ])
  })

  it('warns of it where the batch is fixed, and says nothing where each row stands for itself', async () => {
    const over = (axis: number): Model =>
      buildModel({
        opset: 18,
        graph: buildGraph({
          inputs: [value('x', 'float32', [8, 3])],
          outputs: [value('y', 'float32', [8, 3])],
          nodes: [node('Softmax', ['x'], ['y'], { attributes: { axis } })],
        }),
      })
    expect(await found(determinism, over(0))).toMatchObject([
      { code: 'batch-dependent', message: expect.stringContaining('when all 8 are the same') },
    ])
    expect(await found(determinism, over(1))).toEqual([])
  })

  it('checks it beside inputs that are one number for all', async () => {
    const scaled = (nodes: readonly Node[]): Model =>
      buildModel({
        opset: 18,
        graph: buildGraph({
          inputs: [value('x', 'float32', ['N', 3]), value('scale', 'float32', [])],
          outputs: [value('y', 'float32', ['N', 3])],
          nodes: [node('Mul', ['x', 'scale'], ['m']), ...nodes],
        }),
      })
    expect(await found(determinism, scaled([node('Neg', ['m'], ['y'])]))).toEqual([])
    const over = node('Softmax', ['m'], ['y'], { attributes: { axis: 0 } })
    expect(codes(await found(determinism, scaled([over])))).toEqual(['batch-dependent'])
  })

  it('says where an answer cannot depend on its batch', async () => {
    const fixed = withGraph({ input: [value('x', 'float32', [1, 3])], output: [value('y', 'float32', [1, 2])] })
    expect(codes(await found(determinism, fixed))).toEqual(['batch-none'])
  })
})

describe('contract', () => {
  it('is kept by a model that has the inputs and outputs it names', async () => {
    const contract = { inputs: { x: 'float32[N, 3]' }, outputs: { y: 'float32[N,2]' } }
    expect(await found({ contract })).toEqual([])
  })

  it.each([
    ['another type', { inputs: { x: 'float64[N, 3]' }, outputs: { y: 'float32[N, 2]' } }],
    ['another size', { inputs: { x: 'float32[N, 4]' }, outputs: { y: 'float32[N, 2]' } }],
    ['an output that is gone', { inputs: { x: 'float32[N, 3]' }, outputs: { y: 'float32[N, 2]', z: 'float32[]' } }],
  ])('is broken by %s', async (_name, contract) => {
    expect(codes(await found({ contract }))).toContain('contract-broken')
  })

  it('refuses what is no type', () => {
    for (const text of ['float31[3]', 'float32[3', 'float32[3,,4]', ''])
      expect(() => validateOn(targets).make({ contract: { inputs: { x: text } } }, { folder: '/' })).toThrow()
  })
})

describe('requirements', () => {
  const licensed = (license: string): Model => ({
    ...soundModel(),
    metadataProps: [{ key: 'Licence', value: license }],
  })

  it('hold a model to licences and metadata', async () => {
    expect(await found({ license: ['MIT'] }, licensed('mit'))).toEqual([])
    expect(codes(await found({ license: ['MIT'] }, licensed('GPL-3.0')))).toEqual(['license-refused'])
    expect(codes(await found({ license: ['MIT'] }))).toEqual(['license-missing'])
    expect(codes(await found({ metadata: ['version', 'producer', 'dataset', 'description'] }))).toEqual([
      'metadata-missing',
      'metadata-missing',
    ])
  })

  it('hold it to a ceiling of latency', async () => {
    expect(await found({ limits: { latency: '60s' } })).toEqual([])
    expect(codes(await found({ limits: { latency: '0.0001ms' } }))).toEqual(['limit-latency'])
  })
})

describe('load-test', () => {
  const local = { replay: 'eval', rate: 200, timeout: '60s' }
  const x = floats([3, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9)

  it('serves the candidate on a real server', async () => {
    expect(
      await found({ 'load-test': { target: { local }, for: '500ms', latency: '60s' } }, soundModel(), { x }),
    ).toEqual([])
  })

  it('finds errors and answers that are late', async () => {
    const faulty = { ...local, fault: { errors: '50%', delay: '20ms' } }
    const test = { target: { local: faulty }, for: '500ms', errors: '1%', latency: '5ms' }
    expect(codes(await found({ 'load-test': test }, soundModel(), { x }))).toEqual(['load-errors', 'load-slow'])
  })

  it('ends at a moment that a date can name', () => {
    const settings = (time: string) => ({ 'load-test': { target: { local }, for: time } })
    const { settings: schema } = validateOn(targets)
    expect(schema.safeParse(settings('30d')).success).toBe(true)
    expect(JSON.stringify(schema.safeParse(settings('100000000d')).error?.issues)).toContain('at most 365d')
  })
})

it('runs a model whose weights are in a file beside it', async () => {
  const { tools, store, subject } = await modelTools(openWorld)
  const { model, data } = withExternalData(soundModel(), { location: 'sound.data', least: 4 })
  await tools.world.files.writePieces(path.join(tools.folder, 'sound.data'), data.pieces)
  await writeFile(path.join(tools.folder, 'sound.onnx'), writeModel(model))
  const candidate = await store.putFile(path.join(tools.folder, 'sound.onnx'))
  const stage = validateOn(targets).make({ checks: ['graph', 'safety', 'runs'] }, { folder: tools.folder })
  const { verdict } = await stage.run({ subject: { ...(await subject(model)), candidate } }, tools)
  expect(candidate.files).toHaveLength(2)
  expect(verdict).toBe('pass')
})
