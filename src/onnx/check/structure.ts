import { typeText } from '../element-types.ts'
import type { Report } from '../findings.ts'
import type { Graph, Model, Node, ValueInfo } from '../messages.ts'
import { initializerNames, nodePath, type Scope, scopesOf } from './scopes.ts'

/** What the runtime that will serve the model can read. */
export interface RuntimeLimits {
  readonly irVersion: number
  readonly opset: { readonly min: number; readonly max: number }
}

/** onnxruntime 1.30: refuses newer ones, promises nothing for older ones. Found by trying. */
export const onnxruntimeLimits: RuntimeLimits = { irVersion: 13, opset: { min: 7, max: 26 } }

/** Versions, imports, and that inputs, outputs and attributes are declared once and with a type. */
export function checkStructure(model: Model, limits: RuntimeLimits, report: Report): void {
  checkVersions(model, limits, report)
  checkOnce(
    model.metadataProps.map((entry) => entry.key),
    (key) =>
      report(
        'warning',
        'metadata-duplicate',
        'metadata',
        `The metadata key \`${key}\` is there twice.`,
        'Keep one of them.',
      ),
  )
  if (model.graph !== undefined) checkMainGraph(model, model.graph, report)
  for (const scope of scopesOf(model)) {
    if (scope.graph !== undefined) checkGraph(scope.graph, scope, report)
    scope.nodes.forEach((node, index) => {
      checkAttributes(node, nodePath(scope, node, index), report)
    })
  }
}

function checkVersions(model: Model, limits: RuntimeLimits, report: Report): void {
  const ir = model.irVersion
  if (ir === undefined || ir < 1)
    report('error', 'ir-missing', 'model', 'The model states no IR version.', 'Export it again.')
  else if (ir > limits.irVersion)
    report(
      'error',
      'ir-too-new',
      'model',
      `IR version ${ir} is newer than the runtime reads (${limits.irVersion}).`,
      `Export with \`ir_version <= ${limits.irVersion}\`.`,
    )
  if (model.opsetImport.length === 0 && (ir ?? 0) >= 3)
    report(
      'error',
      'opset-missing',
      'model',
      'The model imports no operator set.',
      'Export it again; a file cut off at its end looks like this too.',
    )
  checkOnce(
    model.opsetImport.map((set) => standard(set.domain)),
    (domain) =>
      report(
        'error',
        'opset-duplicate',
        'model',
        `The operators of ${domain} are imported twice.`,
        'Import one version of each domain.',
      ),
  )
  const opset = model.opsetImport.find((set) => standard(set.domain) === 'ai.onnx')?.version
  if (opset !== undefined) checkOpset(opset, limits, report)
}

function checkOpset(opset: number, { opset: { min, max } }: RuntimeLimits, report: Report): void {
  const hint = `Convert the model to an opset between ${min} and ${max}.`
  if (opset > max || opset < 1)
    report('error', 'opset-range', 'model', `Opset ${opset} is not one the runtime knows (up to ${max}).`, hint)
  else if (opset < min)
    report('warning', 'opset-old', 'model', `Opset ${opset} is older than the runtime supports (from ${min}).`, hint)
}

function checkMainGraph(model: Model, graph: Graph, report: Report): void {
  if (graph.output.length === 0)
    report('error', 'outputs-missing', 'graph', 'The graph has no outputs.', 'Name at least one output when exporting.')
  for (const input of graph.input) checkDeclaration(input, `graph/input ${input.name}`, report)
  for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report)
  if ((model.irVersion ?? 4) >= 4) return
  const inputs = new Set(graph.input.map((input) => input.name))
  for (const name of initializerNames(graph))
    if (!inputs.has(name))
      report(
        'warning',
        'initializer-not-input',
        `graph/initializer ${name}`,
        'Before IR version 4 every initialiser must be listed among the inputs.',
        'Set the IR version to 4 or later.',
      )
}

function checkDeclaration(value: ValueInfo, where: string, report: Report): void {
  const hint = 'Export it with an element type, and with dims (symbolic ones where they vary).'
  if (typeText(value.type).includes('unknown'))
    report('error', 'type-missing', where, 'Its element type is not declared.', hint)
  else if (value.type?.tensorType !== undefined && value.type.tensorType.shape === undefined)
    report('warning', 'shape-missing', where, 'Not even its number of dimensions is declared.', hint)
}

function checkGraph(graph: Graph, scope: Scope, report: Report): void {
  if (graph.name === '')
    report('note', 'graph-nameless', scope.path, 'The graph has no name.', 'The standard wants one.')
  const say = (kind: string) => (name: string) =>
    report(
      'error',
      `${kind}-duplicate`,
      `${scope.path}/${kind} ${name}`,
      `There are two ${kind}s of this name.`,
      'Give each its own name.',
    )
  checkOnce(
    graph.input.map((value) => value.name),
    say('input'),
  )
  checkOnce(
    graph.output.map((value) => value.name),
    say('output'),
  )
  checkOnce(initializerNames(graph), say('initializer'))
}

function checkAttributes(node: Node, where: string, report: Report): void {
  checkOnce(
    node.attribute.map((attribute) => attribute.name),
    (name) =>
      report('error', 'attribute-duplicate', where, `The attribute \`${name}\` is there twice.`, 'Keep one of them.'),
  )
  for (const attribute of node.attribute)
    if (attribute.name === '')
      report('error', 'attribute-nameless', where, 'An attribute has no name.', 'Export the model again.')
}

/** Tells of each name that comes more than once. */
function checkOnce(names: readonly string[], tell: (name: string) => void): void {
  const seen = new Set<string>()
  const told = new Set<string>()
  for (const name of names) {
    if (seen.has(name) && !told.has(name)) {
      told.add(name)
      tell(name)
    }
    seen.add(name)
  }
}

function standard(domain: string): string {
  return domain === '' ? 'ai.onnx' : domain
}
