import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Whether this process was started so that it outlives its terminal, as `nohup` and `trap '' HUP` of a shell do: both have the signal
 * SIGHUP ignored. Node has it end the process all the same, before any script runs, so that the traces of it have to do: what Linux says of
 * this process and of the one that started it, the variable in which shells name what they start, and the standard input that nobody can
 * read, which `nohup` puts in place of a terminal.
 */
export function outlivesTerminal(env: NodeJS.ProcessEnv, readProc: (file: string) => string = procText): boolean {
  return (
    path.basename(env['_'] ?? '') === 'nohup' ||
    ignoresHangUps(readProc('self/status')) ||
    ignoresHangUps(readProc(`${process.ppid}/status`)) ||
    isOnlyWritten(readProc('self/fdinfo/0'))
  )
}

/** Nothing where there is no such file, as on any system but Linux. */
function procText(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Signal 1 is the lowest bit of the mask, which stands there in hexadecimal. */
function ignoresHangUps(status: string): boolean {
  const mask = /^SigIgn:\s*([\da-f]+)$/m.exec(status)?.[1]
  return mask !== undefined && (BigInt(`0x${mask}`) & 1n) === 1n
}

/** The two lowest bits of the flags, which stand there in octal, are 1 (`O_WRONLY`). */
function isOnlyWritten(descriptor: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(descriptor)?.[1]
  return flags !== undefined && (Number.parseInt(flags, 8) & 3) === 1
}
