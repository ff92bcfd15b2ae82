import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffModels } from '../../../src/onnx/diff/index.ts'
import { readModel } from '../../../src/onnx/format/index.ts'
import type { Graph, Model, Node, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { digitsBytes, soundModel, withGraph } from '../models.ts'

const sound = soundModel()
const graph = sound.graph as Graph

/** Every name inside a model but those of its inputs and outputs, changed. */
function renamed(model: Model): Model {
  const old = model.graph as Graph
  const own = new Set([...old.input, ...old.output].map(({ name }) => name))
  const rename = (name: string): string => (name === '' || own.has(name) ? name : `renamed ${name}`)
  return withGraph(
    {
      name: 'other',
      node: old.node.map((each) => ({
        ...each,
        name: rename(each.name),
        input: each.input.map(rename),
        output: each.output.map(rename),
      })),
      initializer: old.initializer.map((weight) => ({ ...weight, name: rename(weight.name) })),
      valueInfo: [],
    },
    model,
  )
}

function chain(operators: readonly string[], weights: readonly number[] = []): Model {
  const nodes = operators.map((operator, index): Node => {
    const to = index === operators.length - 1 ? 'y' : `v${index + 1}`
    const from = index === 0 ? 'x' : `v${index}`
    return node(operator, operator === 'Add' ? [from, `w${index}`] : [from], [to], { name: `n${index}` })
  })
  const adds = operators.flatMap((operator, index) => (operator === 'Add' ? [index] : []))
  const tensors = adds.map((index, at) => tensor(`w${index}`, 'float32', [1], Float32Array.of(weights[at] ?? 1)))
  const [x, y] = [value('x', 'float32', ['N']), value('y', 'float32', ['N'])]
  return buildModel({ opset: 17, graph: buildGraph({ inputs: [x], outputs: [y], nodes, weights: tensors }) })
}

const operators = fc.array(fc.constantFrom('Relu', 'Exp', 'Add', 'Neg'), { minLength: 1, maxLength: 12 })

describe('a model', () => {
  test.each([
    ['built', sound],
    ['read from a file', readModel(digitsBytes('digits-1.0.0'))],
  ])('%s does not differ from itself, nor from itself with other names inside', (_, model) => {
    expect(diffModels(model, model)).toMatchObject({ same: true, graph: { changed: [], added: [], removed: [] } })
    const { same, graph: structure, weights } = diffModels(model, renamed(model))
    expect([same, structure.added, structure.removed, weights.changed]).toEqual([true, [], [], []])
    expect(structure.unchanged).toBeGreaterThan(0)
    expect(weights.equal).toBeGreaterThan(0)
  })

  test('of any structure is the same as itself renamed, and a difference is its own mirror image', () => {
    fc.assert(
      fc.property(operators, operators, (one, two) => {
        const [a, b] = [chain(one), chain(two)]
        expect(diffModels(a, renamed(a)).same).toBe(true)
        const [there, back] = [diffModels(a, b).graph, diffModels(b, a).graph]
        expect([there.added, there.removed, there.unchanged]).toEqual([back.removed, back.added, back.unchanged])
        expect(there.nodes).toEqual({ before: one.length, after: two.length })
        const count = (regions: typeof there.added) =>
          regions.reduce((sum, { size, places }) => sum + size * places.length, 0)
        expect(there.unchanged + there.changed.length + count(there.added)).toBe(two.length)
        expect(there.unchanged + there.changed.length + count(there.removed)).toBe(one.length)
      }),
    )
  })
})

describe('the graph', () => {
  test('a node put in between is the only one that is new', () => {
    const { added, removed, unchanged } = diffModels(
      chain(['Relu', 'Exp', 'Neg']),
      chain(['Relu', 'Exp', 'Add', 'Relu', 'Neg']),
    ).graph
    expect(removed).toEqual([])
    expect(unchanged).toBe(3)
    expect(added).toMatchObject([{ operators: ['Add', 'Relu'], size: 2, places: [['graph/node n2', 'graph/node n3']] }])
  })

  test('the same nodes wired otherwise are not the same', () => {
    const { same, graph: structure } = diffModels(
      chain(['Abs', 'Relu', 'Exp', 'Neg', 'Abs']),
      chain(['Abs', 'Exp', 'Relu', 'Neg', 'Abs']),
    )
    expect([same, structure.added, structure.removed]).toEqual([false, [], []])
    expect(structure.changed.map(({ what }) => what)).toContainEqual(['input 1 is another value'])
  })

  test('equal groups are told once', () => {
    const { added } = diffModels(chain(['Relu', 'Exp', 'Neg']), chain(['Abs', 'Relu', 'Abs', 'Exp', 'Neg'])).graph
    expect(added).toMatchObject([{ operators: ['Abs'], size: 1, places: [['graph/node n0'], ['graph/node n2']] }])
  })

  test('an attribute that changed is told with both values', () => {
    const withAxis = (axis: number): Model =>
      withGraph({ node: [node('Softmax', ['x'], ['y'], { name: 's', attributes: { axis } })], initializer: [] })
    const { changed, added } = diffModels(withAxis(0), withAxis(1)).graph
    expect([changed, added]).toEqual([
      [{ operator: 'Softmax', before: 'graph/node s', after: 'graph/node s', what: ['axis 0 → 1'] }],
      [],
    ])
  })

  test('differences inside of a branch are found there', () => {
    const branch = (operator: string): Graph =>
      buildGraph({
        inputs: [],
        outputs: [value('z', 'float32')],
        nodes: [node(operator, ['x'], ['z'], { name: 'inner' })],
      })
    const branching = (operator: string): Model =>
      withGraph({
        input: [...graph.input, value('c', 'bool', [])],
        node: [
          node('If', ['c'], ['y'], {
            name: 'if',
            attributes: { then_branch: { graph: branch('Relu') }, else_branch: { graph: branch(operator) } },
          }),
        ],
        initializer: [],
      })
    const { changed, added, removed } = diffModels(branching('Neg'), branching('Exp')).graph
    expect(changed.map(({ operator, what }) => [operator, what])).toEqual([['If', ['the graph of else_branch']]])
    expect(removed[0]?.places).toEqual([['graph/node if/else_branch/node inner']])
    expect(added[0]?.operators).toEqual(['Exp'])
  })

  // How its time grows is measured by lab/growth.ts.
  test('50,000 nodes are compared', () => {
    const long = (from: number): Model =>
      chain(Array.from({ length: 50_000 }, (_, at) => ['Relu', 'Exp', 'Neg'][(at + from) % 3] as string))
    const [a, b] = [long(0), long(1)]
    const { same } = diffModels(a, b)
    expect(same).toBe(false)
  })
})

describe('the weights', () => {
  const weights = (list: readonly OnnxTensor[]): Model => withGraph({ initializer: list })
  const b = graph.initializer[1] as OnnxTensor

  test('what changed, by how much', () => {
    const w = tensor('w', 'float32', [3, 2], Float32Array.of(1, -1, 0.5, 0, 0, 7))
    const { equal, changed } = diffModels(sound, weights([w, b])).weights
    // Before: 1, -1, 0.5, 2, 0, 3: squares sum to 15.25; the differences are 2 and 4: squares sum to 20.
    expect([equal, changed]).toEqual([
      1,
      [
        {
          name: 'w',
          newName: 'w',
          pairedBy: 'name',
          before: { type: 'float32', dims: [3, 2] },
          after: { type: 'float32', dims: [3, 2] },
          values: {
            norm: { before: Math.sqrt(15.25), after: Math.sqrt(51.25) },
            relativeChange: Math.sqrt(20 / 15.25),
            largestChange: 4,
            sparsity: { before: 1 / 6, after: 2 / 6 },
            changedShare: 2 / 6,
            notFinite: 0,
          },
        },
      ],
    ])
  })

  test('another type is told, and what cannot be read is not called equal', () => {
    const int8 = tensor('w', 'int8', [3, 2], new Int8Array(6))
    expect(diffModels(sound, weights([int8, b])).weights.changed).toMatchObject([
      { name: 'w', before: { type: 'float32' }, after: { type: 'int8' } },
    ])
    const { rawData: _, ...bare } = graph.initializer[0] as OnnxTensor
    const elsewhere = weights([{ ...bare, dataLocation: 1, externalData: [{ key: 'location', value: 'w.bin' }] }, b])
    const { same, weights: found } = diffModels(elsewhere, elsewhere)
    expect([same, found.unread[0]?.why]).toEqual([false, 'its data is in another file that was not read'])
  })

  test('renamed and changed at once, they go together by their place', () => {
    const w = tensor('w', 'float32', [3, 2], Float32Array.of(1, -1, 0.5, 0, 0, 7))
    const { weights: found, graph: structure } = diffModels(sound, renamed(weights([w, b])))
    expect(found.changed).toMatchObject([{ name: 'w', newName: 'renamed w', pairedBy: 'place' }])
    expect([found.equal, found.added, structure.added]).toEqual([1, [], []])
  })

  test('a Constant node is a weight', () => {
    const lifted = withGraph({
      node: [
        node('Constant', [], ['w'], { attributes: { value: { tensor: graph.initializer[0] as OnnxTensor } } }),
        ...graph.node,
      ],
      initializer: [b],
    })
    const { weights: found, graph: structure } = diffModels(sound, lifted)
    expect([found.equal, found.added, found.removed, structure.added]).toEqual([2, [], [], []])
  })
})

describe('the interface', () => {
  const change = (part: Partial<Graph>) => diffModels(sound, withGraph(part)).interface

  test('a rename is breaking and says so', () => {
    expect(change({ input: [value('z', 'float32', ['N', 3])] })).toEqual({
      class: 'breaking',
      changes: [
        {
          class: 'breaking',
          subject: 'input',
          kind: 'renamed',
          name: 'x',
          reason: 'input `x` was renamed to `z`: callers use the name',
        },
      ],
    })
  })

  test('symbols are free to change', () => {
    const { class: worst, changes } = change({ input: [value('x', 'float32', ['batch', 3])] })
    expect([worst, changes.map(({ reason }) => reason)]).toEqual(['compatible', ['symbol `N` is called `batch`']])
  })

  test('operator sets, IR version, producer and metadata are told and are compatible', () => {
    const other = buildModel({ opset: 18, irVersion: 9, producer: 'p', metadata: { task: 't' }, graph })
    const { class: worst, changes } = diffModels(sound, other).interface
    expect(worst).toBe('compatible')
    expect(changes.map(({ reason }) => reason)).toEqual([
      'operator set `ai.onnx` changed from 17 to 18',
      'IR version changed from 8 to 9',
      'producer changed from airworthy 1.2.3 to p',
      'metadata `version` is gone',
      'metadata `task` is new: t',
    ])
  })

  test('the worst comes first', () => {
    const { class: worst, changes } = change({
      input: [value('x', 'float16', ['N', 3])],
      output: [...graph.output, value('sum', 'float32', ['N', 2])],
    })
    expect([worst, changes.map((each) => each.class)]).toEqual(['breaking', ['breaking', 'additive']])
  })
})

test('integers that differ beyond what a number can tell are not equal', () => {
  const of = (value: bigint): Model =>
    buildModel({
      opset: 17,
      graph: buildGraph({
        inputs: [],
        outputs: [],
        nodes: [],
        weights: [tensor('w', 'int64', [1], BigInt64Array.of(value))],
      }),
    })
  const { weights, same } = diffModels(of(2n ** 53n), of(2n ** 53n + 1n))
  expect([same, weights.equal, weights.changed.length]).toEqual([false, 0, 1])
})
