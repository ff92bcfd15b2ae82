import { clip } from '../../core/clip.ts'
import type { ComparisonRow } from '../../core/products/index.ts'
import { plain } from '../escape.ts'
import { inMargins, metricName } from '../facts.ts'
import { interval, margin } from '../words.ts'
import { colours, type Plot, verdictColours, verdicts } from './vega.ts'

/**
 * Interval against margin of every metric, in multiples of its margin, so that metrics of different units share one axis:
 * 0 is no change, −1 is as much worse as is acceptable, right is better. Far changes are drawn nearer (a symlog scale).
 */
export function forestPlot(rows: readonly ComparisonRow[]): Plot {
  const marks = rows.map((row, index) => forestMark(row, index))
  const [low, high] = forestDomain(marks)
  return (width) => {
    const names = width > 500 ? forestBeside : forestAbove
    const x = { type: 'quantitative' as const, scale: { type: 'symlog' as const, domain: [low, high], nice: false } }
    const y = { field: 'index', type: 'ordinal' as const, axis: null }
    return {
      width: names.room(width),
      height: rows.length * names.step,
      padding: names.padding,
      // Room is kept by hand: the automatic one trusts estimates of text widths that are half again too wide.
      autosize: 'none' as const,
      data: { values: marks },
      layer: [
        {
          data: { values: [{}] },
          mark: { type: 'rect', color: colours.fail, opacity: 0.08 },
          encoding: { x: { datum: low, ...x, axis: forestAxis(low, high) }, x2: { datum: -1 } },
        },
        { data: { values: [{}] }, mark: { type: 'rule', color: colours.soft }, encoding: { x: { datum: 0, ...x } } },
        {
          data: { values: [{}] },
          mark: { type: 'rule', color: colours.fail, strokeDash: [4, 3] },
          encoding: { x: { datum: -1, ...x } },
        },
        {
          mark: { type: 'rule', strokeWidth: 3, strokeCap: 'round' },
          encoding: {
            x: { field: 'low', ...x },
            x2: { field: 'high' },
            y,
            color: { field: 'verdict', scale: verdictColours, legend: null },
          },
        },
        {
          mark: { type: 'point', filled: true, size: 90, opacity: 1 },
          encoding: {
            x: { field: 'middle', ...x },
            y,
            color: { field: 'verdict', scale: verdictColours, legend: null },
            shape: {
              field: 'verdict',
              scale: { domain: verdicts, range: ['circle', 'cross', 'square'] },
              legend: null,
            },
          },
        },
        ...names.texts(names.room(width)).flatMap(({ field, ...mark }) =>
          [halo, {}].map((outline) => ({
            mark: { type: 'text' as const, baseline: 'middle' as const, ...mark, ...outline },
            encoding: { y, text: { field } },
          })),
        ),
      ],
    }
  }
}

/** Drawn under a text so that lines do not run through it. */
const halo = { stroke: colours.card, strokeWidth: 4, strokeJoin: 'round' as const }

interface ForestMark {
  readonly index: number
  readonly low: number
  readonly high: number
  readonly middle: number
  readonly verdict: string
  readonly name: string
  readonly phrase: string
  readonly brief: string
}

/** Beyond a hundred margins the distance says nothing more; also keeps a margin of nothing on the page. */
const far = 100

function forestMark(row: ComparisonRow, index: number): ForestMark {
  const at = (value: number) => Math.min(far, Math.max(-far, inMargins(row, value)))
  const ends = [at(row.interval.low), at(row.interval.high)] as const
  const phrase = plain(interval(row))
  const name = plain(metricName(row))
  return {
    index,
    low: Math.min(...ends),
    high: Math.max(...ends),
    middle: at(row.change),
    verdict: row.verdict,
    name: clip(name, 30),
    phrase: clip(`${phrase} (margin ${plain(margin(row))})`, 46),
    brief: `${clip(name, Math.max(16, 46 - phrase.length))}: ${clip(phrase, 28)}`,
  }
}

function forestDomain(marks: readonly ForestMark[]): readonly [number, number] {
  const low = Math.min(-2, ...marks.map((mark) => mark.low))
  const high = Math.max(2, ...marks.map((mark) => mark.high))
  return [low * 1.15, high * 1.15]
}

function forestAxis(low: number, high: number): object {
  const ticks = [-100, -30, -10, -3, -1, 0, 1, 3, 10, 30, 100].filter((tick) => tick >= low && tick <= high)
  const crowded = Math.log1p(high) + Math.log1p(-low) > 5
  const values = crowded ? ticks.filter((tick) => Math.abs(tick) !== 3 && Math.abs(tick) !== 30) : ticks
  return {
    values,
    grid: false,
    ticks: true,
    title: '← worse · change in multiples of the margin · better →',
    labelExpr: "datum.value < 0 ? '-' + format(-datum.value, 'd') : format(datum.value, 'd')",
  }
}

/** On wide pages the names stand to the left of the bars and the numbers to the right; on narrow ones both stand above. */
interface ForestNames {
  readonly step: number
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  room(width: number): number
  texts(
    room: number,
  ): readonly { field: string; x: number; dy?: number; align: 'left' | 'right'; fontSize?: number; color?: string }[]
}

const forestBeside: ForestNames = {
  step: 34,
  padding: { left: 240, right: 280, top: 4, bottom: 46 },
  room: (width) => width - 520,
  texts: (room) => [
    { field: 'name', x: -14, align: 'right', fontSize: 13 },
    { field: 'phrase', x: room + 14, align: 'left', fontSize: 13, color: colours.soft },
  ],
}

const forestAbove: ForestNames = {
  step: 48,
  padding: { left: 4, right: 4, top: 4, bottom: 46 },
  room: (width) => width - 8,
  texts: () => [{ field: 'brief', x: 2, dy: -16, align: 'left', fontSize: 12 }],
}
