import { binomialCdf } from '../../src/stats/distributions.ts'

/** The exact (Clopper–Pearson) bounds of a proportion, each of them wrong in one case of twenty. */
export function boundsOf(count: number, trials: number): { readonly low: number; readonly high: number } {
  return {
    low: count === 0 ? 0 : solve((p) => 1 - binomialCdf(count - 1, trials, p) > 0.05),
    high: count === trials ? 1 : solve((p) => binomialCdf(count, trials, p) <= 0.05),
  }
}

/** The least p for which `holds`, which turns from false to true as p rises. */
function solve(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** `1.25 % (0.9–1.6 %)`: the share, with those bounds. */
export function shareText(count: number, trials: number): string {
  const { low, high } = boundsOf(count, trials)
  const percent = (share: number): string => (100 * share).toFixed(share > 0.995 && share < 1 ? 2 : 1)
  return `${percent(count / trials)} % (${percent(low)}–${percent(high)} %)`
}
