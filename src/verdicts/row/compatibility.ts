import type { ComparedInterface, ComparedOutputs, NotCompared } from '../../core/products/index.ts'

/** What a comparison says beside its rows, in numbers and codes: its sentences are made from it (`words/`). */
export interface Compatibility {
  readonly interface?: Omit<ComparedInterface, 'why'>
  readonly outputs?: JudgedOutputs
  readonly notCompared: readonly Omit<NotCompared, 'why'>[]
  /** Outputs that no metric reads and that were not compared otherwise. */
  readonly unread?: readonly string[]
}

export interface JudgedOutputs extends Omit<ComparedOutputs, 'why'> {
  /** Why they do not count as alike. */
  readonly doubt?: OutputDoubt
}

/**
 * `large`: the error is; `unrelated`: it is large compared with the effect of another input; `constant`: the input has no effect;
 * `single`: the models ran on one input, so the effect of another input is not known.
 */
export type OutputDoubt = 'large' | 'unrelated' | 'constant' | 'single' | 'missing'

/**
 * Outputs are alike when they differ from production's by at most a tenth of these, and by at most a quarter of what
 * production's outputs differ by from input to input. The same weights in half precision stay below both, in 8 bits where a model bears
 * them; other weights do not. Where inputs hardly count in the outputs, it is the second that tells. `lab/output-error.ts` measures it; see
 * docs/quality.md.
 */
export const alike: { readonly error: number; readonly ofSpread: number } = { error: 0.1, ofSpread: 0.25 }

/** Less than this is rounding: such outputs are the same whatever the inputs. */
export const leastSpread = 1e-6

/** One output, run by run. */
export interface OutputFigures {
  readonly name: string
  readonly errors: readonly number[]
  readonly spreads: readonly number[]
}

/**
 * Of several outputs the one that is furthest from counting as alike. One that is the same whatever the inputs is it only where it differs,
 * or where all are.
 */
export function leastAlike(outputs: readonly [OutputFigures, ...OutputFigures[]]): OutputFigures {
  const telling = outputs.filter((each) => !isConstant(each) || meanOf(each.errors) > alike.error)
  return (telling.length === 0 ? outputs : telling).reduce((most, each) =>
    excessOf(each) > excessOf(most) ? each : most,
  )
}

function isConstant({ spreads }: OutputFigures): boolean {
  return spreads.length > 0 && meanOf(spreads) < leastSpread
}

/** The error as a multiple of what it may be. */
function excessOf(output: OutputFigures): number {
  const { errors, spreads } = output
  const most =
    spreads.length === 0 || isConstant(output) ? alike.error : Math.min(alike.error, alike.ofSpread * meanOf(spreads))
  return meanOf(errors) / most
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
