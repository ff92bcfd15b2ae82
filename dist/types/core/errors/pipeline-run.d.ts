import { type Refusal } from '../world.ts';
import { type Rows } from './words.ts';
export interface PipelineRunErrors {
    bug: {
        detail: string;
    };
    'artifact-missing': {
        name: string;
        sha256: string;
    };
    'benchmark-unclear': {
        count: number;
    };
    'external-refused': {
        model: string;
        location: string;
        why: Refusal;
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
    'run-cancelled': Record<never, never>;
    'run-busy': {
        run: string;
        pid: number;
    };
    'shard-doubled': {
        shard: string;
        files: readonly string[];
    };
    'shard-missing': {
        shards: readonly string[];
    };
    'shard-pipeline-differs': {
        file: string;
        pipeline: string;
    };
    'shard-subject-differs': {
        shard: string;
        what: string;
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
    'shard-wrong': {
        what: string;
        reason: string;
    };
    'stage-timeout': {
        stage: string;
        seconds: number;
    };
    'untrusted-code': {
        stage: string;
        why: string;
    };
}
export declare const pipelineRun: Rows<PipelineRunErrors>;
