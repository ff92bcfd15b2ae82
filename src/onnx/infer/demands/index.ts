import { ownValue } from '../../../core/own.ts'
import { Misfit, type NodeView } from '../node.ts'
import { attributeDemands, printed } from './attributes.ts'
import { learningChecks } from './learning.ts'
import { checkShapes } from './shapes.ts'

/** What an operator demands of its attributes and of the shapes of its inputs. Throws a Misfit. */
export function checkDemands(node: NodeView): void {
  const { domain, opType } = node.node
  for (const [name, { fits, wanted }] of attributeDemands(domain, opType)) {
    const attribute = node.attribute(name)
    if (attribute !== undefined && !fits(attribute))
      throw new Misfit('value', `Its attribute \`${name}\` is ${printed(attribute)}, where ${wanted} is wanted.`)
  }
  checkShapes(node)
  if (domain === 'ai.onnx.ml') ownValue(learningChecks, opType)?.(node)
}
