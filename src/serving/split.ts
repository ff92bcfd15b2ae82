/** The fractional part of the golden ratio: its multiples fill [0, 1) more evenly than those of any other number. */
const golden = 0.6180339887498949

/**
 * Says for one request after the other whether it goes to the candidate. The sequence n·φ mod 1 has low discrepancy: over any
 * window of n requests the candidate's share is within about log(n)/n of its weight, so that 5 % means 5 % after a few dozen
 * requests already; and as it never repeats, it cannot fall into step with the data.
 */
export function createSplit(): (weight: number) => boolean {
  let position = 0.5
  return (weight) => {
    position = (position + golden) % 1
    return position < weight
  }
}
