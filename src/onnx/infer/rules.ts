import type { Rule, Rules } from './node.ts'
import { containers } from './rules/containers.ts'
import { control } from './rules/control.ts'
import { convolutions } from './rules/conv.ts'
import { elementwise } from './rules/elementwise.ts'
import { indexing } from './rules/index-rules.ts'
import { layers } from './rules/layers.ts'
import { matrices, previews } from './rules/matrix.ts'
import { microsoft } from './rules/microsoft.ts'
import { machineLearning, training } from './rules/ml.ts'
import { pieces } from './rules/pieces.ts'
import { reductions } from './rules/reduce.ts'
import { shapes } from './rules/shape.ts'
import { texts } from './rules/text.ts'

/** The rules of every domain, by operator. */
const domains: Readonly<Record<string, Rules>> = {
  '': {
    ...elementwise,
    ...reductions,
    ...convolutions,
    ...matrices,
    ...shapes,
    ...pieces,
    ...indexing,
    ...layers,
    ...texts,
    ...containers,
    ...control,
  },
  'ai.onnx.ml': machineLearning,
  'ai.onnx.preview': previews,
  'ai.onnx.preview.training': training,
  'com.microsoft': microsoft,
}

export function ruleOf(domain: string, operator: string): Rule | undefined {
  const rules = domains[domain === 'ai.onnx' ? '' : domain]
  return rules !== undefined && Object.hasOwn(rules, operator) ? rules[operator] : undefined
}
