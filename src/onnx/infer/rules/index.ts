import { ownValue } from '../../../core/own.ts'
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
  const rules = ownValue(domains, domain === 'ai.onnx' ? '' : domain)
  return ownValue(rules, operator)
}
