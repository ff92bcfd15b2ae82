import type { StageInput, StageOutcome } from '../../core/stage.ts';
import type { BenchmarkSettings } from './settings.ts';
/** Measures all contenders together: speed in interleaved blocks, quality on data, counts. */
export declare function measure({ settings, given: { subject, variants }, tools, }: StageInput<BenchmarkSettings, 'subject', 'variants'>): Promise<StageOutcome<'measurements'>>;
