import type { Finding } from '../core/products.ts'
import { checkNames } from './check/names.ts'
import { checkOperators } from './check/operators.ts'
import { checkStructure, onnxruntimeLimits, type RuntimeLimits } from './check/structure.ts'
import { checkWeights } from './check/weights.ts'
import { collectFindings } from './findings.ts'
import type { Model } from './messages.ts'

/**
 * Whether a model keeps the rules of ONNX: versions and imports, declared types, names made once and before they are read,
 * operators that exist with as many inputs and outputs as they take, constants as large as their dims and free of NaN.
 * An `error` is what the standard forbids or the runtime refuses. Types and shapes inside of the graph are not inferred.
 */
export function checkModel(model: Model, limits: RuntimeLimits = onnxruntimeLimits): Finding[] {
  return collectFindings((report) => {
    checkStructure(model, limits, report)
    checkNames(model, report)
    checkOperators(model, report)
    checkWeights(model, report)
  })
}
