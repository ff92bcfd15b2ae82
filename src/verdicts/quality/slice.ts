import { ownValue } from '../../core/own.ts'
import type { Quality, QualityRecords } from '../../core/products/index.ts'
import { notMeasured } from '../errors.ts'

/**
 * Quality on the examples of a slice alone, by its name. A user's own metrics are of all data, and left out.
 * Throws `metric-not-measured` when the slice was not measured or holds no example.
 */
export function onSlice(quality: Quality, slice: string, metric: string): Quality {
  const chosen = ownValue(quality.slices, slice)
  if (chosen === undefined || chosen.length === 0)
    throw notMeasured(metric, `no example of ${quality.data} has ${slice}`)
  const of = (values: readonly number[]): number[] => rowsOf(values, chosen, values.length / quality.examples)
  const { data, labels, groups, predictions, classes, readings, records } = quality
  return {
    data,
    examples: chosen.length,
    ...(labels === undefined ? {} : { labels: of(labels) }),
    ...(groups === undefined ? {} : { groups: renumbered(of(groups)) }),
    predictions: mapped(predictions, of),
    ...(classes === undefined ? {} : { classes }),
    ...(readings === undefined ? {} : { readings }),
    ...(records === undefined ? {} : { records: mapped(records, (held) => mapped(held ?? {}, of)) as QualityRecords }),
    custom: {},
  }
}

/** `width` values belong to each example. */
function rowsOf(values: readonly number[], chosen: readonly number[], width: number): number[] {
  return chosen.flatMap((example) => values.slice(example * width, (example + 1) * width))
}

function renumbered(groups: readonly number[]): number[] {
  const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]))
  return groups.map((group) => numbers.get(group) as number)
}

function mapped<Key extends string, Value, Result>(
  values: Readonly<Partial<Record<Key, Value>>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value as Value)]))
}
