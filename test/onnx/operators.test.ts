import { describe, expect, it } from 'vitest'
import { operatorSchema, operatorVersions } from '../../src/onnx/operators.ts'

describe('the table of operators', () => {
  it('has every version of an operator, with its arity', () => {
    const add = operatorVersions('', 'Add') ?? []
    expect(add.map((version) => version.since)).toEqual([1, 6, 7, 13, 14])
    expect(operatorSchema(add, 12)).toEqual({
      since: 7,
      deprecated: false,
      inputs: { min: 2, max: 2 },
      outputs: { min: 1, max: 1 },
    })
  })

  it('knows that Slice took its bounds as attributes before opset 10, and that Sum has no most', () => {
    const slice = operatorVersions('ai.onnx', 'Slice') ?? []
    expect(operatorSchema(slice, 9)?.inputs).toEqual({ min: 1, max: 1 })
    expect(operatorSchema(slice, 10)?.inputs).toEqual({ min: 3, max: 5 })
    expect(operatorSchema(operatorVersions('', 'Sum') ?? [], 13)?.inputs).toEqual({
      min: 1,
      max: Number.POSITIVE_INFINITY,
    })
  })

  it('tells deprecated, unknown and foreign operators apart', () => {
    expect(operatorSchema(operatorVersions('', 'Upsample') ?? [], 10)?.deprecated).toBe(true)
    expect(operatorVersions('', 'Relo')).toEqual([])
    expect(operatorVersions('com.example', 'Relu')).toBeUndefined()
    expect(operatorVersions('ai.onnx.ml', 'TreeEnsemble')).toHaveLength(1)
  })
})
