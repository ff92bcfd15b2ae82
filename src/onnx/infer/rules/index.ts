import { byOperator } from '../by-operator.ts'
import type { Rule, Rules } from '../node.ts'
import { containers } from './containers.ts'
import { control } from './control.ts'
import { convolutions } from './conv.ts'
import { elementwise } from './elementwise.ts'
import { indexing } from './indexing.ts'
import { layers } from './layers.ts'
import { matrices, previews } from './matrix.ts'
import { microsoft } from './microsoft.ts'
import { machineLearning, training } from './ml.ts'
import { pieces } from './pieces.ts'
import { reductions } from './reduce.ts'
import { shapes } from './shape.ts'
import { texts } from './text.ts'

/** The rules of every domain, by operator. */
const domains = new Map<string, ReadonlyMap<string, Rule>>([
  domain('', {
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
  }),
  domain('ai.onnx.ml', machineLearning),
  domain('ai.onnx.preview', previews),
  domain('ai.onnx.preview.training', training),
  domain('com.microsoft', microsoft),
])

function domain(name: string, rules: Rules): [string, ReadonlyMap<string, Rule>] {
  return [name, byOperator(rules)]
}

export function ruleOf(domain: string, operator: string): Rule | undefined {
  return domains.get(domain === 'ai.onnx' ? '' : domain)?.get(operator)
}
