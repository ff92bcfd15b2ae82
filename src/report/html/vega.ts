import type { View } from 'vega'
import type { Config, TopLevelSpec } from 'vega-lite'
import { htmlText, type Markup, trusted } from '../escape.ts'

/** A plot as vega-lite describes it, for one width of the page in CSS pixels. */
export type Plot = (width: number) => TopLevelSpec

/** Widths in CSS pixels. */
export interface Widths {
  readonly wide: number
  readonly narrow: number
}

/** A plot drawn for wide pages and again for narrow ones; the style sheet shows the one that fits. */
export async function draw(plot: Plot, widths: Widths, label: string): Promise<Markup<'html'>> {
  const wide = await svgOf(plot(widths.wide))
  const narrow = await svgOf(plot(widths.narrow))
  return trusted('html', `${labelled(wide, 'wide', label)}${labelled(narrow, 'narrow', label)}`)
}

/** Colours are custom properties of the page, so that one drawing serves light and dark; the fallbacks are the light ones. */
export const colours: {
  readonly ink: string
  readonly card: string
  readonly soft: string
  readonly line: string
  readonly production: string
  readonly candidate: string
  readonly pass: string
  readonly fail: string
  readonly inconclusive: string
} = {
  ink: 'var(--ink, #16181d)',
  card: 'var(--card, #ffffff)',
  soft: 'var(--soft, #5b6270)',
  line: 'var(--line, #e4e7ec)',
  production: 'var(--production, #7a8699)',
  candidate: 'var(--candidate, #0b6bcb)',
  pass: 'var(--pass, #0a7d5a)',
  fail: 'var(--fail, #c2410c)',
  inconclusive: 'var(--inconclusive, #a16207)',
}

export const verdicts: string[] = ['pass', 'fail', 'inconclusive']

export const verdictColours: { domain: string[]; range: string[] } = {
  domain: verdicts,
  range: [colours.pass, colours.fail, colours.inconclusive],
}

/** Labels of an axis of shares, in the expression language of vega. */
export const percentLabel: string = "format(datum.value * 100, '~g') + ' %'"

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

const config: Config = {
  background: 'transparent',
  font,
  aria: false,
  padding: 2,
  view: { stroke: null },
  axis: {
    labelColor: colours.soft,
    titleColor: colours.soft,
    titleFontWeight: 'normal',
    labelFontSize: 12,
    titleFontSize: 12,
    gridColor: colours.line,
    domainColor: colours.line,
    tickColor: colours.line,
    titlePadding: 8,
  },
  text: { fontSize: 12, color: colours.ink },
}

/** Loaded when the first plot is drawn: only commands that write a page pay for it. */
async function svgOf(spec: TopLevelSpec): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')])
  // A canvas package, where one is installed, would measure text by the fonts of that machine; the estimate is the same everywhere.
  ;(vega as unknown as TextMetrics).textMetrics.canvas(false)
  const view: View = new vega.View(vega.parse(vegaLite.compile(spec, { config }).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}

/** Exported by vega, missing from its types. */
interface TextMetrics {
  readonly textMetrics: { canvas(use: boolean): void }
}

/** The drawing as one picture with a name for screen readers, that scales down where the page is smaller. */
function labelled(svg: string, width: 'wide' | 'narrow', label: string): string {
  return svg.replace(
    /^<svg [^>]*?class="marks" width="([\d.]+)" height="([\d.]+)"/,
    // A function, because a label may hold `$&` and the like.
    (_, w: string, h: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" class="plot ${width}" role="img" aria-label="${htmlText(label)}" width="${w}" height="${h}"`,
  )
}
