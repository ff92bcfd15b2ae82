import { type Slice, sliceName } from '../../core/metric.ts'
import type { Quality } from '../../core/products/index.ts'
import type { Data } from '../../data/fit.ts'
import { metricNamed } from '../../verdicts/metrics/index.ts'
import { stageError } from '../errors.ts'

/** The examples of every slice that metrics are asked on. Throws `data-slice-unknown` when a slice holds none. */
export function slicesOf(metrics: readonly string[], data: Data): Pick<Quality, 'slices'> {
  const slices = metrics.flatMap((metric) => metricNamed(metric)?.slice ?? [])
  if (slices.length === 0) return {}
  return { slices: Object.fromEntries(slices.map((slice) => [sliceName(slice), examplesOf(slice, data)])) }
}

function examplesOf(slice: Slice, { name, columns }: Data): number[] {
  const column = columns.get(slice.array)
  const examples = column?.flatMap((value, example) => (value === slice.value ? [example] : [])) ?? []
  if (examples.length > 0) return examples
  const known = column === undefined ? columns.names() : [...new Set(column)]
  throw stageError('data-slice-unknown', {
    data: name,
    slice: sliceName(slice),
    what: column === undefined ? 'arrays' : 'values',
    known,
  })
}
