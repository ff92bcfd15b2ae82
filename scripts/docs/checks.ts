import { readFileSync } from 'node:fs'
import { findingCatalogue } from '../../src/onnx/check/catalogue.ts'

interface Alone {
  readonly what: string
  readonly codes: readonly string[]
  readonly models: number
}

/** The reference of findings, and what Airworthy alone finds: `test/real/check.test.ts` writes that and keeps it true. */
export function checksPage(): string {
  const alone = read<readonly Alone[]>('check-alone.json')
  const exceptions = read<{ readonly corpora: readonly object[]; readonly mutants: readonly Exception[] }>(
    'check-exceptions.json',
  )
  return [
    '# Checks of a model',
    'This page is written by `npm run docs` from the tables in the code, and from what `test/real/check.test.ts` found.\n',
    'Every finding has a stable code, a place, a sentence and a hint. An `error` is what the standard forbids or the runtime refuses; it fails the `graph` or `safety` check. A `warning` is probably not meant, a `note` is good to know.',
    findingsTable(),
    '## What is found beside onnx.checker and onnxruntime',
    'A script breaks one thing at a time in sound models (`npx tsx scripts/malformed.ts FOLDER`). What `onnx.checker` with `full_check` or the load of onnxruntime refuses, Airworthy refuses too; the exceptions are at the end. These it refuses alone:',
    table(
      ['what was done', 'models', 'finding'],
      alone.map(({ what, codes, models }) => [what, String(models), codes.map((code) => `\`${code}\``).join(', ')]),
    ),
    '### Exceptions',
    table(
      ['model', 'why it is not refused'],
      exceptions.mutants.map(({ name, reason }) => [`\`${name}\``, `It ${reason}.`]),
    ),
    '',
  ].join('\n\n')
}

interface Exception {
  readonly name: string
  readonly reason: string
}

function read<Value>(fixture: string): Value {
  return JSON.parse(readFileSync(new URL(`../../test/fixtures/${fixture}`, import.meta.url), 'utf8')) as Value
}

function findingsTable(): string {
  return table(
    ['code', 'severity', 'what it is', 'what to do'],
    Object.entries(findingCatalogue).map(([code, [severity, what, hint]]) => [`\`${code}\``, severity, what, hint]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
