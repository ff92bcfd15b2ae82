import type { Graph, Model, Node, SparseTensor } from '../../src/onnx/format/messages.ts'
import { attribute, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { functionChanges } from './functions.ts'
import {
  type Change,
  type Mutant,
  mutants,
  soundModel,
  withAttribute,
  withGraph,
  withNode,
  withWeight,
} from './mutant.ts'
import { branch, externalWeight } from './sound.ts'

/** What can be done to one model or another alone. */
export function particularMutants(): Mutant[] {
  return [
    ...mutants('attributes', attributes()),
    ...mutants('types', types()),
    ...mutants('names', scopes()),
    ...mutants('structure', counts()),
    ...mutants('sizes', sizes()),
    ...mutants('functions', functionChanges()),
    ...mutants('sparse', sparse()),
    ...mutants('shapes', shapes()),
    ...externals(),
  ]
}

function added(base: string, name: string, ...more: readonly Node['attribute'][number][]): Model {
  return withNode(base, name, (each) => ({ attribute: [...each.attribute, ...more] }))
}

function dropped(base: string, name: string, gone: string): Model {
  return withNode(base, name, (each) => ({ attribute: each.attribute.filter((held) => held.name !== gone) }))
}

function attributes(): Change[] {
  const reference = { refAttrName: 'alpha', type: 1 }
  return [
    ['unknown-attribute', 'Relu with an attribute', added('dense', 'relu', attribute('slope', { float: 1 }))],
    ['unknown-in-conv', 'Conv with an attribute of Pool', added('convolution', 'conv', attribute('ceil_mode', 0))],
    ['attribute-of-other-opset', 'Softmax-13 with `spatial`', added('convolution', 'softmax', attribute('spatial', 1))],
    ['attribute-twice', 'Softmax with its axis twice', added('convolution', 'softmax', attribute('axis', 1))],
    ['attribute-nameless', 'an attribute without a name', added('dense', 'relu', attribute('', 1))],
    ['missing-kernel', 'MaxPool without its kernel_shape', dropped('convolution', 'pool', 'kernel_shape')],
    ['missing-to', 'Cast without `to`', dropped('tokens', 'cast', 'to')],
    ['missing-axis', 'Concat without its axis', dropped('tokens', 'concat', 'axis')],
    ['missing-branch', 'If without else_branch', dropped('conditional', 'if', 'else_branch')],
    ['missing-body', 'Loop without its body', dropped('repetition', 'loop', 'body')],
    ['missing-coefficients', 'a classifier without coefficients', dropped('classifier', 'classifier', 'coefficients')],
    ['missing-value', 'Constant without a value', dropped('constants', 'one', 'value_float')],
    ['two-values', 'Constant with two values', added('constants', 'one', attribute('value_int', 1))],
    ['float-axis', 'axis as a float', withAttribute('convolution', 'softmax', 'axis', attribute('axis', { float: 1 }))],
    ['int-alpha', 'alpha as an integer', withAttribute('convolution', 'gemm', 'alpha', attribute('alpha', 1))],
    ['int-pads', 'pads as one integer', withAttribute('convolution', 'conv', 'pads', attribute('pads', 1))],
    ['string-to', '`to` as text', withAttribute('tokens', 'cast', 'to', attribute('to', 'FLOAT'))],
    [
      'floats-perm',
      'perm as floats',
      withAttribute('tokens', 'turn', 'perm', attribute('perm', { floats: [0, 2, 1] })),
    ],
    ['tensor-branch', 'a branch as a tensor', tensorBranch()],
    ['says-float', 'an integer that says FLOAT', withAttribute('convolution', 'softmax', 'axis', { type: 1 })],
    ['says-ints', 'an integer that says INTS', withAttribute('convolution', 'softmax', 'axis', { type: 7 })],
    ['says-99', 'an attribute of type 99', withAttribute('convolution', 'softmax', 'axis', { type: 99 })],
    ['says-nothing', 'an attribute of type 0', withAttribute('convolution', 'softmax', 'axis', { type: 0 })],
    ['two-fields', 'an integer and a float in one', withAttribute('convolution', 'softmax', 'axis', { f: 1 })],
    ['list-and-one', 'an integer and a list', withAttribute('convolution', 'softmax', 'axis', { ints: oneInt() })],
    ['reference-outside', 'a reference outside of a function', added('constants', 'leaky', referring(reference))],
    ['reference-and-value', 'a reference with a value', withAttribute('constants', 'leaky', 'alpha', reference)],
    ['empty-tensor', 'a tensor attribute that holds none', withAttribute('constants', 'two', 'value', emptied())],
    ['to-99', 'Cast to a type that is not one', withAttribute('tokens', 'cast', 'to', { i: 99n })],
    ['to-undefined', 'Cast to type 0', withAttribute('tokens', 'cast', 'to', { i: 0n })],
  ]
}

function tensorBranch(): Model {
  const one = { tensor: tensor('', 'float32', [1], Float32Array.of(1)) }
  return withAttribute('conditional', 'if', 'else_branch', {
    ...attribute('else_branch', one),
    ...({ g: undefined } as object),
  })
}

function oneInt(): BigInt64Array {
  return BigInt64Array.of(1n)
}

function referring(part: { readonly refAttrName: string; readonly type: number }): Node['attribute'][number] {
  const { i: _i, ...rest } = attribute('alpha2', 1)
  return { ...rest, ...part }
}

function emptied(): object {
  return { t: undefined }
}

function types(): Change[] {
  const retyped = (base: string, name: string, dataType: number, bytes: number): Model =>
    withWeight(base, name, () => ({ dataType, rawData: new Uint8Array(bytes) }))
  return [
    ['double-weight', 'float32 times float64', retyped('dense', 'w', 11, 48)],
    ['int-bias', 'float32 plus int32', retyped('dense', 'b', 6, 8)],
    ['half-kernel', 'a float16 kernel', retyped('convolution', 'k', 10, 36)],
    ['int-gemm', 'an int64 bias of Gemm', retyped('convolution', 'b', 7, 32)],
    ['float-shape', 'a shape of floats', retyped('tokens', 'shape', 1, 8)],
    ['int32-shape', 'a shape of int32', retyped('tokens', 'shape', 6, 8)],
    ['float-bound', 'bounds of Slice as floats', retyped('tokens', 'from', 1, 4)],
    ['mixed-bounds', 'bounds of Slice of two types', retyped('tokens', 'until', 6, 4)],
    ['int-most', 'an int32 bound of Clip', retyped('tokens', 'most', 6, 4)],
    ['float-times', 'a float number of times', retyped('repetition', 'times', 1, 4)],
    ['int-condition', 'an int32 condition', retyped('repetition', 'yes', 6, 4)],
    ['float-zero', 'a zero point of another type than its product takes', retyped('quantized', 'xz', 1, 4)],
    ['float-quantized', 'float weights of MatMulInteger', retyped('quantized', 'wq', 1, 24)],
    ['float-flag', 'If on a float', withGraph('conditional', flagged)],
    ['float-ids', 'Gather by floats', withGraph('tokens', () => ({ input: [value('ids', 'float32', ['N', 4])] }))],
    ['bool-relu', 'Relu of booleans', withGraph('dense', () => ({ input: [value('x', 'bool', ['N', 3])] }))],
    ['wrong-value-info', 'an intermediate declared as int32', withGraph('dense', () => ({ valueInfo: [xw(6)] }))],
    ['string-info', 'an intermediate declared as text', withGraph('convolution', () => ({ valueInfo: [pooled()] }))],
    ['cast-output', 'a Cast to float64 declared as int32', withGraph('tokens', () => ({ valueInfo: [castOutput()] }))],
    ['shapeless', 'an input without a shape', withGraph('dense', () => ({ input: [value('x', 'float32')] }))],
    ['unknown-type', 'an input of type 99', withGraph('dense', () => ({ input: [typed(99)] }))],
    ['type-0', 'an input of type 0', withGraph('dense', () => ({ input: [typed(0)] }))],
  ]
}

function flagged(graph: Graph): Partial<Graph> {
  return { input: graph.input.map((each) => (each.name === 'flag' ? value('flag', 'float32', []) : each)) }
}

function xw(elemType: number): Graph['input'][number] {
  return { ...value('xw', 'float32', ['N', 2]), type: { denotation: '', tensorType: { elemType } } }
}

function pooled(): Graph['input'][number] {
  return { ...value('m', 'float32'), type: { denotation: '', tensorType: { elemType: 8 } } }
}

function castOutput(): Graph['input'][number] {
  return value('d', 'int32')
}

function typed(elemType: number): Graph['input'][number] {
  const declared = value('x', 'float32', ['N', 3])
  return { ...declared, type: { denotation: '', tensorType: { ...declared.type?.tensorType, elemType } } }
}

function inBranch(name: string, change: (graph: Graph) => Partial<Graph>): Model {
  const base = branch('t', 'Abs')
  return withAttribute('conditional', 'if', name, { g: { ...base, ...change(base) } })
}

function scopes(): Change[] {
  const between = node('Neg', ['late'], ['t'], { name: 't node' })
  return [
    [
      'branch-reads-nothing',
      'a branch that reads what nothing makes',
      inBranch('then_branch', () => ({ node: [reads('gone')] })),
    ],
    [
      'branch-reads-sibling',
      'a branch that reads from the other',
      inBranch('then_branch', () => ({ node: [reads('e')] })),
    ],
    ['branch-reads-later', 'a branch that reads what is made later', readsLater(between)],
    ['branch-shadows', 'a branch that makes what is around it', inBranch('then_branch', shadowing)],
    ['branch-output-outer', 'a branch that gives out what is around it', inBranch('then_branch', () => outerOutput())],
    ['branch-no-outputs', 'a branch without outputs', inBranch('then_branch', () => ({ output: [] }))],
    ['branch-nameless', 'a branch without a name', inBranch('then_branch', () => ({ name: '' }))],
    [
      'branch-output-unmade',
      'a branch whose output nothing makes',
      inBranch('then_branch', () => ({ node: [reads('h', 'q')] })),
    ],
    [
      'branch-twice',
      'a branch that makes a value twice',
      inBranch('then_branch', ({ node: nodes }) => ({ node: [...nodes, reads('h')] })),
    ],
    [
      'value-nameless',
      'an input without a name',
      withGraph('dense', ({ input }) => ({ input: [...input, value('', 'float32', [1])] })),
    ],
    [
      'leaves-out-part',
      'a Concat that leaves out one of its parts',
      withNode('tokens', 'concat', () => ({ input: ['f', ''] })),
    ],
    [
      'leaves-out-input',
      'a node that leaves out an input it must have',
      withNode('dense', 'sum', () => ({ input: ['', 'b'] })),
    ],
    ['leaves-out-output', 'a node that leaves out its output', withNode('dense', 'sum', () => ({ output: [''] }))],
    [
      'same-output-twice',
      'a node with one output twice',
      withNode('classifier', 'classifier', () => ({ output: ['label', 'label'] })),
    ],
    ['reads-itself', 'a node that reads its own output', withNode('dense', 'relu', () => ({ input: ['y'] }))],
  ]
}

function reads(input: string, output = 't'): Node {
  return node('Neg', [input], [output], { name: `${output} node ${input}` })
}

function readsLater(between: Node): Model {
  const base = branch('t', 'Abs')
  const model = withAttribute('conditional', 'if', 'then_branch', { g: { ...base, node: [between] } })
  const graph = model.graph as Graph
  return { ...model, graph: { ...graph, node: [...graph.node, node('Relu', ['x'], ['late'], { name: 'late' })] } }
}

function shadowing(): Partial<Graph> {
  return { node: [node('Neg', ['x'], ['h'], { name: 'shadow' }), node('Abs', ['h'], ['t'], { name: 't node' })] }
}

function outerOutput(): Partial<Graph> {
  return { node: [], output: [value('h', 'float32', ['N', 2])] }
}

function counts(): Change[] {
  return [
    ['too-few-inputs', 'Add with one input', withNode('dense', 'sum', () => ({ input: ['xw'] }))],
    ['too-many-inputs', 'Relu with two inputs', withNode('dense', 'relu', () => ({ input: ['sum', 'b'] }))],
    ['too-many-outputs', 'Relu with two outputs', withNode('dense', 'relu', () => ({ output: ['y', 'y2'] }))],
    ['no-inputs', 'Relu without inputs', withNode('dense', 'relu', () => ({ input: [] }))],
    ['no-node-outputs', 'Gather without outputs', withNode('tokens', 'gather', () => ({ output: [] }))],
    [
      'empty-node',
      'a node with neither inputs nor outputs',
      withGraph('dense', ({ node: nodes }) => ({ node: [...nodes, node('Constant', [], [], { name: 'none' })] })),
    ],
    ['too-new', 'Gelu in opset 17', withNode('dense', 'relu', () => ({ opType: 'Gelu' }))],
    [
      'deprecated',
      'Upsample in opset 17',
      withNode('dense', 'relu', () => ({ opType: 'Upsample', input: ['sum', 'b'] })),
    ],
    [
      'deprecated-scatter',
      'Scatter in opset 17',
      withNode('tokens', 'gather', () => ({ opType: 'Scatter', input: ['table', 'ids', 'table'] })),
    ],
    ['wrong-case', 'an operator in the wrong case', withNode('dense', 'relu', () => ({ opType: 'relu' }))],
    ['wrong-domain', 'Relu of ai.onnx.ml', withNode('classifier', 'scaler', () => ({ opType: 'Relu', attribute: [] }))],
    [
      'loop-initialised-input',
      'a Loop whose body has a value for one of its inputs',
      withAttribute('repetition', 'loop', 'body', { g: initialisedInput() }),
    ],
    [
      'if-outputs',
      'If with two outputs and branches with one',
      withNode('conditional', 'if', () => ({ output: ['z', 'z2'] })),
    ],
    [
      'loop-inputs',
      'a Loop with more state than its body',
      withNode('repetition', 'loop', () => ({ input: ['times', 'yes', 'x', 'x'] })),
    ],
    [
      'loop-outputs',
      'a Loop with more outputs than its body',
      withNode('repetition', 'loop', () => ({ output: ['last', 'all', 'more'] })),
    ],
    [
      'ml-6',
      'ai.onnx.ml 999',
      {
        ...soundModel('classifier'),
        opsetImport: [
          { domain: '', version: 17 },
          { domain: 'ai.onnx.ml', version: 999 },
        ],
      },
    ],
  ]
}

function initialisedInput(): Graph {
  const loop = soundModel('repetition').graph?.node.find(({ opType }) => opType === 'Loop')
  const body = loop?.attribute.find(({ g }) => g !== undefined)?.g as Graph
  const { name = '', type } = body.input.at(-1) ?? {}
  const dims = (type?.tensorType?.shape?.dim ?? []).map(({ dimValue }) => dimValue ?? 1)
  const size = dims.reduce((all, dim) => all * dim, 1)
  return { ...body, initializer: [tensor(name, 'float32', dims, new Float32Array(size))] }
}

function sizes(): Change[] {
  const raw = (base: string, name: string, bytes: number): Model =>
    withWeight(base, name, () => ({ rawData: new Uint8Array(bytes) }))
  const dims = (...sizesOf: number[]): Model => withWeight('dense', 'w', () => ({ dims: sizesOf }))
  return [
    ['too-little', 'weights a byte short', raw('dense', 'w', 23)],
    ['too-much', 'weights a byte long', raw('dense', 'w', 25)],
    ['twice-as-much', 'weights twice as long', raw('convolution', 'k', 144)],
    ['no-data', 'weights without data', raw('convolution', 'w', 0)],
    ['scalar-empty', 'a scalar without data', raw('quantized', 'scale', 0)],
    ['odd-int64', 'int64 in 15 bytes', raw('tokens', 'shape', 15)],
    ['negative-dim', 'a negative size', dims(-3, 2)],
    ['huge-dims', 'sizes whose product overflows', dims(2 ** 40, 2 ** 40)],
    ['zero-dim-with-data', 'a size of zero and data', dims(0, 2)],
    ['other-dims', 'sizes that need other data', dims(3, 3)],
    ['type-99', 'weights of type 99', withWeight('dense', 'w', () => ({ dataType: 99 }))],
    ['type-0', 'weights of type 0', withWeight('dense', 'w', () => ({ dataType: 0 }))],
    ['two-fields', 'data twice', withWeight('dense', 'b', () => ({ floatData: Float32Array.of(1, 2) }))],
    [
      'wrong-field',
      'floats in the field of int64',
      withWeight('typed-fields', 'w', () => ({ floatData: new Float32Array(), int64Data: BigInt64Array.of(1n, 2n) })),
    ],
    [
      'field-short',
      'a typed field with too few elements',
      withWeight('typed-fields', 'w', () => ({ floatData: Float32Array.of(1) })),
    ],
    [
      'field-long',
      'a typed field with too many elements',
      withWeight('typed-fields', 'w', () => ({ floatData: Float32Array.of(1, 2, 3) })),
    ],
    [
      'field-range',
      'an int8 of 300',
      withWeight('typed-fields', 'small', () => ({ int32Data: Int32Array.of(1, 300) })),
    ],
    ['string-raw', 'texts in raw data', withWeight('dense', 'b', () => ({ dataType: 8 }))],
    [
      'nan',
      'NaN among the weights',
      withWeight('dense', 'b', () => ({ rawData: new Uint8Array(Float32Array.of(Number.NaN, 1).buffer) })),
    ],
    [
      'constant-size',
      'a Constant with too little data',
      withAttribute('constants', 'two', 'value', { t: tensor('', 'float32', [3], new Float32Array(2)) }),
    ],
    [
      'declared-dims',
      'an initialiser declared with other dims',
      withGraph('dense', () => ({ valueInfo: [value('w', 'float32', [2, 3])] })),
    ],
    [
      'declared-rank',
      'an initialiser declared with another rank',
      withGraph('dense', () => ({ valueInfo: [value('b', 'float32', [1, 2])] })),
    ],
    [
      'initializer-nameless',
      'an initialiser without a name',
      withGraph('dense', ({ initializer }) => ({
        initializer: [...initializer, tensor('', 'float32', [1], new Float32Array(1))],
      })),
    ],
  ]
}

function sparse(): Change[] {
  const sound = soundModel('sparse').graph?.node[0]?.attribute[0]?.sparseTensor as SparseTensor
  const changed = (change: Partial<SparseTensor>): Model =>
    withAttribute('sparse', 'constant', 'sparse_value', { sparseTensor: { ...sound, ...change } })
  const indices = (dims: readonly number[], ...elements: bigint[]): Partial<SparseTensor> => ({
    indices: tensor('i', 'int64', dims, BigInt64Array.from(elements)),
  })
  return [
    ['indices-unsorted', 'indices in descending order', changed(indices([2], 2n, 0n))],
    ['indices-twice', 'one index twice', changed(indices([2], 1n, 1n))],
    ['indices-outside', 'an index beyond the dims', changed(indices([2], 0n, 3n))],
    ['indices-negative', 'a negative index', changed(indices([2], -1n, 2n))],
    ['indices-short', 'fewer indices than values', changed(indices([1], 0n))],
    ['indices-rank', 'indices of rank 3', changed(indices([2, 1, 1], 0n, 2n))],
    ['indices-columns', 'indices with a column too many', changed(indices([2, 2], 0n, 0n, 2n, 0n))],
    ['indices-int32', 'indices of int32', changed({ indices: tensor('i', 'int32', [2], Int32Array.of(0, 2)) })],
    ['values-rank', 'values of rank 2', changed({ values: tensor('s', 'float32', [2, 1], Float32Array.of(1, 2)) })],
    ['sparse-no-dims', 'a sparse tensor without dims', changed({ dims: [] })],
    ['sparse-negative', 'a sparse tensor of a negative size', changed({ dims: [-3] })],
    [
      'sparse-values-short',
      'values that are too short',
      changed({ values: tensor('s', 'float32', [2], new Float32Array(1)) }),
    ],
    ['initializer-read', 'a sparse initialiser that a node reads', sparseInitializer(sound)],
    ['sparse-indices-short', 'indices that are too short', changed(indices([2], 0n))],
  ]
}

function sparseInitializer(sparse: SparseTensor): Model {
  return withGraph('sparse', ({ node: nodes }) => ({ node: nodes.slice(1), sparseInitializer: [sparse] }))
}

function shapes(): Change[] {
  const input = (base: string, ...dims: (number | string)[]): Model =>
    withGraph(base, (graph) => ({ input: [value('x', 'float32', dims), ...graph.input.slice(1)] }))
  const output = (base: string, ...dims: (number | string)[]): Model =>
    withGraph(base, (graph) => ({ output: [value('y', 'float32', dims), ...graph.output.slice(1)] }))
  return [
    ['matmul-inner', 'a product of 4 columns and 3 rows', input('dense', 'N', 4)],
    [
      'bias-broadcast',
      'a bias that does not broadcast',
      withWeight('dense', 'b', () => ({ dims: [3], rawData: new Uint8Array(12) })),
    ],
    ['conv-rank', 'a Conv of rank 2', input('convolution', 1, 64)],
    ['conv-channels', 'a Conv of other channels', input('convolution', 1, 3, 8, 8)],
    ['gemm-inner', 'a Gemm whose sides do not fit', input('convolution', 1, 1, 16, 16)],
    ['output-dims', 'an output declared with other dims', output('dense', 'N', 5)],
    ['output-rank', 'an output declared with another rank', output('convolution', 4)],
    [
      'perm-repeats',
      'a Transpose that uses an axis twice',
      withAttribute('tokens', 'turn', 'perm', { ints: BigInt64Array.of(0n, 1n, 1n) }),
    ],
    [
      'perm-outside',
      'a Transpose to an axis that is not there',
      withAttribute('tokens', 'turn', 'perm', { ints: BigInt64Array.of(0n, 1n, 5n) }),
    ],
    ['concat-axis', 'a Concat along an axis that is not there', withAttribute('tokens', 'concat', 'axis', { i: 7n })],
    ['gather-axis', 'a Gather along an axis that is not there', withAttribute('tokens', 'gather', 'axis', { i: 9n })],
    [
      'softmax-axis',
      'a Softmax along an axis that is not there',
      withAttribute('convolution', 'softmax', 'axis', { i: 5n }),
    ],
    ['flatten-axis', 'a Flatten at an axis that is not there', withAttribute('convolution', 'flat', 'axis', { i: 9n })],
    [
      'kernel-rank',
      'a MaxPool with a kernel of rank 3',
      withAttribute('convolution', 'pool', 'kernel_shape', { ints: BigInt64Array.of(2n, 2n, 2n) }),
    ],
    [
      'pads-count',
      'a Conv with three pads',
      withAttribute('convolution', 'conv', 'pads', { ints: BigInt64Array.of(1n, 1n, 1n) }),
    ],
    [
      'branch-shapes',
      'a declared shape that a branch contradicts',
      withGraph('conditional', ({ output: outputs }) => ({
        output: outputs.map(() => value('y', 'float32', ['N', 7])),
      })),
    ],
  ]
}

function externals(): Mutant[] {
  const at = (entries: Readonly<Record<string, string>>): Model =>
    withGraph('external', () => ({ initializer: [externalWeight(entries)] }))
  const file = (location: string): Model => at({ location, offset: '0', length: '16' })
  const plain: Change[] = [
    ['missing-file', 'a file that is not there', file('gone.bin')],
    ['no-location', 'no location', at({ offset: '0', length: '16' })],
    ['empty-location', 'an empty location', file('')],
    ['absolute', 'an absolute path', file('/etc/hostname')],
    ['dot-dot', 'a path out of the folder', file('../outside.bin')],
    ['hidden-dot-dot', 'a path out of the folder, by way of another', file('folder/../../outside.bin')],
    ['backslash', 'a path with backslashes', file('..\\outside.bin')],
    ['nul', 'a path with a NUL', file('weights.bin\0.txt')],
    ['offset-beyond', 'an offset beyond the file', at({ location: 'weights.bin', offset: '4096', length: '16' })],
    ['length-beyond', 'a piece that ends beyond the file', at({ location: 'weights.bin', offset: '24', length: '16' })],
    ['offset-negative', 'a negative offset', at({ location: 'weights.bin', offset: '-16', length: '16' })],
    ['offset-text', 'an offset that is no number', at({ location: 'weights.bin', offset: 'zero', length: '16' })],
    ['length-short', 'a length below the dims', at({ location: 'weights.bin', offset: '0', length: '8' })],
    ['length-long', 'a length above the dims', at({ location: 'weights.bin', offset: '0', length: '32' })],
    [
      'length-huge',
      'a length beyond 64 bits',
      at({ location: 'weights.bin', offset: '0', length: '99999999999999999999' }),
    ],
    [
      'checksum',
      'the checksum of another file',
      at({ location: 'weights.bin', length: '16', checksum: '0'.repeat(40) }),
    ],
    ['memory', 'an address in memory', file('*/_ORT_MEM_ADDR_/*')],
    ['unknown-key', 'an unknown key', at({ location: 'weights.bin', length: '16', __class__: 'x' })],
    [
      'data-too',
      'data in the model as well',
      withGraph('external', ({ initializer }) => ({
        initializer: initializer.map((each) => ({ ...each, rawData: new Uint8Array(16) })),
      })),
    ],
  ]
  const linked = (['symbolic link', 'hard link', 'folder', 'short file', 'outside'] as const).map(
    (beside): Mutant => ({
      name: `external-${beside.replace(' ', '-')}`,
      kind: 'external data',
      what: `weights in a ${beside}`,
      model: file(beside === 'outside' ? 'folder/link/secret.bin' : `${beside.replace(' ', '-')}.bin`),
      beside,
    }),
  )
  return [
    ...mutants(
      'external data',
      plain.map(([name, what, model]) => [`external-${name}`, what, model]),
    ),
    ...linked,
  ]
}
