import { type Refusal, refusals } from '../world.ts'
import { didYouMean, fewOf, type Rows } from './words.ts'

export interface PipelineRunErrors {
  bug: { detail: string }
  'artifact-missing': { name: string; sha256: string }
  'benchmark-unclear': { count: number }
  'external-refused': { model: string; location: string; why: Refusal }
  'matrix-too-large': { jobs: number; most: number }
  'merge-nothing': { place: string }
  'model-missing': { role: string; path: string }
  'production-missing': { model: string; registry: string }
  'resume-changed': { run: string; file: string }
  'resume-nothing': { home: string }
  'run-cancelled': Record<never, never>
  'run-busy': { run: string; pid: number }
  'shard-doubled': { shard: string; files: readonly string[] }
  'shard-missing': { shards: readonly string[] }
  'shard-pipeline-differs': { file: string; pipeline: string }
  'shard-subject-differs': { shard: string; what: string }
  'shard-too-large': { file: string; bytes: number; limit: number }
  'shard-unknown': { shard: string; valid: readonly string[]; nearest: string | undefined }
  'shard-version-differs': { file: string; version: string; own: string }
  'shard-wrong': { what: string; reason: string }
  'stage-timeout': { stage: string; seconds: number }
  'untrusted-code': { stage: string; why: string }
}

export const pipelineRun: Rows<PipelineRunErrors> = {
  bug: (d) => ({
    message: `This is a defect in Airworthy: ${d.detail}`,
    hint: 'Please report it with the command and the journal of the run; nothing that was recorded is lost.',
  }),
  'artifact-missing': (d) => ({
    message: `The file ${d.name} (sha256 ${d.sha256.slice(0, 12)}…) is not in the store, or was changed there.`,
    hint: 'Run with --fresh to make it again, or name the model file with `production:`.',
  }),
  'benchmark-unclear': (d) => ({
    message: `The pipeline has ${d.count === 0 ? 'no stage' : `${d.count} stages`} of kind benchmark; machines can share exactly one.`,
    hint:
      d.count === 0
        ? 'Add a `benchmark` stage, or run the pipeline as it is.'
        : 'Put all scenarios into one `benchmark` stage, each with its `runner:`.',
  }),
  'external-refused': (d) => ({
    message: `${d.model} keeps weights in ${JSON.stringify(d.location)}, which ${refusals[d.why]}.`,
    hint: 'Save the external data as plain files beside the model: `onnx.save_model(model, path, save_as_external_data=True)`.',
  }),
  'matrix-too-large': (d) => ({
    message: `The benchmark would take ${d.jobs} jobs; a matrix has at most ${d.most}.`,
    hint: 'Let scenarios share a `runner:`: those with the same labels are one job.',
  }),
  'merge-nothing': (d) => ({
    message: `There is no shard at ${d.place}.`,
    hint: 'Name the shard.json of every `airworthy run --shard`, or a folder with all of them in it.',
  }),
  'model-missing': (d) => ({
    message: `There is no ${d.role} model at ${d.path}.`,
    hint: 'Check the path; it is relative to the folder of the pipeline file.',
  }),
  'production-missing': (d) => ({
    message: `${d.registry} says which ${d.model} is in production, but the model file is not in the store.`,
    hint: 'Name the file with `production: path.onnx`, or copy the store folder (.airworthy/store) to this machine.',
  }),
  'resume-changed': (d) => ({
    message: `${d.file} has changed since the run ${d.run} began.`,
    hint: 'Undo the change to resume that run, or start a new one without --resume; unchanged stages come from the cache.',
  }),
  'resume-nothing': (d) => ({
    message: `There is no run to resume in ${d.home}.`,
    hint: 'Start one with `airworthy run PIPELINE`.',
  }),
  'run-cancelled': () => ({
    message: 'The run was cancelled.',
    hint: '`airworthy run --resume` goes on where it stopped.',
  }),
  'run-busy': (d) => ({
    message: `The run ${d.run} is under way in process ${d.pid}.`,
    hint: 'Wait for it, or end that process and resume.',
  }),
  'shard-doubled': (d) => ({
    message: `The shard ${d.shard} is there more than once: ${fewOf(d.files)}.`,
    hint: 'Join each once: keep the artifacts of one workflow run apart from those of others.',
  }),
  'shard-missing': (d) => ({
    message: `Shards are missing: ${fewOf(d.shards)}.`,
    hint: 'Wait for all jobs of the matrix, and keep each shard.json in a folder of its own: `merge-multiple: true` overwrites them.',
  }),
  'shard-pipeline-differs': (d) => ({
    message: `${d.file} was measured by another pipeline than ${d.pipeline} is now.`,
    hint: 'Join shards with the pipeline file, the --input values and the variables that they were measured with.',
  }),
  'shard-subject-differs': (d) => ({
    message: `The shard ${d.shard} was measured with other files: ${d.what} differs.`,
    hint: 'Join on the commit that was measured, with the models, data and registry as they were then.',
  }),
  'shard-too-large': (d) => ({
    message: `With ${d.file} the shards have ${d.bytes} bytes; the limit is ${d.limit}.`,
    hint: 'Use fewer examples in the data, or fewer blocks.',
  }),
  'shard-unknown': (d) => ({
    message: `The pipeline has no shard ${d.shard}.`,
    hint: `Its shards are ${fewOf(d.valid)}; \`airworthy plan --matrix\` lists them.${didYouMean(d.nearest)}`,
  }),
  'shard-version-differs': (d) => ({
    message: `${d.file} was measured by Airworthy ${d.version}, and this is ${d.own}.`,
    hint: 'Measure and join with the same version.',
  }),
  'shard-wrong': (d) => ({
    message: `${d.what} holds no shard that can be joined: ${d.reason}.`,
    hint: 'Join what `airworthy run --shard` wrote, as it wrote it.',
  }),
  'stage-timeout': (d) => ({
    message: `The stage ${d.stage} was not done after ${d.seconds} s and was ended.`,
    hint: 'Give it a longer `timeout:`, or less to do; `airworthy run --resume` goes on from what it saved.',
  }),
  'untrusted-code': (d) => ({
    message: `The stage ${d.stage} would run code of the user, which is refused here: ${d.why}.`,
    hint: 'Run it from a branch of the repository itself, after review.',
  }),
}
