import type fc from 'fast-check'
import type { Block, Measurements, Quality, Speed } from '../../src/core/products/index.ts'
import { blockSchema, measurementsSchema } from '../../src/core/products/measurements.ts'
import { arbitraryOf } from '../arbitrary.ts'

type Options = Parameters<typeof arbitraryOf>[1]

/** Blocks of any form that a schema allows. */
export function anyBlock(options?: Options): fc.Arbitrary<Block> {
  return arbitraryOf(blockSchema, options).map(whole)
}

/** Measurements of any form that a schema allows. */
export function anyMeasurements(options?: Options): fc.Arbitrary<Measurements> {
  return arbitraryOf(measurementsSchema, options).map(({ speed, quality, ...rest }) => ({
    ...rest,
    speed: speed.map((each) => inEnvironment(each, rest.environments[0]?.fingerprint ?? '')),
    ...(quality === undefined ? {} : { quality: ofTwoExamples(quality) }),
  }))
}

/** All samples in one turn. */
function whole({ runs, ...block }: Block): Block {
  return { ...block, runs: mapped(runs, (sample) => ({ ...sample, turns: [sample.samplesMs.length] })) }
}

/** One look, at the last block. */
function inEnvironment({ blocks, looks: [look], ...speed }: Speed, environment: string): Speed {
  return {
    ...speed,
    environment,
    blocks: blocks.map(whole),
    looks: look === undefined ? [] : [{ ...look, blocks: blocks.length }],
  }
}

function ofTwoExamples({ labels, groups, slices, predictions, records, custom, ...quality }: Quality): Quality {
  const two = (values: readonly number[] = []): readonly number[] => [values[0] ?? 0, values[1] ?? 1]
  const each = (table: Readonly<Record<string, readonly number[]>> = {}) => mapped(table, two)
  return {
    ...quality,
    examples: 2,
    ...(labels === undefined ? {} : { labels: two(labels) }),
    ...(groups === undefined ? {} : { groups: [0, 1] }),
    ...(slices === undefined ? {} : { slices: mapped(slices, () => [1]) }),
    predictions: each(predictions),
    ...(records === undefined ? {} : { records: mapped({ ...records }, each) }),
    custom: mapped(custom, each),
  }
}

function mapped<Value, Made>(
  table: Readonly<Record<string, Value>>,
  make: (value: Value) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, make(value)]))
}
