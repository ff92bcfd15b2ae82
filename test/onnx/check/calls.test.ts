import { expect, it } from 'vitest'
import { operatorMutants, soundCalls } from '../../../scripts/malformed/operators.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'

function errorsIn(model: Model): string[] {
  return checkModel(model).flatMap(({ severity, where, code }) => (severity === 'error' ? [`${where} ${code}`] : []))
}

it.each(soundCalls())('takes %s', (_what, model) => {
  expect(errorsIn(model)).toEqual([])
})

it.each(operatorMutants().map(({ what, model }) => [what, model as Model] as const))('refuses %s', (_what, model) => {
  const [first = 'nothing'] = errorsIn(model)
  expect(first).toMatch(/^graph\/node call (value-range|shape-mismatch|type-mismatch|attribute-|input-|output-)/)
})
