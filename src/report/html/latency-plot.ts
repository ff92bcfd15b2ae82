import { histogram, plotEnd } from '../distribution.ts'
import type { ScenarioSides, Side } from '../facts.ts'
import { colours, type Plot, percentLabel } from './vega.ts'

/** How the runs of both sides are spread, and below it the median of each block, on the same axis of time. */
export function latencyPlot({ sides, blocks }: ScenarioSides): Plot {
  const { low, high } = timeAxis(sides)
  const bins = sides.flatMap((side) => outline(side, low, high))
  const medians = sides.flatMap((side) => side.medians.map(({ block, ms }) => ({ side: side.role, block, ms })))
  const color = { field: 'side', scale: sideColours, legend: null }
  const extent = { minExtent: 48, maxExtent: 48, domain: false, ticks: false }
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false, zero: false },
  }
  return (width) => ({
    spacing: 12,
    padding: { left: 2, top: 2, bottom: 2, right: halfLabel },
    bounds: 'flush' as const,
    vconcat: [
      {
        width: width - axisRoom,
        height: 150,
        data: { values: bins },
        layer: [
          {
            mark: { type: 'area', interpolate: 'step-after', fillOpacity: 0.3, line: { strokeWidth: 1.5 } },
            encoding: {
              x: { field: 'at', ...x, axis: { labels: false, ticks: false, title: null, tickCount: 6 } },
              y: {
                field: 'share',
                type: 'quantitative',
                stack: null,
                scale: { domain: [0, 1.06 * Math.max(...bins.map((bin) => bin.share))], nice: false },
                axis: { ...extent, title: 'share of runs', labelExpr: percentLabel, tickCount: 4 },
              },
              color,
            },
          },
          {
            data: { values: sides.map((side) => ({ side: side.role, middle: side.p50 })) },
            mark: { type: 'rule', strokeWidth: 1.5, strokeDash: [5, 3] },
            encoding: { x: { field: 'middle', ...x }, color },
          },
        ],
      },
      {
        width: width - axisRoom,
        height: Math.min(160, Math.max(64, blocks * 9)),
        data: { values: medians },
        mark: { type: 'point', filled: true, size: 38, opacity: 1 },
        encoding: {
          x: {
            field: 'ms',
            ...x,
            axis: { title: 'time of one run, ms', tickCount: 6, ticks: false, domain: false, labelBound: true },
          },
          y: {
            field: 'block',
            type: 'quantitative',
            scale: { domain: [blocks + 0.6, 0.4], nice: false, zero: false },
            axis: { ...extent, title: 'block', format: 'd', grid: false, values: blockTicks(blocks) },
          },
          color,
          shape: { field: 'side', scale: { domain: sideColours.domain, range: ['circle', 'diamond'] }, legend: null },
        },
      },
    ],
  })
}

/** Half of the widest label may stand beyond the end of the axis of time. */
const halfLabel = 16

/** What stands beside a plot: labels and title of the upright axis, and that half label. */
const axisRoom = 78 + halfLabel

const sideColours = { domain: ['production', 'candidate'], range: [colours.production, colours.candidate] }

/** From the fastest run to a time beyond which only stragglers lie: see `plotEnd`. */
function timeAxis(sides: readonly Side[]): { low: number; high: number } {
  const low = Math.min(...sides.map((side) => side.samples[0] as number))
  const top = plotEnd(sides)
  const room = Math.max((top - low) * 0.04, Math.abs(top) * 1e-3, 1e-6)
  return { low: Math.max(0, low - room), high: top + room }
}

/** Shares of the runs of one side in equal bins, with an empty bin at the end so that the outline closes. */
function outline(side: Side, low: number, high: number): readonly { side: string; at: number; share: number }[] {
  const bins = 60
  const shares = [...histogram(side.samples, low, high, bins), 0]
  return shares.map((share, bin) => ({ side: side.role, at: low + ((high - low) * bin) / bins, share }))
}

function blockTicks(blocks: number): number[] {
  return blocks <= 1 ? [1] : [1, blocks]
}
