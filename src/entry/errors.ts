import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface EntryErrors {
  'argument-missing': { argument: string; command: string }
  'argument-wrong': { argument: string; expected: string }
  'call-wrong': { reason: string }
  'comment-event': { event: string }
  'github-token-missing': Record<string, never>
  'file-of-base': { file: string; why: string }
  /** `pipeline`: the pipeline file, where there is one. */
  'init-exists': { path: string; pipeline: string | undefined }
  'pipeline-of-base': { event: string }
  'report-differs': { path: string; run: string; reason: string }
  'report-format-unknown': { name: string; valid: readonly string[] }
  'report-missing': { path: string; run: string }
  /** `run`: the run whose journal lies beside it; undefined where none does. */
  'report-unreadable': { path: string; reason: string; run: string | undefined }
  'weights-exist': { path: string; model: string }
}

export const entryErrors: ErrorTable<EntryErrors> = {
  'argument-missing': {
    say: (d) => ({
      message: `${d.argument} is missing.`,
      hint: `Name it, or see \`airworthy ${d.command} --help\`.`,
    }),
    example: { argument: 'MODEL', command: 'bench' },
  },
  'argument-wrong': {
    say: (d) => ({
      message: `${d.argument} is not valid.`,
      hint: `Expected ${d.expected}.`,
    }),
    example: { argument: '--batch', expected: 'a whole number of 1 or more' },
  },
  'call-wrong': {
    say: (d) => ({
      message: `airworthy cannot be called like this: ${d.reason}${/[.?!)]$/.test(d.reason) ? '' : '.'}`,
      hint: 'Use --help for what this command takes.',
    }),
    example: { reason: "unknown command 'rnu' (Did you mean run?)" },
  },
  'comment-event': {
    say: (d) => ({
      message: `The comment Action posts the report of another workflow run; the event ${d.event} names none.`,
      hint: 'Call it from a workflow triggered by workflow_run; see examples/workflows/comment.yml.',
    }),
    example: { event: 'push' },
  },
  'github-token-missing': {
    say: () => ({
      message: 'There is no token to talk to GitHub with.',
      hint: 'Leave github-token out, so that the token of the job is taken, or give it one.',
    }),
    example: {},
  },
  'file-of-base': {
    say: (d) => ({
      message: `A stranger may have written what is checked out, so ${d.file} has to be the repository's own, and ${d.why}.`,
      hint: 'Check out the base, and only the candidate from the pull request. Data and models that the pipeline names change by commits to the base.',
    }),
    example: { file: 'data/test.npz', why: 'what is checked out is another' },
  },
  'init-exists': {
    say: (d) => ({
      message: `There is a file ${d.path} already.`,
      hint: `Use --force to overwrite it.${d.pipeline === undefined ? '' : ` If only the ledger is missing, \`airworthy registry init ${d.pipeline}\` creates it.`}`,
    }),
    example: { path: 'airworthy.yml', pipeline: 'airworthy.yml' },
  },
  'pipeline-of-base': {
    say: (d) => ({
      message: `Under the trigger ${d.event} the pipeline is read from the repository itself, and there is no token to read it with.`,
      hint: 'Set github-token, with permissions: contents: read.',
    }),
    example: { event: 'pull_request_target' },
  },
  'report-differs': {
    say: (d) => ({
      message: `${d.path} is not the report that the run ${d.run} wrote: ${d.reason}.`,
      hint: `\`airworthy run --run ${d.run}\` writes it again, from what the run kept. Its evidence is checked by \`airworthy verify\`.`,
    }),
    example: {
      path: '.airworthy/runs/20261130-120000-ab12cd34/report.json',
      run: '20261130-120000-ab12cd34',
      reason: 'it was changed since',
    },
  },
  'report-format-unknown': {
    say: (d) => ({
      message: `There is no report format ${d.name}.`,
      hint: `Formats are ${d.valid.join(', ')}.`,
    }),
    example: { name: 'pdf', valid: ['text', 'markdown', 'json', 'html'] },
  },
  'report-missing': {
    say: (d) => ({
      message: `The run ${d.run} has no report in ${d.path}: it ended before it wrote one, or somebody removed it.`,
      hint: `\`airworthy run --run ${d.run}\` goes on with the run where it stopped, and writes it.`,
    }),
    example: { path: '.airworthy/runs/20261130-120000-ab12cd34/report.json', run: '20261130-120000-ab12cd34' },
  },
  'report-unreadable': {
    say: (d) => ({
      message: `${d.path} is not a report of this version: ${d.reason}.`,
      hint:
        d.run === undefined
          ? 'Read it with the version of Airworthy that wrote it, or bring back the file as its run wrote it.'
          : `\`airworthy run --run ${d.run}\` writes it again, from what the run kept. If another version wrote it, read it with that one.`,
    }),
    example: {
      path: '.airworthy/runs/20261130-120000-ab12cd34/report.json',
      reason: 'sentence: missing, expected string',
      run: '20261130-120000-ab12cd34',
    },
  },
  'weights-exist': {
    say: (d) => ({
      message: `The weights of ${d.model} must go to ${d.path}, but a different file is already there.`,
      hint: 'Write the model to a folder of its own, with --out.',
    }),
    example: { path: 'models/weights.bin', model: 'smaller.onnx' },
  },
}

export const entryError = errorFrom(entryErrors)
