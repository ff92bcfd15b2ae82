import path from 'node:path'
import { didYouMean, type ErrorTable, errorFrom, fewOf, problemFrom } from '../core/errors/index.ts'
import { type Holder, lockRemedy } from '../core/lock.ts'
import { printCount } from '../core/quantity/index.ts'
import { shellWord } from '../core/shell-word.ts'
import { type Refusal, refusals } from '../core/world.ts'

/** What a file of lines is for, and so what is lost with it. */
export type LinesKind = 'journal' | 'checkpoint' | 'measurements'

export interface PipelineErrors {
  'artifact-missing': { name: string; sha256: string }
  'benchmark-unclear': { count: number; kinds: readonly string[] }
  'expression-undefined': { term: string; nearest: string | undefined }
  'expression-untrusted': { term: string; why: string }
  'expression-unknown': { term: string }
  'external-pointer': { model: string; location: string }
  'external-refused': { model: string; location: string; why: Refusal }
  'gate-bypassed': { stage: string; judge: string }
  'home-untrusted': { home: string; place: string; why: keyof typeof homeRefusals; trust?: string }
  'input-unknown': { name: string; valid: readonly string[]; nearest: string | undefined }
  'line-damaged': { file: string; line: number; kind: LinesKind }
  'matrix-too-large': { jobs: number; most: number }
  'measuring-lost': Record<never, never>
  'measurements-behind': { file: string }
  'measurements-foreign': { file: string }
  'merge-nothing': { place: string }
  'model-missing': { role: string; path: string }
  'override-incomplete': Record<string, never>
  'override-refused': { why: string }
  'pipeline-cycle': { cycle: readonly string[] }
  'pipeline-duplicate-name': Record<never, never>
  'pipeline-missing': { path: string }
  'pipeline-missing-key': { key: string; at: string }
  'pipeline-more-problems': { shown: number }
  'pipeline-not-yaml': { reason: string }
  'pipeline-too-large': { path: string; what: string; limit: number }
  'pipeline-unknown-key': { key: string; at: string; valid: readonly string[]; nearest: string | undefined }
  'pipeline-wrong-name': { name: string; why: string }
  'pipeline-wrong-value': { at: string; expected: string; nearest: string | undefined }
  'product-unused': { stage: string; product: string; taker: string; giver: string }
  'production-missing': { model: string; registry: string; version: string | undefined; sha256: string }
  'registry-of-run': Record<string, never>
  'result-too-large': { characters: number | undefined; limit: number }
  'resume-changed': { run: string; file: string }
  'resume-nothing': { home: string; refused: number }
  'resume-unreadable': { run: string; reason: string }
  'resume-untrusted': { why: string }
  'run-busy': { run: string; lock: string; holder: Holder | undefined }
  'run-illegible': { run: string; folder: string }
  'run-missing': { run: string; home: string; latest: string | undefined }
  'shard-duplicate': { shard: string; files: readonly string[] }
  'shard-pipeline-differs': { file: string; pipeline: string }
  'shard-run-differs': { file: string; run: string | undefined; own: string | undefined }
  'shard-too-large': { file: string; bytes: number; limit: number }
  'shard-tracked': { file: string }
  'shard-unknown': { shard: string; valid: readonly string[]; nearest: string | undefined }
  'shard-version-differs': { file: string; version: string; own: string }
  'stage-input-missing': { stage: string; product: string; givers: readonly string[] }
  'stage-kind-unknown': { kind: string; valid: readonly string[]; nearest: string | undefined }
  'resume-commit': { began: string; now: string | undefined }
  'stage-timeout': { stage: string; seconds: number }
  'stage-unknown': { name: string; valid: readonly string[]; nearest: string | undefined }
}

/** What is wrong with a home that a commit may have brought, and what to do about it. `place` is what the reason is about. */
const homeRefusals = {
  checkout: {
    reason: (place: string) => `${place} is a git checkout`,
    hint: (place: string) =>
      `Remove the submodule or clone at ${place} (a submodule with \`git rm\`), or set AIRWORTHY_HOME to a folder outside the checkout.`,
  },
  inside: {
    reason: (_: string, trust = '') => `it lies in the checkout, and this run is not trusted (${trust})`,
    hint: () =>
      'Set AIRWORTHY_HOME to a folder outside the checkout, or leave it unset: such a run then uses a new folder in RUNNER_TEMP.',
  },
  link: {
    reason: (place: string) => `${place} is a symbolic link`,
    hint: (place: string) =>
      `Replace the link ${place} with a folder, or set AIRWORTHY_HOME to the folder that is meant, outside the checkout and reached through no link.`,
  },
  tracked: {
    reason: (place: string) => `git tracks ${place} there`,
    hint: () =>
      'Remove it from the repository (`git rm -r --cached`), or set AIRWORTHY_HOME to a folder outside the checkout.',
  },
} as const

const lineRepairs: Readonly<Record<LinesKind, (file: string) => string>> = {
  journal: (file) =>
    `Start a new run: unchanged stages come from the cache, and what was measured counts. The report and the evidence beside the journal are not touched: \`airworthy report ${shellWord(path.dirname(file))}\`.`,
  checkpoint: (file) => `Delete ${file}, and resume the run: the stage then begins anew.`,
  measurements: (file) => `Delete ${file}: what it held is measured again.`,
}

export const pipelineErrors: ErrorTable<PipelineErrors> = {
  'artifact-missing': {
    say: (d) => ({
      message: `The file ${d.name} (sha256 ${d.sha256.slice(0, 12)}…) is not in the store, or was changed there.`,
      hint: 'Run with --fresh to make it again. If it is the model in production, restore .airworthy/store as the job that released it left it (actions/cache in a workflow).',
    }),
    example: { name: 'digits.onnx', sha256: 'ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12' },
  },
  'benchmark-unclear': {
    say: (d) => ({
      message: `The pipeline has ${d.count === 0 ? 'no stage' : `${d.count} stages`} of kind ${d.kinds.join(' or ')}; machines can share exactly one.`,
      hint:
        d.count === 0
          ? `Add a \`${d.kinds.join('` or `')}\` stage, or run the pipeline as it is.`
          : `Put all scenarios into one \`${d.kinds.join('` or `')}\` stage, each with its \`runner:\`.`,
    }),
    example: { count: 0, kinds: ['benchmark'] },
  },
  'expression-undefined': {
    say: (d) => ({
      message: `\${{ ${d.term} }} is not defined.`,
      hint: d.term.startsWith('env.')
        ? `Set the environment variable ${d.term.slice(4)} before the run.`
        : `Give it with --input ${d.term.slice(7)}=…, or declare it with a default under \`inputs:\`.${didYouMean(d.nearest)}`,
    }),
    example: { term: 'inputs.modle', nearest: 'model' },
  },
  'expression-untrusted': {
    say: (d) => ({
      message: `\${{ ${d.term} }} is not replaced: this run is not trusted (${d.why}), and a variable may hold a secret.`,
      hint: 'Write the value into the pipeline, or give it with --input and name it under `inputs:`.',
    }),
    example: { term: 'env.REGISTRY', why: 'the pull request comes from a fork' },
  },
  'expression-unknown': {
    say: (d) => ({
      message: `\${{ ${d.term} }} is not an expression.`,
      hint: 'An expression is env.NAME or inputs.name, and nothing else; it is replaced by text and never executed.',
    }),
    example: { term: 'github.sha' },
  },
  'external-pointer': {
    say: (d) => ({
      message: `${d.model} keeps weights in ${JSON.stringify(d.location)}, which is a Git LFS pointer and not the weights.`,
      hint: 'Fetch the weights with `git lfs pull`; in a workflow, set `lfs: true` on actions/checkout.',
    }),
    example: { model: 'large.onnx', location: 'large.onnx.data' },
  },
  'external-refused': {
    say: (d) => ({
      message: `${d.model} keeps weights in ${JSON.stringify(d.location)}, which ${refusals[d.why]}.`,
      hint: 'Save the external data as plain files beside the model: `onnx.save_model(model, path, save_as_external_data=True)`.',
    }),
    example: { model: 'large.onnx', location: '../weights.bin', why: 'outside' },
  },
  'gate-bypassed': {
    say: (d) => ({
      message: `The stage ${d.stage} acts outside without waiting for ${d.judge}, which may not pass.`,
      hint: `Add ${d.judge} to the \`needs:\` of ${d.stage}.`,
    }),
    example: { stage: 'release', judge: 'strict' },
  },
  'home-untrusted': {
    say: (d) => ({
      message: `In CI, the home ${d.home} cannot be used: ${homeRefusals[d.why].reason(d.place, d.trust)}.`,
      hint: homeRefusals[d.why].hint(d.place),
    }),
    example: { home: '.airworthy', place: '.airworthy/measurements/ab12cd34.jsonl', why: 'tracked' },
  },
  'input-unknown': {
    say: (d) => ({
      message: `The pipeline has no input ${d.name}.`,
      hint:
        d.valid.length === 0
          ? 'Declare it under `inputs:`.'
          : `Its inputs are ${d.valid.join(', ')}.${didYouMean(d.nearest)}`,
    }),
    example: { name: 'modle', valid: ['model'], nearest: 'model' },
  },
  'line-damaged': {
    say: (d) => ({
      message: `${d.file} is damaged at line ${d.line} or before: it is not what was written there.`,
      hint: lineRepairs[d.kind](d.file),
    }),
    example: { file: '.airworthy/measurements/ab12cd34.jsonl', line: 4, kind: 'measurements' },
  },
  'matrix-too-large': {
    say: (d) => ({
      message: `The benchmark would take ${d.jobs} jobs; a matrix has at most ${d.most}.`,
      hint: 'Let scenarios share a `runner:`: those with the same labels are one job.',
    }),
    example: { jobs: 300, most: 256 },
  },
  'measurements-behind': {
    say: (d) => ({
      message: `${d.file} lacks measurements that an earlier run made: it was cut short, or an older copy has taken its place.`,
      hint: `Bring the newer copy back, or delete ${d.file} to measure anew. What was looked at before then spends its share of the error rate again.`,
    }),
    example: { file: '.airworthy/measurements/ab12cd34.jsonl' },
  },
  'measurements-foreign': {
    say: (d) => ({
      message: `${d.file} holds measurements of another experiment than its name says.`,
      hint: 'Remove the file, and measure again: what it holds is not of these models, data and settings.',
    }),
    example: { file: '.airworthy/measurements/ab12cd34.jsonl' },
  },
  'measuring-lost': {
    say: () => ({
      message: 'Another process took over measuring from this one, which had stood still for 20 s or more.',
      hint: 'Was the machine or the process suspended? Resume the run: `airworthy run --resume`. What was measured counts.',
    }),
    example: {},
  },
  'merge-nothing': {
    say: (d) => ({
      message: `There is no shard at ${d.place}.`,
      hint: 'Name the shard.json of every `airworthy run --shard`, or a folder with all of them in it.',
    }),
    example: { place: 'shards/' },
  },
  'model-missing': {
    say: (d) => ({
      message: `There is no ${d.role} model at ${d.path}.`,
      hint: "Check the path. In a pipeline file it is relative to that file's folder; on the command line, to the working directory.",
    }),
    example: { role: 'candidate', path: 'models/digits.onnx' },
  },
  'override-incomplete': {
    say: () => ({
      message: 'An override of a gate needs a name and a reason.',
      hint: 'Give both: `--override "why it may continue" --by "who takes responsibility"`.',
    }),
    example: {},
  },
  'override-refused': {
    say: (d) => ({
      message: `The gate cannot be overridden here: ${d.why}.`,
      hint: 'Override it in a run of your own repository, where the ledger can record who and why.',
    }),
    example: { why: 'a dry run records nothing' },
  },
  'pipeline-cycle': {
    say: (d) => ({
      message: `The stages depend on each other in a cycle: ${d.cycle.join(' → ')}.`,
      hint: 'Remove one of the `needs:`. Without `needs:` a stage needs the one above it.',
    }),
    example: { cycle: ['compare', 'gate', 'compare'] },
  },
  'pipeline-duplicate-name': {
    say: () => ({
      message: 'The same name stands twice in one mapping.',
      hint: 'Rename or remove one of them; two stages of one kind get different names and `kind:`.',
    }),
    example: {},
  },
  'pipeline-missing': {
    say: (d) => ({
      message: `There is no pipeline file ${d.path}.`,
      hint: 'Name the pipeline file that you mean, or write a starter pipeline with `airworthy init MODEL.onnx`.',
    }),
    example: { path: 'airworthy.yml' },
  },
  'pipeline-missing-key': {
    say: (d) => ({
      message: `${d.key} is missing in ${d.at}.`,
      hint: `Add \`${d.key}:\`; docs/stages.md has examples.`,
    }),
    example: { key: 'candidate', at: 'model' },
  },
  'pipeline-more-problems': {
    say: (d) => ({
      message: `Only the first ${d.shown} problems are shown; there are more.`,
      hint: 'Correct these first, and check the file again.',
    }),
    example: { shown: 100 },
  },
  'pipeline-not-yaml': {
    say: (d) => ({
      message: `The file is not valid YAML: ${d.reason}`,
      hint: 'Correct the syntax here; a value with : # { [ or * in it needs quotes.',
    }),
    example: { reason: 'Implicit keys need to be on a single line.' },
  },
  'pipeline-too-large': {
    say: (d) => ({
      message: `${d.path} has more than ${printCount(d.limit)} ${d.what}, which is the limit for a pipeline.`,
      hint: 'A pipeline file is text of a few kilobytes. Is this a model or an archive? Split a generated pipeline into several files.',
    }),
    example: { path: 'models/digits.onnx', what: 'bytes', limit: 1_048_576 },
  },
  'pipeline-unknown-key': {
    say: (d) => ({
      message: `There is no setting ${d.key} in ${d.at}.`,
      hint:
        d.valid.length === 0 ? 'Remove it.' : `Valid here: ${[...d.valid].sort().join(', ')}.${didYouMean(d.nearest)}`,
    }),
    example: { key: 'bugdet', at: 'stages.benchmark', valid: ['budget', 'data'], nearest: 'budget' },
  },
  'pipeline-wrong-name': {
    say: (d) => ({
      message: `${d.name} cannot be a name here: ${d.why}.`,
      hint: 'Rename it here and wherever it is used, under `needs:`, `data:`, `replay:` or `require:`.',
    }),
    example: { name: 'step two', why: 'expected a name of letters, digits, - and _' },
  },
  'pipeline-wrong-value': {
    say: (d) => ({
      message: `${d.at}: ${d.expected}.`,
      hint: `Correct the value; docs/stages.md lists what each setting takes.${didYouMean(d.nearest)}`,
    }),
    example: { at: 'stages.gate.inconclusive', expected: 'expected one of fail, warn, extend', nearest: 'warn' },
  },
  'product-unused': {
    say: (d) => ({
      message: `Nobody takes the ${d.product} of the stage ${d.stage}: ${d.taker} takes what ${d.giver} gives, which comes after it.`,
      hint: `Make one stage of the two, or put what takes the ${d.product} of ${d.stage} between them.`,
    }),
    example: { stage: 'strict', product: 'comparison', taker: 'gate', giver: 'lax' },
  },
  'production-missing': {
    say: (d) => ({
      message: `${d.registry} says that ${d.model}${d.version === undefined ? '' : ` ${d.version}`} is in production, but its file (SHA-256 ${d.sha256}) is neither in the store nor in git.`,
      hint: `Restore .airworthy/store as the job that released it left it (actions/cache in a workflow), or bring back the file of that digest as .airworthy/store/${d.sha256.slice(0, 2)}/${d.sha256}.`,
    }),
    example: {
      model: 'digits',
      registry: 'The registry',
      version: '1.1.0',
      sha256: 'ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12',
    },
  },
  'registry-of-run': {
    say: () => ({
      message: 'The registry of this pipeline lives and ends with each run: there is none to create or to read.',
      hint: 'For one that lasts, say where in the pipeline: `registry: { git: ., remote: origin }`.',
    }),
    example: {},
  },
  'result-too-large': {
    say: (d) => ({
      message: `The result of the stage takes ${d.characters === undefined ? 'over half a billion' : printCount(d.characters)} characters as JSON; the limit is ${printCount(d.limit)}.`,
      hint: 'Only the measured blocks were kept, and the next run continues from them. Use fewer examples in the data, fewer metrics, or a smaller `budget:` or `blocks: { max: … }`.',
    }),
    example: { characters: 300_000_000, limit: 268_435_456 },
  },
  'resume-changed': {
    say: (d) => ({
      message: `${d.file} has changed since the run ${d.run} began.`,
      hint: 'Undo the change to resume that run, or start a new one: unchanged stages come from the cache.',
    }),
    example: { run: '20260101-120000-abcdefgh', file: 'airworthy.yml' },
  },
  'resume-nothing': {
    say: (d) => ({
      message: `There is no run to resume in ${d.home}.`,
      hint: `Start one with \`airworthy run PIPELINE\`.${d.refused === 0 ? '' : ` ${printCount(d.refused)} of the runs there carry no seal of this job: set AIRWORTHY_CACHE_KEY in all that share them.`}`,
    }),
    example: { home: '.airworthy', refused: 0 },
  },
  'resume-unreadable': {
    say: (d) => ({
      message: `The journal of the run ${d.run} holds an entry that this version cannot read: ${d.reason}.`,
      hint: 'Resume it with the version of Airworthy that started it, or start a new run.',
    }),
    example: { run: '20260301-101500-ab12cd34', reason: 'event: Invalid input' },
  },
  'resume-untrusted': {
    say: (d) => ({
      message: `This run is not trusted (${d.why}): it starts in a folder of its own, and knows no earlier run.`,
      hint: 'Start a new run. The report of an earlier one is shown by `airworthy report FOLDER`, with the folder that it named.',
    }),
    example: { why: 'the pull request comes from a fork' },
  },
  'run-busy': {
    say: (d) => ({
      message: `The run ${d.run} is under way in ${d.holder?.who ?? 'another process, which took it over while this one stood still'}.`,
      hint: `${lockRemedy(d.lock, d.holder)} Then resume the run.`,
    }),
    example: {
      run: '20260101-120000-abcdefgh',
      lock: '.airworthy/runs/20260101-120000-abcdefgh/lock',
      holder: { who: 'process 4711 on host build-3, since 2026-01-01 12:00 UTC', pid: 4711, isOld: false },
    },
  },
  'run-illegible': {
    say: (d) => ({
      message: `Nothing tells what the run ${d.run} was: its journal in ${d.folder} is missing or damaged.`,
      hint: `Start a new run: unchanged stages come from the cache, and what was measured counts. If it wrote a report, \`airworthy report ${shellWord(d.folder)}\` shows it.`,
    }),
    example: { run: '20260101-120000-abcdefgh', folder: '.airworthy/runs/20260101-120000-abcdefgh' },
  },
  'run-missing': {
    say: (d) => ({
      message: `There is no run ${d.run} in ${d.home}.`,
      hint:
        d.latest === undefined
          ? 'No run is kept there: runs are kept where they were started.'
          : `The latest is ${d.latest}. A report elsewhere is named by the path of its folder.`,
    }),
    example: { run: '20260101-120000-abcdefgh', home: '/home/ada/digits/.airworthy', latest: undefined },
  },
  'shard-duplicate': {
    say: (d) => ({
      message: `The shard ${d.shard} was given more than once: ${fewOf(d.files)}.`,
      hint: 'Merge each once: keep the artifacts of one workflow run apart from those of others.',
    }),
    example: { shard: 'default', files: ['a/shard.json', 'b/shard.json'] },
  },
  'shard-pipeline-differs': {
    say: (d) => ({
      message: `${d.file} was measured by another pipeline than ${d.pipeline} is now.`,
      hint: 'Merge shards with the pipeline file, the --input values and the variables that they were measured with.',
    }),
    example: { file: 'shards/shard.json', pipeline: 'airworthy.yml' },
  },
  'shard-run-differs': {
    say: (d) => ({
      message: `${d.file} was measured ${d.run === undefined ? 'in no CI run' : `in ${d.run}`}, and is being merged in ${d.own ?? 'a run that the CI system does not name'}.`,
      hint: 'Merge only shards that jobs of the same run measured. Where jobs share no name of their run, set AIRWORTHY_RUN_ID to the same value in all of them.',
    }),
    example: {
      file: 'shards/shard.json',
      run: 'GITHUB_ACTIONS:https://github.com:owner/repository:41',
      own: 'GITHUB_ACTIONS:https://github.com:owner/repository:42',
    },
  },
  'shard-too-large': {
    say: (d) => ({
      message: `With ${d.file} the shards have ${d.bytes} bytes; the limit is ${d.limit}.`,
      hint: 'Use fewer examples in the data, or fewer blocks.',
    }),
    example: { file: 'shards/shard.json', bytes: 300_000_000, limit: 268_435_456 },
  },
  'shard-tracked': {
    say: (d) => ({
      message: `${d.file} came with a commit: git tracks it, so it may not have been measured in this run.`,
      hint: 'Remove it from the repository, or download the artifacts of the measuring jobs into a folder that the repository does not have.',
    }),
    example: { file: 'shards/shard.json' },
  },
  'shard-unknown': {
    say: (d) => ({
      message: `The pipeline has no shard ${d.shard}.`,
      hint: `Its shards are ${fewOf(d.valid)}; \`airworthy plan --matrix\` lists them.${didYouMean(d.nearest)}`,
    }),
    example: { shard: 'gpu', valid: ['default', 'gpu__linux'], nearest: 'gpu__linux' },
  },
  'shard-version-differs': {
    say: (d) => ({
      message: `${d.file} was measured by Airworthy ${d.version}, and this is ${d.own}.`,
      hint: 'Measure and merge with the same version.',
    }),
    example: { file: 'shards/shard.json', version: '0.1.0', own: '0.2.0' },
  },
  'stage-input-missing': {
    say: (d) => ({
      message: `The stage ${d.stage} needs ${d.product}, which no stage before it gives.`,
      hint:
        d.givers.length === 0
          ? 'Add a stage that gives it.'
          : `Put a stage of kind ${d.givers.join(' or ')} before it, or name it in \`needs:\`.`,
    }),
    example: { stage: 'gate', product: 'comparison', givers: ['compare'] },
  },
  'resume-commit': {
    say: (d) => ({
      message: `This run began at commit ${d.began.slice(0, 12)}, but ${d.now === undefined ? 'none' : d.now.slice(0, 12)} is checked out now.`,
      hint: 'Check that commit out again, or start a new run.',
    }),
    example: { began: '0123456789abcdef', now: 'fedcba9876543210' },
  },
  'stage-kind-unknown': {
    say: (d) => ({
      message: `There is no stage kind ${d.kind}.`,
      hint: `Kinds are ${d.valid.join(', ')}; a stage with another name says \`kind:\`.${didYouMean(d.nearest)}`,
    }),
    example: { kind: 'benchmrak', valid: ['validate', 'benchmark', 'compare'], nearest: 'benchmark' },
  },
  'stage-timeout': {
    say: (d) => ({
      message: `The stage ${d.stage} did not finish within ${d.seconds} s and was stopped.`,
      hint: 'Give it a longer `timeout:`, or less to do; `airworthy run --resume` continues from what it saved.',
    }),
    example: { stage: 'benchmark', seconds: 1800 },
  },
  'stage-unknown': {
    say: (d) => ({
      message: `needs: there is no stage ${d.name}.`,
      hint: `Stages of this pipeline are ${d.valid.join(', ')}.${didYouMean(d.nearest)}`,
    }),
    example: { name: 'compair', valid: ['compare', 'gate'], nearest: 'compare' },
  },
}

export const pipelineError = errorFrom(pipelineErrors)

export const pipelineProblem = problemFrom(pipelineErrors)
