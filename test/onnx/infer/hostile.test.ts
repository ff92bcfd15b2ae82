import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Graph, Model, Node, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { type AttributeValue, buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { inferTypes } from '../../../src/onnx/infer/index.ts'
import { operatorTable } from '../../../src/onnx/operators/table.ts'

/** Every operator of the standard, with its domain. */
const operators = operatorsIn(operatorTable)

function operatorsIn(table: string): { domain: string; name: string }[] {
  let domain = ''
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = ''] = line.split(' ')
      if (name.startsWith('[')) domain = name.slice(1, -1)
      return /^\w/.test(name) ? [{ domain, name }] : []
    })
}

const microsoft =
  'Attention BiasGelu DequantizeLinear DynamicQuantizeMatMul EmbedLayerNormalization FusedConv FusedGemm'
    .concat(
      ' FusedMatMul MatMulIntegerToFloat MatMulNBits MultiHeadAttention QGemm QLinearAdd QLinearGlobalAveragePool',
    )
    .concat(' QuantizeLinear SkipLayerNormalization QLinearConv QLinearMatMul')
    .split(' ')
    .map((name) => ({ domain: 'com.microsoft', name }))

const dim = fc.oneof(
  fc.constantFrom<number | string>(0, 1, 2, 3, 4, 7, 'N', ''),
  fc.constantFrom<number | string>(-1, 2 ** 31, Number.MAX_SAFE_INTEGER),
)
const dims = fc.option(fc.array(dim, { maxLength: 6 }), { nil: undefined })
const type = fc.constantFrom('float32', 'int64', 'int32', 'uint8', 'bool', 'string', 'float16' as const)

const whole = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
)
const attributeNames = 'allowzero auto_pad axes axis batch_dims block_size blocksize body cast_to ceil_mode cats_int64s'
  .concat(' classlabels_ints dilations direction dtype else_branch end equation group hidden_size ints k keepdims')
  .concat(' keep_aspect_ratio_policy kernel_shape kv_num_heads layout n_targets new_axis ngram_indexes num_outputs')
  .concat(' num_scan_inputs N onesided output_dtype output_height output_padding output_shape pads paddings perm')
  .concat(' pooled_shape q_num_heads qkv_hidden_sizes reduction repeats sample_size scales scan_input_axes')
  .concat(' scan_output_axes shape split start starts ends strides then_branch to transA transB value value_ints')
  .split(' ')
const body: Graph = buildGraph({
  inputs: [value('a', 'int64', []), value('b', 'bool', []), value('c', 'float32', ['M'])],
  outputs: [value('d', 'bool', []), value('e', 'float32', [3])],
  nodes: [node('Identity', ['b'], ['d']), node('Concat', ['c', 'c'], ['e'], { attributes: { axis: 0 } })],
})
const attributeValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  whole,
  fc.array(whole, { maxLength: 7 }),
  fc.constantFrom<AttributeValue>('SAME_UPPER', 'VALID', 'ij,jk->ik', '...i,i...', '->', 'bidirectional', 'none'),
  fc.constant<AttributeValue>({ floats: [2, 0, Number.NaN] }),
  fc.constant<AttributeValue>({ graph: body }),
  fc.array(whole, { maxLength: 4 }).map((list) => ({ tensor: integers('t', list) })),
)

function integers(name: string, list: readonly number[]): ReturnType<typeof tensor> {
  return tensor(name, 'int64', [list.length], BigInt64Array.from(list, BigInt))
}

interface Call {
  readonly model: Model
  readonly call: Node
}

/** One call of an operator with any inputs, declared or constant, any attributes and any number of outputs. */
function callOf({ domain, name }: { domain: string; name: string }): fc.Arbitrary<Call> {
  const input = fc.oneof(
    fc.record({ type, dims }).map(({ type, dims }) => ({ type, dims, list: undefined })),
    fc.array(whole, { maxLength: 5 }).map((list) => ({ type: 'int64' as const, dims: undefined, list })),
  )
  return fc
    .record({
      inputs: fc.array(input, { maxLength: 9 }),
      outputs: fc.integer({ min: 0, max: 5 }),
      attributes: fc.dictionary(fc.constantFrom(...attributeNames), attributeValue, { maxKeys: 6 }),
      opset: fc.integer({ min: 0, max: 29 }),
    })
    .map(({ inputs, outputs, attributes, opset }) => {
      const declared: ValueInfo[] = []
      const weights = inputs.flatMap(({ type, dims, list }, index) => {
        if (list !== undefined) return [integers(`x${index}`, list)]
        declared.push(value(`x${index}`, type, dims))
        return []
      })
      const names = Array.from({ length: outputs }, (_, index) => `y${index}`)
      const call = node(
        name,
        inputs.map((_, index) => `x${index}`),
        names,
        { domain, attributes },
      )
      const graph = buildGraph({ inputs: declared, outputs: [], nodes: [call], weights })
      return { call, model: buildModel({ opset, domains: { [domain]: opset }, graph }) }
    })
}

function areSizes(dims: readonly unknown[] | undefined): boolean {
  return dims?.every((size) => typeof size !== 'number' || size >= 0) ?? true
}

describe('inferTypes and hostile models', () => {
  it.each([...operators, ...microsoft])('never throws over $domain $name', (operator) => {
    fc.assert(
      // What is false fails. An expectation for each of 60,000 models takes longer than all their types.
      fc.property(callOf(operator), ({ model }) => {
        const [main] = inferTypes(model).scopes
        return [...(main?.types.values() ?? [])].every((each) => !('dims' in each) || areSizes(each.dims))
      }),
      { numRuns: 300 },
    )
  })
})
