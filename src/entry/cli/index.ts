#!/usr/bin/env node
import { processEntry } from '../context.ts'
import { commands } from './commands.ts'
import { runProgram } from './program.ts'

process.exitCode = await runProgram(commands, processEntry(), process.argv)
