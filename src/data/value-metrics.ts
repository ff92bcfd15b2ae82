import type { Statistic } from '../stats/bootstrap.ts'

/** The mean of a value of each example. */
export function meanStatistic(values: readonly number[]): Statistic {
  const all = Float64Array.from(values)
  return (weights) => {
    let sum = 0
    let examples = 0
    for (let at = 0; at < all.length; at++) {
      sum += (weights[at] as number) * (all[at] as number)
      examples += weights[at] as number
    }
    return sum / examples
  }
}

/** The root of the mean squared error. */
export function rmseStatistic(outputs: readonly number[], labels: readonly number[]): Statistic {
  const mean = meanStatistic(squaresOf(outputs, labels))
  return (weights) => Math.sqrt(mean(weights))
}

/**
 * The share of the labels' variance that outputs explain: 1 − Σ(output − label)²/Σ(label − mean label)². Where all labels are the
 * same it is 1 when all outputs are right, else 0, as scikit-learn has it.
 */
export function r2Statistic(outputs: readonly number[], labels: readonly number[]): Statistic {
  const errors = Float64Array.from(squaresOf(outputs, labels))
  // Labels are taken from their mean, so that no digits are lost in squares of large numbers.
  const centre = labels.reduce((sum, label) => sum + label, 0) / labels.length
  const centred = Float64Array.from(labels, (label) => label - centre)
  return (weights) => {
    let examples = 0
    let missed = 0
    let sum = 0
    let squares = 0
    for (let at = 0; at < errors.length; at++) {
      const weight = weights[at] as number
      const label = centred[at] as number
      examples += weight
      missed += weight * (errors[at] as number)
      sum += weight * label
      squares += weight * label * label
    }
    const variation = squares - sum ** 2 / examples
    if (variation > 0) return 1 - missed / variation
    return missed === 0 ? 1 : 0
  }
}

export function squaresOf(outputs: readonly number[], labels: readonly number[]): number[] {
  return outputs.map((output, at) => (output - (labels[at] as number)) ** 2)
}
