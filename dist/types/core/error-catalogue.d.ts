import { type Refusal } from './world.ts';
/**
 * Every error a user can meet: a stable code, one sentence, and a hint that says what to do next.
 * `docs/errors.md` is written from this table. Rows are grouped by layer and sorted by code inside a group; a code and the
 * details its sentence needs are declared in `ErrorDetails`, its words stand in `catalogue`.
 */
export interface ErrorDetails {
    'cuda-libraries': {
        path: string;
        reason: string;
    };
    'disk-full': {
        path: string;
    };
    'file-changed': {
        path: string;
    };
    'file-denied': {
        path: string;
        reason: string;
    };
    'file-missing': {
        path: string;
    };
    'program-missing': {
        program: string;
        reason: string;
    };
    'runtime-download': {
        version: string;
        reason: string;
    };
    'runtime-missing': {
        version: string;
        platform: string;
        tried: readonly string[];
        offline: boolean;
    };
    'runtime-wrong': {
        folder: string;
        reason: string;
        version: string;
    };
    'worker-died': {
        role: string;
        how: string;
        words: string;
    };
    'worker-slow': {
        role: string;
        seconds: number;
    };
    'comment-event': {
        event: string;
    };
    'dispatch-limit': {
        what: string;
        most: string;
    };
    'download-missing': {
        name: string;
        run: number;
    };
    'download-refused': {
        name: string;
        why: string;
    };
    'github-refused': {
        what: string;
        reason: string;
        needs: string;
    };
    'github-token-missing': Record<string, never>;
    'github-unavailable': {
        what: string;
        reason: string;
    };
    'promotion-refused': {
        actor: string;
        why: string;
    };
    'release-differs': {
        tag: string;
        missing: readonly string[];
    };
    'tag-elsewhere': {
        tag: string;
        at: string;
        wanted: string;
    };
    'model-corrupt': {
        name: string;
        reason: string;
    };
    'model-not-onnx': {
        name: string;
        why: string;
        next: string;
    };
    'model-truncated': {
        name: string;
        bytes: number;
    };
    'data-array-missing': {
        file: string;
        array: string;
        arrays: readonly string[];
    };
    'data-empty': {
        data: string;
    };
    'data-input-missing': {
        data: string;
        input: string;
        inputs: readonly string[];
    };
    'data-input-unknown': {
        data: string;
        input: string;
        inputs: readonly string[];
    };
    'data-label': {
        data: string;
        reason: string;
    };
    'data-lengths-differ': {
        data: string;
        lengths: string;
    };
    'data-misfit': {
        data: string;
        input: string;
        given: string;
        wanted: string;
    };
    'data-not-finite': {
        data: string;
        input: string;
        example: number;
    };
    'data-not-npz': {
        file: string;
        reason: string;
    };
    'data-slice-unknown': {
        data: string;
        slice: string;
        what: 'arrays' | 'values';
        known: readonly string[];
    };
    'data-too-large': {
        file: string;
        bytes: number;
        limit: number;
    };
    'data-type': {
        array: string;
        type: string;
    };
    'data-without-labels': {
        data: string;
        metric: string;
    };
    'metric-too-large': {
        metric: string;
        why: string;
    };
    'output-differs': {
        contender: string;
        reason: string;
    };
    'output-not-classes': {
        contender: string;
        reason: string;
    };
    'output-not-finite': {
        contender: string;
        value: string;
        example: number;
    };
    'output-not-number': {
        contender: string;
        numbers: number;
    };
    'output-not-rows': {
        contender: string;
        reason: string;
    };
    'user-module': {
        path: string;
        reason: string;
    };
    'model-rejected': {
        model: string;
        provider: string;
        reason: string;
    };
    'optimized-not-written': {
        path: string;
        reason: string;
    };
    'model-run-failed': {
        model: string;
        reason: string;
    };
    'provider-fallback': {
        provider: string;
        model: string;
        nodes: readonly string[];
    };
    'provider-missing': {
        provider: string;
        reason: string;
    };
    'provider-unknown': {
        name: string;
        nearest: string | undefined;
        names: readonly string[];
    };
    'provider-unused': {
        provider: string;
        model: string;
    };
    'batch-fixed': {
        batch: number;
        own: number;
    };
    'input-unsupported': {
        input: string;
        type: string;
    };
    'shape-unknown-input': {
        input: string;
        inputs: readonly string[];
    };
    'argument-missing': {
        argument: string;
        command: string;
    };
    'argument-wrong': {
        argument: string;
        expected: string;
    };
    'evidence-wrong': {
        path: string;
        reason: string;
    };
    'init-exists': {
        path: string;
    };
    'report-format-unknown': {
        name: string;
        valid: readonly string[];
    };
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
    'git-failed': {
        command: string;
        reason: string;
    };
    'git-missing': {
        reason: string;
    };
    'ledger-broken': {
        ledger: string;
        entry: string;
        reason: string;
    };
    'ledger-busy': {
        lock: string;
        holder: number | undefined;
    };
    'model-name': {
        name: string;
    };
    'registry-unreachable': {
        remote: string;
        reason: string;
    };
    'registry-not-git': {
        path: string;
        reason: string;
    };
    'stage-name': {
        name: string;
    };
    'version-exists': {
        model: string;
        version: string;
        where: string;
    };
    'version-invalid': {
        version: string;
    };
    'version-unknown': {
        model: string;
        version: string;
        versions: readonly string[];
    };
    'port-taken': {
        port: number;
        reason: string;
    };
    'replay-empty': {
        data: string;
    };
    'replica-failed': {
        version: string;
        reason: string;
    };
    'replay-unknown': {
        data: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'rollback-unverified': {
        rollout: string;
        candidate: number;
        stable: number;
    };
    'rollout-open': {
        model: string;
        open: string;
        version: string;
        target: string;
    };
    'target-unknown': {
        kind: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'weight-not-in-force': {
        target: string;
        wanted: number;
        found: number;
    };
    'release-refused': {
        verdict: string;
    };
    'data-set-unknown': {
        data: string;
        names: readonly string[];
    };
    'gate-metric-not-compared': {
        metric: string;
        compared: readonly string[];
    };
    'metric-not-measured': {
        metric: string;
        why: string;
    };
    'quality-without-data': {
        metric: string;
        names: readonly string[];
    };
}
type Row<Details> = (details: Details) => {
    message: string;
    hint: string;
};
export declare const catalogue: {
    readonly [Code in keyof ErrorDetails]: Row<ErrorDetails[Code]>;
};
/** The first few of a list that may be long. */
export declare function fewOf(names: readonly string[]): string;
export {};
