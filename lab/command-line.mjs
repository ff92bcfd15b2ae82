// How long the command line takes.
//   node lab/command-line.mjs [--times 20] [--pairs 25] [--dist dist] [--beside CHECKOUT]
// First whole processes, `node -e 0`, `check` and a run that is cached as a whole in turn: medians, and the interval from the 2nd
// smallest to the 2nd largest. The bounds hold where `node -e 0` takes at most 100 ms: rounds in which it took longer are shown and
// not judged, and with fewer than three others the table says so. Then the processor time of `check` as a multiple of that of
// `node -e 0`, one of each in turn, the first pair left out: the median of the ratios, and the interval of ranks that holds it with
// 95 %. Exit code 1 when a bound is missed. With `--beside`, instead: a cached run of this checkout and of another in turn, and the ratios.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    pairs: { type: 'string', default: '25' },
    dist: { type: 'string', default: 'dist' },
    beside: { type: 'string' },
  },
})
const top = path.dirname(import.meta.dirname)
const cli = path.resolve(top, values.dist, 'cli.js')
const home = mkdtempSync(path.join(tmpdir(), 'airworthy-lab-'))
const mostOfNode = 2.5
const usualNode = 100
try {
  if (values.beside === undefined) judgeCommandLine()
  else compareCachedRuns(path.resolve(values.beside), Number(values.pairs))
} finally {
  rmSync(home, { recursive: true, force: true })
}

function judgeCommandLine() {
  const pipeline = cachedPipeline(top, cli)
  const subjects = [
    { name: 'node -e 0, for comparison', args: ['-e', '0'], bound: undefined },
    { name: 'airworthy check', args: [cli, 'check', 'pipelines/quickstart.yml'], bound: 300 },
    { name: 'airworthy run, all cached', args: [cli, 'run', pipeline], bound: 1000 },
  ]
  const rounds = Array.from({ length: Number(values.times) }, () => subjects.map(({ args }) => wallTime(args)))
  const judged = rounds.filter(([bare]) => bare <= usualNode)
  const ratio = ratiosOf(processorTime, [cli, 'check', 'pipelines/quickstart.yml'], ['-e', '0'], Number(values.pairs))
  console.log(
    `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${values.times} rounds, ${judged.length} of them judged\n`,
  )
  console.log('| command | median | interval | judged rounds | bound |\n| --- | --- | --- | --- | --- |')
  const missed = subjects.map(({ name, bound }, at) => {
    const { median, low, high } = summary(rounds.map((round) => round[at]))
    const kept = judged.length < 3 ? undefined : summary(judged.map((round) => round[at])).median
    const cells = [`${median.toFixed(0)} ms`, `${low.toFixed(0)} to ${high.toFixed(0)} ms`]
    cells.push(kept === undefined ? 'too few' : `${kept.toFixed(0)} ms`, bound === undefined ? '' : `< ${bound} ms`)
    console.log(`| ${[name, ...cells].join(' | ')} |`)
    return bound !== undefined && kept !== undefined && kept >= bound
  })
  console.log(
    `| processor time of check ÷ that of node -e 0, ${values.pairs} pairs | ${ratio.median.toFixed(2)} × | ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)} × | ${ratio.median.toFixed(2)} × | ≤ ${mostOfNode} × |`,
  )
  process.exitCode = missed.includes(true) || ratio.median > mostOfNode ? 1 : 0
}

/** How long a run that is cached as a whole takes here, as a multiple of what it takes in another checkout. */
function compareCachedRuns(other, pairs) {
  const otherCli = path.join(other, 'dist', 'cli.js')
  const there = [otherCli, 'run', cachedPipeline(other, otherCli)]
  const here = [cli, 'run', cachedPipeline(top, cli)]
  for (const [what, measure] of [
    ['processor time', processorTime],
    ['time', wallTime],
  ]) {
    const { median, low, high } = ratiosOf(measure, here, there, pairs)
    console.log(
      `${what} of a cached run here ÷ there, ${pairs} pairs: ${median.toFixed(3)} × (${low.toFixed(3)} to ${high.toFixed(3)} ×)`,
    )
  }
}

/** Milliseconds from the start of a Node process to its end. */
function wallTime(args) {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, options('pipe'))
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - started
}

function summary(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], low: sorted[1], high: sorted.at(-2) }
}

/** Ratios of what two calls take, one of each in turn, the first pair left out: their median, and the ranks that hold it with 95 %. */
function ratiosOf(measure, args, against, pairs) {
  const ratios = Array.from({ length: pairs + 1 }, () => {
    const base = measure(against)
    return measure(args) / base
  })
    .slice(1)
    .sort((a, b) => a - b)
  // The normal approximation of the binomial.
  const low = Math.max(0, Math.floor(pairs / 2 - 0.98 * Math.sqrt(pairs)))
  return { median: ratios[Math.floor(pairs / 2)], low: ratios[low], high: ratios[pairs - 1 - low] }
}

/** User and system time of a whole Node process, in seconds. */
function processorTime(args) {
  const shown = options('pipe')
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null', 'bash', process.execPath, ...args],
    { ...shown, env: { ...shown.env, LC_ALL: 'C' } },
  )
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return user + system
}

/** The quickstart of a checkout with a registry that outlives the run, run until nothing of it is new. */
function cachedPipeline(checkout, ofIt) {
  const text = readFileSync(path.join(checkout, 'pipelines/quickstart.yml'), 'utf8')
  const folder = mkdtempSync(path.join(home, 'registry-'))
  const file = path.join(folder, 'quickstart.yml')
  const absolute = text.replaceAll('digits/', `${path.join(checkout, 'pipelines/digits')}/`)
  const registry = path.join(folder, 'registry.git')
  execFileSync('git', ['init', '--quiet', '--bare', registry])
  writeFileSync(file, absolute.replace('scratch: true', `git: ${registry}`))
  // Older checkouts have no such command: there, the first entry creates it.
  spawnSync(process.execPath, [ofIt, 'registry', 'init', file], options('ignore'))
  // The first run promotes the candidate, the second measures it against itself, from the third on nothing is new.
  for (let i = 0; i < 2; i++) execFileSync(process.execPath, [ofIt, 'run', file], options('ignore'))
  return file
}

function options(output) {
  return {
    cwd: top,
    // In CI, nobody else wrote what it measures.
    env: { ...process.env, AIRWORTHY_HOME: path.join(home, 'home'), AIRWORTHY_TRUSTED: 'true' },
    encoding: 'utf8',
    stdio: ['ignore', output, output],
  }
}
