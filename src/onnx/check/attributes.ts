import type { Attribute, Model, ModelFunction, Node } from '../format/messages.ts'
import { nodePath, type Scope, scopesOf } from '../graph/scopes.ts'
import type { OperatorSchema } from '../operators/schema.ts'
import { elementType } from '../tensors/element-types.ts'
import type { Report, Where } from './findings.ts'
import { functionNames, schemasIn } from './operators.ts'
import { checkOnce } from './structure.ts'

/** That attributes are named once, hold one value of the type they state, and are those that the operator takes. */
export function checkAttributes(model: Model, report: Report): void {
  const functions = functionNames(model)
  const isTyped = (model.irVersion ?? 1) >= 2
  for (const scope of scopesOf(model)) {
    const schemaOf = schemasIn(scope, functions)
    scope.nodes.forEach((node, index) => {
      const where = () => nodePath(scope, node, index)
      checkForm(node, scope, where, isTyped, report)
      const schema = schemaOf(node)
      if (schema !== undefined) checkAgainst(node, schema, where, report)
    })
  }
}

function checkForm(node: Node, scope: Scope, where: Where, isTyped: boolean, report: Report): void {
  if (node.attribute.length === 0) return
  checkOnce(
    node.attribute.map((attribute) => attribute.name),
    (name) => report('attribute-duplicate', where, `The attribute \`${name}\` is there twice.`),
  )
  for (const attribute of node.attribute) {
    if (attribute.name === '') report('attribute-nameless', where, 'An attribute has no name.')
    if (isTyped && (attribute.type ?? 0) === 0)
      report('attribute-untyped', where, `\`${attribute.name}\` does not say its type.`)
    checkContent(attribute, where, report)
    if (attribute.refAttrName !== '') checkReference(attribute, scope, where, report)
  }
}

type Value = readonly unknown[] | ArrayLike<unknown>

/** What an attribute holds, by its AttributeProto.AttributeType. */
const contents: readonly (readonly [type: number, holds: (attribute: Attribute) => boolean])[] = [
  [1, ({ f }) => f !== undefined],
  [2, ({ i }) => i !== undefined],
  [3, ({ s }) => s !== undefined],
  [4, ({ t }) => t !== undefined],
  [5, ({ g }) => g !== undefined],
  [6, ({ floats }) => isFilled(floats)],
  [7, ({ ints }) => isFilled(ints)],
  [8, ({ strings }) => isFilled(strings)],
  [9, ({ tensors }) => isFilled(tensors)],
  [10, ({ graphs }) => isFilled(graphs)],
  [11, ({ sparseTensor }) => sparseTensor !== undefined],
  [12, ({ sparseTensors }) => isFilled(sparseTensors)],
  [13, ({ tp }) => tp !== undefined],
  [14, ({ typeProtos }) => isFilled(typeProtos)],
]

function isFilled(list: Value | undefined): boolean {
  return (list?.length ?? 0) > 0
}

/** Messages have no default: an attribute of these types holds one. */
const messageTypes: readonly number[] = [4, 5, 11, 13]

function checkContent(attribute: Attribute, where: Where, report: Report): void {
  const held = contents.filter(([, holds]) => holds(attribute)).map(([type]) => type)
  const [first] = held
  const { name, type = 0, refAttrName } = attribute
  if (type > contents.length) report('attribute-content', where, `\`${name}\` has type ${type}, which is not one.`)
  else if (held.length > 1) report('attribute-content', where, `\`${name}\` holds ${held.length} values.`)
  else if (first !== undefined && type !== 0 && first !== type)
    report(
      'attribute-content',
      where,
      `\`${name}\` holds a value of type ${typeName(first)} and says ${typeName(type)}.`,
    )
  else if (held.length === 0 && refAttrName === '' && messageTypes.includes(type))
    report('attribute-content', where, `\`${name}\` holds nothing.`)
  else if (held.length > 0 && refAttrName !== '')
    report('attribute-content', where, `\`${name}\` refers to \`${refAttrName}\` and has a value too.`)
}

/** In the order of their numbers, from 1 on. */
const typeNames =
  'FLOAT INT STRING TENSOR GRAPH FLOATS INTS STRINGS TENSORS GRAPHS SPARSE_TENSOR SPARSE_TENSORS TYPE_PROTO TYPE_PROTOS'.split(
    ' ',
  )

function typeName(type: number): string {
  return typeNames[type - 1] ?? String(type)
}

function checkReference({ name, refAttrName }: Attribute, { body }: Scope, where: Where, report: Report): void {
  if (body === undefined)
    report('attribute-reference', where, `\`${name}\` refers to \`${refAttrName}\`, and is not in a function.`)
  else if (!parametersOf(body).has(refAttrName))
    report(
      'attribute-reference',
      where,
      `\`${name}\` refers to \`${refAttrName}\`, which the function does not declare.`,
    )
}

const knownParameters = new WeakMap<ModelFunction, ReadonlySet<string>>()

/** The attributes that a function declares. Found once: each of its nodes may refer to them. */
function parametersOf(body: ModelFunction): ReadonlySet<string> {
  const known = knownParameters.get(body)
  if (known !== undefined) return known
  const names = new Set([...body.attribute, ...body.attributeProto.map(({ name }) => name)])
  knownParameters.set(body, names)
  return names
}

function checkAgainst(node: Node, schema: OperatorSchema, where: Where, report: Report): void {
  for (const { name, type = 0 } of node.attribute) {
    const formal = schema.attributes.get(name)
    // Names with two underscores are internal to runtimes, which leave one another's alone.
    if (formal === undefined && !name.startsWith('__') && name !== '')
      report('attribute-unknown', where, `${node.opType} of opset ${schema.since} has no attribute \`${name}\`.`)
    else if (formal !== undefined && type !== 0 && type !== formal.type)
      report('attribute-type', where, `\`${name}\` is ${typeName(type)} where ${typeName(formal.type)} is wanted.`)
  }
  for (const name of requiredOf(schema))
    if (!node.attribute.some((attribute) => attribute.name === name))
      report('attribute-missing', where, `${node.opType} must have an attribute \`${name}\`.`)
  if (node.opType === 'Constant' && schema.attributes.size > 1) checkConstant(node, where, report)
  for (const { name, i } of node.attribute)
    if (i !== undefined && typeAttributes.includes(name) && elementType(Number(i)) === undefined)
      report('value-range', where, `\`${name}\` is ${i}, which is not an element type.`)
}

const knownRequired = new WeakMap<OperatorSchema, readonly string[]>()

/** The attributes that every node of an operator must have. Found once: few operators have some. */
function requiredOf(schema: OperatorSchema): readonly string[] {
  const known = knownRequired.get(schema)
  if (known !== undefined) return known
  const names = [...schema.attributes].filter(([, { required }]) => required).map(([name]) => name)
  knownRequired.set(schema, names)
  return names
}

/** Attributes that are element types by their codes. */
const typeAttributes: readonly string[] = ['to', 'dtype', 'output_datatype']

function checkConstant(node: Node, where: Where, report: Report): void {
  const count = node.attribute.length
  if (count === 0) report('attribute-missing', where, 'A Constant must have a value.')
  else if (count > 1) report('attribute-content', where, `It has ${count} values, and must have one.`)
}
