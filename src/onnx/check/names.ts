import { once } from '../../core/once.ts'
import type { Model, Node } from '../format/messages.ts'
import { functionScope, mainScope, nestedScopes, nodePath, type Scope } from '../graph/scopes.ts'
import { leftOut, numbersOf, type ValueNumbers } from '../graph/value-numbers.ts'
import type { Report, Where } from './findings.ts'

/** The values that one can read at a place, and those that are made later; of the graphs around it too. */
interface Known {
  readonly numbers: ValueNumbers
  /** By the numbers of the scope's values: 1 for those that are there. */
  readonly here: Uint8Array
  /** 1 for those that nodes make. Found when it is first asked for, which in a sound model it is not. */
  readonly made: () => Uint8Array
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
  const numbers = numbersOf(scope)
  const here = new Uint8Array(numbers.count)
  for (const number of numbers.given) here[number] = 1
  const known: Known = { numbers, here, made: once(() => madeIn(scope, numbers)), outer, own }
  if (outer !== undefined) checkShadows(scope, known, report)
  let disorder = 0
  scope.nodes.forEach((node, index) => {
    if (!isReady(node, index, known)) disorder += checkInputs(node, () => nodePath(scope, node, index), known, report)
    for (const nested of nestedScopes(scope, node, index)) checkScope(nested, known, new Set(node.output), report)
    checkOutputs(scope, node, index, known, report)
  })
  if (disorder > 0) checkCycle(scope, report)
  checkGraphOutputs(scope, known, report)
}

function madeIn({ nodes }: Scope, numbers: ValueNumbers): Uint8Array {
  const made = new Uint8Array(numbers.count)
  nodes.forEach(({ output }, node) => {
    for (let at = 0; at < output.length; at++) made[numbers.made(node, at)] = 1
  })
  return made
}

/** Inputs and initialisers of a nested graph: runtimes let them hide values around them, which the standard does not. */
function checkShadows(scope: Scope, known: Known, report: Report): void {
  const { numbers } = known
  const names = numbers.names()
  const inputs = new Set(numbers.inputs)
  for (const number of new Set(numbers.given)) {
    const name = names[number] as string
    const where = `${scope.path}/${inputs.has(number) ? 'input' : 'initializer'} ${name}`
    if (name !== '' && isKnown(name, known.outer)) report('name-shadowed', where, 'A graph around it has its name too.')
    else if (isLater(name, known)) report('name-shadowed', where, 'A graph around it makes a value of its name later.')
  }
}

function checkGraphOutputs(scope: Scope, known: Known, report: Report): void {
  for (const [at, number] of known.numbers.outputs.entries()) {
    // A function gives out what its nodes make: an input alone has no type there that a runtime could work out.
    const there = scope.graph === undefined ? known.made() : known.here
    if (number === leftOut || there[number] === 1) continue
    const output = scope.outputs[at] as string
    const where = `${scope.path}/output ${output}`
    if (isKnown(output, known.outer)) report('output-outer', where, 'It is a value of a graph around it.')
    else if (scope.graph === undefined) report('output-unmade', where, 'No node of the function makes it.')
    else report('output-unmade', where, 'No node, input or initialiser has this name.')
  }
}

/** Whether all that a node reads is there, in its own scope. */
function isReady({ input }: Node, node: number, { numbers, here }: Known): boolean {
  for (let at = 0; at < input.length; at++) {
    const number = numbers.read(node, at)
    if (number !== leftOut && here[number] === 0) return false
  }
  return true
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

function checkOutputs(scope: Scope, node: Node, index: number, known: Known, report: Report): void {
  for (let at = 0; at < node.output.length; at++) {
    const number = known.numbers.made(index, at)
    if (number === leftOut) continue
    if (known.here[number] === 1 || known.outer !== undefined)
      checkOutput(node.output[at] as string, () => nodePath(scope, node, index), known, report)
    known.here[number] = 1
  }
}

function checkOutput(output: string, where: Where, known: Known, report: Report): void {
  if (isHere(output, known)) report('value-remade', where, `It makes \`${output}\`, which was made before.`)
  else if (isKnown(output, known))
    report('value-shadowed', where, `It makes \`${output}\`, which a graph around it has too.`)
  else if (isLater(output, known))
    report('name-shadowed', where, `It makes \`${output}\`, which a graph around it makes later.`)
}

function isHere(name: string, { numbers, here }: Known): boolean {
  const number = numbers.numberOf(name)
  return number !== undefined && here[number] === 1
}

function isMadeIn(name: string, { numbers, made }: Known): boolean {
  const number = numbers.numberOf(name)
  return number !== undefined && made()[number] === 1
}

function isKnown(name: string, known: Known | undefined): boolean {
  for (let scope = known; scope !== undefined; scope = scope.outer) if (isHere(name, scope)) return true
  return false
}

/** Whether a graph around a scope makes a value of a name after the node that the scope is nested in. */
function isLater(name: string, known: Known): boolean {
  for (let { own, outer } = known; outer !== undefined; { own, outer } = outer)
    if (isMadeIn(name, outer) && !isHere(name, outer) && !own.has(name)) return true
  return false
}

function isMade(name: string, known: Known): boolean {
  for (let scope: Known | undefined = known; scope !== undefined; scope = scope.outer)
    if (isMadeIn(name, scope)) return true
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
