import { UserError } from '../core/errors/index.ts'
import { ownValue } from '../core/own.ts'
import type { Tensor } from '../core/tensor.ts'
import { errorRecorder, nothingServed, withoutNumbers } from './output-error.ts'
import { floatsOf, isFloat, type Outputs } from './outputs.ts'
import type { Batch } from './recorder.ts'

/** How far outputs lie from others, each by its name, or why that cannot be said: the end of a sentence. */
export type OutputDistances = { readonly distances: ReadonlyMap<string, number> } | { readonly reason: string }

/**
 * How far the outputs of one run lie from those of another, which `expected` holds: of a floating-point one its output error, the run
 * being one example whatever the shapes; of any other the share of its elements that differ. Each by itself: a large output says nothing of a
 * small one beside it.
 */
export function outputDistances(given: Outputs, expected: Outputs): OutputDistances {
  const distances = new Map<string, number>()
  for (const [name, tensor] of Object.entries(expected)) {
    const found = distanceOf(name, ownValue(given, name), tensor)
    if ('reason' in found) return found
    distances.set(name, found.distance)
  }
  return { distances }
}

type Distance = { readonly distance: number } | { readonly reason: string }

function distanceOf(name: string, given: Tensor | undefined, expected: Tensor): Distance {
  const reason = misfit(name, expected, given)
  if (reason !== undefined || given === undefined) return { reason: reason ?? '' }
  if (!isFloat(expected)) return { distance: shareDiffering(given, expected) }
  if (expected.data.length > 0 && withoutNumbers(floatsOf(expected)))
    return { reason: `production gives no number in its output ${name}, only NaN and infinity` }
  return outputError(given, expected)
}

function misfit(name: string, expected: Tensor, given: Tensor | undefined): string | undefined {
  const kind = (tensor: Tensor): string => (isFloat(tensor) ? 'float' : tensor.type)
  const shape = ({ type, dims }: Tensor): string => `${type}[${dims.join(', ')}]`
  if (given === undefined) return `there is no output ${name}`
  if (kind(given) === kind(expected) && given.dims.join() === expected.dims.join()) return undefined
  return `its output ${name} is ${shape(given)}, production's ${shape(expected)}`
}

function outputError(given: Tensor, expected: Tensor): Distance {
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

/** All of an output as the only row of a batch. */
function asExample(output: Tensor): Batch {
  return { outputs: { output: { ...output, dims: [1, ...output.dims] } }, start: 0, count: 1, rows: 1 }
}

function shareDiffering(given: Tensor, expected: Tensor): number {
  let differing = 0
  for (let at = 0; at < expected.data.length; at++) if (expected.data[at] !== given.data[at]) differing++
  return expected.data.length === 0 ? 0 : differing / expected.data.length
}
