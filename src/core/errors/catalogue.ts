import { type BenchErrors, bench } from './bench.ts'
import { type CommandLineErrors, commandLine } from './command-line.ts'
import { type DataErrors, data } from './data.ts'
import { type GithubErrors, github } from './github.ts'
import { type JudgingErrors, judging } from './judging.ts'
import { type OnnxErrors, onnx } from './onnx.ts'
import { type PipelineFileErrors, pipelineFile } from './pipeline-file.ts'
import { type PipelineRunErrors, pipelineRun } from './pipeline-run.ts'
import { type ProvidersErrors, providers } from './providers.ts'
import { type RegistryErrors, registry } from './registry.ts'
import { type RolloutErrors, rollout } from './rollout.ts'
import type { Rows } from './words.ts'
import { type WorldErrors, world } from './world.ts'

/** The details that the sentence of each code needs. */
export interface ErrorDetails
  extends WorldErrors,
    GithubErrors,
    OnnxErrors,
    DataErrors,
    ProvidersErrors,
    BenchErrors,
    CommandLineErrors,
    PipelineFileErrors,
    PipelineRunErrors,
    RegistryErrors,
    RolloutErrors,
    JudgingErrors {}

/**
 * Every error a user can meet: a stable code, one sentence, and a hint that says what to do next. One file per layer, sorted by
 * code inside it. `docs/errors.md` is written from this table.
 */
export const catalogue: Rows<ErrorDetails> = {
  ...world,
  ...github,
  ...onnx,
  ...data,
  ...providers,
  ...bench,
  ...commandLine,
  ...pipelineFile,
  ...pipelineRun,
  ...registry,
  ...rollout,
  ...judging,
}
