// How long the three quickstart pipelines take and how they end, nothing cached.
//   node lab/quickstarts.mjs [--times 3]
// Prints a table; exit code 1 when one of them ends otherwise than it should.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { times: { type: 'string', default: '3' } } })
const top = path.dirname(import.meta.dirname)
const expected = { quickstart: 0, 'quickstart-regression': 1, 'quickstart-rollback': 4 }

const rows = Object.keys(expected).map((name) => ({
  name,
  runs: Array.from({ length: Number(values.times) }, () => once(name)),
}))
console.log(
  `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
)
console.log('| pipeline | exit codes | seconds |\n| --- | --- | --- |')
for (const { name, runs } of rows) {
  console.log(
    `| \`${name}.yml\` | ${runs.map(({ status }) => status).join(', ')} | ${runs.map(({ ms }) => (ms / 1000).toFixed(1)).join(', ')} |`,
  )
}
process.exitCode = rows.every(({ name, runs }) => runs.every(({ status }) => status === expected[name])) ? 0 : 1

function once(name) {
  const home = mkdtempSync(path.join(tmpdir(), 'airworthy-bench-'))
  const started = performance.now()
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'run', `pipelines/${name}.yml`], {
    cwd: top,
    env: { ...process.env, AIRWORTHY_HOME: home },
    stdio: 'ignore',
  })
  const ms = performance.now() - started
  rmSync(home, { recursive: true, force: true })
  return { status, ms }
}
