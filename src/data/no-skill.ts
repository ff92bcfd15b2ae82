import { largestInfluence } from '../stats/unseen.ts'

/**
 * How far off an example may be that was not seen, from the mean of a value of each. As far as the value of an example that a model
 * knows nothing about (`noSkill`), or as those that make the value vary, whichever is more.
 */
export function weightOfUnseen(values: readonly number[], noSkill: number): number {
  const centre = mean(values)
  return Math.max(Math.abs(noSkill - centre), largestInfluence(Float64Array.from(values, (value) => value - centre)))
}

/** Loaded with the table of metrics, and so by every call: no package. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The mean absolute error of answering every example with the mean of the labels. */
export function deviationOf(labels: readonly number[]): number {
  const centre = mean(labels)
  return mean(labels.map((label) => Math.abs(label - centre)))
}

/** The mean squared error of answering every example with the mean of the labels. */
export function varianceOf(labels: readonly number[]): number {
  const centre = mean(labels)
  return mean(labels.map((label) => (label - centre) ** 2))
}

/** The log-loss, in nats, of answering every example with how often each label comes up. */
export function entropyOf(labels: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const shares = [...counts.values()].map((count) => count / labels.length)
  return shares.reduce((sum, share) => sum - share * Math.log(share), 0)
}
