import type { Trust } from '../core/world.ts'
import { dataError } from './errors.ts'
import { isNumber } from './finite.ts'
import type { Outputs } from './outputs.ts'
import { loadUserExports, type UserModule } from './user-module.ts'

/** One example, as a user's own metric is given it. Outputs keep a first dimension of 1. */
export interface MetricExample {
  readonly outputs: Outputs
  readonly label: number | undefined
  /** Its place in the data set, from 0. */
  readonly index: number
}

/** A metric that is the mean of a number of each example, or what `combine` makes of something kept of each. */
export type OwnMetric =
  | { readonly of: (example: MetricExample) => Promise<number>; readonly combine?: undefined }
  | {
      readonly of: (example: MetricExample) => Promise<unknown>
      /** Of all examples, of some, or of some several times. */
      readonly combine: (kept: readonly unknown[]) => number
    }

/**
 * A user's own metric: a module whose default export is given one example, also async. Without an export `combine` it gives a
 * number, and the metric of a data set is the mean; with one it gives anything, and the metric of a data set is
 * `combine(what it gave)`, a number, at once. Throws `user-module` when one fails or gives anything but finite numbers.
 */
export async function loadMetric(module: UserModule, trust: Trust): Promise<OwnMetric> {
  const { path } = module
  const { default: of, combine } = await loadUserExports(module, trust)
  if (combine !== undefined)
    return {
      of: async (example) => of(example),
      combine: (kept) => finite(combine(kept), path, `${kept.length} examples`),
    }
  return { of: async (example) => finite(await of(example), path, `example ${example.index}`) }
}

function finite(value: unknown, path: string, what: string): number {
  if (typeof value === 'number' && isNumber(value)) return value
  throw dataError('user-module', { path, reason: `it gave ${String(value)} for ${what}` })
}
