import type { GpuState } from '../../core/products/index.ts'
import type { ClockReason, Gpu, GpuSample } from './parse.ts'

/** A stretch of time, in milliseconds since the epoch. */
export interface Window {
  readonly fromMs: number
  readonly toMs: number
}

/** NVBench's threshold (`--throttle-threshold 75`): below it, a clock was cut, and did not merely drift. */
const slowBelow = 0.75

/**
 * What happened in the windows (all of the samples, when none are given), between the first and the last sample. Undefined with
 * fewer than two samples: there is no time between them.
 */
export function summarizeGpu(
  gpu: Pick<Gpu, 'baseMHz' | 'mig'>,
  samples: readonly GpuSample[],
  windows?: readonly Window[],
): GpuState | undefined {
  const pieces = piecesOf(samples, windows)
  const seconds = pieces.reduce((sum, piece) => sum + piece.seconds, 0)
  if (seconds === 0) return undefined
  const working = pieces.filter(({ sample }) => !isIdle(sample))
  const { baseMHz } = gpu
  return {
    seconds,
    utilization: mean(pieces, ({ utilization }) => utilization),
    smMHz: mean(working, ({ smMHz }) => smMHz),
    slowShare:
      baseMHz === undefined
        ? undefined
        : mean(working, ({ smMHz }) => (smMHz === undefined ? undefined : Number(smMHz < slowBelow * baseMHz))),
    memoryBytes: most(pieces, ({ memoryBytes }) => memoryBytes),
    celsius: most(pieces, ({ celsius }) => celsius),
    joules: gpu.mig ? undefined : joulesOf(samples, windows),
    reasons: reasonShares(pieces, seconds),
  }
}

/** More than a tenth of the time slow moves the 90th percentile wholly: such a block is measured again. */
export function mustRepeat(summary: GpuState | undefined): boolean {
  return (summary?.slowShare ?? 0) > 0.1
}

/** A sample with the time it stands for: half of that to its neighbours, as far as it lies in a window. */
interface Piece {
  readonly sample: GpuSample
  readonly seconds: number
}

function piecesOf(samples: readonly GpuSample[], windows: readonly Window[] | undefined): Piece[] {
  return samples
    .map((sample, at): Piece => {
      const before = samples[at - 1]?.atMs ?? sample.atMs
      const after = samples[at + 1]?.atMs ?? sample.atMs
      const span = { fromMs: (before + sample.atMs) / 2, toMs: (sample.atMs + after) / 2 }
      return { sample, seconds: (windows ?? [span]).reduce((sum, window) => sum + overlap(span, window), 0) / 1000 }
    })
    .filter(({ seconds }) => seconds > 0)
}

function overlap(a: Window, b: Window): number {
  return Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs))
}

function isIdle({ reasons }: GpuSample): boolean {
  return reasons.includes('gpu_idle')
}

function mean(pieces: readonly Piece[], of: (sample: GpuSample) => number | undefined): number | undefined {
  let [sum, seconds] = [0, 0]
  for (const piece of pieces) {
    const value = of(piece.sample)
    if (value === undefined) continue
    sum += value * piece.seconds
    seconds += piece.seconds
  }
  return seconds === 0 ? undefined : sum / seconds
}

function most(pieces: readonly Piece[], of: (sample: GpuSample) => number | undefined): number | undefined {
  const values = pieces.map(({ sample }) => of(sample)).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : Math.max(...values)
}

function reasonShares(pieces: readonly Piece[], seconds: number): Partial<Record<ClockReason, number>> {
  const shares: Partial<Record<ClockReason, number>> = {}
  for (const { sample, seconds: share } of pieces)
    for (const reason of sample.reasons) shares[reason] = (shares[reason] ?? 0) + share / seconds
  return shares
}

/** Power over time by the trapezoidal rule, cut at the edges of the windows. Undefined when the GPU does not tell its power. */
function joulesOf(samples: readonly GpuSample[], windows: readonly Window[] | undefined): number | undefined {
  const known = samples.filter((sample): sample is GpuSample & { watts: number } => sample.watts !== undefined)
  if (known.length < 2) return undefined
  let joules = 0
  for (const [at, to] of known.entries()) {
    const from = known[at - 1]
    if (from === undefined) continue
    const span = { fromMs: from.atMs, toMs: to.atMs }
    for (const window of windows ?? [span]) {
      const seconds = overlap(span, window) / 1000
      if (seconds === 0) continue
      const middle = (Math.max(span.fromMs, window.fromMs) + Math.min(span.toMs, window.toMs)) / 2
      const along = (middle - span.fromMs) / (span.toMs - span.fromMs)
      joules += (from.watts + along * (to.watts - from.watts)) * seconds
    }
  }
  return joules
}
