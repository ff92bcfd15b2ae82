import type { Measurements } from '../../src/core/products/index.ts'
import type { Random } from '../../src/stats/random.ts'

/**
 * `beyond`: the truth is worse than the margin allows. `worse`: by two margins. `unseen`: worse by examples that are far worse than a guess,
 * and so rare that no example of them is among many a sample: no rule that passes equal contenders can tell them apart there.
 */
export type Kind = 'beyond' | 'equal' | 'worse' | 'unseen'

export interface Case {
  readonly kind: Kind
  readonly name: string
  readonly metric: string
  /** In the grammar of quantities. */
  readonly margin: string
  /** Of a metric of the user's own. */
  readonly better?: 'lower' | 'higher'
  /** One benchmark of such contenders. */
  trial(random: Random): Measurements
}

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
}

/** The measurements of a benchmark that kept nothing yet. */
export function measurementsOf(kept: Partial<Measurements>): Measurements {
  const contender = (id: 'production' | 'candidate') => ({
    id,
    role: id,
    model: { sha256: id, bytes: 1, name: `${id}.onnx` },
  })
  return {
    environments: [],
    seed: 1,
    contenders: [contender('production'), contender('candidate')],
    chosen: 'candidate',
    speed: [],
    counts: {},
    warnings: [],
    ...kept,
  }
}
