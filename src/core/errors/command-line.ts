import type { Rows } from './words.ts'

export interface CommandLineErrors {
  'argument-missing': { argument: string; command: string }
  'argument-wrong': { argument: string; expected: string }
  'evidence-wrong': { path: string; reason: string }
  'init-exists': { path: string }
  'report-format-unknown': { name: string; valid: readonly string[] }
}

export const commandLine: Rows<CommandLineErrors> = {
  'argument-missing': (d) => ({
    message: `${d.argument} is missing.`,
    hint: `Name it, or see \`airworthy ${d.command} --help\`.`,
  }),
  'argument-wrong': (d) => ({
    message: `${d.argument} is not ${d.expected}.`,
    hint: `Write it as ${d.expected}.`,
  }),
  'evidence-wrong': (d) => ({
    message: `${d.path} is not an evidence file: ${d.reason}.`,
    hint: 'Evidence is the evidence.json in the folder of a run that compared; `airworthy report` names it.',
  }),
  'init-exists': (d) => ({
    message: `There is a file ${d.path} already.`,
    hint: 'Use --force to overwrite it.',
  }),
  'report-format-unknown': (d) => ({
    message: `There is no report format ${d.name}.`,
    hint: `Formats are ${d.valid.join(', ')}.`,
  }),
}
