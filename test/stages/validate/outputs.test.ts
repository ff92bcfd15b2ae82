import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StageOutcome } from '../../../src/core/stage.ts'
import type { Tensor } from '../../../src/core/tensor.ts'
import { writeNpz } from '../../../src/data/npz.ts'
import type { Model, Node, OnnxTensor, TypeProto, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { validateOn } from '../../../src/stages/validate/index.ts'
import { targets } from '../../../src/targets/index.ts'
import { sharingWorkers } from '../../shared-workers.ts'
import { testWorld } from '../../world.ts'
import { modelTools } from '../model-tools.ts'

const openWorld = sharingWorkers(testWorld)

interface Parts {
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
  readonly nodes: readonly Node[]
  readonly weights?: readonly OnnxTensor[]
}

function modelOf(parts: Parts): Model {
  return buildModel({ graph: buildGraph(parts), opset: 18, irVersion: 9, domains: { 'ai.onnx.ml': 1 } })
}

type Found = StageOutcome<'validation'>

async function validated(model: Model, settings: object = {}, arrays?: Record<string, Tensor>): Promise<Found> {
  const { tools, subject } = await modelTools(openWorld)
  const given = await subject(model)
  if (arrays !== undefined) await writeFile(path.join(tools.folder, 'set.npz'), writeNpz(arrays))
  const stage = validateOn(targets).make(settings, { folder: tools.folder })
  return (await stage.run({ subject: given }, tools)) as Found
}

/** Codes with their severity and place, of one check. */
function found({ product }: Found, check: string): string[] {
  const { findings = [] } = product.checks.find((each) => each.check === check) ?? {}
  return findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, code, where }) => `${severity} ${code} ${where}`)
}

function verdicts({ product }: Found): Record<string, string> {
  return Object.fromEntries(product.checks.map(({ check, verdict }) => [check, verdict]))
}

const f = (...dims: readonly (number | string)[]): ValueInfo => value('x', 'float32', dims)
const y = (...dims: readonly (number | string)[]): ValueInfo => value('y', 'float32', dims)

const nonZero: Parts = {
  inputs: [f(2, 3)],
  outputs: [value('y', 'int64', [2, 7])],
  nodes: [node('NonZero', ['x'], ['y'])],
}

const compressed: Parts = {
  inputs: [f(4, 3)],
  outputs: [y(4, 3)],
  nodes: [node('Compress', ['x', 'm'], ['y'], { attributes: { axis: 0 } })],
  weights: [tensor('m', 'bool', [4], Uint8Array.of(1, 0, 1, 0))],
}

const counting: Parts = {
  inputs: [f(1)],
  outputs: [value('y', 'int64', [3])],
  nodes: [
    node('Loop', ['times', 'yes'], ['y'], {
      attributes: {
        body: {
          graph: buildGraph({
            inputs: [value('i', 'int64', []), value('c', 'bool', [])],
            outputs: [value('d', 'bool', []), value('s', 'int64', [])],
            nodes: [node('Identity', ['c'], ['d']), node('Identity', ['i'], ['s'])],
          }),
        },
      },
    }),
  ],
  weights: [tensor('times', 'int64', [], BigInt64Array.of(5n)), tensor('yes', 'bool', [], Uint8Array.of(1))],
}

/** Reads its shape from another input, so that nothing can be inferred. */
function shaped(declared: readonly (number | string)[], rows: number | string = 'N'): Parts {
  return {
    inputs: [f(rows, 6), value('s', 'float32', ['K', 2])],
    outputs: [y(...declared)],
    nodes: [
      node('Shape', ['s'], ['from'], { attributes: { start: 1 } }),
      node('Concat', ['free', 'from'], ['to'], { attributes: { axis: 0 } }),
      node('Reshape', ['x', 'to'], ['y']),
    ],
    weights: [tensor('free', 'int64', [1], BigInt64Array.of(-1n))],
  }
}

describe('a declared shape that is untrue', () => {
  it.each([
    ['by the values of an input', nonZero, 'It is declared as [2, 7] and is [2, 6] on made-up inputs.'],
    ['by a constant', compressed, 'It is declared as [4, 3] and is [2, 3] on made-up inputs.'],
    ['by the rounds of a loop', counting, 'It is declared as [3] and is [5] on made-up inputs.'],
  ])('%s fails the check `runs`', async (_, parts, message) => {
    const outcome = await validated(modelOf(parts), { checks: ['runs'] })
    expect(outcome.verdict).toBe('fail')
    expect(outcome.product.checks[0]?.findings).toMatchObject([{ severity: 'error', code: 'output-shape', message }])
  })

  it.each([
    ['a constant', compressed],
    ['the rounds of a loop', counting],
  ])('fails the check `graph` where it follows from %s', async (_, parts) => {
    const outcome = await validated(modelOf(parts), { checks: ['graph'] })
    expect(found(outcome, 'graph').map((each) => each.split(' ')[1])).toEqual(['declared-wrong'])
  })

  it('is of another rank', async () => {
    const parts: Parts = { ...nonZero, outputs: [value('y', 'int64', [2, 'M', 1])] }
    expect(found(await validated(modelOf(parts), { checks: ['runs'] }), 'runs')).toEqual([
      'error output-shape output y',
    ])
  })

  it('is a warning where sizes of inputs were guessed, and an error where they are real', async () => {
    const open: Parts = {
      inputs: [f('N', 'C')],
      outputs: [value('y', 'int64', [2, 7])],
      nodes: [node('NonZero', ['x'], ['y'])],
    }
    const settings = { checks: ['runs'] }
    expect(found(await validated(modelOf(open), settings), 'runs')).toEqual(['warning output-shape output y'])
    const arrays: Record<string, Tensor> = { x: { type: 'float32', dims: [1, 3], data: Float32Array.of(1, 1, 1) } }
    const real = { ...settings, golden: { from: 'set.npz' } }
    expect(found(await validated(modelOf(open), real, arrays), 'runs')).toEqual(['error output-shape output y'])
  })

  it('is a symbol that is another size in the inputs: a warning', async () => {
    const parts: Parts = {
      inputs: [f('N', 6)],
      outputs: [y('N', 2)],
      nodes: [node('Reshape', ['x', 'to'], ['y'])],
      weights: [tensor('to', 'int64', [2], BigInt64Array.of(-1n, 2n))],
    }
    const outcome = await validated(modelOf(parts), { checks: ['runs'] })
    expect(found(outcome, 'runs')).toEqual(['warning output-symbol output y'])
    expect(outcome.product.checks[0]?.findings[0]?.message).toBe(
      'It is declared as [N, 2] and is [3, 2] where N is 1 in the inputs.',
    )
  })

  it.each([
    ['symbols', ['N', 6]],
    ['sizes that nobody knows', ['', -1]],
    ['sizes that are right', [1, 6]],
  ])('is not found in %s', async (_, dims) => {
    const parts: Parts = { inputs: [f('N', 6)], outputs: [y(...dims)], nodes: [node('Relu', ['x'], ['y'])] }
    expect(found(await validated(modelOf(parts), { checks: ['runs'] }), 'runs')).toEqual([])
  })

  it('is found in what a shape was worked out for', async () => {
    const settings = { checks: ['runs'], shapes: { x: [1, 6], s: [1, 2] } }
    expect(found(await validated(modelOf(shaped(['M', 2])), settings), 'runs')).toEqual([])
    expect(found(await validated(modelOf(shaped([6, 2])), settings), 'runs')).toEqual(['error output-shape output y'])
  })
})

const floats: TypeProto = { tensorType: { elemType: 1 }, denotation: '' }

function output(name: string, type: Partial<TypeProto>): ValueInfo {
  return { ...value(name, 'float32'), type: { denotation: '', ...type } }
}

/** As scikit-learn's exporter writes a classifier: a label, and a list of maps from each class to its probability. */
const zipped = modelOf({
  inputs: [f('N', 2)],
  outputs: [
    value('label', 'int64', ['N']),
    output('probability', {
      sequenceType: { elemType: { mapType: { keyType: 7, valueType: floats }, denotation: '' } },
    }),
  ],
  nodes: [
    node('LinearClassifier', ['x'], ['label', 'scores'], {
      domain: 'ai.onnx.ml',
      attributes: {
        coefficients: { floats: [1, 2, 3, 4] },
        intercepts: { floats: [0, 1] },
        classlabels_ints: [0, 1],
        post_transform: 'SOFTMAX',
      },
    }),
    node('ZipMap', ['scores'], ['probability'], { domain: 'ai.onnx.ml', attributes: { classlabels_int64s: [0, 1] } }),
  ],
})

const sequence = modelOf({
  inputs: [f(2)],
  outputs: [output('s', { sequenceType: { elemType: floats } })],
  nodes: [node('SequenceConstruct', ['x', 'x'], ['s'])],
})

/** Gives what JavaScript has no array for, beside a tensor of floats. */
function typed(elemType: number): Model {
  const cast = node('Cast', ['x'], ['c'], { attributes: { to: elemType } })
  const shape = { dim: [{ dimValue: 2, dimParam: '', denotation: '' }] }
  const parts = {
    inputs: [f(2)],
    outputs: [output('c', { tensorType: { elemType, shape } }), y(2)],
    nodes: [cast, node('Neg', ['x'], ['y'])],
  }
  return { ...modelOf(parts), opsetImport: [{ domain: '', version: 21 }], irVersion: 10 }
}

describe('outputs that Node cannot fetch', () => {
  it('are named with what to do, and what is a tensor is checked', async () => {
    const outcome = await validated(zipped)
    expect(outcome.verdict).toBe('inconclusive')
    expect(verdicts(outcome)).toEqual({
      graph: 'pass',
      interface: 'pass',
      safety: 'pass',
      runs: 'not-checked',
      determinism: 'not-checked',
    })
    for (const check of ['runs', 'determinism'])
      expect(found(outcome, check)).toEqual(['warning output-unfetched output probability'])
    expect(outcome.product.checks[3]?.findings[0]).toMatchObject({
      message: 'It was not checked: it is a sequence, a map or an optional, and Node cannot fetch it.',
      hint: 'Make it a tensor; from scikit-learn, export without ZipMap: `to_onnx(model, X, options={"zipmap": False})`. Or check it with another runtime.',
    })
    expect(JSON.stringify(outcome)).not.toContain('model-run-failed')
  })

  it('do not hide what is wrong with the others', async () => {
    const graph = zipped.graph as NonNullable<Model['graph']>
    const lying = { ...zipped, graph: { ...graph, output: [value('label', 'int64', [9]), ...graph.output.slice(1)] } }
    const outcome = await validated(lying, { checks: ['runs'] })
    expect(outcome.verdict).toBe('fail')
    expect(found(outcome, 'runs')).toEqual([
      'warning output-unfetched output probability',
      'error output-shape output label',
    ])
  })

  it('may have a name that Node loses', async () => {
    const lossy = modelOf({
      inputs: [f(2)],
      outputs: [value('__proto__', 'float32', [2]), y(3)],
      nodes: [node('Neg', ['x'], ['__proto__']), node('Compress', ['x', 'm'], ['y'], { attributes: { axis: 0 } })],
      weights: [tensor('m', 'bool', [2], Uint8Array.of(1, 0))],
    })
    const outcome = await validated(lossy, { checks: ['runs', 'determinism'] })
    expect(found(outcome, 'runs')).toEqual(['warning output-unfetched output __proto__', 'error output-shape output y'])
    expect(outcome.product.checks[0]?.findings[0]?.hint).toContain('Give it another name.')
  })

  it('leave nothing to check where there are no others', async () => {
    const outcome = await validated(sequence)
    expect(outcome.verdict).toBe('inconclusive')
    expect(found(outcome, 'runs')).toEqual(['warning outputs-unsupported model'])
    expect(outcome.product.checks.find(({ check }) => check === 'runs')?.findings[0]?.hint).toContain('zipmap')
  })

  it.each([
    ['int4', 22],
    ['bfloat16', 16],
  ])('may be tensors: %s', async (name, code) => {
    const outcome = await validated(typed(code), { checks: ['runs'] })
    expect(outcome.verdict).toBe('inconclusive')
    expect(found(outcome, 'runs')).toEqual([
      code === 22 ? 'warning output-unfetched output c' : 'warning types-unsupported model',
    ])
    expect(JSON.stringify(outcome.product.checks)).toContain(name)
  })

  it('leave the expected outputs that can be fetched to be compared', async () => {
    const arrays: Record<string, Tensor> = {
      x: { type: 'float32', dims: [1, 2], data: Float32Array.of(1, 0) },
      label: { type: 'int64', dims: [1], data: BigInt64Array.of(0n) },
      probability: { type: 'float32', dims: [1, 2], data: Float32Array.of(0.5, 0.5) },
    }
    const settings = { checks: ['graph'], golden: { from: 'set.npz' } }
    const outcome = await validated(zipped, settings, arrays)
    expect(found(outcome, 'golden')).toContain('warning output-unfetched output probability')
    const { label: _, ...unfetched } = arrays
    expect(found(await validated(zipped, settings, unfetched), 'golden')).toEqual([
      'warning output-unfetched output probability',
    ])
  })
})
