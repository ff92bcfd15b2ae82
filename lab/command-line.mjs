// How long the command line takes, from process start to its end: `check`, and a run that is cached as a whole.
//   node lab/command-line.mjs [--times 20]
// Prints a table with medians and the interval from the 2nd smallest to the 2nd largest; exit code 1 when a bound is missed.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } })
const top = path.dirname(import.meta.dirname)
const home = mkdtempSync(path.join(tmpdir(), 'airworthy-bench-'))
try {
  const pipeline = persistentPipeline()
  const check = measure('airworthy check', 300, ['check', 'pipelines/quickstart.yml'])
  // The first run promotes the candidate, the second measures it against itself, from the third on nothing is new.
  for (let i = 0; i < 2; i++) execFileSync(process.execPath, ['dist/cli.js', 'run', pipeline], options('ignore'))
  const cached = measure('airworthy run, all cached', 1000, ['run', pipeline])
  const bare = measure('node -e 0, for comparison', Infinity, undefined)
  console.log(
    `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${values.times} times each\n`,
  )
  console.log('| command | median | interval | bound |\n| --- | --- | --- | --- |')
  for (const row of [bare, check, cached])
    console.log(
      `| ${row.name} | ${row.median.toFixed(0)} ms | ${row.low.toFixed(0)} to ${row.high.toFixed(0)} ms | ${row.bound === Infinity ? '' : `< ${row.bound} ms`} |`,
    )
  process.exitCode = [check, cached].every((row) => row.median < row.bound) ? 0 : 1
} finally {
  rmSync(home, { recursive: true, force: true })
}

function measure(name, bound, args) {
  const times = Array.from({ length: Number(values.times) }, () => {
    const started = performance.now()
    const { status, stderr } = spawnSync(
      process.execPath,
      args === undefined ? ['-e', '0'] : ['dist/cli.js', ...args],
      options('pipe'),
    )
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
    return performance.now() - started
  }).sort((a, b) => a - b)
  return { name, bound, median: times[Math.floor(times.length / 2)], low: times[1], high: times.at(-2) }
}

/** The quickstart with a registry that outlives the run. */
function persistentPipeline() {
  const text = readFileSync(path.join(top, 'pipelines/quickstart.yml'), 'utf8')
  const file = path.join(home, 'quickstart.yml')
  const absolute = text.replaceAll('digits/', `${path.join(top, 'pipelines/digits')}/`)
  writeFileSync(file, absolute.replace('scratch: true', `git: ${path.join(home, 'registry.git')}\n  create: true`))
  return file
}

function options(output) {
  return {
    cwd: top,
    env: { ...process.env, AIRWORTHY_HOME: path.join(home, 'home') },
    encoding: 'utf8',
    stdio: ['ignore', output, output],
  }
}
