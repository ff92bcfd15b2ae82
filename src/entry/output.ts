/** Where a process writes to: standard output, or standard error. */
export type Output = Pick<NodeJS.WriteStream, 'write' | 'on'>

/**
 * Writes to an output for as long as it takes anything. Once it does not (its reader is gone, its disk is full), what is written to it
 * is lost, and nothing else: what runs goes on, and the exit code is that of its result. `lost` is told once, with Node's words for it;
 * not of a reader that has seen enough, as of `airworthy … | head`.
 */
export function writerTo(output: Output, lost: (reason: string) => void = () => {}): (text: string) => void {
  let isLost = false
  const lose = (error: unknown): void => {
    if (isLost) return
    isLost = true
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EPIPE') lost(message)
  }
  output.on('error', lose)
  return (text) => {
    if (isLost) return
    try {
      output.write(text)
    } catch (thrown) {
      // A file is written to at once, and some versions of Node throw what goes wrong there.
      lose(thrown)
    }
  }
}
