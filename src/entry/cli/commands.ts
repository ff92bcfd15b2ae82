import { bench } from './bench/index.ts'
import { check } from './check.ts'
import type { CliCommand } from './command.ts'
import { compare } from './compare.ts'
import { diff } from './diff/index.ts'
import { init } from './init/index.ts'
import { inspect } from './inspect/index.ts'
import { ledgerVerify } from './ledger/verify.ts'
import { merge } from './merge.ts'
import { optimize } from './optimize.ts'
import { plan } from './plan/index.ts'
import { planAb } from './plan-ab/index.ts'
import { registryInit } from './registry/init.ts'
import { report } from './report.ts'
import { run } from './run.ts'
import { validate } from './validate.ts'
import { verify } from './verify/index.ts'

/** Every command, in the order in which `airworthy --help` lists them. */
export const commands: readonly CliCommand[] = [
  ...[run, check, plan, merge],
  ...[validate, optimize, bench, compare, inspect, diff],
  ...[verify, report, registryInit, ledgerVerify],
  ...[init, planAb],
]
