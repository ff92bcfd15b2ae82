import { z } from 'zod';
import type { StageKind } from '../core/stage.ts';
/** Names of models and stages: GTO's grammar, so that they stand in git tags as they are. */
export declare const modelName: RegExp;
/** The pipeline file, stages aside: those are checked by their kinds. */
export interface PipelineFile {
    readonly pipeline: string;
    readonly inputs: Readonly<Record<string, {
        default?: string | number | boolean | undefined;
        description?: string | undefined;
    }>>;
    readonly model: {
        readonly candidate: string;
        readonly production?: string | undefined;
    };
    readonly registry: RegistrySetting;
    readonly data: Readonly<Record<string, {
        from: string;
        inputs: Record<string, string>;
        label?: string | undefined;
        group?: string | undefined;
        uses?: string | undefined;
    }>>;
    readonly secrets: readonly string[];
    readonly stages: Readonly<Record<string, unknown>>;
}
export type RegistrySetting = ({
    readonly git: string;
    readonly create: boolean;
    readonly remote?: string | undefined;
} | {
    readonly file: string;
} | {
    readonly scratch: true;
}) & {
    readonly adopt?: {
        readonly version: string;
        readonly model: string;
    } | undefined;
};
export declare const pipelineFile: z.ZodType<PipelineFile>;
/** What every stage may say, whatever its kind. */
export interface StageCommon {
    readonly kind?: string | undefined;
    readonly needs?: string | readonly string[] | undefined;
    readonly when?: When | undefined;
    readonly timeout: number;
}
export interface When {
    readonly event?: string | readonly string[] | undefined;
    readonly branch?: string | readonly string[] | undefined;
}
export declare const stageCommon: z.ZodType<StageCommon>;
export declare const commonKeys: readonly string[];
/** The JSON Schema of the pipeline file, for editors: built from the tables that also check it. */
export declare function jsonSchema(kinds: readonly StageKind[]): Record<string, unknown>;
