import type { World } from '../core/world.ts';
import type { PipelineStage } from './load.ts';
export interface PolicyOptions {
    /** Stop before stages that touch the world outside. */
    readonly dryRun?: boolean | undefined;
}
/** Why a stage must not run here, whatever its inputs; undefined when it may. */
export declare function reasonToSkip(stage: PipelineStage, world: Pick<World, 'trust' | 'event' | 'branch'>, options: PolicyOptions): string | undefined;
/** True when a stage would run a user's own code where that is refused. */
export declare function refusesCode(stage: PipelineStage, world: Pick<World, 'trust'>): boolean;
