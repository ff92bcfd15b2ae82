import { clocksDrifted } from '../../stats/clocks.ts'
import { mean } from '../../stats/describe.ts'
import type { Pair } from './blocks.ts'

/**
 * The mean clocks of a GPU, in MHz, while each contender had it, where they differ so that times say more of clocks than of
 * models. Undefined where they do not, and where they are not known: turns that interleave meet the same clock.
 */
export function clocksOf(pairs: readonly Pair[]): readonly [number, number] | undefined {
  const known = pairs.flatMap(([first, second]) => {
    const [before, after] = [first.gpu?.smMHz, second.gpu?.smMHz]
    return before === undefined || after === undefined ? [] : [[before, after] as const]
  })
  if (known.length < pairs.length || !known.some((clocks) => clocksDrifted(clocks))) return undefined
  return [mean(known.map(([before]) => before)), mean(known.map(([, after]) => after))]
}

/** The second contender's times as they would be at the first one's clock: the ratio is that of clock cycles. */
export function atOneClock(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.map(([first, second]) => {
    const factor = (second.gpu?.smMHz ?? 1) / (first.gpu?.smMHz ?? 1)
    return [first, { ...second, samplesMs: second.samplesMs.map((ms) => ms * factor) }]
  })
}
