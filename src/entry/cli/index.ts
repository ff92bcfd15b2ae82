#!/usr/bin/env node
import { processEntry } from '../context.ts'
import { commands } from './commands.ts'
import { runProgram } from './program.ts'

process.stdout.on('error', ignoreClosedPipe)
process.exitCode = await runProgram(commands, processEntry(), process.argv)

/** `airworthy … | head` closes our output early: that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
}
