import type { Report } from '../findings.ts'
import type { Model, Node } from '../messages.ts'
import { functionScope, mainScope, nestedScopes, nodePath, type Scope } from './scopes.ts'

/** The names one can read at a place, those of the graphs around it included. */
interface Known {
  readonly names: Set<string>
  readonly outer: Known | undefined
}

/**
 * That every value is made once and before it is read (SSA, topological order), in nested graphs and functions too.
 * Nodes that are merely out of order are a warning: onnxruntime sorts them, other tools refuse them.
 */
export function checkNames(model: Model, report: Report): void {
  if (model.graph !== undefined) checkScope(mainScope(model, model.graph), undefined, report)
  for (const body of model.functions) checkScope(functionScope(body), undefined, report)
}

function checkScope(scope: Scope, outer: Known | undefined, report: Report): void {
  const known: Known = { names: new Set(scope.given), outer }
  const made = new Set(scope.nodes.flatMap((node) => node.output))
  let disorder = 0
  scope.nodes.forEach((node, index) => {
    const where = nodePath(scope, node, index)
    disorder += checkInputs(node, where, known, made, report)
    for (const nested of nestedScopes(scope, node, index)) checkScope(nested, { names: made, outer: known }, report)
    checkOutputs(node, where, known, report)
  })
  if (disorder > 0) checkCycle(scope, report)
  for (const output of scope.outputs)
    if (output !== '' && !isKnown(output, known))
      report(
        'error',
        'output-unmade',
        `${scope.path}/output ${output}`,
        'No node, input or initialiser has this name.',
        'The graph is incomplete: export it again.',
      )
}

/** Gives how many inputs are made only later. */
function checkInputs(node: Node, where: string, known: Known, made: ReadonlySet<string>, report: Report): number {
  let later = 0
  for (const input of node.input) {
    if (input === '' || isKnown(input, known)) continue
    if (made.has(input)) later += 1
    else
      report(
        'error',
        'value-unmade',
        where,
        `It reads \`${input}\`, which nothing makes.`,
        'The graph is incomplete: export it again.',
      )
  }
  if (later > 0)
    report(
      'warning',
      'node-order',
      where,
      'It stands before a node whose output it reads.',
      'Sort the nodes topologically; other runtimes refuse this model.',
    )
  return later
}

function checkOutputs(node: Node, where: string, known: Known, report: Report): void {
  for (const output of node.output) {
    if (output === '') continue
    if (known.names.has(output))
      report(
        'error',
        'value-remade',
        where,
        `It makes \`${output}\`, which was made before.`,
        'Every value must be made once: rename one of the two.',
      )
    else if (isKnown(output, known))
      report(
        'warning',
        'value-shadowed',
        where,
        `It makes \`${output}\`, which a graph around it has too.`,
        'Rename one of the two.',
      )
    known.names.add(output)
  }
}

function isKnown(name: string, known: Known | undefined): boolean {
  for (let scope = known; scope !== undefined; scope = scope.outer) if (scope.names.has(name)) return true
  return false
}

/** Out of order is curable unless nodes wait for one another in a circle: Kahn's algorithm does not reach those. */
function checkCycle(scope: Scope, report: Report): void {
  const maker = new Map(scope.nodes.flatMap((node, index) => node.output.map((output) => [output, index] as const)))
  const waits = scope.nodes.map((node) => new Set(node.input.flatMap((input) => maker.get(input) ?? [])))
  const readers = scope.nodes.map((): number[] => [])
  waits.forEach((makers, index) => {
    for (const made of makers) readers[made]?.push(index)
  })
  const ready = waits.flatMap((makers, index) => (makers.size === 0 ? [index] : []))
  // The list grows while it is walked.
  for (const done of ready)
    for (const reader of readers[done] ?? [])
      if (waits[reader]?.delete(done) && waits[reader].size === 0) ready.push(reader)
  const stuck = waits.findIndex((makers) => makers.size > 0)
  if (stuck >= 0)
    report(
      'error',
      'graph-cycle',
      nodePath(scope, scope.nodes[stuck] as Node, stuck),
      'It waits for its own output, through other nodes.',
      'Break the circle; a graph must be acyclic.',
    )
}
