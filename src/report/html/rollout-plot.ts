import type { RolloutResult, RolloutStep } from '../../core/products/index.ts'
import { glyph } from '../words.ts'
import { colours, type Plot, percentLabel, verdictColours } from './vega.ts'

/** The share of traffic asked for and seen, over time, with the verdict of each step. */
export function rolloutPlot(result: RolloutResult): Plot {
  const spans = spansOf(result.steps)
  const { unit, factor } = spanUnit(spans.at(-1)?.end ?? 1)
  const end = (spans.at(-1)?.end ?? 1) * factor
  const last = { at: end, weight: result.steps.at(-1)?.weight ?? 0 }
  const asked = [...spans.map(({ step, start }) => ({ at: start * factor, weight: step.weight })), last]
  const back = result.outcome === 'rolled-back' ? [last, { at: end, weight: 0 }, { at: end * 1.12, weight: 0 }] : []
  const marks = spans.map(({ step, start, end }) => ({
    at: ((start + end) / 2) * factor,
    weight: step.weight,
    observed: step.observed ?? null,
    verdict: step.verdict,
    glyph: glyph(step.verdict),
  }))
  const x = { type: 'quantitative' as const, scale: { domain: [0, back.length > 0 ? end * 1.12 : end], nice: false } }
  const y = { type: 'quantitative' as const, scale: { domain: [0, 1.18], nice: false } }
  const color = { field: 'verdict', scale: verdictColours, legend: null }
  return (width) => ({
    width: width - room.left - room.right,
    height: 190,
    padding: room,
    // Room is kept by hand: the automatic one trusts estimates of text widths that are half again too wide.
    autosize: 'none' as const,
    layer: [
      {
        data: { values: asked },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5, color: colours.candidate },
        encoding: {
          x: { field: 'at', ...x, axis: { title: `time since the first step, ${unit}`, grid: false, tickCount: 6 } },
          y: {
            field: 'weight',
            ...y,
            axis: {
              title: 'share of traffic',
              labelExpr: percentLabel,
              minExtent: 44,
              maxExtent: 44,
              values: [0, 0.25, 0.5, 0.75, 1],
              domain: false,
              ticks: false,
            },
          },
          order: { field: 'at', type: 'quantitative' },
        },
      },
      {
        data: { values: back },
        mark: { type: 'line', interpolate: 'linear', strokeWidth: 2.5, strokeDash: [5, 4], color: colours.fail },
        encoding: {
          x: { field: 'at', ...x },
          y: { field: 'weight', ...y },
          order: { field: 'at', type: 'quantitative' },
        },
      },
      {
        data: { values: back.slice(-1) },
        mark: { type: 'text', align: 'right', color: colours.fail, text: '↩ rolled back' },
        encoding: { x: { field: 'at', ...x }, y: { datum: 1.1, ...y } },
      },
      {
        data: { values: marks.filter((mark) => mark.observed !== null) },
        mark: { type: 'point', shape: 'diamond', size: 70, strokeWidth: 1.8, color: colours.ink, opacity: 1 },
        encoding: { x: { field: 'at', ...x }, y: { field: 'observed', ...y } },
      },
      {
        data: { values: marks },
        mark: { type: 'text', dy: -18, fontSize: 15, fontWeight: 'bold' },
        encoding: { x: { field: 'at', ...x }, y: { field: 'weight', ...y }, text: { field: 'glyph' }, color },
      },
    ],
  })
}

const room = { left: 66, right: 14, top: 2, bottom: 44 }

interface Span {
  readonly step: RolloutStep
  /** Seconds since the first step began. */
  readonly start: number
  readonly end: number
}

/** When each step began and ended; where the times do not parse or go back, steps follow one another. */
function spansOf(steps: readonly RolloutStep[]): readonly Span[] {
  const first = Date.parse(steps[0]?.startedAt ?? '')
  const spans: Span[] = []
  for (const step of steps) {
    const before = spans.at(-1)?.end ?? 0
    const said = (Date.parse(step.startedAt) - first) / 1000
    const start = Number.isFinite(said) && said >= before ? said : before
    spans.push({ step, start, end: start + Math.max(step.seconds, 0.001) })
  }
  return spans
}

function spanUnit(seconds: number): { readonly unit: string; readonly factor: number } {
  if (seconds < 180) return { unit: 'seconds', factor: 1 }
  if (seconds < 3 * 3600) return { unit: 'minutes', factor: 1 / 60 }
  return seconds < 3 * 86_400 ? { unit: 'hours', factor: 1 / 3600 } : { unit: 'days', factor: 1 / 86_400 }
}
