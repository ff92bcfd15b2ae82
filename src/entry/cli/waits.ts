import type { CallContext } from '../../core/ledger.ts'
import { terminalText } from '../../report/escape.ts'
import type { Entry } from '../context.ts'

/** Where it is told what goes on. */
export interface Progress extends Pick<Entry, 'err' | 'interactive' | 'width' | 'ascii'> {
  /** A text with its secrets masked: before it is cut. */
  masked(text: string): string
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

/** The context in which a command calls the registry: Ctrl-C ends the waiting. */
export function callContextOf(entry: Entry): Required<CallContext> {
  const { masked } = entry.world.files
  return {
    signal: entry.signal,
    waits: waitsOn({ ...entry, masked }),
    warns: ({ message, remedy }) =>
      entry.err(`warning: ${terminalText(masked(message))}\n  ${terminalText(masked(remedy))}\n`),
  }
}

/** A text that fits one line of a terminal, which is redrawn. */
export function clipped(text: string, width: number): string {
  const characters = [...text]
  return characters.length < width ? text : `${characters.slice(0, width - 2).join('')}…`
}
