// How long the Action takes from the start of its process to the start of its first stage, and until that stage has loaded and
// run a model: checked out alone, as the runner does it, with onnxruntime in the runner's tool cache. Each time is one of a new
// process in a new workspace, whose home is empty.
//   node lab/action-start.mjs [--times 20] [--node PROGRAM] [--dist FOLDER]
// The runner starts dist/ with Node 24. Prints a table with medians and the interval from the 2nd smallest to the 2nd largest;
// exit code 1 when a bound is missed.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    node: { type: 'string', default: process.execPath },
    dist: { type: 'string', default: 'dist' },
  },
})
const top = path.dirname(import.meta.dirname)
const folder = mkdtempSync(path.join(tmpdir(), 'airworthy-bench-'))
try {
  checkOut()
  fillToolCache()
  const times = Array.from({ length: Number(values.times) }, (_, at) => startOnce(path.join(folder, `run-${at}`)))
  const bare = Array.from({ length: Number(values.times) }, startNode)
  const rows = [
    row('node -e 0, for comparison', bare, Infinity),
    row(
      'the Action, to the start of the first stage',
      times.map(({ started }) => started),
      2000,
    ),
    row(
      'the Action, until that stage has run the model',
      times.map(({ finished }) => finished),
      Infinity,
    ),
  ]
  const version = spawnSync(values.node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  console.log(
    `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, Node ${version}, ${new Date().toISOString().slice(0, 10)}, ${values.times} times each\n`,
  )
  console.log('| what | median | interval | bound |\n| --- | --- | --- | --- |')
  for (const { name, median, low, high, bound } of rows)
    console.log(
      `| ${name} | ${median.toFixed(0)} ms | ${low.toFixed(0)} to ${high.toFixed(0)} ms | ${bound === Infinity ? '' : `< ${bound} ms`} |`,
    )
  process.exitCode = rows.every(({ median, bound }) => median < bound) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** No packages are beside it. */
function checkOut() {
  cpSync(path.resolve(top, values.dist), path.join(folder, 'action', 'dist'), { recursive: true })
  for (const file of ['action.yml', 'package.json']) cpSync(path.join(top, file), path.join(folder, 'action', file))
}

function fillToolCache() {
  const installed = path.join(top, 'node_modules', 'onnxruntime-node')
  const native = path.join('bin', 'napi-v6', process.platform, process.arch)
  const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
  const entry = path.join(folder, 'tools', 'airworthy-onnxruntime', version, process.arch)
  cpSync(path.join(installed, 'package.json'), path.join(entry, 'package.json'))
  cpSync(path.join(installed, native), path.join(entry, native), { recursive: true })
  writeFileSync(`${entry}.complete`, '')
}

/** Milliseconds, by the clock on the wall: the journal of the run has its times. */
function startOnce(workspace) {
  mkdirSync(workspace)
  const candidate = path.join(top, 'pipelines', 'digits', 'digits-candidate.onnx')
  const pipeline = `pipeline: start\nregistry: { scratch: true }\nmodel: { candidate: ${candidate} }\nstages: { validate: { checks: [runs] } }\n`
  writeFileSync(path.join(workspace, 'airworthy.yml'), pipeline)
  const began = Date.now()
  const { status, stdout } = spawnSync(values.node, [path.join(folder, 'action', 'dist', 'action.js')], {
    cwd: workspace,
    env: runnerEnv(workspace),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the Action ended with ${status}: ${stdout}`)
  const runs = path.join(workspace, '.airworthy', 'runs')
  const journal = readFileSync(path.join(runs, readdirSync(runs)[0], 'journal.jsonl'), 'utf8')
  const events = journal
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const since = (name) => Date.parse(events.find(({ event }) => event === name).at) - began
  return { started: since('stage-started'), finished: since('stage-finished') }
}

/** Without files for its outputs and its summary the Action prints what it would write there. */
function runnerEnv(workspace) {
  const { inputs } = parse(readFileSync(path.join(top, 'action.yml'), 'utf8'))
  const given = Object.entries(inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? ''])
  return {
    PATH: process.env.PATH,
    HOME: workspace,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: 'push',
    RUNNER_TOOL_CACHE: path.join(folder, 'tools'),
    ...Object.fromEntries(given),
  }
}

function startNode() {
  const began = performance.now()
  spawnSync(values.node, ['-e', '0'])
  return performance.now() - began
}

function row(name, times, bound) {
  const sorted = times.toSorted((a, b) => a - b)
  return { name, bound, median: sorted[Math.floor(sorted.length / 2)], low: sorted[1], high: sorted.at(-2) }
}
