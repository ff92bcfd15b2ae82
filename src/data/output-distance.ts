import { UserError } from '../core/errors/index.ts'
import { ownValue } from '../core/own.ts'
import { sizeOf, type Tensor } from '../core/tensor.ts'
import { errorRecorder, nothingServed } from './output-error.ts'
import { isFloat, type Outputs } from './outputs.ts'

/** How far outputs lie from others, or why that cannot be said: the end of a sentence. */
export type OutputDistance = { readonly distance: number } | { readonly reason: string }

/**
 * How far the outputs of one run lie from those of another, which `expected` holds. The distance is the output error of the
 * floating-point outputs, each run being one example whatever the shapes; or, where that is more, the share of the elements of all
 * other outputs that differ.
 */
export function outputDistance(given: Outputs, expected: Outputs): OutputDistance {
  const reason = Object.entries(expected).flatMap(
    ([name, tensor]) => misfit(name, tensor, ownValue(given, name)) ?? [],
  )[0]
  if (reason !== undefined) return { reason }
  const [floats, others] = [named(expected, isFloat), named(expected, (tensor) => !isFloat(tensor))]
  const error = floats.length === 0 ? { distance: 0 } : outputError(only(given, floats), only(expected, floats))
  return 'reason' in error ? error : { distance: Math.max(error.distance, shareDiffering(given, expected, others)) }
}

function misfit(name: string, expected: Tensor, given: Tensor | undefined): string | undefined {
  const kind = (tensor: Tensor): string => (isFloat(tensor) ? 'float' : tensor.type)
  const shape = ({ type, dims }: Tensor): string => `${type}[${dims.join(', ')}]`
  if (given === undefined) return `there is no output ${name}`
  if (kind(given) === kind(expected) && given.dims.join() === expected.dims.join()) return undefined
  return `its output ${name} is ${shape(given)}, production's ${shape(expected)}`
}

function named(outputs: Outputs, wanted: (tensor: Tensor) => boolean): string[] {
  return Object.entries(outputs).flatMap(([name, tensor]) => (wanted(tensor) ? [name] : []))
}

function only(outputs: Outputs, names: readonly string[]): Outputs {
  return Object.fromEntries(names.map((name) => [name, ownValue(outputs, name) as Tensor]))
}

function outputError(given: Outputs, expected: Outputs): OutputDistance {
  const recording = { data: '', examples: 1, labels: [], served: nothingServed() }
  try {
    errorRecorder({ ...recording, contender: 'production' }).take(asExample(expected))
    const recorder = errorRecorder({ ...recording, contender: 'candidate' })
    recorder.take(asExample(given))
    return { distance: recorder.finish()[0] ?? 0 }
  } catch (error) {
    const reason = error instanceof UserError ? reasons[error.code] : undefined
    if (reason === undefined) throw error
    return { reason }
  }
}

const reasons: Readonly<Record<string, string | undefined>> = {
  'output-not-finite': 'it gives NaN or infinity where production gives another number, or the other way about',
  'metric-too-large': 'the outputs of one run are too large',
}

/** All of a run as the only row of a batch. */
function asExample(outputs: Outputs): {
  readonly outputs: Outputs
  readonly start: number
  readonly count: number
  readonly rows: number
} {
  const entries = Object.entries(outputs).map(([name, tensor]): [string, Tensor] => [
    name,
    { ...tensor, dims: [1, ...tensor.dims] },
  ])
  return { outputs: Object.fromEntries(entries), start: 0, count: 1, rows: 1 }
}

function shareDiffering(given: Outputs, expected: Outputs, names: readonly string[]): number {
  let [elements, differing] = [0, 0]
  for (const name of names) {
    const [wanted, found] = [ownValue(expected, name), ownValue(given, name)] as [Tensor, Tensor]
    elements += sizeOf(wanted.dims)
    for (let at = 0; at < wanted.data.length; at++) if (wanted.data[at] !== found.data[at]) differing++
  }
  return elements === 0 ? 0 : differing / elements
}
