import { normalCdf, normalQuantile, studentQuantile } from './distributions.ts'
import { obrienFleming, spendingBounds } from './spending.ts'

/** What is measured once on each user: yes or no, which gives a rate, or a number, which gives a mean. */
export type Response =
  | { readonly kind: 'rate'; readonly baseline: number }
  | { readonly kind: 'mean'; readonly baseline: number; readonly deviation: number }

/** What an A/B test shall settle. */
export interface AbAim {
  /** `not-worse` than the margin allows, or `better` than production: then the margin is the improvement that is planned for. */
  readonly claim: 'not-worse' | 'better'
  /** Above 0, in the unit of the response: a rate's is a share. */
  readonly margin: number
  /** How much better a candidate that shall be `not-worse` is hoped to be, which is what is planned for: 0 when absent. */
  readonly hoped?: number
  readonly better: 'lower' | 'higher'
  /** How often `pass`, and how often `fail`, may be wrong: one-sided, 0 to 1/2. */
  readonly alpha: number
  /** The chance of `pass` that is planned for, above alpha. */
  readonly power: number
  /** The part of all users that meets the candidate, 0 to 1. */
  readonly share: number
}

/** Whole users. */
export interface AbSize {
  readonly candidate: number
  readonly production: number
}

export interface Chances {
  readonly pass: number
  readonly fail: number
  readonly inconclusive: number
}

interface SequentialDesign {
  /** When every look is taken. */
  readonly largest: AbSize
  /** How many times as many users as a test that is looked at once. */
  readonly inflation: number
  /** The critical value of each look, in standard errors. */
  readonly bounds: readonly number[]
}

export interface AbQuestion {
  readonly response: Response
  readonly aim: AbAim
  /** How often the sequential design is looked at: a whole number, at least 1. */
  readonly looks: number
}

export interface AbPlan extends AbQuestion {
  readonly fixed: AbSize
  readonly sequential: SequentialDesign
  /** What the fixed design is likely to say of true changes. */
  readonly changes: readonly {
    readonly change: string
    /** The candidate's rate or mean. */
    readonly candidate: number
    /** Absent where no rate can be so. */
    readonly chances?: Chances
  }[]
}

export function planAb({ response, aim, looks }: AbQuestion): AbPlan {
  const fixed = fixedSize(response, aim)
  const changes = trueChanges(aim).map(([change, worse]) => {
    const chances = chancesWhen(worse, response, aim, fixed)
    return { change, candidate: valueWhen(worse, response, aim.better), ...(chances === undefined ? {} : { chances }) }
  })
  return { response, aim, looks, fixed, sequential: sequentialDesign(response, aim, looks), changes }
}

/** In the unit of the response, towards worse. */
function trueChanges({ claim, margin, hoped }: AbAim): readonly (readonly [change: string, worse: number])[] {
  const way = claim === 'better' ? 'better' : 'worse'
  const worse = way === 'better' ? -margin : margin
  return [
    ['none', 0],
    [`${way} by the margin`, worse],
    [`${way} by twice the margin`, 2 * worse],
    hoped === undefined ? ['better by half the margin', -margin / 2] : ['better as hoped', -hoped],
  ]
}

/**
 * The users that a test looked at once needs, with the variance of each arm under the change that is planned for (unpooled).
 * A rate: by the normal approximation, (z_{1−α} + z_{power})² (σ²_candidate + σ²_production)/distance² in each arm when arms
 * are equal (Chow, Shao & Wang, Sample Size Calculations in Clinical Research, sections 3.2 and 4.2). A mean: by Student's t,
 * which takes about z²_{1−α}/2 users more. The distance is from the margin to what is planned for.
 */
export function fixedSize(response: Response, aim: AbAim): AbSize {
  return inArms(usersNeeded(response, aim), aim)
}

/**
 * The chance of each verdict when the candidate is truly worse by `worse` (below 0: better), in the unit of the response.
 * `not-worse` passes when the whole interval of level 1 − 2 alpha lies on the good side of the margin, and fails when it lies
 * beyond; `better` has no change in place of the margin. Undefined where no rate can be so.
 */
export function chancesWhen(worse: number, response: Response, aim: AbAim, size: AbSize): Chances | undefined {
  const rate = valueWhen(worse, response, aim.better)
  if (response.kind === 'rate' && (rate < 0 || rate > 1)) return undefined
  const error = Math.sqrt(
    varianceAt(rate, response) / size.candidate + varianceAt(response.baseline, response) / size.production,
  )
  const inside = ((aim.claim === 'better' ? 0 : aim.margin) - worse) / error
  const degrees = response.kind === 'rate' ? Infinity : size.candidate + size.production - 2
  const [pass, fail] = [chanceToExceed(inside, aim.alpha, degrees), chanceToExceed(-inside, aim.alpha, degrees)]
  return { pass, fail, inconclusive: Math.max(0, 1 - pass - fail) }
}

/** The candidate's rate or mean when it is worse by `worse`. */
export function valueWhen(worse: number, response: Response, better: AbAim['better']): number {
  return response.baseline + (better === 'lower' ? worse : -worse)
}

/**
 * The same test looked at `looks` times, equally many users apart, with O'Brien–Fleming spending each way. Sized so that the
 * last look alone has the power: what earlier looks add is not counted, so the power is a little above what was asked for.
 */
export function sequentialDesign(response: Response, aim: AbAim, looks: number): SequentialDesign {
  const stages = Array.from({ length: looks }, (_, at) => ({
    information: at + 1,
    spent: obrienFleming(aim.alpha, (at + 1) / looks),
  }))
  const bounds = spendingBounds(stages)
  const power = normalQuantile(aim.power)
  const once = -normalQuantile(aim.alpha)
  const inflation = (((bounds.at(-1) ?? once) + power) / (once + power)) ** 2
  return { largest: inArms(inflation * usersNeeded(response, aim), aim), inflation, bounds }
}

function inArms(users: number, { share }: AbAim): AbSize {
  return { candidate: Math.ceil(users * share), production: Math.ceil(users * (1 - share)) }
}

/** Both arms together; not a whole number. */
function usersNeeded(response: Response, aim: AbAim): number {
  const { claim, margin, hoped = 0, better, share, alpha, power } = aim
  const [planned, distance] = claim === 'better' ? [-margin, margin] : [-hoped, margin + hoped]
  const variance =
    varianceAt(valueWhen(planned, response, better), response) / share +
    varianceAt(response.baseline, response) / (1 - share)
  const users = variance * ((normalQuantile(power) - normalQuantile(alpha)) / distance) ** 2
  if (response.kind === 'rate') return users
  return leastWhere(
    (each) => chanceToExceed(distance / Math.sqrt(variance / each), alpha, each - 2) >= power,
    Math.max(users, fewestUsersOfMean),
  )
}

/** What is known of Student's quantiles here begins at seven degrees of freedom. */
const fewestUsersOfMean = 9

/** The smallest number from `start` on where `holds` is true, which it then stays; to 1e-12 of it. */
function leastWhere(holds: (at: number) => boolean, start: number): number {
  if (holds(start)) return start
  let [low, high] = [start, 2 * start]
  while (!holds(high)) high *= 2
  while (high - low > 1e-12 * high) {
    const half = (low + high) / 2
    if (holds(half)) high = half
    else low = half
  }
  return high
}

/**
 * The chance that a statistic which lies `distance` standard errors from the margin exceeds it at the one-sided level alpha:
 * Student's t with an estimated deviation, normal with infinitely many degrees of freedom. The non-central t distribution by
 * Abramowitz & Stegun 26.7.10, here within 0.1 % of the users.
 */
function chanceToExceed(distance: number, alpha: number, degrees: number): number {
  if (degrees === Infinity) return normalCdf(distance + normalQuantile(alpha))
  const critical = studentQuantile(1 - alpha, degrees)
  return normalCdf((distance - critical * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + critical ** 2 / (2 * degrees)))
}

function varianceAt(value: number, response: Response): number {
  return response.kind === 'rate' ? value * (1 - value) : response.deviation ** 2
}
