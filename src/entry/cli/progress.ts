import { printDuration } from '../../core/quantity/index.ts'
import type { RunEvent } from '../../pipeline/run.ts'
import { terminalText } from '../../report/escape.ts'
import { asciiOnly } from '../../report/words.ts'
import { clipped, type Progress } from './waits.ts'

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
