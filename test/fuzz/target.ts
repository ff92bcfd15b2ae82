import { UserError } from '../../src/core/errors/index.ts'
import { checkModel } from '../../src/onnx/check/index.ts'
import { checkRisks } from '../../src/onnx/check/risks.ts'
import { checkSafety } from '../../src/onnx/check/safety.ts'
import { costOf } from '../../src/onnx/cost/index.ts'
import { sizesOfModel } from '../../src/onnx/cost/sizes.ts'
import { diffModels } from '../../src/onnx/diff/index.ts'
import { readModel, writeModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { constantsOf } from '../../src/onnx/graph/constants.ts'
import { withExternalData } from '../../src/onnx/graph/externalize.ts'
import { summarize } from '../../src/onnx/graph/summarize.ts'
import { inferTypes } from '../../src/onnx/infer/index.ts'
import { valuesOf } from '../../src/onnx/tensors/elements.ts'

/**
 * Everything that is done with a model from a stranger, on any bytes at all. What it did, as a list of words: codes of errors
 * and findings. Throws when the bytes break it: anything but a UserError, or bytes that are not written back as they were.
 */
export function fuzzTarget(bytes: Uint8Array, reference: Model): string[] {
  const model = readOrRefuse(bytes)
  if (typeof model === 'string') return [model]
  if (Buffer.compare(writeModel(model), bytes) !== 0) throw new Error('the model was not written back byte for byte')
  const findings = [...checkModel(model), ...checkSafety(model), ...checkRisks(model)]
  const inference = inferTypes(model)
  costOf(inference)
  sizesOfModel(model)
  summarize(model, bytes.length)
  const {
    interface: { class: change },
  } = diffModels(reference, model)
  for (const [, tensor] of constantsOf(model).slice(0, 50)) valuesOf(tensor)
  const light = withExternalData(model, { location: 'data', least: 64 })
  readModel(writeModel(light.model))
  return ['read', change, ...findings.map(({ code }) => code), ...inference.problems.map(({ kind }) => kind)]
}

function readOrRefuse(bytes: Uint8Array): Model | string {
  try {
    return readModel(bytes)
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.code
    throw thrown
  }
}
