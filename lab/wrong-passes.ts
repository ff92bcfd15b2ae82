// Attempts to get a wrong pass from data, models, settings and evidence. The judge is scikit-learn, NumPy, onnx and onnxruntime for Python.
//   npm run build && npx tsx lab/wrong-passes.ts --python PYTHON [--record] [--only NAME] [--keep FOLDER]
//   npm run build && npx tsx lab/wrong-passes.ts --recorded
// Prints a table; exit code 1 when an attempt succeeds, when by the judge it attacks nothing, or when an honest sibling is not accepted.
// `--recorded` takes what the judge is recorded to have found of these very files, and needs no Python. `--record` records it.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Attempt, Files } from './wrong-passes/attempt.ts'
import { attempts } from './wrong-passes/attempts/index.ts'
import { type Asked, ask, keyOf, recordedFile, recordedOf, recordings } from './wrong-passes/judge.ts'
import { outcomeOf, write } from './wrong-passes/outcome.ts'
import { faultsOf, type Result, table } from './wrong-passes/table.ts'
import type { Finding } from './wrong-passes/truth.ts'

const { values } = parseArgs({
  options: {
    python: { type: 'string', default: process.env['AIRWORTHY_PYTHON'] ?? 'python3' },
    recorded: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    cli: { type: 'string', default: path.resolve(import.meta.dirname, '..', 'dist', 'cli.js') },
  },
})

interface Prepared {
  readonly attempt: Attempt
  readonly folder: string
  readonly home: string
  readonly files: Files
}

const top = values.keep ?? mkdtempSync(path.join(realpathSync(os.tmpdir()), 'airworthy-wrong-passes-'))
const begun = performance.now()
const results = await resultsOf(attempts.filter(({ name }) => name.includes(values.only)).map(prepare))
if (values.keep === undefined) rmSync(top, { recursive: true, force: true, maxRetries: 3 })
console.log(table(results))
const siblings = results.filter(({ control }) => control !== undefined).length
const faults = results.flatMap(faultsOf)
const seconds = Math.round((performance.now() - begun) / 1000)
console.log(`\n${results.length} attempts, ${siblings} honest siblings, ${faults.length} faults, ${seconds} s.`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

function prepare(attempt: Attempt): Prepared {
  const folder = path.join(top, attempt.name)
  const files = attempt.files()
  write(folder, files)
  return { attempt, folder, files, home: path.join(top, 'homes', attempt.name) }
}

/** Two at a time; those that measure speed one after the other, with nothing beside them. */
async function resultsOf(prepared: readonly Prepared[]): Promise<Result[]> {
  const findings = findingsOf(prepared)
  const found = new Map<Attempt, Result>()
  const work = async (queue: Prepared[]): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      found.set(next.attempt, await tryOut(next, findings.get(next) ?? []))
  }
  const beside = prepared.filter(({ attempt }) => attempt.alone !== true)
  await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, () => work(beside)))
  await work(prepared.filter(({ attempt }) => attempt.alone === true))
  return prepared.map(({ attempt }) => found.get(attempt) as Result)
}

async function tryOut({ attempt, folder, home, files }: Prepared, findings: readonly Finding[]): Promise<Result> {
  const outcome = await outcomeOf(attempt.run, { folder, home }, values.cli)
  const result = { attempt, judged: attempt.truth.read(findings), outcome }
  const { control } = attempt
  if (control === undefined) return result
  const other = { folder: `${folder}-control`, home: `${home}-control` }
  write(other.folder, { ...files, ...control.files?.() })
  return { ...result, control: await outcomeOf(control.run, other, values.cli) }
}

/** What the judge says of each attempt, in the order of its questions. */
function findingsOf(prepared: readonly Prepared[]): ReadonlyMap<Prepared, readonly Finding[]> {
  const asked = prepared.flatMap(({ attempt, folder, files }) =>
    attempt.truth.questions.map((question): Asked => ({ question, folder, files })),
  )
  const answers = values.recorded ? asked.map(recordedOf) : ask(values.python, asked)
  if (values.record) record(asked, answers)
  let from = 0
  return new Map(
    prepared.map((each) => {
      const own = answers.slice(from, from + each.attempt.truth.questions.length)
      from += own.length
      return [each, own]
    }),
  )
}

/** All attempts at once leave nothing of those that are no more. */
function record(asked: readonly Asked[], answers: readonly Finding[]): void {
  const kept = values.only === '' ? {} : recordings()
  const entries = asked.map((each, at): [string, Finding] => [keyOf(each), answers[at] as Finding])
  const all = Object.entries({ ...kept, ...Object.fromEntries(entries) }).sort(([a], [b]) => (a < b ? -1 : 1))
  // As the formatter has it.
  const text = JSON.stringify(Object.fromEntries(all), null, 2).replace(/("value": [\d.]+)e\+/g, '$1e')
  writeFileSync(recordedFile, `${text}\n`)
}
