import { normalCdf, normalQuantile } from './distributions.ts'

/** One planned look at accumulating evidence. */
export interface Stage {
  /** Information so far, in any unit (blocks, users): rises from look to look. */
  readonly information: number
  /** One-sided error rate that may have been spent by this look: never falls, below 1/2. */
  readonly spent: number
}

/**
 * The critical value of each look such that a true null hypothesis is rejected at or before look i with probability
 * `spent` of i: Lan & DeMets (Biometrika 70, 1983), by the recursive integration of Armitage, McPherson & Rowe (1969) over a
 * statistic of independent normal increments. One-sided, not binding: nothing is gained by stopping for the other reason.
 * Infinity where a look spends nothing. Throws a RangeError on information that does not rise or spending that falls.
 * `known`: what earlier calls worked out, of use when looks are added to the same ones again and again.
 */
export function spendingBounds(stages: readonly Stage[], known: Known = new Map()): number[] {
  const bounds: number[] = []
  let reached: Reached | undefined
  let key = ''
  for (const { information, spent } of stages) {
    key += `${information} ${spent};`
    reached = known.get(key) ?? reach(reached, information, spent)
    known.set(key, reached)
    bounds.push(reached.bound)
  }
  return bounds
}

/** What is known after some looks, by their information and spending. */
export type Known = Map<string, Reached>

interface Reached extends Stage {
  readonly bound: number
  readonly step: number
  /** Before the look, where no bound was crossed yet. */
  readonly before: Density | undefined
}

function reach(last: Reached | undefined, information: number, spent: number): Reached {
  const step = information - (last?.information ?? 0)
  if (!(step > 0) || spent < (last?.spent ?? 0))
    throw new RangeError('information must rise and spending must not fall')
  const before = last && advance(last, step)
  return {
    information,
    spent,
    step,
    before,
    bound: criticalValue(before, step, information, spent - (last?.spent ?? 0)),
  }
}

/** O'Brien and Fleming's spending: almost nothing early. `fraction` of the information, 0 to 1; one-sided alpha. */
export function obrienFleming(alpha: number, fraction: number): number {
  if (fraction <= 0) return 0
  return 2 * normalCdf(normalQuantile(alpha / 2) / Math.sqrt(Math.min(1, fraction)))
}

/** The statistic where no bound was crossed yet, as a density on quadrature points: score scale, variance = information. */
interface Density {
  readonly points: Float64Array
  /** Density times quadrature weight. */
  readonly masses: Float64Array
}

function criticalValue(before: Density | undefined, step: number, information: number, spend: number): number {
  if (spend <= 0) return Infinity
  const root = Math.sqrt(information)
  if (before === undefined) return -normalQuantile(spend)
  let [low, high] = [-2, 12]
  for (let halving = 0; halving < 60 && low < high; halving++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (crossing(before, step, middle * root) > spend) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Probability of being above `edge` after a step, for what was not above any edge before. */
function crossing({ points, masses }: Density, step: number, edge: number): number {
  const deviation = Math.sqrt(step)
  let sum = 0
  for (let at = 0; at < points.length; at++)
    sum += (masses[at] as number) * normalCdf(((points[at] as number) - edge) / deviation)
  return sum
}

function advance({ before, step, information, bound }: Reached, nextStep: number): Density {
  const root = Math.sqrt(information)
  const top = Math.min(bound, farthest) * root
  const { points, weights } = quadrature(-farthest * root, top, Math.min(Math.sqrt(step), Math.sqrt(nextStep)))
  const masses = points.map((point, at) => densityAt(before, step, point) * (weights[at] as number))
  return { points, masses }
}

/** Beyond this many standard deviations lies less than 1e-15. */
const farthest = 8

function densityAt(before: Density | undefined, step: number, point: number): number {
  const scale = 1 / Math.sqrt(2 * Math.PI * step)
  if (before === undefined) return scale * Math.exp(-(point ** 2) / (2 * step))
  let sum = 0
  for (let at = 0; at < before.points.length; at++) {
    const distance = point - (before.points[at] as number)
    sum += (before.masses[at] as number) * Math.exp(-(distance ** 2) / (2 * step))
  }
  return scale * sum
}

/** Composite Gauss–Legendre quadrature: ten nodes on each panel of at most `width`. */
function quadrature(from: number, to: number, width: number): { points: Float64Array; weights: Float64Array } {
  const panels = Math.max(1, Math.ceil((to - from) / width))
  const half = (to - from) / panels / 2
  const points = new Float64Array(panels * nodes.length)
  const weights = new Float64Array(points.length)
  for (let panel = 0; panel < panels; panel++) {
    const centre = from + half * (2 * panel + 1)
    for (const [at, [node, weight]] of nodes.entries()) {
      points[panel * nodes.length + at] = centre + half * node
      weights[panel * nodes.length + at] = half * weight
    }
  }
  return { points, weights }
}

/** Nodes and weights of ten-point Gauss–Legendre quadrature on [−1, 1] (Abramowitz & Stegun, table 25.4). */
const nodes: readonly (readonly [node: number, weight: number])[] = [
  [0.1488743389816312, 0.2955242247147529],
  [0.4333953941292472, 0.2692667193099963],
  [0.6794095682990244, 0.219086362515982],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.0666713443086881],
].flatMap(([node = 0, weight = 0]): [number, number][] => [
  [-node, weight],
  [node, weight],
])
