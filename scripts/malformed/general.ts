import type { Graph, Model, Node, ValueInfo } from '../../src/onnx/format/messages.ts'
import { node, value } from '../../src/onnx/graph/build.ts'
import { type Kind, type Mutant, soundModel, withGraph } from './mutant.ts'
import { soundModels } from './sound.ts'

interface General {
  readonly name: string
  readonly kind: Kind
  readonly what: string
  /** Undefined where the sound model has nothing that could be broken so. */
  readonly apply: (base: string) => Model | undefined
}

/** What can be done to every model. */
const general: readonly General[] = [
  model('no-ir', 'without an IR version', ({ irVersion: _ir, ...rest }) => rest),
  model('ir-99', 'IR version 99', (sound) => ({ ...sound, irVersion: 99 })),
  model('ir-2', 'IR version 2, which had no operator sets', (sound) => ({ ...sound, irVersion: 2 })),
  model('no-opsets', 'without operator sets', (sound) => ({ ...sound, opsetImport: [] })),
  model('opset-0', 'operator set 0', (sound) => ({ ...sound, opsetImport: [{ domain: '', version: 0 }] })),
  model('opset-999', 'operator set 999', (sound) => withOpset(sound, 999)),
  model('opset-twice', 'two versions of its first operator set', (sound) => ({
    ...sound,
    opsetImport: [
      ...sound.opsetImport,
      ...sound.opsetImport.slice(0, 1).map((set) => ({ ...set, version: (set.version ?? 2) - 1 })),
    ],
  })),
  model('metadata-twice', 'a metadata key twice', (sound) => ({
    ...sound,
    metadataProps: ['1', '2'].map((text) => ({ key: 'k', value: text })),
  })),
  graph('nameless', 'structure', 'a graph without a name', () => ({ name: '' })),
  graph('no-outputs', 'structure', 'no outputs', () => ({ output: [] })),
  graph('input-twice', 'names', 'its first input twice', ({ input }) => ({ input: [...input, ...input.slice(0, 1)] })),
  graph('output-twice', 'names', 'its first output twice', ({ output }) => ({
    output: [...output, ...output.slice(0, 1)],
  })),
  graph('input-gone', 'names', 'without its first input', ({ input }) => ({ input: input.slice(1) })),
  graph('output-unmade', 'names', 'an output that nothing makes', ({ output }) => ({
    output: [...output, value('nowhere', 'float32', [1])],
  })),
  graph('node-gone', 'names', 'without its first node', ({ node: nodes }) => ({ node: nodes.slice(1) })),
  graph('node-twice', 'names', 'its last node twice', ({ node: nodes }) => ({ node: [...nodes, ...nodes.slice(-1)] })),
  graph('reads-nothing', 'names', 'a node that reads what nothing makes', ({ node: nodes }) => ({
    node: [...nodes, node('Relu', ['nowhere'], ['unread'], { name: 'extra' })],
  })),
  graph('makes-input', 'names', 'a node that makes an input of the graph', ({ node: nodes, input }) => ({
    node: [...nodes, node('Identity', [nodes.at(-1)?.output[0] ?? ''], [input[0]?.name ?? ''], { name: 'extra' })],
  })),
  graph('reversed', 'names', 'its nodes in reverse order', ({ node: nodes }) =>
    readsOne(nodes) ? { node: [...nodes].reverse() } : undefined,
  ),
  graph('circle', 'names', 'a node that reads what is made of its own output', ({ node: nodes }) => ({
    node: nodes.map((each, index) => (index === 0 ? reading(each, nodes.at(-1)?.output[0] ?? '') : each)),
  })),
  graph('node-names', 'names', 'two nodes of one name', ({ node: nodes }) =>
    nodes.length < 2 ? undefined : { node: nodes.map((each) => ({ ...each, name: 'same' })) },
  ),
  graph('unknown-operator', 'structure', 'an operator that does not exist', ({ node: nodes }) => ({
    node: nodes.map((each, index) => (index === 0 ? { ...each, opType: `${each.opType}Z`, domain: '' } : each)),
  })),
  graph('no-operator', 'structure', 'a node without an operator', ({ node: nodes }) => ({
    node: nodes.map((each, index) => (index === 0 ? { ...each, opType: '' } : each)),
  })),
  graph('domain-missing', 'structure', 'a domain that is not imported', ({ node: nodes }) => ({
    node: nodes.map((each, index) => (index === 0 ? { ...each, domain: 'nowhere.example' } : each)),
  })),
  graph('input-type', 'types', 'its first input declared as text', ({ input }) => ({
    input: input.map((each, index) => (index === 0 ? ofType(each, 8) : each)),
  })),
  graph('output-type', 'types', 'its first output declared as complex numbers', ({ output }) => ({
    output: output.map((each, index) => (index === 0 ? ofType(each, 15) : each)),
  })),
  graph('untyped-input', 'types', 'its first input without a type', ({ input }) => ({
    input: input.map(({ type: _type, ...each }, index) => (index === 0 ? each : (input[index] as ValueInfo))),
  })),
  graph('initializer-twice', 'names', 'its first initialiser twice', ({ initializer }) =>
    initializer.length === 0 ? undefined : { initializer: [...initializer, ...initializer.slice(0, 1)] },
  ),
  graph('initializer-gone', 'names', 'without its first initialiser', ({ initializer }) =>
    initializer.length === 0 ? undefined : { initializer: initializer.slice(1) },
  ),
]

export function generalMutants(): Mutant[] {
  return Object.keys(soundModels).flatMap((base) =>
    general.flatMap(({ name, kind, what, apply }) => {
      const broken = apply(base)
      return broken === undefined ? [] : [{ name: `${base}-${name}`, kind, what: `${base}: ${what}`, model: broken }]
    }),
  )
}

function model(name: string, what: string, change: (sound: Model) => Model): General {
  return { name, kind: 'versions', what, apply: (base) => change(soundModel(base)) }
}

function graph(name: string, kind: Kind, what: string, change: (graph: Graph) => Partial<Graph> | undefined): General {
  const apply = (base: string): Model | undefined => {
    const changed = change(soundModel(base).graph as Graph)
    return changed === undefined ? undefined : withGraph(base, () => changed)
  }
  return { name, kind, what, apply }
}

function withOpset(sound: Model, version: number): Model {
  return { ...sound, opsetImport: sound.opsetImport.map((set) => (set.domain === '' ? { ...set, version } : set)) }
}

function readsOne(nodes: readonly Node[]): boolean {
  const made = new Set(nodes.flatMap((each) => each.output))
  return nodes.some((each) => each.input.some((name) => made.has(name)))
}

function reading(each: Node, name: string): Node {
  return { ...each, input: each.input.length === 0 ? [name] : each.input.map((old, at) => (at === 0 ? name : old)) }
}

function ofType(declared: ValueInfo, elemType: number): ValueInfo {
  return {
    ...declared,
    type: { denotation: '', ...declared.type, tensorType: { ...declared.type?.tensorType, elemType } },
  }
}
