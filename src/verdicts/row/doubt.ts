import type { Reading } from '../../core/products/index.ts'
import type { Verdict } from '../../core/verdict.ts'

/** Why no verdict can be given, whatever the interval says. */
export type Doubt = { readonly [Code in keyof Doubts]: { readonly code: Code } & Doubts[Code] }[keyof Doubts]

/** A row with a doubt is inconclusive. `needed`: the fewest of what is counted that a verdict takes. */
export interface Doubts {
  'few-examples': { readonly examples: number; readonly needed: number }
  /** The groups are worth as many of equal size. */
  'few-groups': { readonly worth: number; readonly needed: number }
  /** Examples that one model or both have right: all that a ratio of shares is told by. */
  'few-right': { readonly examples: number; readonly needed: number }
  /**
   * Examples of a class by their labels, all others, or those that a model predicts to be of it. None: nothing was measured. `worth`: as
   * many groups of equal size, where examples come in groups.
   */
  'few-of-class': {
    readonly class: number
    readonly side: 'of' | 'not-of' | 'predicted'
    readonly examples: number
    readonly worth?: number
    readonly needed: number
  }
  /** The metric is the same whichever examples are left out. */
  'never-varies': Record<never, never>
  /** Production's value might as well be 0, and shares of it mean nothing. */
  'about-zero': Record<never, never>
  /** So few classes, of one of the models, that the metric is the same whatever it answers. */
  'few-classes': { readonly classes: number; readonly needed: number }
  /** No value of the metric is worse than production's by more than the margin. */
  'cannot-fail': { readonly worst: number }
  /** Production is no better than a model that knows nothing of its inputs, or one like that would pass. */
  'no-skill': { readonly guess: number }
  /** The models tell so many classes apart, production first. */
  'classes-differ': { readonly classes: readonly [number, number] }
  /** What scores were read as, production's first. */
  'readings-differ': { readonly readings: readonly [Reading, Reading] }
  /** Runs beyond a percentile; `runs` of each contender would have enough of them. */
  'few-slow-runs': { readonly slower: number; readonly needed: number; readonly runs: number }
  /** A second copy of production came out different from production. */
  'copies-differ': { readonly scale: 'relative' | 'absolute'; readonly change: number }
  /** The GPU's clock, in MHz, was not the same for both, and in clock cycles the verdict would be another. */
  'clocks-differ': { readonly mhz: readonly [number, number]; readonly inCycles: Verdict }
  /** Requests to both versions, and how many the candidate needs. */
  'few-requests': { readonly candidate: number; readonly stable: number; readonly needed: number }
  /** Windows of traffic, or requests in them. */
  'few-windows': {
    readonly windows: number
    readonly needed: number
    readonly requests: number
    readonly requestsNeeded: number
  }
}
