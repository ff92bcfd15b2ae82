import type { Finding, Validation } from '../../core/products/index.ts'
import { exitCodes } from '../../core/verdict.ts'
import { terminalText } from '../../report/escape.ts'
import { defineCommand, one, text } from './command.ts'
import { json } from './shared.ts'

export const validate = defineCommand({
  name: 'validate',
  summary: 'Check a model: exit 0 when it is sound, 1 when something is wrong with it, 2 when it cannot be read.',
  arguments: { model: one('an ONNX file') },
  options: { production: text('<model>', 'compare its interface with this model'), json },
  examples: ['airworthy validate model.onnx'],
  async run(entry, { model, production, json }) {
    const { runOnModels, printProblems } = await import('./run-pipeline.ts')
    const report = await runOnModels(entry, { candidate: model, production, stages: { validate: {} } }, json)
    if (report.validation === undefined) return printProblems(entry, report, json)
    if (!json) entry.out(validationText(report.validation, model))
    return report.outcome === 'pass' ? exitCodes.pass : exitCodes.fail
  },
})

function validationText(validation: Validation, model: string): string {
  const findings = validation.checks.flatMap((check) => check.findings)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const head = errors === 0 ? `✓ ${model} is sound` : `✗ ${model}: ${errors} ${errors === 1 ? 'error' : 'errors'}`
  const checks = validation.checks.map((check) => check.check).join(', ')
  return `${findingLines(findings)}${head} (checked: ${checks}).\n`
}

function findingLines(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.severity}[${finding.code}] ${finding.where}: ${finding.message}\n  ${finding.hint}`)
    .map((text) => `${text.split('\n').map(terminalText).join('\n')}\n`)
    .join('')
}
