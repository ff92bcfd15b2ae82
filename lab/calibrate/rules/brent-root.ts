/**
 * A zero of `f` between `from` and `to`, where it has opposite signs: Brent's method (Algorithms for Minimization without
 * Derivatives, 1973, chapter 4). Inverse quadratic interpolation where that is safe, else bisection; stops when the zero is
 * bracketed within `accuracy`. On a step function the answer is some point of the bracket, and which one depends on the steps.
 */
export function brentRoot(f: (at: number) => number, from: number, to: number, accuracy: number): number {
  // `best` and `opposite` bracket the zero, `best` being the better end; `previous` is the best of the step before.
  let [previous, best] = [point(f, from), point(f, to)]
  if (previous.value === 0) return from
  let opposite = previous
  for (let step = 0; step < mostSteps; step++) {
    const lastStep = best.at - previous.at
    if (Math.abs(opposite.value) < Math.abs(best.value)) [previous, best, opposite] = [best, opposite, best]
    const near = 2 * Number.EPSILON * Math.abs(best.at) + accuracy / 2
    const half = (opposite.at - best.at) / 2
    if (Math.abs(half) <= near || best.value === 0) return best.at
    const stride = interpolates(lastStep, previous, best, near)
      ? interpolation(previous, best, opposite, lastStep, near)
      : half
    previous = best
    best = point(f, best.at + (Math.abs(stride) < near ? (stride > 0 ? near : -near) : stride))
    if (best.value > 0 === opposite.value > 0) opposite = previous
  }
  return best.at
}

const mostSteps = 1000

interface Point {
  readonly at: number
  readonly value: number
}

function point(f: (at: number) => number, at: number): Point {
  return { at, value: f(at) }
}

function interpolates(lastStep: number, previous: Point, best: Point, near: number): boolean {
  return Math.abs(lastStep) >= near && Math.abs(previous.value) > Math.abs(best.value)
}

/** The interpolated step where it stays well inside the bracket and shrinks fast enough, else half of the bracket. */
function interpolation(previous: Point, best: Point, opposite: Point, lastStep: number, near: number): number {
  const width = opposite.at - best.at
  const { numerator, denominator } =
    previous.at === opposite.at ? secant(previous, best, width) : inverseQuadratic(previous, best, opposite, width)
  const [p, q] = numerator > 0 ? [numerator, -denominator] : [-numerator, denominator]
  const inside = p < 0.75 * width * q - Math.abs(near * q) / 2
  return inside && p < Math.abs((lastStep * q) / 2) ? p / q : width / 2
}

interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

function secant(previous: Point, best: Point, width: number): Fraction {
  const ratio = best.value / previous.value
  return { numerator: width * ratio, denominator: 1 - ratio }
}

function inverseQuadratic(previous: Point, best: Point, opposite: Point, width: number): Fraction {
  const toOpposite = previous.value / opposite.value
  const bestToOpposite = best.value / opposite.value
  const bestToPrevious = best.value / previous.value
  return {
    numerator:
      bestToPrevious *
      (width * toOpposite * (toOpposite - bestToOpposite) - (best.at - previous.at) * (bestToOpposite - 1)),
    denominator: (toOpposite - 1) * (bestToOpposite - 1) * (bestToPrevious - 1),
  }
}
