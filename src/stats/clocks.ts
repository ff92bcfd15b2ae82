/** Clocks move in steps of 15 MHz, about 1 % of what they are: more than two such steps are near usual margins. */
const driftBeyond = 0.025

/** Whether mean clocks (of contenders, of blocks) differ so that times say more of clocks than of models. */
export function clocksDrifted(means: readonly (number | undefined)[]): boolean {
  const known = means.filter((each) => each !== undefined)
  return known.length > 1 && Math.max(...known) / Math.min(...known) - 1 > driftBeyond
}
