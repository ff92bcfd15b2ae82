// Runs `npm test` again and again, beside other work when asked, and counts how often it passes.
//   node scripts/repeat-tests.mjs [--times 20] [--load 4]
// `--load` is a number of processes that do nothing but keep a processor busy. Prints a table as it goes; what a failed run said
// is left in .build/repeat-tests. Exit code 1 when a run failed.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '20' }, load: { type: 'string', default: '0' } },
})
const [times, load] = [Number(values.times), Number(values.load)]
const top = path.dirname(import.meta.dirname)
const folder = path.join(top, '.build', 'repeat-tests')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const busy = Array.from({ length: load }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }))
process.on('exit', () => {
  for (const each of busy) each.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

console.log(
  `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, beside ${load} busy processes\n`,
)
console.log('| run | seconds | result | what failed |\n| --- | --- | --- | --- |')
const runs = Array.from({ length: times }, (_, at) => once(at + 1))
const passed = runs.filter(({ ok }) => ok)
const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b)
console.log(
  `\n${passed.length} of ${times} passed, in ${seconds[0]} to ${seconds.at(-1)} s, half of them in ${seconds[times >> 1]} s or less.`,
)
process.exitCode = passed.length === times ? 0 : 1

function once(run) {
  const report = path.join(folder, `run-${run}.json`)
  const begin = performance.now()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status, stdout, stderr } = spawnSync('npm', ['test', '--', ...reporters], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const took = Math.round((performance.now() - begin) / 1000)
  const failed = status === 0 ? [] : failures(report)
  if (status !== 0) writeFileSync(path.join(folder, `run-${run}.log`), stdout + stderr)
  console.log(`| ${run} | ${took} | ${status === 0 ? 'passed' : `exit code ${status}`} | ${failed.join('; ')} |`)
  return { ok: status === 0, seconds: took }
}

function failures(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    return testResults.flatMap(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((each) => each.status === 'failed').map(({ fullName }) => fullName)
      if (status !== 'failed') return []
      return [`${path.relative(top, name)}: ${failed.join(', ') || 'the file itself'}`]
    })
  } catch {
    return ['no report was written']
  }
}
