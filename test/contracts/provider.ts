import { describe, expect, it, onTestFinished } from 'vitest'
import type { Provider, Session, SessionOptions } from '../../src/core/provider.ts'
import type { Tensor, TensorType } from '../../src/core/tensor.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { isFetchable } from '../../src/providers/session.ts'
import { classifier, saved, severalOutputs } from '../measure/models.ts'
import { testWorld } from '../world.ts'

function floats(dims: readonly [number, number], element: (at: number) => number): Tensor {
  return { type: 'float32', dims, data: Float32Array.from({ length: dims[0] * dims[1] }, (_, at) => element(at)) }
}

/** `x` float32[batch, 2] times [[1, 2], [3, 4]] → `scores`: its answers are known. */
function known(): Uint8Array {
  const graph = buildGraph({
    inputs: [value('x', 'float32', ['batch', 2])],
    outputs: [value('scores', 'float32', ['batch', 2])],
    nodes: [node('MatMul', ['x', 'w'], ['scores'], { name: 'dense' })],
    weights: [tensor('w', 'float32', [2, 2], Float32Array.of(1, 2, 3, 4))],
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}

/** Gives what it is given. */
function echo(type: TensorType): Uint8Array {
  const graph = buildGraph({
    inputs: [value('x', type, ['batch'])],
    outputs: [value('y', type, ['batch'])],
    nodes: [node('Identity', ['x'], ['y'])],
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}

const examples: readonly Tensor[] = [
  { type: 'float32', dims: [2], data: Float32Array.of(0.5, Number.NaN) },
  { type: 'float64', dims: [2], data: Float64Array.of(1 / 3, -1e300) },
  { type: 'float16', dims: [2], data: Uint16Array.of(0x3c00, 0x7bff) },
  { type: 'int8', dims: [2], data: Int8Array.of(-128, 127) },
  { type: 'uint8', dims: [2], data: Uint8Array.of(0, 255) },
  { type: 'int32', dims: [2], data: Int32Array.of(-(2 ** 31), 7) },
  { type: 'int64', dims: [2], data: BigInt64Array.of(-(2n ** 60n), 2n ** 53n + 1n) },
  { type: 'bool', dims: [2], data: Uint8Array.of(1, 0) },
  { type: 'string', dims: [2], data: ['größe', ''] },
]

/** What every provider promises. */
export function providerContract(provider: Provider): void {
  async function open(model: Uint8Array, more: Partial<SessionOptions> = {}): Promise<Session> {
    const world = await testWorld()
    const file = await saved(world, 'model.onnx', model)
    const session = await provider.open(file, { threads: 1, ...more })
    onTestFinished(() => session.close())
    return session
  }

  const scores = async (session: Session, x: Tensor): Promise<number[]> =>
    Array.from((await session.run({ x }))['scores']?.data as Float32Array)

  describe(`the provider contract: ${provider.name}`, () => {
    it('says which runtime computes, where, and in which version', async () => {
      expect(await provider.version()).toMatch(/^onnxruntime-(node|web) 1\.\d+\.\d+$/)
      expect(await provider.version()).toContain(provider.runtime.replace(/-cuda$/, ''))
      expect(['cpu', 'gpu']).toContain(provider.device)
      expect(provider.executor).toMatch(/ExecutionProvider$/)
      expect(provider.summary).toMatch(/\w/)
    })

    it('gives every output under its own name, but for one of which it says so', async () => {
      const x = floats([1, 2], (at) => at + 1)
      const odd = ['constructor', '7', 'toString', 'scores']
      const outputs = await (await open(severalOutputs(2, new Map(odd.map((name, at) => [name, at]))))).run({ x })
      expect(Object.keys(outputs).toSorted()).toEqual(odd.toSorted())
      for (const [at, name] of odd.entries())
        expect(Array.from(outputs[name]?.data as Float32Array)).toEqual([at, 2 * at])
      const outputNames = ['__proto__', 'scores']
      const lossy = await open(severalOutputs(2, new Map(outputNames.map((name, at) => [name, at + 1]))))
      expect(lossy.outputs.map((output) => [output.name, isFetchable(output)])).toEqual([
        ['__proto__', false],
        ['scores', true],
      ])
      const given = await lossy.run({ x })
      expect(Object.keys(given)).toEqual(['scores'])
      expect(Array.from(given['scores']?.data as Float32Array)).toEqual([2, 4])
      await expect(lossy.prepare({ x })()).resolves.toBeUndefined()
    })

    it('says what a model takes and gives, in the names of the model', async () => {
      const { inputs, outputs } = await open(known())
      expect(inputs).toEqual([{ name: 'x', type: 'float32', dims: ['batch', 2] }])
      expect(outputs).toEqual([{ name: 'scores', type: 'float32', dims: ['batch', 2] }])
    })

    it('gives the right answers, whatever the batch, and the same again', async () => {
      const session = await open(known())
      const x = floats([3, 2], (at) => at)
      expect(
        await scores(
          session,
          floats([1, 2], () => 1),
        ),
      ).toEqual([4, 6])
      expect(await scores(session, x)).toEqual([3, 4, 11, 16, 19, 28])
      expect(await scores(session, x)).toEqual([3, 4, 11, 16, 19, 28])
      expect((await session.run({ x }))['scores']?.dims).toEqual([3, 2])
    })

    it('leaves feeds as they were, and outputs as they came', async () => {
      const session = await open(known())
      const x = floats([1, 2], () => 1)
      const first = (await session.run({ x }))['scores'] as Tensor
      await scores(
        session,
        floats([1, 2], () => 100),
      )
      expect(Array.from(first.data as Float32Array)).toEqual([4, 6])
      expect(x).toEqual(floats([1, 2], () => 1))
    })

    it('keeps sessions of several models apart', async () => {
      const [one, other] = [await open(known()), await open(classifier())]
      const wide = floats([1, 16], (at) => at / 16)
      const alone = await scores(other, wide)
      for (let turn = 0; turn < 3; turn++) {
        expect(
          await scores(
            one,
            floats([1, 2], () => 1),
          ),
        ).toEqual([4, 6])
        expect(await scores(other, wide)).toEqual(alone)
      }
    })

    it('runs what was prepared as often as it is asked to', async () => {
      const session = await open(known())
      const again = session.prepare({ x: floats([1, 2], () => 1) })
      expect([await again(), await again(), await again()]).toEqual([undefined, undefined, undefined])
    })

    it('refuses what is no model, and a file that is not there', async () => {
      const refusal = { code: 'model-rejected' }
      await expect(open(new TextEncoder().encode('not a model'))).rejects.toMatchObject(refusal)
      await expect(open(known().subarray(0, 40))).rejects.toMatchObject(refusal)
      const { cwd } = await testWorld()
      await expect(provider.open(`${cwd}/no.onnx`, { threads: 1 })).rejects.toMatchObject(refusal)
    })

    it.each([
      ['of another shape', { x: floats([1, 3], () => 1) }],
      ['of another type', { x: { type: 'int32', dims: [1, 2], data: Int32Array.of(1, 2) } as const }],
      ['of another name', { y: floats([1, 2], () => 1) }],
      ['that are missing', {}],
    ])('refuses feeds %s, and goes on', async (_, feeds: Readonly<Record<string, Tensor>>) => {
      const session = await open(known())
      const refusal = { code: 'model-run-failed' }
      await expect(session.run(feeds)).rejects.toMatchObject(refusal)
      await expect(session.prepare(feeds)()).rejects.toMatchObject(refusal)
      expect(
        await scores(
          session,
          floats([1, 2], () => 1),
        ),
      ).toEqual([4, 6])
    })

    it('writes the model as it optimised it, or says that it does not', async () => {
      const { cwd, files } = await testWorld()
      const optimizedPath = `${cwd}/optimised.onnx`
      const opened = await open(known(), { optimization: 'basic', optimizedPath }).catch((thrown: unknown) => thrown)
      if (opened instanceof Error) expect(opened).toMatchObject({ code: 'optimized-not-written' })
      else expect(await files.size(optimizedPath)).toBeGreaterThan(50)
    })

    it('gives no profile where none was asked for', async () => {
      expect(await (await open(known())).endProfile?.()).toBeUndefined()
    })

    it.each(examples.map((each) => [each.type, each] as const))(
      'passes %s through, or refuses the model rather than leave it to the CPU',
      async (type, x) => {
        const opened = await open(echo(type)).catch((thrown: unknown) => thrown)
        if (opened instanceof Error) {
          expect(opened).toMatchObject({ code: 'provider-fallback' })
          expect([provider.device, type]).toEqual(['gpu', expect.not.stringMatching(/^float32$/)])
        } else expect((await (opened as Session).run({ x }))['y']).toEqual(x)
      },
    )
  })
}
