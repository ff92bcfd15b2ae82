import type { StageInput, StageOutcome } from '../../core/stage.ts';
import type { RolloutSettings } from './settings.ts';
/** Takes a release through its rollout, from wherever the ledger says it stands. */
export declare function takeThrough({ settings: chosen, given: { subject, release }, tools, }: StageInput<RolloutSettings, 'subject' | 'release', 'decision'>): Promise<StageOutcome<'rollout'>>;
