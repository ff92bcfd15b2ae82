// Kills quickstart runs with SIGKILL at random moments, resumes them, and checks that nothing was lost, doubled or left behind.
//   node lab/kill-and-resume.mjs [--times 50] [--seed 1] [--keep]
// Every trial has a folder and a registry of its own and starts from nothing. A third of them is killed a second time while
// it resumes. Prints one line a trial and a summary; exit code 1 when a trial broke a promise.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
})
const top = path.dirname(import.meta.dirname)
const random = seeded(Number(values.seed))
const pipelines = [
  { file: 'pipelines/quickstart.yml', exitCode: 0, outcome: 'promoted', production: '1.1.0' },
  { file: 'pipelines/quickstart-rollback.yml', exitCode: 4, outcome: 'rolled-back', production: '1.0.0' },
]

const references = []
for (const pipeline of pipelines) references.push(await reference(pipeline))
let broken = 0
for (let trial = 1; trial <= Number(values.times); trial++) {
  const at = trial % pipelines.length
  const problems = await attempt(pipelines[at], references[at], trial)
  if (problems.length > 0) broken++
}
console.log(`${values.times} runs killed and resumed, ${broken} broke a promise`)
process.exitCode = broken === 0 ? 0 : 1

/** An uninterrupted run: how long it takes and what it decides. */
async function reference(pipeline) {
  const home = mkdtempSync(path.join(tmpdir(), 'airworthy-reference-'))
  const started = performance.now()
  const { code } = await start(pipeline, home, []).ended
  const ms = performance.now() - started
  const facts = factsOf(home)
  rmSync(home, { recursive: true, force: true })
  if (code !== pipeline.exitCode) throw new Error(`${pipeline.file} ended with ${code} without any kill`)
  console.log(`${pipeline.file} uninterrupted: ${(ms / 1000).toFixed(1)} s, exit code ${code}, ${facts.verdicts}`)
  return { ms, facts }
}

async function attempt(pipeline, reference, trial) {
  const home = mkdtempSync(path.join(tmpdir(), 'airworthy-trial-'))
  const kills = random() < 1 / 3 ? 2 : 1
  const moments = []
  const problems = []
  let left = reference.ms
  for (let kill = 0; kill < kills; kill++) {
    const moment = random() * left
    const run = start(pipeline, home, begun(home) ? ['--resume'] : [])
    if ((await Promise.race([run.ended, pause(moment)])) !== undefined) break
    run.child.kill('SIGKILL')
    await run.ended
    moments.push(`${(moment / 1000).toFixed(2)} s`)
    left -= moment
    await pause(1500)
    const orphans = processesOf(home)
    if (orphans.length > 0) problems.push(`${orphans.length} orphan processes: ${orphans.join('; ')}`)
  }
  // A run that was faster than the reference ended before its moment came: it proves nothing and is drawn again.
  if (moments.length === 0) {
    rmSync(home, { recursive: true, force: true })
    return attempt(pipeline, reference, trial)
  }
  const last = await start(pipeline, home, begun(home) ? ['--resume'] : []).ended
  if (last.code !== pipeline.exitCode)
    problems.push(`exit code ${last.code} instead of ${pipeline.exitCode}: ${last.words}`)
  else problems.push(...brokenPromises(factsOf(home), reference.facts, pipeline))
  const behind = processesOf(home)
  if (behind.length > 0) problems.push(`left behind: ${behind.join('; ')}`)
  console.log(
    `${String(trial).padStart(3)} ${path.basename(pipeline.file)} killed at ${moments.join(' and ')}: ${problems.length === 0 ? 'as if nothing had happened' : problems.join(' | ')}`,
  )
  if (!values.keep || problems.length === 0) rmSync(home, { recursive: true, force: true })
  return problems
}

function brokenPromises(now, reference, pipeline) {
  const expected = {
    verdicts: reference.verdicts,
    releases: 'digits@v1.0.0 digits@v1.1.0',
    rollouts: 1,
    outcome: pipeline.outcome,
    production: pipeline.production,
    doubled: '',
  }
  const problems = Object.entries(expected).flatMap(([name, value]) =>
    now[name] === value ? [] : [`${name}: ${now[name]} instead of ${value}`],
  )
  if (now.runs !== 1) problems.push(`${now.runs} runs instead of 1`)
  return problems
}

/** What a home says after a run: the verdicts, the ledger, the tags. */
function factsOf(home) {
  const runs = runsOf(home)
  const folder = path.join(home, 'runs', runs.at(-1))
  const report = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))
  const git = (...args) =>
    execFileSync('git', ['--git-dir', path.join(folder, 'registry.git'), ...args], { encoding: 'utf8' })
  const names = git('ls-tree', '-r', '--name-only', 'airworthy/ledger')
    .split('\n')
    .filter((name) => /^log\/.*\.json$/.test(name))
  if (names.length === 0) throw new Error(`no entry in the ledger of ${folder}`)
  const entries = names.map((name) => JSON.parse(git('show', `airworthy/ledger:${name}`)))
  const keys = entries.map((entry) => entry.key)
  return {
    runs: runs.length,
    verdicts: report.comparison.rows.map((row) => `${row.metric}: ${row.verdict}`).join(', '),
    releases: git('tag', '--list', '*@v*').trim().split('\n').join(' '),
    rollouts: entries.filter((entry) => entry.kind === 'rollout-started').length,
    outcome: entries
      .filter((entry) => entry.kind === 'rollout-finished')
      .map((entry) => entry.outcome)
      .join(' '),
    production: entries.findLast((entry) => entry.kind === 'assign')?.version,
    doubled: keys.filter((key, index) => keys.indexOf(key) !== index).join(' '),
  }
}

function begun(home) {
  return runsOf(home).some(
    (run) =>
      readdirSync(path.join(home, 'runs', run)).includes('journal.jsonl') &&
      readFileSync(path.join(home, 'runs', run, 'journal.jsonl'), 'utf8').includes('\n'),
  )
}

function runsOf(home) {
  try {
    return readdirSync(path.join(home, 'runs')).sort()
  } catch {
    return []
  }
}

function start(pipeline, home, more) {
  const child = spawn(process.execPath, ['dist/cli.js', 'run', pipeline.file, ...more], {
    cwd: top,
    // An untrusted run in CI would have a home of its own, and resume nothing.
    env: { ...process.env, AIRWORTHY_HOME: home, CI: 'true', AIRWORTHY_TRUSTED: 'true' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-1000)
  })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve({ code, words })))
  return { child, ended }
}

/** Processes that carry this home in their environment: whatever the run started, directly or not. */
function processesOf(home) {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return []
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`AIRWORTHY_HOME=${home}`)) return []
      return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`]
    } catch {
      return []
    }
  })
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** A linear congruential generator: the moments of a seed can be drawn again. */
function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
