import { type Interface, interfaceOf, type Port } from './interface.ts'
import type { Model } from './messages.ts'

export interface InterfaceChange {
  readonly change: 'compatible' | 'additive' | 'breaking'
  /** One sentence for each difference, the breaking ones first. */
  readonly reasons: readonly string[]
}

type Difference = { readonly breaking: boolean; readonly reason: string }

/**
 * What a caller of model `a` meets when `b` answers instead.
 * `breaking`: an input or output is gone, moved, of another type, or of dimensions that today's callers do not have; or a
 * new input is required. `additive`: everything that worked still does, and something more does. Else `compatible`: names
 * of symbolic dimensions are free to change.
 */
export function diffInterface(a: Model, b: Model): InterfaceChange {
  const before = interfaceOf(a)
  const after = interfaceOf(b)
  const differences = [...inputDifferences(before, after), ...outputDifferences(before, after)]
  const breaking = differences.filter((difference) => difference.breaking)
  const additive = differences.filter((difference) => !difference.breaking)
  return {
    change: breaking.length > 0 ? 'breaking' : additive.length > 0 ? 'additive' : 'compatible',
    reasons: [...breaking, ...additive].map((difference) => difference.reason),
  }
}

function inputDifferences(before: Interface, after: Interface): Difference[] {
  const fresh = after.inputs.filter((input) => !before.inputs.some((old) => old.name === input.name))
  return [
    ...before.inputs.flatMap((old) => inputDifference(old, find(after.inputs, old.name))),
    ...fresh.map((input) => ({
      breaking: !input.optional,
      reason: `input \`${input.name}\` is new${input.optional ? ', with a default' : ' and required'}`,
    })),
  ]
}

function inputDifference(old: Port, port: Port | undefined): Difference[] {
  if (port === undefined) return [breaking(`input \`${old.name}\` is gone`)]
  if (port.type !== old.type) return [breaking(`input \`${old.name}\` changed from ${old.type} to ${port.type}`)]
  const fits = accepts(port.dims, old.dims)
  const differences = []
  if (!fits) differences.push(breaking(`input \`${old.name}\` takes ${shape(port)}, no longer ${shape(old)}`))
  else if (!accepts(old.dims, port.dims))
    differences.push(additive(`input \`${old.name}\` takes ${shape(port)}, beyond ${shape(old)}`))
  if (old.optional && !port.optional)
    differences.push(breaking(`input \`${old.name}\` lost its default and is now required`))
  if (!old.optional && port.optional) differences.push(additive(`input \`${old.name}\` has a default now`))
  return differences
}

function outputDifferences(before: Interface, after: Interface): Difference[] {
  const fresh = after.outputs.filter((output) => find(before.outputs, output.name) === undefined)
  return [
    ...before.outputs.flatMap((old, index) => outputDifference(old, index, before, after)),
    ...fresh.map((output) => additive(`output \`${output.name}\` is new`)),
  ]
}

function outputDifference(old: Port, index: number, before: Interface, after: Interface): Difference[] {
  const port = find(after.outputs, old.name)
  if (port === undefined) return [breaking(`output \`${old.name}\` is gone`)]
  if (port.type !== old.type) return [breaking(`output \`${old.name}\` changed from ${old.type} to ${port.type}`)]
  if (!promises(port, old, before, after))
    return [breaking(`output \`${old.name}\` has ${shape(port)}, no longer ${shape(old)}`)]
  // Callers read outputs by position too: `session.run(None, feeds)[0]`.
  if (after.outputs[index]?.name !== old.name)
    return [breaking(`output \`${old.name}\` is no longer at position ${index + 1}`)]
  return []
}

/** Whether an input of dims `mine` takes every tensor that one of dims `theirs` takes. Unknown dims take everything. */
function accepts(mine: Port['dims'], theirs: Port['dims']): boolean {
  if (mine === undefined) return true
  if (theirs === undefined || mine.length !== theirs.length) return false
  return mine.every((dim, index) => typeof dim === 'string' || dim === theirs[index])
}

/** Whether what callers knew of the old output still holds for the new one, as long as they feed what they fed. */
function promises(port: Port, old: Port, before: Interface, after: Interface): boolean {
  if (old.dims === undefined) return true
  if (port.dims?.length !== old.dims.length) return false
  return old.dims.every((was, index) => {
    const is = port.dims?.[index] as number | string
    if (typeof was === 'number') return is === was || valuesAtOldInputs(is, before, after).includes(was)
    // A size that followed an input and is now fixed; a symbol no input knows was only ever a missing promise.
    return typeof is === 'string' || !isInputSymbol(was, before)
  })
}

/** What callers feed today where the new model's inputs have this symbol. */
function valuesAtOldInputs(symbol: number | string, before: Interface, after: Interface): (number | string)[] {
  if (typeof symbol !== 'string' || symbol === '') return []
  return after.inputs.flatMap((input) =>
    (input.dims ?? []).flatMap((dim, index) =>
      dim === symbol ? (find(before.inputs, input.name)?.dims?.[index] ?? []) : [],
    ),
  )
}

function isInputSymbol(symbol: string, before: Interface): boolean {
  return symbol !== '' && before.inputs.some((input) => input.dims?.includes(symbol))
}

function find(ports: readonly Port[], name: string): Port | undefined {
  return ports.find((port) => port.name === name)
}

function shape(port: Port): string {
  return port.dims === undefined ? 'any shape' : `[${port.dims.map((dim) => (dim === '' ? '?' : dim)).join(', ')}]`
}

function breaking(reason: string): Difference {
  return { breaking: true, reason }
}

function additive(reason: string): Difference {
  return { breaking: false, reason }
}
