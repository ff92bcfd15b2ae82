// Reading, checking and inferring large models, beside Python's onnx: each task in a process of its own, by turns, from a cache
// of the system that is warm. `check` reads and checks all there is: structure, types, shapes, weights.
//   AIRWORTHY_PYTHON=python3 npx tsx lab/onnx/index.ts [--times 5]     (a Python with the package onnx; without it, ours alone)
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'rolldown'
import { median, quantile } from '../../src/stats/describe.ts'
import { benchModels, fileOf } from './models.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '5' } } })
const python = process.env['AIRWORTHY_PYTHON']
const script = path.resolve('.build', 'onnx', 'task.mjs')
await build({ input: 'lab/onnx/task.ts', platform: 'node', output: { file: script, codeSplitting: false } })

interface Taken {
  readonly ms: number
  /** Of all processors together: on a machine that does other work this tells more. */
  readonly processorMs: number
  readonly megabytes: number
}

/** What each task is called by either. */
const tasks: readonly { readonly name: string; readonly ours: string; readonly theirs?: string }[] = [
  { name: 'nothing', ours: 'nothing', theirs: 'nothing' },
  { name: 'load', ours: 'load', theirs: 'load' },
  { name: 'load and check', ours: 'check', theirs: 'check' },
  { name: 'load two and compare', ours: 'diff' },
  { name: 'load and infer', ours: 'infer', theirs: 'infer' },
  { name: 'rewrite', ours: 'rewrite' },
]

const out = path.join(tmpdir(), `airworthy-bench-${process.pid}.onnx`)
const versions = python === undefined ? '' : `, ${versionOf(python)}`
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}${versions}, ${new Date().toISOString().slice(0, 10)}, ${values.times} times each\n`,
)
console.log(
  '| model | task | Airworthy | processor | memory | onnx for Python | processor | memory | faster | less memory |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const model of benchModels) {
  const file = fileOf(model)
  for (const task of tasks) {
    const taken = { ours: [] as Taken[], theirs: [] as Taken[] }
    for (let at = 0; at < Number(values.times); at++) {
      taken.ours.push(run(process.execPath, [script, task.ours, file, out]))
      if (python !== undefined && task.theirs !== undefined)
        taken.theirs.push(run(python, ['lab/onnx/task.py', task.theirs, file]))
    }
    console.log(row(model.id, task.name, taken.ours, taken.theirs))
  }
}
rmSync(out, { force: true })

function run(program: string, args: readonly string[]): Taken {
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '') as Taken
}

function versionOf(program: string): string {
  const words = execFileSync(program, [
    '-c',
    'import onnx, sys; print("Python", sys.version.split()[0] + ", onnx", onnx.__version__)',
  ])
  return words.toString().trim()
}

function row(model: string, task: string, ours: readonly Taken[], theirs: readonly Taken[]): string {
  const time = (all: readonly Taken[]): number => median(all.map(({ ms }) => ms))
  const memory = (all: readonly Taken[]): number => Math.max(...all.map(({ megabytes }) => megabytes))
  const text = (all: readonly Taken[]): string => {
    const sorted = all.map(({ ms }) => ms)
    const processor = median(all.map(({ processorMs }) => processorMs))
    return `${time(all).toFixed(0)} ms (${quantile(sorted, 0).toFixed(0)} to ${quantile(sorted, 1).toFixed(0)}) | ${processor.toFixed(0)} ms | ${memory(all).toFixed(0)} MB`
  }
  const beside =
    theirs.length === 0
      ? ' | | | |'
      : `${text(theirs)} | ${(time(theirs) / time(ours)).toFixed(1)} × | ${(memory(theirs) / memory(ours)).toFixed(1)} ×`
  return `| ${model} | ${task} | ${text(ours)} | ${beside} |`
}
