import type { Finding } from '../../core/products/index.ts'
import type { Model } from '../format/messages.ts'
import { inferTypes } from '../infer/index.ts'
import type { ExternalData } from '../tensors/external.ts'
import { checkAttributes } from './attributes.ts'
import { checkCycles } from './cycles.ts'
import { checkExternal } from './external.ts'
import { collectFindings } from './findings.ts'
import { checkFunctions } from './functions.ts'
import { checkNames } from './names.ts'
import { checkOperators } from './operators.ts'
import { checkSparse } from './sparse.ts'
import { checkStructure, onnxruntimeLimits, type RuntimeLimits } from './structure.ts'
import { checkSubgraphs } from './subgraphs.ts'
import { checkTypes } from './types.ts'
import { checkUnused } from './unused.ts'
import { checkWeights } from './weights.ts'

export { checkRisks } from './risks.ts'
export { checkSafety, checkStart } from './safety.ts'
export { onnxruntimeLimits } from './structure.ts'

/**
 * Whether a model keeps the rules of ONNX: versions and imports, declared types, names made once and before they are read,
 * operators that exist with the inputs, outputs, attributes and types they take, functions, constants as large as their dims
 * and free of NaN, those in `external` files included. An `error` is what the standard forbids or the runtime refuses; all codes are in
 * `findingCatalogue`.
 */
export function checkModel(
  model: Model,
  limits: RuntimeLimits = onnxruntimeLimits,
  external?: ExternalData,
): Finding[] {
  return collectFindings((report) => {
    checkStructure(model, limits, report)
    checkNames(model, report)
    checkOperators(model, report)
    checkAttributes(model, report)
    checkFunctions(model, report)
    checkCycles(model, report)
    checkSubgraphs(model, report)
    checkTypes(model, inferTypes(model), report)
    checkWeights(model, report, external)
    checkSparse(model, report)
    if (external !== undefined) checkExternal(model, external, report)
    checkUnused(model, report)
  })
}
