// Attempts to get a wrong pass from data, models and settings. The judge is scikit-learn, NumPy, onnx and onnxruntime for Python.
//   npm run build && npx tsx lab/wrong-passes.ts --python PYTHON [--record] [--only NAME] [--keep FOLDER]
//   npm run build && npx tsx lab/wrong-passes.ts --recorded
// Prints a table; exit code 1 when an attempt succeeds, when by the judge it attacks nothing, or when an honest sibling is not accepted.
// `--recorded` takes what the judge is recorded to have found of these very files, and needs no Python.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Attempt, Files } from './wrong-passes/attempt.ts'
import { attempts } from './wrong-passes/attempts/index.ts'
import { type Asked, ask, keyOf, recorded, recordedFile } from './wrong-passes/judge.ts'
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
  },
})

interface Prepared {
  readonly attempt: Attempt
  readonly folder: string
  readonly files: Files
  readonly home: string
}

const top = values.keep ?? mkdtempSync(path.join(os.tmpdir(), 'airworthy-wrong-passes-'))
const begun = performance.now()
const prepared = attempts.filter(({ name }) => name.includes(values.only)).map(prepare)
const findings = findingsOf(prepared)
const results: Result[] = []
const together = prepared.filter(({ attempt }) => attempt.alone !== true)
const one = async (queue: Prepared[]): Promise<void> => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await tryOut(next))
}
await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, () => one(together)))
await one(prepared.filter(({ attempt }) => attempt.alone === true))
results.sort((a, b) => attempts.indexOf(a.attempt) - attempts.indexOf(b.attempt))
if (values.keep === undefined) rmSync(top, { recursive: true, force: true })
console.log(table(results))
const faults = results.flatMap(faultsOf)
const controls = results.filter(({ control }) => control !== undefined).length
const seconds = Math.round((performance.now() - begun) / 1000)
console.log(`\n${results.length} attempts, ${controls} honest siblings, ${faults.length} faults, ${seconds} s.`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

function prepare(attempt: Attempt): Prepared {
  const folder = path.join(top, attempt.name)
  const files = attempt.files()
  write(folder, files)
  return { attempt, folder, files, home: path.join(top, 'homes', attempt.name) }
}

function findingsOf(all: readonly Prepared[]): ReadonlyMap<Prepared, readonly Finding[]> {
  const asked = all.flatMap(({ attempt, folder, files }) =>
    attempt.truth.questions.map((question): Asked => ({ question, folder, files })),
  )
  const answers = values.recorded ? fromRecord(asked) : ask(values.python, asked)
  if (values.record) record(asked, answers)
  let at = 0
  return new Map(
    all.map((each) => {
      const from = at
      at += each.attempt.truth.questions.length
      return [each, answers.slice(from, at)]
    }),
  )
}

function fromRecord(asked: readonly Asked[]): Finding[] {
  const known = recorded()
  return asked.map((each) => {
    const finding = known[keyOf(each)]
    if (finding !== undefined) return finding
    throw new Error(
      `nothing is recorded of ${path.basename(each.folder)} as it is now (${each.question.ask}): run with --record`,
    )
  })
}

function record(asked: readonly Asked[], answers: readonly Finding[]): void {
  const kept = values.only === '' ? {} : recorded()
  const entries = asked.map((each, at): [string, Finding] => [keyOf(each), answers[at] as Finding])
  const all = Object.entries({ ...kept, ...Object.fromEntries(entries) }).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(recordedFile, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`)
}

async function tryOut(each: Prepared): Promise<Result> {
  const { attempt, folder, home } = each
  const outcome = await outcomeOf(attempt.run, { folder, home })
  const judged = attempt.truth.read(findings.get(each) ?? [])
  const { control } = attempt
  if (control === undefined) return { attempt, judged, outcome }
  const other = {
    folder: path.join(top, `${attempt.name}-control`),
    home: path.join(top, 'homes', `${attempt.name}-control`),
  }
  write(other.folder, { ...each.files, ...control.files?.() })
  return { attempt, judged, outcome, control: await outcomeOf(control.run, other) }
}
