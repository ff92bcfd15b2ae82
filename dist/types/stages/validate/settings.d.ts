import { z } from 'zod';
import type { TargetKind } from '../../core/target.ts';
import type { TensorType } from '../../core/tensor.ts';
import { type ChosenTarget } from '../target.ts';
import type { Tolerance } from './closeness.ts';
import type { Limits } from './limits.ts';
/** What is checked of every model, in this order. */
export declare const checkNames: readonly ['graph', 'interface', 'safety', 'runs', 'determinism'];
export type CheckName = (typeof checkNames)[number];
export interface ValidateSettings {
    readonly checks: readonly CheckName[];
    readonly contract?: Contract | undefined;
    readonly golden: readonly Golden[];
    readonly limits?: Limits | undefined;
    readonly license: readonly string[];
    readonly metadata: readonly string[];
    readonly 'load-test'?: LoadTest | undefined;
}
/** An input or output that callers rely on. */
export interface Declared {
    readonly type: TensorType;
    /** Undefined for any shape. */
    readonly dims?: readonly (number | string)[] | undefined;
}
export interface Contract {
    readonly inputs: Readonly<Record<string, Declared>>;
    readonly outputs: Readonly<Record<string, Declared>>;
}
/** Inputs with the outputs that are expected of them. */
export interface Golden extends Tolerance {
    /** A `.npz` file, relative to the pipeline's folder. */
    readonly from: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly outputs: Readonly<Record<string, {
        readonly array?: string | undefined;
        readonly absolute?: number | undefined;
        readonly relative?: number | undefined;
    }>>;
}
/** The file of a golden set: an absolute path. */
export declare function goldenFile({ from }: Golden, folder: string): string;
export interface LoadTest {
    readonly target: ChosenTarget;
    /** Milliseconds. */
    readonly for: number;
    /** Largest share of requests that may fail. */
    readonly errors: number;
    /** Milliseconds that 95 % of the requests may take. */
    readonly latency?: number | undefined;
}
/** The settings of a validation whose load test can choose among these targets. */
export declare function validateSettings(targets: readonly TargetKind[]): z.ZodType<ValidateSettings>;
