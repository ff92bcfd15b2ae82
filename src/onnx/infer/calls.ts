import type { Attribute, Node } from '../format/messages.ts'
import { isConstant } from '../graph/signature.ts'
import { operatorSchema, operatorVersions } from '../operators/index.ts'
import { formalAt } from '../operators/schema.ts'
import { Misfit } from './node.ts'

/** What the call of a function leaves to its body. */
export interface Call {
  /** The attributes of the call, and the function's own defaults. */
  readonly bound: ReadonlyMap<string, Attribute>
  /** The inputs of the function that the call leaves out. */
  readonly absent: ReadonlySet<string>
  /** False for a body that nobody calls: what a call would give is not known. */
  readonly isCalled: boolean
}

/**
 * That a node in the body of a function is given what its operator must have by this call: the attributes that it refers to,
 * of their types, and its inputs. Throws a Misfit.
 */
export function checkGiven(node: Node, opset: number, { bound, absent, isCalled }: Call): void {
  const schema = operatorSchema(operatorVersions(node.domain, node.opType) ?? [], opset)
  if (schema === undefined || schema.deprecated) return
  for (const { name, refAttrName } of node.attribute) {
    if (refAttrName === '') continue
    const formal = schema.attributes.get(name)
    const given = bound.get(refAttrName)
    if (isCalled && given === undefined && (formal?.required === true || isConstant(node)))
      throw new Misfit('missing', `A call of its function does not give \`${refAttrName}\`, and so no \`${name}\`.`)
    if (given !== undefined && formal !== undefined && (given.type ?? formal.type) !== formal.type)
      throw new Misfit(
        'attribute',
        `A call of its function gives \`${refAttrName}\` another type than \`${name}\` has.`,
      )
  }
  for (const [at, name] of node.input.entries())
    if (absent.has(name) && formalAt(schema.takes, at)?.option === 'single')
      throw new Misfit('input', `A call of its function leaves out \`${name}\`, which ${node.opType} must have.`)
}
