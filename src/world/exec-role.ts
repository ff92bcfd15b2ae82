import type { ChildProcess } from 'node:child_process'
import type { ProgramOptions } from '../core/world.ts'
import { endGroup, runProgram } from './processes.ts'

/** Runs a program on behalf of the parent and ends it, with all it started, when the parent is gone. */
export function createExecRole(): (request: unknown) => Promise<unknown> {
  let running: ChildProcess | undefined
  process.on('exit', () => {
    if (running !== undefined) endGroup(running)
  })
  return async (request) => {
    const { program, args, options } = request as { program: string; args: readonly string[]; options: ProgramOptions }
    const result = await runProgram(program, args, options, (child) => {
      running = child
    })
    running = undefined
    return result
  }
}
