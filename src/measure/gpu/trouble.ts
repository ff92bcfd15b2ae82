import type { GpuState, Warning } from '../../core/products/index.ts'
import { printShare } from '../../core/quantity/index.ts'
import { clocksDrifted } from '../../stats/clocks.ts'
import type { ClockReason, Gpu } from './parse.ts'
import { mustRepeat } from './summary.ts'

/** What to do about each reason that cuts clocks; the others (idle, clocks that someone set) are no trouble. */
const remedies: Partial<Readonly<Record<ClockReason, string>>> = {
  sw_power_cap:
    'Lock the clock lower than the power limit reaches (`nvidia-smi -lgc`), or raise the limit (`nvidia-smi -pl`).',
  hw_slowdown: 'Look at its cooling and its power supply: the board itself halves its clocks.',
  sw_thermal_slowdown:
    'Cool it better, or lock the clock lower with `nvidia-smi -lgc`, so that it stays below its limit.',
  hw_thermal_slowdown: 'Cool it better: the board itself halves its clocks.',
  hw_power_brake_slowdown: "Look at the machine's power supply, which asks the board to slow down.",
}

/** A reason that held for less than this share of the time hardly shows in any figure. */
const tellFrom = 0.01

/** What was wrong with a GPU over the blocks of a scenario, one summary each. */
export function gpuTroubles(gpu: Gpu, blocks: readonly GpuState[]): Warning[] {
  if (blocks.length === 0) return [unwatched(gpu)]
  return [...throttled(gpu, blocks), ...slow(gpu, blocks), ...drifted(gpu, blocks), ...shared(gpu)]
}

function unwatched({ name }: Gpu): Warning {
  return {
    code: 'gpu-unwatched',
    message: `nvidia-smi gave no figures of ${name} while it was measured: clocks, power and throttling are not known.`,
    remedy: 'See whether `nvidia-smi --query-gpu=clocks.sm,power.draw --format=csv` works here.',
  }
}

function throttled({ name }: Gpu, blocks: readonly GpuState[]): Warning[] {
  return (Object.keys(remedies) as ClockReason[]).flatMap((reason) => {
    const share = overTime(blocks, ({ reasons }) => reasons[reason] ?? 0)
    if (share < tellFrom) return []
    return {
      code: 'gpu-throttled',
      message: `${name} held its clocks down for ${printShare(share, 2)} of the time: ${reason}.`,
      remedy: remedies[reason] as string,
    }
  })
}

function slow({ name, baseMHz }: Gpu, blocks: readonly GpuState[]): Warning[] {
  const count = blocks.filter(mustRepeat).length
  if (count === 0 || baseMHz === undefined) return []
  return [
    {
      code: 'gpu-clock-low',
      message: `In ${count} of ${blocks.length} blocks the clock of ${name} stayed under 75 % of ${baseMHz} MHz, also when they were measured again.`,
      remedy: 'Cool the GPU, free it of other work, or lock its clock with `nvidia-smi -lgc` before measuring.',
    },
  ]
}

function drifted({ name }: Gpu, blocks: readonly GpuState[]): Warning[] {
  const clocks = blocks.flatMap(({ smMHz }) => smMHz ?? [])
  if (!clocksDrifted(clocks)) return []
  return [
    {
      code: 'gpu-clock-drift',
      message: `The clock of ${name} drifted between ${Math.round(Math.min(...clocks))} and ${Math.round(Math.max(...clocks))} MHz from block to block.`,
      remedy:
        'Lock it with `nvidia-smi -lgc MHZ` where you may. Interleaved contenders meet the same clock; with `order: isolated` a verdict has to hold in clock cycles too.',
    },
  ]
}

function shared({ name, mig }: Gpu): Warning[] {
  if (!mig) return []
  return [
    {
      code: 'gpu-shared',
      message: `${name} is an instance of a GPU that others may use: its power is not known, and its clocks follow theirs.`,
      remedy: 'Measure on a GPU of its own where energy counts.',
    },
  ]
}

function overTime(blocks: readonly GpuState[], of: (block: GpuState) => number): number {
  const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0)
  return blocks.reduce((sum, block) => sum + of(block) * block.seconds, 0) / seconds
}
