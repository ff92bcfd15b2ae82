import type { StageInput, StageOutcome } from '../../core/stage.ts';
import { type ValidateSettings } from './settings.ts';
/** Makes every check that is asked for, one after the other. */
export declare function checkAll({ settings, given: { subject }, tools, }: StageInput<ValidateSettings, 'subject'>): Promise<StageOutcome<'validation'>>;
