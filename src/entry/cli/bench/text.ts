import { ownValue } from '../../../core/own.ts'
import type { Block, Measurements, ProfiledTime } from '../../../core/products/index.ts'
import { median, quantile } from '../../../core/quantile.ts'
import { printCount, printMilliseconds, printShare } from '../../../core/quantity/index.ts'
import { terminalText } from '../../../report/escape.ts'

/** How fast each contender was in each scenario: the median of block medians, and the spread between blocks. */
export function speedLines(measured: Measurements): string {
  const lines = measured.speed.flatMap(({ scenario, blocks, profiles }) =>
    measured.contenders.map(({ id, model }) => {
      const medians = blocks.flatMap((block) => {
        const samples = ownValue(block.runs, id)?.samplesMs
        return samples === undefined ? [] : [median(samples)]
      })
      const samples = blocks.flatMap((block) => ownValue(block.runs, id)?.samplesMs ?? [])
      const spread = `blocks ${printMilliseconds(Math.min(...medians))} to ${printMilliseconds(Math.max(...medians))}`
      return `${scenario.id}  ${model.name}: p50 ${printMilliseconds(median(medians))} (${spread}), p99 ${printMilliseconds(quantile(samples, 0.99))}; ${printCount(samples.length)} ${scenario.rate === undefined ? 'runs' : 'requests'} in ${blocks.length} blocks${busy(blocks, id)}${profiled(ownValue(profiles, id))}`
    }),
  )
  return `${lines.map(terminalText).join('\n')}\n`
}

/** Of an open loop: how much of the time the model was at work. */
function busy(blocks: readonly Block[], id: string): string {
  const loads = blocks.flatMap(({ runs }) => ownValue(runs, id)?.load ?? [])
  return loads.length === 0 ? '' : `, busy ${printShare(median(loads), 2)} of the time`
}

function profiled(profile: ProfiledTime | undefined): string {
  if (profile === undefined) return ''
  const { wallMs, kernelMs, copyMs, clock } = profile
  return `; of a profiled run of ${printMilliseconds(wallMs)}, kernels ${printMilliseconds(kernelMs)} by the ${clock}'s clock and copies ${printMilliseconds(copyMs)}`
}
