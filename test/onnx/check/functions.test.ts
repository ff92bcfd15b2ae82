import { expect, it } from 'vitest'
import { functionChanges } from '../../../scripts/malformed/functions.ts'
import { soundModels } from '../../../scripts/malformed/sound.ts'
import { checkModel, checkSafety } from '../../../src/onnx/check/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'

/** The codes of the errors of the graph check alone. */
function errorsIn(model: Model): string[] {
  return checkModel(model).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))
}

function changed(name: string): Model {
  return functionChanges().find(([each]) => each === name)?.[2] as Model
}

it('takes functions that call one another', () => {
  expect(errorsIn((soundModels['functions'] as () => Model)())).toEqual([])
})

it.each(functionChanges())('refuses %s: %s', (_name, _what, model) => {
  expect(errorsIn(model as Model)).not.toEqual([])
})

it.each([
  ['call-fewer-inputs', 'input-missing'],
  ['call-fewer-outputs', 'function-arity'],
  ['call-not-imported', 'domain-missing'],
  ['call-attribute-gone', 'attribute-missing'],
  ['call-attribute-type', 'attribute-type'],
  ['call-attribute-range', 'value-range'],
  ['call-attribute-lost', 'attribute-missing'],
  ['constant-reference', 'attribute-missing'],
  ['function-gives-input', 'output-unmade'],
])('says what is wrong with %s', (name, code) => {
  expect(errorsIn(changed(name))).toContain(code)
})

it.each([
  'function-calls-itself',
  'function-calls-itself-in-branch',
  'function-calls-itself-in-loop',
  'function-circle-in-branch',
])('finds by both the graph and the safety check: %s', (name) => {
  expect(errorsIn(changed(name))).toContain('function-cycle')
  expect(checkSafety(changed(name)).map(({ code }) => code)).toContain('function-cycle')
})

it('takes an overload that calls another of its name', () => {
  const model = changed('function-calls-itself')
  const [first, ...rest] = model.functions
  const calls = first?.node.map((each) => ({ ...each, overload: 'plain' })) ?? []
  const plain = { ...changed('function-twice').functions[0], overload: 'plain' } as Model['functions'][number]
  const functions = [{ ...(first as Model['functions'][number]), node: calls }, plain, ...rest]
  expect(checkSafety({ ...model, irVersion: 10, functions })).toEqual([])
})
