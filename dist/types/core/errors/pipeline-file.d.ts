import { type Rows } from './words.ts';
export interface PipelineFileErrors {
    'expression-undefined': {
        term: string;
        nearest: string | undefined;
    };
    'expression-unknown': {
        term: string;
    };
    'input-unknown': {
        name: string;
        valid: readonly string[];
        nearest: string | undefined;
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
    'pipeline-of-base': {
        event: string;
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
    'stage-unknown': {
        name: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
}
export declare const pipelineFile: Rows<PipelineFileErrors>;
