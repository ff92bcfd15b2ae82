import { type StageKind } from '../../core/stage.ts';
import type { TargetKind } from '../../core/target.ts';
/**
 * One rollout per run and stage, so that a resumed run goes on with its own. A rollout of the same version on the same kind of
 * target that another run left open is taken up where it stands; one of another version is `rollout-open`, as two candidates
 * at once would share one traffic.
 */
export declare function rolloutOn(targets: readonly TargetKind[]): StageKind;
