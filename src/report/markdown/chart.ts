import { printNumber } from '../../core/quantity/index.ts'
import type { RunReport } from '../../core/report.ts'
import { histogram, plotEnd } from '../distribution.ts'
import { latencies, type ScenarioSides } from '../facts.ts'

const points = 30

/** The distribution of latencies of the first scenario as a Mermaid chart: numbers and our own words only. Undefined without samples. */
export function latencyChart(report: RunReport): { readonly scenario: string; readonly mermaid: string } | undefined {
  const first = latencies(report).find((one) => one.sides.length > 0)
  return first === undefined ? undefined : { scenario: first.scenario.id, mermaid: chart(first) }
}

function chart({ sides }: ScenarioSides): string {
  const low = Math.min(...sides.map((side) => side.samples[0] as number))
  const high = Math.max(plotEnd(sides), low * 1.001 + 1e-9)
  const colours = sides.map((side) => (side.role === 'production' ? '#7a8699' : '#0b6bcb')).join(', ')
  const lines = sides.map((side) => {
    const percents = histogram(side.samples, low, high, points).map((share) => printNumber(100 * share))
    return `  line [${percents.join(', ')}]`
  })
  return [
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours}"}}}}%%`,
    'xychart-beta',
    `  x-axis "time of one run, milliseconds" ${printNumber(low, 4)} --> ${printNumber(high, 4)}`,
    '  y-axis "share of runs, percent"',
    ...lines,
  ].join('\n')
}
