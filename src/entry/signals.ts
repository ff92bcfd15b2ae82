/** What sends signals to this process, and ends it. */
export interface Signalled {
  on(signal: NodeJS.Signals, heard: () => void): unknown
  exit(code: number): unknown
}

/**
 * Milliseconds within which the same signal is the same wish: `timeout` and some runners of scripts send it to a process and again to its
 * group, as a terminal does.
 */
const sameWish = 1000

/**
 * Aborts on Ctrl-C, on SIGTERM and when the terminal closes: the first signal asks the run to end in order. The same signal again, a second
 * later or more, ends the process at once.
 */
export function cancelSignal(process: Signalled, now: () => number = () => performance.now()): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let firstAt: number | undefined
    process.on(name, () => {
      firstAt ??= now()
      controller.abort()
      if (now() - firstAt >= sameWish) process.exit(130)
    })
  }
  return controller.signal
}
