import { type BenchErrors } from './bench.ts';
import { type CommandLineErrors } from './command-line.ts';
import { type DataErrors } from './data.ts';
import { type GithubErrors } from './github.ts';
import { type JudgingErrors } from './judging.ts';
import { type OnnxErrors } from './onnx.ts';
import { type PipelineFileErrors } from './pipeline-file.ts';
import { type PipelineRunErrors } from './pipeline-run.ts';
import { type ProvidersErrors } from './providers.ts';
import { type RegistryErrors } from './registry.ts';
import { type RolloutErrors } from './rollout.ts';
import type { Rows } from './words.ts';
import { type WorldErrors } from './world.ts';
/** The details that the sentence of each code needs. */
export interface ErrorDetails extends WorldErrors, GithubErrors, OnnxErrors, DataErrors, ProvidersErrors, BenchErrors, CommandLineErrors, PipelineFileErrors, PipelineRunErrors, RegistryErrors, RolloutErrors, JudgingErrors {
}
/**
 * Every error a user can meet: a stable code, one sentence, and a hint that says what to do next. One file per layer, sorted by
 * code inside it. `docs/errors.md` is written from this table.
 */
export declare const catalogue: Rows<ErrorDetails>;
