import type { MeasuredShard } from '../../core/share.ts';
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts';
import { type BenchmarkSettings } from './settings.ts';
interface Joining extends Pick<StageInput<BenchmarkSettings, 'subject', 'variants'>, 'settings' | 'given'> {
    readonly tools: Pick<StageTools, 'questions'>;
}
/**
 * What several machines measured, as one. Every scenario was measured whole by one of them, so contenders are still compared
 * within one environment. Throws `shard-missing`, `shard-subject-differs` and `shard-wrong`.
 */
export declare function join({ settings, given: { subject, variants }, tools }: Joining, measured: readonly MeasuredShard[]): StageOutcome<'measurements'>;
export {};
