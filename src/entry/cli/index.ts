#!/usr/bin/env node
import { processEntry } from '../context.ts'
import { bench } from './bench/index.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { diff } from './diff/index.ts'
import { init } from './init/index.ts'
import { inspect } from './inspect/index.ts'
import { merge } from './merge.ts'
import { optimize } from './optimize.ts'
import { plan } from './plan/index.ts'
import { planAb } from './plan-ab/index.ts'
import { runProgram } from './program.ts'
import { report } from './report.ts'
import { run } from './run.ts'
import { validate } from './validate.ts'
import { verify } from './verify.ts'

/** Every command, in the order in which `airworthy --help` lists them. */
const commands = [
  ...[run, check, plan, merge],
  ...[validate, optimize, bench, compare, inspect, diff],
  ...[verify, report],
  ...[init, planAb],
]

process.stdout.on('error', ignoreClosedPipe)
process.exitCode = await runProgram(commands, processEntry(), process.argv)

/** `airworthy … | head` closes our output early: that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
}
