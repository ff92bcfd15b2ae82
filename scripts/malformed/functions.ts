import type { Graph, Model, ModelFunction, Node } from '../../src/onnx/format/messages.ts'
import { attribute, buildGraph, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { type Change, soundModel, withNode } from './mutant.ts'
import { functionOf } from './sound.ts'

/** What can be done to the functions of a model, and to their calls. */
export function functionChanges(): Change[] {
  const twice = (opType: string, input: readonly string[], attributes: Node['attribute'] = []): Node => ({
    ...node(opType, input, ['z'], { name: 'twice' }),
    attribute: attributes,
  })
  const call = (input: readonly string[], output: readonly string[]): Model =>
    withNode('functions', 'call', () => ({ input, output }))
  return [
    ['function-twice', 'a function twice', functionModel((bodies) => [...bodies, ...bodies.slice(0, 1)])],
    ['function-nameless', 'a function without a name', firstFunction({ name: '' })],
    [
      'function-calls-itself',
      'a function that calls itself',
      firstFunction({ node: [node('Twice', ['a'], ['z'], { domain: 'local' })] }),
    ],
    [
      'function-circle',
      'two functions that call each other',
      firstFunction({ node: [node('Fourfold', ['a'], ['z'], { domain: 'local' })] }),
    ],
    [
      'function-unmade',
      'a function that reads what nothing makes',
      firstFunction({ node: [twice('Add', ['a', 'gone'])] }),
    ],
    [
      'function-reads-graph',
      'a function that reads from the graph',
      firstFunction({ node: [twice('Add', ['a', 'x'])] }),
    ],
    ['function-output-unmade', 'a function whose output nothing makes', firstFunction({ output: ['other'] })],
    [
      'function-order',
      'a function with unsorted nodes',
      firstFunction({ node: [node('Neg', ['q'], ['z']), node('Abs', ['a'], ['q'])] }),
    ],
    [
      'function-remakes',
      'a function that makes its input',
      firstFunction({ node: [node('Neg', ['a'], ['a']), twice('Add', ['a', 'a'])] }),
    ],
    ['function-input-twice', 'a function with one input twice', firstFunction({ input: ['a', 'a'] })],
    ['function-output-twice', 'a function with one output twice', firstFunction({ output: ['z', 'z'] })],
    ['function-attribute-twice', 'a function with one attribute twice', firstFunction({ attribute: ['p', 'p'] })],
    [
      'function-unknown-operator',
      'a function with an operator that does not exist',
      firstFunction({ node: [twice('Addd', ['a', 'a'])] }),
    ],
    [
      'function-deprecated',
      'a function with a deprecated operator',
      firstFunction({ node: [twice('Upsample', ['a', 'a'])] }),
    ],
    ['function-input-count', 'a function with an Add of one input', firstFunction({ node: [twice('Add', ['a'])] })],
    [
      'function-attribute',
      'a function with an attribute that Add has not',
      firstFunction({ node: [twice('Add', ['a', 'a'], [attribute('axis', 1)])] }),
    ],
    ['function-no-opsets', 'a function that imports nothing', firstFunction({ opsetImport: [] })],
    [
      'function-other-opset',
      'a function of opset 6 in a model of 17',
      firstFunction({ opsetImport: [{ domain: '', version: 6 }] }),
    ],
    [
      'function-reference',
      'a reference that the function does not declare',
      firstFunction({ node: [twice('LeakyRelu', ['a'], [referred()])] }),
    ],
    ['call-inputs', 'a call with more inputs than the function', call(['x', 'x'], ['y'])],
    ['call-outputs', 'a call with more outputs than the function', call(['x'], ['y', 'y2'])],
    [
      'call-unknown',
      'a call of a function that is not there',
      withNode('functions', 'call', () => ({ opType: 'Missing', domain: '' })),
    ],
    [
      'overload-gone',
      'a call of an overload that is not there',
      withNode('functions', 'call', () => ({ overload: 'other' })),
    ],
    ['call-fewer-inputs', 'a call that leaves out what the function must have', fewerInputs()],
    ['call-fewer-outputs', 'a call with fewer outputs than the function', fewerOutputs()],
    [
      'call-not-imported',
      'a call of a function whose domain is not imported',
      { ...soundModel('functions'), opsetImport: [{ domain: '', version: 17 }] },
    ],
    [
      'function-gives-input',
      'a function that gives out its input',
      firstFunction({ node: [node('Neg', ['a'], ['q'])], output: ['a'] }),
    ],
    ['call-attribute-gone', 'a call without an attribute that an operator must have', withParameter([])],
    ['call-attribute-type', 'a call with an attribute of another type', withParameter([attribute('p', { float: 1 })])],
    ['call-attribute-range', 'a call with an attribute out of range', withParameter([attribute('p', 7)])],
    ['call-attribute-lost', 'a function that does not pass an attribute on', parameterLost()],
    ['constant-reference', 'a Constant whose value the call does not give', constantReference()],
    ['function-calls-itself-in-branch', 'a function that calls itself in a branch', recursing('If')],
    ['function-calls-itself-in-loop', 'a function that calls itself in a loop', recursing('Loop')],
    ['function-circle-in-branch', 'a function that another calls in a branch', recursing('If', 'Fourfold')],
    [
      'function-in-function-unknown',
      'a function that calls one that is not there',
      functionModel((bodies) => [functionOf('Twice', [node('Gone', ['a'], ['z'])]), ...bodies.slice(1)]),
    ],
  ]
}

function functionModel(change: (bodies: readonly ModelFunction[]) => readonly ModelFunction[]): Model {
  const model = soundModel('functions')
  return { ...model, functions: change(model.functions) }
}

function firstFunction(change: Partial<ModelFunction>): Model {
  return functionModel((bodies) => bodies.map((body, at) => (at === 0 ? { ...body, ...change } : body)))
}

function fewerInputs(): Model {
  return functionModel(([, ...rest]) => [
    { ...functionOf('Twice', [node('Add', ['a', 'b'], ['z'])]), input: ['a', 'b'] },
    ...rest,
  ])
}

function fewerOutputs(): Model {
  return functionModel(([, ...rest]) => [
    { ...functionOf('Twice', [node('Add', ['a', 'a'], ['z']), node('Neg', ['a'], ['q'])]), output: ['z', 'q'] },
    ...rest,
  ])
}

/** A reference of a node to an attribute that its function declares. */
function reference(name: string, refAttrName: string, type: number): Node['attribute'][number] {
  const { i: _i, ...rest } = attribute(name, 0)
  return { ...rest, type, refAttrName }
}

/** A function that joins its input to itself along the axis `p`. */
function joining(): ModelFunction {
  const join = { ...node('Concat', ['a', 'a'], ['z'], { name: 'join' }), attribute: [reference('axis', 'p', 2)] }
  return { ...functionOf('Join', [join]), attribute: ['p'] }
}

function calling(bodies: readonly ModelFunction[], opType: string, attributes: Node['attribute']): Model {
  const model = withNode('functions', 'call', () => ({ opType, attribute: attributes }))
  const output = [value('y', 'float32', ['rows'])]
  return { ...model, graph: { ...(model.graph as Graph), output }, functions: bodies }
}

function withParameter(attributes: Node['attribute']): Model {
  return calling([joining()], 'Join', attributes)
}

function parameterLost(): Model {
  const outer = functionOf('Outer', [node('Join', ['a'], ['z'], { domain: 'local' })])
  return calling([joining(), { ...outer, attribute: ['q'] }], 'Outer', [attribute('q', 0)])
}

function constantReference(): Model {
  const constant = { ...node('Constant', [], ['c'], { name: 'c' }), attribute: [reference('value_float', 'p', 1)] }
  const body = functionOf('More', [constant, node('Add', ['a', 'c'], ['z'])])
  return calling([{ ...body, attribute: ['p'] }], 'More', [])
}

/** The function `Twice`, which calls a function in a nested graph. */
function recursing(operator: 'If' | 'Loop', callee = 'Twice'): Model {
  const call = node(callee, [operator === 'If' ? 'a' : 's'], ['r'], { domain: 'local' })
  const results = [value('r', 'float32', [2])]
  const inner = buildGraph({ inputs: [], outputs: results, nodes: [call] })
  const other = buildGraph({
    inputs: [],
    outputs: [value('o', 'float32', [2])],
    nodes: [node('Neg', ['a'], ['o'])],
  })
  const loop = buildGraph({
    inputs: [value('i', 'int64', []), value('c', 'bool', []), value('s', 'float32', [2])],
    outputs: [value('d', 'bool', []), ...results],
    nodes: [node('Identity', ['c'], ['d']), call],
  })
  const yes = tensor('', 'bool', [], Uint8Array.of(1))
  const two = tensor('', 'int64', [], BigInt64Array.of(2n))
  const nested =
    operator === 'If'
      ? node('If', ['yes'], ['z'], { attributes: { then_branch: { graph: inner }, else_branch: { graph: other } } })
      : node('Loop', ['two', 'yes', 'a'], ['z'], { attributes: { body: { graph: loop } } })
  return firstFunction({
    node: [
      node('Constant', [], ['yes'], { attributes: { value: { tensor: yes } } }),
      node('Constant', [], ['two'], { attributes: { value: { tensor: two } } }),
      nested,
    ],
  })
}

function referred(): Node['attribute'][number] {
  const { f: _f, ...rest } = attribute('alpha', { float: 1 })
  return { ...rest, refAttrName: 'undeclared' }
}
