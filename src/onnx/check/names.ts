import { once } from '../../core/once.ts'
import type { Model, Node } from '../format/messages.ts'
import { functionScope, mainScope, nestedScopes, nodePath, type Scope } from '../graph/scopes.ts'
import type { Report, Where } from './findings.ts'

/** The names one can read at a place, and those that are made later; of the graphs around it too. */
interface Known {
  readonly names: Set<string>
  /** Found when it is first asked for, which in a sound model it is not. */
  readonly made: () => ReadonlySet<string>
  readonly outer: Known | undefined
  /** Outputs of the node that the graph is nested in: they are not there yet, and will not be. */
  readonly own: ReadonlySet<string>
}

/** That every value is made once and before it is read (SSA, topological order), in nested graphs and functions too. */
export function checkNames(model: Model, report: Report): void {
  if (model.graph !== undefined) checkScope(mainScope(model, model.graph), undefined, none, report)
  for (const body of model.functions) checkScope(functionScope(body), undefined, none, report)
}

const none: ReadonlySet<string> = new Set()

function checkScope(scope: Scope, outer: Known | undefined, own: ReadonlySet<string>, report: Report): void {
  const made = once(() => new Set(scope.nodes.flatMap((node) => node.output)))
  const known: Known = { names: new Set(scope.given), made, outer, own }
  checkShadows(scope, known, report)
  let disorder = 0
  scope.nodes.forEach((node, index) => {
    const where = () => nodePath(scope, node, index)
    disorder += checkInputs(node, where, known, report)
    for (const nested of nestedScopes(scope, node, index)) checkScope(nested, known, new Set(node.output), report)
    checkOutputs(node, where, known, report)
  })
  if (disorder > 0) checkCycle(scope, report)
  checkGraphOutputs(scope, known, report)
}

/** Inputs and initialisers of a nested graph: runtimes let them hide values around them, which the standard does not. */
function checkShadows(scope: Scope, known: Known, report: Report): void {
  const inputs = new Set(scope.graph?.input.map(({ name }) => name))
  for (const name of scope.given) {
    const where = `${scope.path}/${inputs.has(name) ? 'input' : 'initializer'} ${name}`
    if (name !== '' && isKnown(name, known.outer)) report('name-shadowed', where, 'A graph around it has its name too.')
    else if (isLater(name, known)) report('name-shadowed', where, 'A graph around it makes a value of its name later.')
  }
}

function checkGraphOutputs(scope: Scope, known: Known, report: Report): void {
  for (const output of scope.outputs) {
    // A function gives out what its nodes make: an input alone has no type there that a runtime could work out.
    const isMadeHere = scope.graph === undefined ? known.made().has(output) : known.names.has(output)
    if (output === '' || isMadeHere) continue
    const where = `${scope.path}/output ${output}`
    if (isKnown(output, known.outer)) report('output-outer', where, 'It is a value of a graph around it.')
    else if (scope.graph === undefined) report('output-unmade', where, 'No node of the function makes it.')
    else report('output-unmade', where, 'No node, input or initialiser has this name.')
  }
}

/** Gives how many inputs are made only later. */
function checkInputs(node: Node, where: Where, known: Known, report: Report): number {
  const absent = node.input.filter((input) => input !== '' && !isKnown(input, known))
  const unmade = absent.filter((input) => !isMade(input, known))
  for (const input of unmade) report('value-unmade', where, `It reads \`${input}\`, which nothing makes.`)
  const later = absent.length - unmade.length
  if (later > 0) report('node-order', where, 'It stands before a node whose output it reads.')
  return later
}

function checkOutputs(node: Node, where: Where, known: Known, report: Report): void {
  for (const output of node.output) {
    if (output === '') continue
    if (known.names.has(output)) report('value-remade', where, `It makes \`${output}\`, which was made before.`)
    else if (isKnown(output, known))
      report('value-shadowed', where, `It makes \`${output}\`, which a graph around it has too.`)
    else if (isLater(output, known))
      report('name-shadowed', where, `It makes \`${output}\`, which a graph around it makes later.`)
    known.names.add(output)
  }
}

function isKnown(name: string, known: Known | undefined): boolean {
  for (let scope = known; scope !== undefined; scope = scope.outer) if (scope.names.has(name)) return true
  return false
}

/** Whether a graph around a scope makes a value of a name after the node that the scope is nested in. */
function isLater(name: string, known: Known): boolean {
  for (let { own, outer } = known; outer !== undefined; { own, outer } = outer)
    if (outer.made().has(name) && !outer.names.has(name) && !own.has(name)) return true
  return false
}

function isMade(name: string, known: Known): boolean {
  for (let scope: Known | undefined = known; scope !== undefined; scope = scope.outer)
    if (scope.made().has(name)) return true
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
      'graph-cycle',
      nodePath(scope, scope.nodes[stuck] as Node, stuck),
      'It waits for its own output, through other nodes.',
    )
}
