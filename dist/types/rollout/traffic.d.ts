import type { Checkpoint } from '../core/stage.ts';
import type { TrafficWindow } from '../core/target.ts';
/** The traffic of a rollout by step, kept so that the looks at a step add up, also across a kill. */
export interface Traffic {
    add(step: number, look: number, windows: readonly TrafficWindow[]): Promise<void>;
    of(step: number): readonly TrafficWindow[];
    /** All traffic of the steps before this one. */
    before(step: number): readonly TrafficWindow[];
}
/**
 * Opens what was kept of a rollout. Looks that were made elsewhere are not there; the looks that follow then rest on less,
 * which makes them less sure and never wrong.
 */
export declare function openTraffic(rollout: string, checkpoint: Checkpoint): Promise<Traffic>;
