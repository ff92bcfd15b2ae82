import { describe, expect, test } from 'vitest'
import { ownValue, setOwn } from '../src/core/own.ts'
import type { Tensor } from '../src/core/tensor.ts'
import { fitted } from '../src/data/fit.ts'
import type { LoadedData } from '../src/data/load.ts'
import { outputDistances } from '../src/data/output-distance.ts'
import { scoresOf } from '../src/data/outputs.ts'
import { makeInputs } from '../src/measure/inputs.ts'
import { checkModel } from '../src/onnx/check/index.ts'
import { costOf } from '../src/onnx/cost/index.ts'
import { diffModels } from '../src/onnx/diff/index.ts'
import type { Model } from '../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, value } from '../src/onnx/graph/build.ts'
import { summarize } from '../src/onnx/graph/index.ts'
import { inferTypes } from '../src/onnx/infer/index.ts'
import { largestDifference } from '../src/optimize/agree.ts'
import { createMask } from '../src/world/secrets/index.ts'
import { columnsOf, tensorsOf } from './data/columns.ts'

const x: Tensor = { type: 'float32', dims: [1, 2], data: Float32Array.of(1, 2) }

function record<Value>(name: string, member: Value): Record<string, Value> {
  return Object.fromEntries([[name, member]])
}

function dataOf(inputs: Record<string, Tensor>): LoadedData {
  return { name: 'eval', inputs: tensorsOf(inputs), named: true, columns: columnsOf({}) }
}

/** An operator that nobody knows, with everything called the same. */
function riddle(name: string, domain: string): Model {
  return buildModel({
    opset: 17,
    domains: record(domain, 1),
    graph: buildGraph({
      inputs: [value('x', 'float32', [name, 2])],
      outputs: [value('y', 'float32', [name, 2])],
      nodes: [node(name, ['x'], ['y'], { domain, attributes: record(name, 1) })],
    }),
  })
}

describe.each(['constructor', '__proto__', 'toString', 'assign', 'prototype'])('%s', (name) => {
  test('is in no record that it was not put into', () => {
    expect(ownValue({}, name)).toBeUndefined()
    expect(ownValue(undefined, name)).toBeUndefined()
    const given: Record<string, number> = {}
    setOwn(given, name, 1)
    expect([ownValue(given, name), Object.keys(given), Object.getPrototypeOf(given)]).toEqual([
      1,
      [name],
      Object.prototype,
    ])
  })

  test('is an input and an output as any other', () => {
    const info = { name, type: 'float32', dims: ['N', 2] }
    expect(ownValue(makeInputs([info], 3, 1), name)?.dims).toEqual([3, 2])
    expect(ownValue(makeInputs([info], 1, 1, record(name, [5, 2])), name)?.dims).toEqual([5, 2])
    expect(() => makeInputs([info], 1, 1, { other: [1] })).toThrow('other')
    expect(Object.keys(fitted(dataOf(record(name, x)), [[info]]).inputs)).toEqual([name])
    expect(() => fitted(dataOf({}), [[info]])).toThrow(expect.objectContaining({ code: 'data-input-missing' }))
    const outputs = record(name, x)
    expect([...scoresOf(outputs, 1, 'candidate', name).row(0)]).toEqual([1, 2])
    expect(() => scoresOf({ other: x }, 1, 'candidate', name)).toThrow(
      expect.objectContaining({ code: 'output-not-classes' }),
    )
    expect(outputDistances(outputs, outputs)).toEqual({ distances: new Map([[name, 0]]) })
    expect(outputDistances({}, outputs)).toEqual({ reason: `there is no output ${name}` })
    expect(largestDifference(outputs, outputs)).toBe(0)
    expect(largestDifference(outputs, {})).toBe(Number.POSITIVE_INFINITY)
  })

  test.each(['com.example', name])('is an operator of %s that nobody knows', (domain) => {
    const model = riddle(name, domain)
    const found = checkModel(model).filter(({ severity }) => severity === 'error')
    expect(found.map(({ code }) => code).filter((code) => code.startsWith('value-'))).toEqual([])
    expect(Object.entries(costOf(inferTypes(model)).unknown)).toEqual([[`${domain}.${name}`, 1]])
    expect(Object.entries(summarize(model, 1).operators)).toEqual([[`${domain}.${name}`, 1]])
    expect(diffModels(model, model).same).toBe(true)
    expect(checkModel(riddle(name, '')).map(({ code }) => code)).toContain('operator-unknown')
  })

  test('is the name of a secret as any other', () => {
    expect(createMask({})('x')).toBe('x')
    const mask = createMask(record(name, 'a secret text'))
    mask.hide([name])
    expect(mask('holds a secret text')).not.toContain('a secret text')
    const none = createMask({})
    none.hide([name])
    expect(none('function Object() { [native code] }')).toBe('function Object() { [native code] }')
  })
})
