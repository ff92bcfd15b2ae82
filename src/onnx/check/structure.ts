import type { Entry, Graph, Model, OperatorSet, TypeProto, ValueInfo } from '../format/messages.ts'
import { initializerNames, type Scope, scopesOf, standardDomain } from '../graph/scopes.ts'
import { leftOut, numbersOf } from '../graph/value-numbers.ts'
import { newestOpset } from '../operators/index.ts'
import { newest } from '../operators/table.ts'
import { typeText } from '../tensors/element-types.ts'
import type { Report } from './findings.ts'

/** What the runtime that will serve the model can read. */
export interface RuntimeLimits {
  readonly irVersion: number
  readonly opset: { readonly min: number; readonly max: number }
}

/** onnxruntime 1.30: refuses newer ones, promises nothing for older ones. Found by trying. */
export const onnxruntimeLimits: RuntimeLimits = { irVersion: 13, opset: { min: 7, max: 26 } }

/** What the standard itself defines, whatever runtimes exist. */
export const standardLimits: RuntimeLimits = { irVersion: newest.irVersion, opset: { min: 1, max: newest.opset } }

/** Versions, imports, and that inputs, outputs and nodes are declared once and with what they must have. */
export function checkStructure(model: Model, limits: RuntimeLimits, report: Report): void {
  checkVersions(model, limits, report)
  checkMetadata(model.metadataProps, 'metadata', report)
  if (model.graph !== undefined) checkMainGraph(model, model.graph, report)
  checkSizes(model, report)
  for (const scope of scopesOf(model)) {
    if (scope.graph !== undefined) checkGraph(scope.graph, scope, model.irVersion ?? 4, report)
    checkOnce(
      scope.nodes.map((node) => node.name).filter((name) => name !== ''),
      (name) => report('node-duplicate', `${scope.path}/node ${name}`, 'Another node of this graph has its name.'),
    )
  }
}

function checkMetadata(entries: readonly Entry[], where: string, report: Report): void {
  checkOnce(
    entries.map((entry) => entry.key),
    (key) => report('metadata-duplicate', where, `The metadata key \`${key}\` is there twice.`),
  )
  if (entries.some((entry) => entry.key === '')) report('metadata-nameless', where, 'A metadata key is empty.')
}

function checkVersions(model: Model, limits: RuntimeLimits, report: Report): void {
  const ir = model.irVersion
  if (ir === undefined || ir < 1) report('ir-missing', 'model', 'The model states no IR version.')
  else if (ir > limits.irVersion)
    report(
      'ir-too-new',
      'model',
      `IR version ${ir} is newer than the runtime reads (${limits.irVersion}).`,
      `Export with \`ir_version <= ${limits.irVersion}\`.`,
    )
  if (model.opsetImport.length === 0 && (ir ?? 0) >= 3)
    report('opset-missing', 'model', 'The model imports no operator set.')
  if (model.opsetImport.length > 0 && ir !== undefined && ir < 3)
    report('opset-early', 'model', `It imports operator sets, and has IR version ${ir}.`)
  for (const [where, opsets] of importsOf(model)) {
    const versions = versionsOf(opsets)
    checkOnce(
      opsets.map((set) => standardDomain(set.domain)),
      (domain) => tellImports(domain, versions.get(domain) ?? new Set(), where, report),
    )
    for (const set of opsets) checkOpset(set, where, limits, report)
  }
}

/** Some exporters write an import twice: what it means is clear as long as the versions are the same. */
function tellImports(domain: string, versions: ReadonlySet<unknown>, where: string, report: Report): void {
  if (versions.size === 1) report('opset-repeated', where, `The import of ${domain} is there twice.`)
  else
    report('opset-duplicate', where, `The operators of ${domain} are imported in versions ${[...versions].join(', ')}.`)
}

/** In which versions each domain is imported. */
function versionsOf(opsets: readonly OperatorSet[]): Map<string, Set<number | undefined>> {
  const versions = new Map<string, Set<number | undefined>>()
  for (const { domain, version } of opsets) {
    const known = versions.get(standardDomain(domain))
    if (known === undefined) versions.set(standardDomain(domain), new Set([version]))
    else known.add(version)
  }
  return versions
}

function importsOf(model: Model): [where: string, opsets: readonly OperatorSet[]][] {
  return [
    ['model', model.opsetImport],
    ...model.functions.map((body): [string, readonly OperatorSet[]] => [`function ${body.name}`, body.opsetImport]),
  ]
}

function checkOpset(set: OperatorSet, where: string, limits: RuntimeLimits, report: Report): void {
  const domain = standardDomain(set.domain)
  const version = set.version ?? 0
  const max = domain === 'ai.onnx' ? limits.opset.max : (newestOpset(domain) ?? Number.POSITIVE_INFINITY)
  const { min } = limits.opset
  const said = domain === 'ai.onnx' ? 'Opset' : `${domain}, opset`
  if (version > max || version < 1)
    report(
      'opset-range',
      where,
      `${said} ${version} is not one the runtime knows${max === Number.POSITIVE_INFINITY ? '' : ` (up to ${max})`}.`,
      domain === 'ai.onnx' ? `Convert the model to an opset between ${min} and ${max}.` : undefined,
    )
  else if (domain === 'ai.onnx' && version < min)
    report(
      'opset-old',
      where,
      `Opset ${version} is older than the runtime supports (from ${min}).`,
      `Convert the model to an opset between ${min} and ${max}.`,
    )
}

/** Told once: Paddle's exporter writes -1 wherever it does not know a size. */
function checkSizes(model: Model, report: Report): void {
  const declared = scopesOf(model).flatMap(({ graph }) => [
    ...(graph?.input ?? []),
    ...(graph?.output ?? []),
    ...(graph?.valueInfo ?? []),
  ])
  const inFunctions = model.functions.flatMap((body) => body.valueInfo)
  const negative = [...declared, ...inFunctions].filter(({ type }) => hasNegative(type))
  const [first] = negative
  if (first === undefined) return
  const more = negative.length - 1
  const others = more === 0 ? '' : ` and of ${more} other ${more === 1 ? 'value' : 'values'}`
  report('dims-negative', 'model', `The declared sizes of \`${first.name}\`${others} are negative.`)
}

function hasNegative(type: TypeProto | undefined): boolean {
  const { shape } = type?.tensorType ?? type?.sparseTensorType ?? {}
  const inner = type?.sequenceType?.elemType ?? type?.optionalType?.elemType ?? type?.mapType?.valueType
  return shape?.dim.some(({ dimValue = 0 }) => dimValue < 0) === true || (inner !== undefined && hasNegative(inner))
}

function checkMainGraph(model: Model, graph: Graph, report: Report): void {
  if (graph.output.length === 0) report('outputs-missing', 'graph', 'The graph has no outputs.')
  for (const input of graph.input) checkDeclaration(input, `graph/input ${input.name}`, report)
  for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report)
  if ((model.irVersion ?? 4) >= 4) return
  const inputs = new Set(graph.input.map((input) => input.name))
  for (const name of initializerNames(graph))
    if (!inputs.has(name))
      report(
        'initializer-not-input',
        `graph/initializer ${name}`,
        'Before IR version 4 every initialiser must be listed among the inputs.',
      )
}

function checkDeclaration(value: ValueInfo, where: string, report: Report): void {
  if (typeText(value.type).includes('unknown')) report('type-missing', where, 'Its element type is not declared.')
  else if (value.type?.tensorType !== undefined && value.type.tensorType.shape === undefined)
    report('shape-missing', where, 'Not even its number of dimensions is declared.')
}

function checkGraph(graph: Graph, scope: Scope, irVersion: number, report: Report): void {
  if (graph.name === '') report('graph-nameless', scope.path, 'The graph has no name.')
  checkNamedOnce(graph, scope, report)
  if (irVersion < 10 && graph.metadataProps.length > 0)
    report('metadata-early', scope.path, `It has metadata, and the model has IR version ${irVersion}.`)
  checkAnnotations(graph, scope, report)
}

function checkNamedOnce(graph: Graph, scope: Scope, report: Report): void {
  const numbers = numbersOf(scope)
  const told = { input: numbers.inputs, output: numbers.outputs, initializer: numbers.initializers }
  const names = { input: () => scope.inputs, output: () => scope.outputs, initializer: () => initializerNames(graph) }
  for (const kind of ['input', 'output', 'initializer'] as const) {
    if (hasTwice(told[kind], numbers.count))
      checkOnce(names[kind](), (name) =>
        report(`${kind}-duplicate`, `${scope.path}/${kind} ${name}`, `There are two ${kind}s of this name.`),
      )
    if (told[kind].includes(leftOut))
      report(kind === 'initializer' ? 'initializer-nameless' : 'value-nameless', scope.path, `An ${kind} has no name.`)
  }
}

/** Whether one of some numbers below `count` is there more than once. */
function hasTwice(numbers: readonly number[], count: number): boolean {
  if (numbers.length < 2) return false
  const seen = new Uint8Array(count)
  return numbers.some((number) => {
    seen[number] = (seen[number] as number) + 1
    return seen[number] === 2
  })
}

function checkAnnotations(graph: Graph, scope: Scope, report: Report): void {
  if (graph.quantizationAnnotation.length === 0) return
  const names = new Set([...scope.inputs, ...initializerNames(graph), ...graph.node.flatMap((node) => node.output)])
  for (const { tensorName, quantParameterTensorNames } of graph.quantizationAnnotation)
    for (const name of [tensorName, ...quantParameterTensorNames.map((entry) => entry.value)])
      if (!names.has(name))
        report('annotation-unknown', scope.path, `The quantisation annotation of \`${tensorName}\` names \`${name}\`.`)
}

/** Tells of each name that comes more than once. */
export function checkOnce(names: readonly string[], tell: (name: string) => void): void {
  // In a sound model all differ, which a set that is made at once tells in half the time.
  if (names.length < 2 || new Set(names).size === names.length) return
  const seen = new Set<string>()
  const told = new Set<string>()
  for (const name of names) {
    const before = seen.size
    if (seen.add(name).size > before || told.has(name)) continue
    told.add(name)
    tell(name)
  }
}
