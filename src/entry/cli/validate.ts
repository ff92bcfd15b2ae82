import { checkWords } from '../../core/check-words.ts'
import type { Finding, Validation } from '../../core/products/index.ts'
import { terminalText } from '../../report/escape.ts'
import { defineCommand, one, text, texts } from './command.ts'
import { dataOf, shapes, shapesOf } from './measuring.ts'
import { json } from './shared.ts'

export const validate = defineCommand({
  name: 'validate',
  summary:
    'Check a model: exit 0 when it is sound, 1 when something is wrong with it, 2 when it cannot be read, 3 when a check could not be made.',
  arguments: { model: one('an ONNX file') },
  options: {
    production: text('<model>', 'compare its interface with this model'),
    checks: texts('<names...>', 'the checks to make', {
      fallbackText: 'graph interface safety runs determinism',
    }),
    data: text(
      '<npz>',
      'an .npz file of real inputs to run it on, one array per model input, others are left alone; else inputs are made up',
    ),
    golden: text('<npz>', 'an .npz file of inputs and the outputs to expect of them, an array for each'),
    shape: shapes,
    json,
  },
  examples: ['airworthy validate model.onnx', 'airworthy validate model.onnx --checks graph interface safety'],
  async run(entry, given) {
    const { runOnModels, printProblems } = await import('./run-pipeline.ts')
    const { model, production, checks, golden, shape, json } = given
    const settings = {
      ...(checks.length === 0 ? {} : { checks }),
      ...(golden === undefined ? {} : { golden: { from: golden } }),
      ...(given.data === undefined ? {} : { data: 'eval' }),
      shapes: shapesOf(shape),
    }
    const report = await runOnModels(
      entry,
      { candidate: model, production, data: dataOf(given), stages: { validate: settings } },
      json,
    )
    if (report.validation === undefined) return printProblems(entry, report, json)
    if (!json) entry.out(validationText(report.validation, model))
    return report.exitCode
  },
})

/** The findings, and a last line that says how it came out and which checks that rests on. */
function validationText({ checks }: Validation, model: string): string {
  const findings = checks.flatMap((check) => check.findings)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const [open, made] = [true, false].map((unchecked) =>
    checks
      .filter(({ verdict }) => (verdict === 'not-checked') === unchecked)
      .map(checkWords)
      .join(', '),
  )
  const name = terminalText(model)
  const head =
    errors > 0
      ? `✗ ${name}: ${errors} ${errors === 1 ? 'error' : 'errors'}`
      : open === ''
        ? `✓ ${name} is sound`
        : `? ${name} is not known to be sound`
  const parts = [open === '' ? '' : `not checked: ${open}`, made === '' ? '' : `checked: ${made}`]
  return `${findingLines(findings)}${head} (${parts.filter((part) => part !== '').join('; ')}).\n`
}

function findingLines(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.severity}[${finding.code}] ${finding.where}: ${finding.message}\n  ${finding.hint}`)
    .map((text) => `${text.split('\n').map(terminalText).join('\n')}\n`)
    .join('')
}
