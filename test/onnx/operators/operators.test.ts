import { describe, expect, it } from 'vitest'
import { contribOperators } from '../../../src/onnx/operators/contrib.ts'
import { newestOpset, operatorSchema, operatorVersions } from '../../../src/onnx/operators/index.ts'
import { formalAt } from '../../../src/onnx/operators/schema.ts'
import { newest, operatorTable } from '../../../src/onnx/operators/table.ts'

function schema(operator: string, opset: number, domain = ''): NonNullable<ReturnType<typeof operatorSchema>> {
  const found = operatorSchema(operatorVersions(domain, operator) ?? [], opset)
  if (found === undefined) throw new Error(`${operator} is not in opset ${opset}`)
  return found
}

describe('the table of operators', () => {
  it('has every version of an operator, with its arity', () => {
    const add = operatorVersions('', 'Add') ?? []
    expect(add.map((version) => version.since)).toEqual([1, 6, 7, 13, 14])
    expect(operatorSchema(add, 12)).toMatchObject({
      since: 7,
      deprecated: false,
      inputs: { min: 2, max: 2 },
      outputs: { min: 1, max: 1 },
    })
  })

  it('knows that Slice took its bounds as attributes before opset 10, and that Sum has no most', () => {
    expect(schema('Slice', 9).inputs).toEqual({ min: 1, max: 1 })
    expect(schema('Slice', 10).inputs).toEqual({ min: 3, max: 5 })
    expect([...schema('Slice', 9).attributes.keys()]).toEqual(['axes', 'ends', 'starts'])
    expect(schema('Slice', 10).attributes.size).toBe(0)
    expect(schema('Sum', 13).inputs).toEqual({ min: 1, max: Number.POSITIVE_INFINITY })
  })

  it('knows arities that do not follow from the formal inputs', () => {
    expect(schema('Loop', 13).inputs.min).toBe(2)
    expect(schema('Loop', 1).inputs.min).toBe(3)
    expect(schema('BatchNormalization', 15).outputs).toEqual({ min: 1, max: 3 })
  })

  it('has the types of inputs and outputs', () => {
    const { takes, gives, constraints } = schema('ArgMax', 12)
    expect(takes).toMatchObject([{ variable: 'T', option: 'single' }])
    expect(gives).toMatchObject([{ fixed: 'int64' }])
    expect(constraints.get('T')?.has('bfloat16')).toBe(false)
    expect(schema('ArgMax', 13).constraints.get('T')?.has('bfloat16')).toBe(true)
    expect([...(schema('SequenceAt', 11).constraints.get('S') ?? [])]).toContain('sequence(string)')
    expect([...(schema('ZipMap', 1, 'ai.onnx.ml').constraints.get('T') ?? [])]).toEqual([
      'sequence(map(int64, float32))',
      'sequence(map(string, float32))',
    ])
    expect([...(schema('OptionalGetElement', 15).constraints.get('O') ?? [])]).toContain('optional(sequence(float32))')
  })

  it('lets the last formal stand for any number, of one type or of any', () => {
    expect(formalAt(schema('Concat', 13).takes, 7)).toMatchObject({ option: 'variadic', homogeneous: true })
    expect(formalAt(schema('Loop', 13).takes, 5)).toMatchObject({ option: 'variadic', homogeneous: false })
    expect(formalAt(schema('Clip', 13).takes, 2)?.option).toBe('optional')
    expect(formalAt(schema('Add', 13).takes, 2)).toBeUndefined()
  })

  it('has attributes, with type and whether they are required', () => {
    expect(schema('Cast', 9).attributes.get('to')).toEqual({ type: 2, required: true })
    expect(schema('Cast', 1).attributes.get('to')).toEqual({ type: 3, required: true })
    expect(schema('If', 13).attributes.get('then_branch')).toEqual({ type: 5, required: true })
    expect(schema('Conv', 11).attributes.get('pads')).toEqual({ type: 7, required: false })
    expect(schema('Constant', 13).attributes.get('sparse_value')?.type).toBe(11)
    expect(schema('Optional', 15).attributes.get('type')?.type).toBe(13)
  })

  it('tells deprecated, unknown and foreign operators apart', () => {
    expect(schema('Upsample', 10).deprecated).toBe(true)
    expect(operatorVersions('', 'Relo')).toEqual([])
    expect(operatorVersions('com.example', 'Relu')).toBeUndefined()
    expect(operatorVersions('ai.onnx.ml', 'TreeEnsemble')).toHaveLength(1)
    expect(contribOperators.has('FusedMatMul')).toBe(true)
    expect(contribOperators.has('Relu')).toBe(false)
  })

  it('knows how far the standard goes', () => {
    expect(newestOpset('ai.onnx')).toBe(newest.opset)
    expect(newestOpset('ai.onnx.ml')).toBe(5)
    expect(newestOpset('com.example')).toBeUndefined()
    expect(operatorTable.length).toBeLessThan(60_000)
  })
})
