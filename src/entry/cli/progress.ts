import type { Asking } from '../../core/ledger.ts'
import { printDuration } from '../../core/quantity/index.ts'
import type { RunEvent } from '../../pipeline/run.ts'
import { terminalText } from '../../report/escape.ts'
import { asciiOnly } from '../../report/words.ts'
import type { Entry } from '../context.ts'

export interface Progress extends Pick<Entry, 'err' | 'interactive' | 'width' | 'ascii'> {
  /** A text with its secrets masked: before it is cut. */
  masked(text: string): string
}

/** Tells how a run goes on: one redrawn line on a terminal, a plain line per stage elsewhere. */
export function progressOn(to: Progress): (event: RunEvent) => void {
  const shown = (text: string): string => terminalText(to.masked(text))
  const entry = { ...to, err: (text: string): void => to.err(to.ascii ? asciiOnly(text) : text) }
  const redraw = (text: string): void => entry.err(`\r\u001b[2K${text}`)
  return (event) => {
    if (event.event === 'stage-finished')
      return entry.err(`${entry.interactive ? '\r\u001b[2K' : ''}${finished(event, shown)}\n`)
    if (event.event === 'waiting')
      return entry.err(`${entry.interactive ? '\r\u001b[2K' : ''}… ${waiting(event)} ${shown(event.message)}\n`)
    if (event.event === 'stage-started') return entry.interactive ? redraw(`  ${event.stage} …`) : undefined
    if (!entry.interactive || event.event !== 'progress') return undefined
    const share = event.fraction === undefined ? '' : ` ${bar(event.fraction)}`
    return redraw(clipped(`  ${event.stage}${share} ${shown(event.message)}`, entry.width))
  }
}

function waiting({ stage }: Extract<RunEvent, { event: 'waiting' }>): string {
  return stage === undefined ? 'waits' : `${stage}: waits`
}

/** Calls, one a second, of which one is told where each would be a line of its own. */
const between = 15

/** Tells what is waited for: on the redrawn line of a terminal, elsewhere as a line now and then. */
export function waitsOn(to: Progress): (message: string) => void {
  let calls = 0
  return (message) => {
    const shown = terminalText(to.masked(message))
    if (to.interactive) to.err(`\r\u001b[2K${clipped(`  ${shown}`, to.width)}`)
    else if (calls++ % between === 0) to.err(`${shown}\n`)
  }
}

/** Who asks the registry from a command: Ctrl-C ends the waiting. */
export function askingOf(entry: Entry): Required<Asking> {
  return { signal: entry.signal, waits: waitsOn({ ...entry, masked: entry.world.files.masked }) }
}

function finished(
  { stage, result }: Extract<RunEvent, { event: 'stage-finished' }>,
  shown: (text: string) => string,
): string {
  const took = printDuration(1000 * result.seconds)
  if (result.status === 'skipped') return `- ${stage}: skipped, ${shown(result.why)}`
  if (result.status === 'failed') return `✗ ${stage} (${took}): ${shown(result.problems[0]?.message ?? 'failed')}`
  const { verdict, record } = result
  const glyph = verdict === undefined || verdict === 'pass' ? '✓' : verdict === 'inconclusive' ? '?' : '✗'
  return `${glyph} ${stage} (${result.cached ? 'cached' : took}): ${shown(record.summary)}`
}

function bar(fraction: number): string {
  const width = 12
  const full = Math.round(Math.min(Math.max(fraction, 0), 1) * width)
  return '█'.repeat(full) + '░'.repeat(width - full)
}

function clipped(text: string, width: number): string {
  const characters = [...text]
  return characters.length < width ? text : `${characters.slice(0, width - 2).join('')}…`
}
