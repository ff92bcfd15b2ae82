import type { Sha256 } from '../json.ts';
import type { Outcome, Verdict } from '../verdict.ts';
import type { Comparison } from './comparison.ts';
import type { Measurements } from './measurements.ts';
import type { RolloutResult } from './rollout.ts';
export type * from './comparison.ts';
export type * from './measurements.ts';
export type * from './rollout.ts';
/** Trouble that does not stop a run: shown by every report, with what to do about it. */
export interface Warning {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
}
/**
 * A file in the content-addressed store, or a model with the files that hold its weights. `name` is for people: the file name
 * it had. With `files`, the model first, `sha256` is the digest of the canonical JSON of that list, and `bytes` what they take
 * together.
 */
export interface Artifact {
    readonly sha256: Sha256;
    readonly bytes: number;
    readonly name: string;
    readonly files?: readonly Artifact[] | undefined;
}
/**
 * What stages hand to one another, by name. Products are plain JSON values; files travel as `Artifact`s.
 * A stage kind from outside adds its own product by declaration merging.
 */
export interface Products {
    subject: Subject;
    validation: Validation;
    variants: Variants;
    measurements: Measurements;
    comparison: Comparison;
    decision: Decision;
    release: Release;
    rollout: RolloutResult;
}
export type ProductName = keyof Products;
/** What the run is about. Every run has it before its first stage. */
export interface Subject {
    /** The model's name in the registry. */
    readonly model: string;
    readonly candidate: Artifact;
    /** What serves today. Undefined for the first release of a model. */
    readonly production?: {
        readonly version?: string | undefined;
        readonly artifact: Artifact;
    } | undefined;
    readonly data: Readonly<Record<string, DataReference>>;
}
/** A data set a pipeline names. `inputs` maps a model input to the array that feeds it. */
export interface DataReference {
    readonly artifact: Artifact;
    readonly inputs: Readonly<Record<string, string>>;
    readonly label?: string | undefined;
    /** The array that says which examples belong together: they are resampled together. */
    readonly group?: string | undefined;
    /** A user's own reader: a module, absolute path, with its digest so that caching sees a change. */
    readonly uses?: {
        readonly path: string;
        readonly sha256: Sha256;
    } | undefined;
}
/** Something found in a model. `where` is a path a person can follow: `graph/node Relu_3`. */
export interface Finding {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'note';
    readonly where: string;
    readonly message: string;
    readonly hint: string;
}
export interface Validation {
    readonly checks: readonly {
        readonly check: string;
        readonly verdict: Verdict;
        readonly findings: readonly Finding[];
    }[];
    readonly summary: ModelSummary;
}
export interface ModelSummary {
    readonly irVersion: number;
    readonly opset: Readonly<Record<string, number>>;
    readonly producer: string;
    readonly nodes: number;
    readonly operators: Readonly<Record<string, number>>;
    /** Elements of all initialisers. */
    readonly parameters: number;
    readonly bytes: number;
    readonly inputs: readonly InterfaceValue[];
    readonly outputs: readonly InterfaceValue[];
}
export interface InterfaceValue {
    readonly name: string;
    readonly type: string;
    readonly dims: readonly (number | string)[];
}
export interface Variants {
    readonly variants: readonly {
        readonly id: string;
        readonly model: Artifact;
        /** How it was made: `onnxruntime graph optimisation, level basic`. */
        readonly how: string;
        readonly kept: boolean;
        readonly why: string;
    }[];
    /** What goes on through the pipeline: a kept variant, or the candidate as it came. */
    readonly chosen: {
        readonly id: string;
        readonly model: Artifact;
    };
}
export interface Decision {
    readonly verdict: Verdict;
    /** What decided: the metrics that were required, and how each came out. */
    readonly reasons: readonly {
        readonly metric: string;
        readonly scenario?: string | undefined;
        readonly verdict: Verdict;
        readonly why: string;
    }[];
    readonly sentence: string;
    /** Who let a candidate through that the gate would have stopped, why, and what the gate had said. */
    readonly override?: (Override & {
        readonly verdict: 'fail' | 'inconclusive';
    }) | undefined;
}
/** Somebody takes the responsibility for a candidate that the gate stops. */
export interface Override {
    readonly by: string;
    readonly reason: string;
}
export interface Release {
    readonly model: string;
    readonly version: string;
    readonly tag: string;
    readonly artifact: Artifact;
    readonly bump: 'first' | 'major' | 'minor' | 'patch' | 'none';
    readonly why: string;
    /** True when the version was there before this run. */
    readonly existed: boolean;
}
/** How a whole run or a stage ended, for reports. */
export type StageStatus = Outcome | 'done' | 'cached' | 'skipped' | 'error';
