import { type ErrorTable } from '../core/errors/index.ts';
import { type Refusal } from '../core/world.ts';
export interface PipelineErrors {
    'artifact-missing': {
        name: string;
        sha256: string;
    };
    'benchmark-unclear': {
        count: number;
    };
    'expression-undefined': {
        term: string;
        nearest: string | undefined;
    };
    'expression-unknown': {
        term: string;
    };
    'external-refused': {
        model: string;
        location: string;
        why: Refusal;
    };
    'input-unknown': {
        name: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'matrix-too-large': {
        jobs: number;
        most: number;
    };
    'merge-nothing': {
        place: string;
    };
    'model-missing': {
        role: string;
        path: string;
    };
    'override-incomplete': Record<string, never>;
    'override-refused': {
        why: string;
    };
    'pipeline-cycle': {
        cycle: readonly string[];
    };
    'pipeline-duplicate-name': Record<never, never>;
    'pipeline-missing': {
        path: string;
    };
    'pipeline-missing-key': {
        key: string;
        at: string;
    };
    'pipeline-not-yaml': {
        reason: string;
    };
    'pipeline-too-large': {
        path: string;
        bytes: number;
    };
    'pipeline-unknown-key': {
        key: string;
        at: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'pipeline-wrong-value': {
        at: string;
        expected: string;
        nearest: string | undefined;
    };
    'production-missing': {
        model: string;
        registry: string;
    };
    'resume-changed': {
        run: string;
        file: string;
    };
    'resume-nothing': {
        home: string;
    };
    'run-busy': {
        run: string;
        pid: number;
    };
    'shard-doubled': {
        shard: string;
        files: readonly string[];
    };
    'shard-pipeline-differs': {
        file: string;
        pipeline: string;
    };
    'shard-too-large': {
        file: string;
        bytes: number;
        limit: number;
    };
    'shard-unknown': {
        shard: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'shard-version-differs': {
        file: string;
        version: string;
        own: string;
    };
    'stage-input-missing': {
        stage: string;
        product: string;
        givers: readonly string[];
    };
    'stage-kind-unknown': {
        kind: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'stage-timeout': {
        stage: string;
        seconds: number;
    };
    'stage-unknown': {
        name: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
}
export declare const pipelineErrors: ErrorTable<PipelineErrors>;
export declare const pipelineError: <Code extends keyof PipelineErrors & string>(code: Code, details: PipelineErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
export declare const pipelineProblem: <Code extends keyof PipelineErrors & string>(code: Code, details: PipelineErrors[Code], where?: import("../core/errors/index.ts").Where) => import("../core/errors/index.ts").Problem;
