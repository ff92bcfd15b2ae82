import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { soundModels } from '../../../scripts/malformed/sound.ts'
import { malformed } from '../../../scripts/malformed.ts'
import { memory } from '../../../src/core/bytes.ts'
import { findingCatalogue } from '../../../src/onnx/check/catalogue.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import { checkSafety } from '../../../src/onnx/check/safety.ts'
import { readModel, writeModel } from '../../../src/onnx/format/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'

interface Exceptions {
  readonly mutants: readonly { readonly name: string }[]
}

const { mutants: exceptions } = JSON.parse(
  readFileSync(new URL('../../fixtures/check-exceptions.json', import.meta.url), 'utf8'),
) as Exceptions

/** Codes of errors; of what cannot even be read, the code of the error that says so. */
function errorsIn(model: Model | Uint8Array): string[] {
  let read: Model
  try {
    read = readModel(model instanceof Uint8Array ? model : writeModel(model))
  } catch (error) {
    return [(error as { code: string }).code]
  }
  const findings = [
    ...checkModel(read, undefined, new Map([['weights.bin', memory(new Uint8Array(32))]])),
    ...checkSafety(read),
  ]
  return findings.filter((finding) => finding.severity === 'error').map((finding) => finding.code)
}

describe('malformed models', () => {
  it.each(Object.entries(soundModels))('are made of sound ones: %s', (_name, make) => {
    expect(errorsIn(make())).toEqual([])
  })

  const broken = malformed().map(({ name, kind, model }) => ({ id: `${kind.replaceAll(' ', '-')}-${name}`, model }))

  it('are hundreds, and all but the listed exceptions are refused', () => {
    expect(broken.length).toBeGreaterThan(300)
    const passed = broken.filter(({ model }) => errorsIn(model).length === 0).map(({ id }) => id)
    expect(passed.sort()).toEqual(exceptions.map(({ name }) => name).sort())
  })

  it('show every error that there is, but for what other tests show', () => {
    const seen = new Set(broken.flatMap(({ model }) => errorsIn(model)))
    const errors = Object.entries(findingCatalogue).filter(([, [severity]]) => severity === 'error')
    const unseen = errors.map(([code]) => code).filter((code) => !seen.has(code))
    // Too big for a table of examples; and what is in a file beside the model.
    expect(unseen.sort()).toEqual(['external-pointer', 'nested-too-deep', 'too-many-nodes'])
  })
})
