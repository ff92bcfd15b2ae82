import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RunReport } from '../../src/core/report.ts'
import type { Files, Place, Step } from './attempt.ts'

/** What came out of the last command. */
export interface Outcome {
  /** Undefined where it was not done in time. */
  readonly code: number | undefined
  /** What it ended with: the sentence of the report, or the line that says how it came out. */
  readonly last: string
  /** Names of the rows that are a pass. */
  readonly passed: readonly string[]
}

const limitMs = 60_000

export function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** Does the steps in order. Commands before the last may come out as they will. */
export async function outcomeOf(steps: Step | readonly Step[], place: Place, cli: string): Promise<Outcome> {
  let outcome: Outcome = { code: undefined, last: '', passed: [] }
  for (const step of [steps].flat() as Step[]) {
    if (typeof step === 'function') step(place)
    else outcome = await outcomeOfOne(step, place, cli)
  }
  return outcome
}

async function outcomeOfOne(command: string, place: Place, cli: string): Promise<Outcome> {
  const before = runsIn(place)
  const { code, out, err } = await started([cli, ...command.split(' ')], place)
  if (code === undefined) return { code, last: `not done after ${limitMs / 1000} s`, passed: [] }
  const report = reportOf(
    place,
    runsIn(place).find((run) => !before.includes(run)),
  )
  const rows = report?.comparison?.rows ?? []
  const [problem] = report?.stages.flatMap(({ problems }) => problems) ?? []
  const sentence =
    report === undefined || command.startsWith('validate ') ? lineOf(out, err) : named(report.sentence, problem?.code)
  return {
    code,
    // The same wherever it was tried.
    last: sentence.replaceAll(`${place.folder}/`, '').replaceAll(`${place.home}/`, '$AIRWORTHY_HOME/'),
    passed: rows.filter(({ verdict }) => verdict === 'pass').map(({ metric }) => metric),
  }
}

function named(sentence: string, code: string | undefined): string {
  return code === undefined ? sentence : `${code}: ${sentence}`
}

/** The last line of what was written, with what was found first; where nothing was, the first problem. */
function lineOf(out: string, err: string): string {
  const problem = /error\[([a-z0-9-]+)\]:? (.*)$/m
  const [, code, message] = problem.exec(out) ?? problem.exec(err) ?? []
  const last = out.trim().split('\n').at(-1) ?? ''
  return last === '' ? named(message ?? '', code) : named(last, code)
}

interface Ended {
  readonly code: number | undefined
  readonly out: string
  readonly err: string
}

/** A process of its own, as a user on this machine starts it: no CI is told of. */
function started(args: readonly string[], { folder, home }: Place): Promise<Ended> {
  const { GITHUB_ACTIONS: _, CI: __, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...inherited, AIRWORTHY_HOME: home, COLUMNS: '400' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err, late] = ['', '', false]
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limitMs)
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: late ? undefined : (code ?? undefined), out, err })
    })
  })
}

function runsIn({ home }: Place): string[] {
  const folder = path.join(home, 'runs')
  return existsSync(folder) ? readdirSync(folder) : []
}

function reportOf({ home }: Place, run: string | undefined): RunReport | undefined {
  const file = path.join(home, 'runs', run ?? '', 'report.json')
  return run !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunReport) : undefined
}
