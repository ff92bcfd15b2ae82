import type { Finding } from '../core/products.ts'
import { checkAttributes } from './check/attributes.ts'
import { checkExternal } from './check/external.ts'
import { checkFunctions } from './check/functions.ts'
import { checkNames } from './check/names.ts'
import { checkOperators } from './check/operators.ts'
import { checkSparse } from './check/sparse.ts'
import { checkStructure, onnxruntimeLimits, type RuntimeLimits } from './check/structure.ts'
import { checkSubgraphs } from './check/subgraphs.ts'
import { checkTypes } from './check/types.ts'
import { checkUnused } from './check/unused.ts'
import { checkWeights } from './check/weights.ts'
import type { ExternalData } from './external.ts'
import { collectFindings } from './findings.ts'
import { inferTypes } from './infer.ts'
import type { Model } from './messages.ts'

/**
 * Whether a model keeps the rules of ONNX: versions and imports, declared types, names made once and before they are read,
 * operators that exist with the inputs, outputs, attributes and types they take, functions, constants as large as their dims
 * and free of NaN, those in `external` files included. An `error` is what the standard forbids or the runtime refuses; all codes are in `findingCatalogue`.
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
    checkSubgraphs(model, report)
    checkTypes(model, inferTypes(model), report)
    checkWeights(model, report, external)
    checkSparse(model, report)
    if (external !== undefined) checkExternal(model, external, report)
    checkUnused(model, report)
  })
}
