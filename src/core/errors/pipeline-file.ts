import { didYouMean, type Rows } from './words.ts'

export interface PipelineFileErrors {
  'expression-undefined': { term: string; nearest: string | undefined }
  'expression-unknown': { term: string }
  'input-unknown': { name: string; valid: readonly string[]; nearest: string | undefined }
  'override-incomplete': Record<string, never>
  'override-refused': { why: string }
  'pipeline-cycle': { cycle: readonly string[] }
  'pipeline-duplicate-name': Record<never, never>
  'pipeline-missing': { path: string }
  'pipeline-of-base': { event: string }
  'pipeline-missing-key': { key: string; at: string }
  'pipeline-not-yaml': { reason: string }
  'pipeline-too-large': { path: string; bytes: number }
  'pipeline-unknown-key': { key: string; at: string; valid: readonly string[]; nearest: string | undefined }
  'pipeline-wrong-value': { at: string; expected: string; nearest: string | undefined }
  'stage-input-missing': { stage: string; product: string; givers: readonly string[] }
  'stage-kind-unknown': { kind: string; valid: readonly string[]; nearest: string | undefined }
  'stage-unknown': { name: string; valid: readonly string[]; nearest: string | undefined }
}

export const pipelineFile: Rows<PipelineFileErrors> = {
  'expression-undefined': (d) => ({
    message: `\${{ ${d.term} }} is not defined.`,
    hint: d.term.startsWith('env.')
      ? `Set the environment variable ${d.term.slice(4)} before the run.`
      : `Give it with --input ${d.term.slice(7)}=…, or declare it with a default under \`inputs:\`.${didYouMean(d.nearest)}`,
  }),
  'expression-unknown': (d) => ({
    message: `\${{ ${d.term} }} is not an expression.`,
    hint: 'An expression is env.NAME or inputs.name, and nothing else; it is replaced by text and never executed.',
  }),
  'input-unknown': (d) => ({
    message: `The pipeline has no input ${d.name}.`,
    hint:
      d.valid.length === 0
        ? 'Declare it under `inputs:`.'
        : `Its inputs are ${d.valid.join(', ')}.${didYouMean(d.nearest)}`,
  }),
  'override-incomplete': () => ({
    message: 'An override of a gate needs a name and a reason.',
    hint: 'Give both: `--override "why it may go on" --by "who takes the responsibility"`.',
  }),
  'override-refused': (d) => ({
    message: `The gate cannot be overridden here: ${d.why}.`,
    hint: 'Override it in a run of your own repository, where the ledger can record who and why.',
  }),
  'pipeline-cycle': (d) => ({
    message: `The stages need one another in a circle: ${d.cycle.join(' → ')}.`,
    hint: 'Take one of the `needs:` away. Without `needs:` a stage needs the one above it.',
  }),
  'pipeline-duplicate-name': () => ({
    message: 'The same name stands twice in one mapping.',
    hint: 'Rename or remove one of them; two stages of one kind get different names and `kind:`.',
  }),
  'pipeline-of-base': (d) => ({
    message: `Under the trigger ${d.event} the pipeline is read from the repository itself, and there is no token to read it with.`,
    hint: 'Set github-token, with permissions: contents: read.',
  }),
  'pipeline-missing': (d) => ({
    message: `There is no pipeline file ${d.path}.`,
    hint: 'Check the path, or write a starter pipeline with `airworthy init MODEL.onnx`.',
  }),
  'pipeline-missing-key': (d) => ({
    message: `${d.key} is missing in ${d.at}.`,
    hint: `Add \`${d.key}:\`; docs/stages.md has examples.`,
  }),
  'pipeline-not-yaml': (d) => ({
    message: `The file is not valid YAML: ${d.reason}`,
    hint: 'Correct the syntax here; a value with : # { [ or * in it needs quotes.',
  }),
  'pipeline-too-large': (d) => ({
    message: `${d.path} has ${d.bytes} bytes, too many for a pipeline.`,
    hint: 'A pipeline file is text of a few kilobytes; is this a model or an archive?',
  }),
  'pipeline-unknown-key': (d) => ({
    message: `There is no setting ${d.key} in ${d.at}.`,
    hint:
      d.valid.length === 0 ? 'Remove it.' : `Valid here: ${[...d.valid].sort().join(', ')}.${didYouMean(d.nearest)}`,
  }),
  'pipeline-wrong-value': (d) => ({
    message: `${d.at}: ${d.expected}.`,
    hint: `Correct the value; docs/stages.md lists what each setting takes.${didYouMean(d.nearest)}`,
  }),
  'stage-input-missing': (d) => ({
    message: `The stage ${d.stage} needs ${d.product}, which no stage before it gives.`,
    hint:
      d.givers.length === 0
        ? 'Add a stage that gives it.'
        : `Put a stage of kind ${d.givers.join(' or ')} before it, or name it in \`needs:\`.`,
  }),
  'stage-kind-unknown': (d) => ({
    message: `There is no stage kind ${d.kind}.`,
    hint: `Kinds are ${d.valid.join(', ')}; a stage with another name says \`kind:\`.${didYouMean(d.nearest)}`,
  }),
  'stage-unknown': (d) => ({
    message: `needs: there is no stage ${d.name}.`,
    hint: `Stages of this pipeline are ${d.valid.join(', ')}.${didYouMean(d.nearest)}`,
  }),
}
