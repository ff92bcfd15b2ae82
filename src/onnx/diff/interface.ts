import type { Model } from '../format/messages.ts'
import { type Interface, interfaceOf, type Port } from '../graph/interface.ts'

export type ChangeClass = 'compatible' | 'additive' | 'breaking'

export interface InterfaceChange {
  readonly change: ChangeClass
  /** One sentence for each difference, the breaking ones first. */
  readonly reasons: readonly string[]
}

/** One way in which an input or output is not what it was. */
export interface PortDifference {
  readonly class: 'additive' | 'breaking'
  readonly subject: 'input' | 'output'
  readonly kind: 'added' | 'removed' | 'retyped' | 'reshaped' | 'default' | 'moved'
  readonly name: string
  /** A sentence without its full stop. */
  readonly reason: string
}

/**
 * What a caller of model `a` meets when `b` answers instead.
 * `breaking`: an input or output is gone, moved, of another type, or of dimensions that today's callers do not have; or a
 * new input is required. `additive`: everything that worked still does, and something more does. Else `compatible`: names
 * of symbolic dimensions are free to change.
 */
export function diffInterface(a: Model, b: Model): InterfaceChange {
  const differences = portDifferences(interfaceOf(a), interfaceOf(b))
  const of = (wanted: ChangeClass) => differences.filter((difference) => difference.class === wanted)
  const [breaking, additive] = [of('breaking'), of('additive')]
  return {
    change: breaking.length > 0 ? 'breaking' : additive.length > 0 ? 'additive' : 'compatible',
    reasons: [...breaking, ...additive].map((difference) => difference.reason),
  }
}

/** Every difference that a caller can meet, inputs first. */
export function portDifferences(before: Interface, after: Interface): PortDifference[] {
  const sides = { before: sideOf(before), after: sideOf(after) }
  return [...inputDifferences(sides), ...outputDifferences(sides)]
}

/** An interface with its ports by their names: there may be as many as a stranger likes. */
interface Side extends Interface {
  readonly inputNamed: ReadonlyMap<string, Port>
  readonly outputNamed: ReadonlyMap<string, Port>
  /** Sizes of inputs that are symbols, with the inputs and axes that have them. */
  readonly symbols: ReadonlyMap<string, readonly (readonly [input: string, axis: number])[]>
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

function sideOf({ inputs, outputs }: Interface): Side {
  const symbols = new Map<string, (readonly [string, number])[]>()
  for (const { name, dims = [] } of inputs)
    for (const [axis, dim] of dims.entries())
      if (typeof dim === 'string' && symbols.get(dim)?.push([name, axis]) === undefined)
        symbols.set(dim, [[name, axis]])
  return { inputs, outputs, inputNamed: portsByName(inputs), outputNamed: portsByName(outputs), symbols }
}

/** The first of each name. */
export function portsByName(ports: readonly Port[]): Map<string, Port> {
  return new Map(ports.toReversed().map((port) => [port.name, port]))
}

function inputDifferences({ before, after }: Sides): PortDifference[] {
  const fresh = after.inputs.filter((input) => !before.inputNamed.has(input.name))
  return [
    ...before.inputs.flatMap((old) => inputDifference(old, after.inputNamed.get(old.name))),
    ...fresh.map((input) =>
      input.optional
        ? additive('input', 'added', input, 'is new, with a default')
        : breaking('input', 'added', input, 'is new and required'),
    ),
  ]
}

function inputDifference(old: Port, port: Port | undefined): PortDifference[] {
  if (port === undefined) return [breaking('input', 'removed', old, 'is gone')]
  if (port.type !== old.type) return [breaking('input', 'retyped', old, `changed from ${old.type} to ${port.type}`)]
  const fits = accepts(port.dims, old.dims)
  const differences: PortDifference[] = []
  if (!fits) differences.push(breaking('input', 'reshaped', old, `takes ${shape(port)}, no longer ${shape(old)}`))
  else if (!accepts(old.dims, port.dims))
    differences.push(additive('input', 'reshaped', old, `takes ${shape(port)}, beyond ${shape(old)}`))
  if (old.optional && !port.optional)
    differences.push(breaking('input', 'default', old, 'lost its default and is now required'))
  if (!old.optional && port.optional) differences.push(additive('input', 'default', old, 'has a default now'))
  return differences
}

function outputDifferences(sides: Sides): PortDifference[] {
  const { before, after } = sides
  const fresh = after.outputs.filter((output) => !before.outputNamed.has(output.name))
  return [
    ...before.outputs.flatMap((old, index) => outputDifference(old, index, sides)),
    ...fresh.map((output) => additive('output', 'added', output, 'is new')),
  ]
}

function outputDifference(old: Port, index: number, sides: Sides): PortDifference[] {
  const { after } = sides
  const port = after.outputNamed.get(old.name)
  if (port === undefined) return [breaking('output', 'removed', old, 'is gone')]
  if (port.type !== old.type) return [breaking('output', 'retyped', old, `changed from ${old.type} to ${port.type}`)]
  if (!promises(port, old, sides))
    return [breaking('output', 'reshaped', old, `has ${shape(port)}, no longer ${shape(old)}`)]
  // Callers read outputs by position too: `session.run(None, feeds)[0]`.
  if (after.outputs[index]?.name !== old.name)
    return [breaking('output', 'moved', old, `is no longer at position ${index + 1}`)]
  return []
}

/** Whether an input of dims `mine` takes every tensor that one of dims `theirs` takes. Unknown dims take everything. */
function accepts(mine: Port['dims'], theirs: Port['dims']): boolean {
  if (mine === undefined) return true
  if (theirs === undefined || mine.length !== theirs.length) return false
  return mine.every((dim, index) => typeof dim === 'string' || dim === theirs[index])
}

/** Whether what callers knew of the old output still holds for the new one, as long as they feed what they fed. */
function promises(port: Port, old: Port, sides: Sides): boolean {
  if (old.dims === undefined) return true
  if (port.dims?.length !== old.dims.length) return false
  return old.dims.every((was, index) => {
    const is = port.dims?.[index] as number | string
    if (typeof was === 'number') return is === was || isAtOldInputs(was, is, sides)
    // A size that followed an input and is now fixed; a symbol no input knows was only ever a missing promise.
    return typeof is === 'string' || was === '' || !sides.before.symbols.has(was)
  })
}

/** Whether callers feed this size today where the new model's inputs have this symbol. */
function isAtOldInputs(size: number, symbol: number | string, { before, after }: Sides): boolean {
  if (typeof symbol !== 'string' || symbol === '') return false
  return (after.symbols.get(symbol) ?? []).some(([input, axis]) => before.inputNamed.get(input)?.dims?.[axis] === size)
}

function shape(port: Port): string {
  return port.dims === undefined ? 'any shape' : `[${port.dims.map((dim) => (dim === '' ? '?' : dim)).join(', ')}]`
}

type Kind = PortDifference['kind']

function breaking(subject: 'input' | 'output', kind: Kind, { name }: Port, what: string): PortDifference {
  return { class: 'breaking', subject, kind, name, reason: `${subject} \`${name}\` ${what}` }
}

function additive(subject: 'input' | 'output', kind: Kind, { name }: Port, what: string): PortDifference {
  return { class: 'additive', subject, kind, name, reason: `${subject} \`${name}\` ${what}` }
}
