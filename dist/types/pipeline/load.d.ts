import type { Where } from '../core/errors/index.ts';
import { type Sha256 } from '../core/json.ts';
import type { Stage, StageKind } from '../core/stage.ts';
import type { TargetKind } from '../core/target.ts';
import type { World } from '../core/world.ts';
import { type InputValue } from './expressions.ts';
import { type PipelineFile, type StageCommon } from './schema.ts';
import { type Path } from './source.ts';
/** A stage of a checked pipeline. */
export interface PipelineStage extends Omit<StageCommon, 'kind' | 'needs'> {
    readonly name: string;
    readonly stage: Stage;
    readonly needs: readonly string[];
    /** Where it stands in the file; undefined for a pipeline that never was a file. */
    readonly where: Where | undefined;
}
/** A checked pipeline: what `plan` and `run` take. */
export interface Pipeline {
    readonly name: string;
    /** Absolute path of the file, or a made-up name for a pipeline that never was a file. */
    readonly file: string;
    readonly folder: string;
    /** Digest of everything the file says, expressions replaced. */
    readonly sha256: Sha256;
    readonly model: PipelineFile['model'];
    readonly registry: PipelineFile['registry'];
    readonly data: PipelineFile['data'];
    /** In file order. */
    readonly stages: readonly PipelineStage[];
    readonly targets: readonly TargetKind[];
    where(path: Path): Where | undefined;
}
export interface LoadOptions {
    /** Values for the pipeline's `inputs:`. */
    readonly inputs?: Readonly<Record<string, InputValue>>;
    /** What the file says, where that is not what stands on the disk: under a trigger that runs with the rights of the repository. */
    readonly text?: string | undefined;
    /** Stage kinds besides the built-in ones. */
    readonly kinds?: readonly StageKind[];
    /** Serving targets besides the built-in ones. */
    readonly targets?: readonly TargetKind[];
}
/**
 * Reads and checks a pipeline file. Throws a UserError that holds every problem found, each with file, line and column.
 * Nothing of the pipeline is executed; from here on the world masks what it names under `secrets:`.
 */
export declare function load(file: string, world: World, options?: LoadOptions): Promise<Pipeline>;
/** As `load`, for a pipeline that is a plain value and not a file. Relative paths start at `folder`. */
export declare function pipelineOf(value: unknown, folder: string, world: World, options?: LoadOptions): Pipeline;
/** The stages as a graph. */
export declare function nodesOf(stages: readonly PipelineStage[]): {
    name: string;
    needs: readonly string[];
    gives: Stage['kind']['gives'];
}[];
