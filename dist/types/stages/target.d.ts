import { z } from 'zod';
import type { Subject } from '../core/products/index.ts';
import type { StageTools } from '../core/stage.ts';
import type { Target, TargetKind } from '../core/target.ts';
/** One kind of target by its name, with its settings. */
export type ChosenTarget = Readonly<Record<string, unknown>>;
/** A setting that chooses one of these targets. */
export declare function targetSetting(targets: readonly TargetKind[]): z.ZodType<ChosenTarget>;
/** The kind of target that was chosen. */
export declare function kindOf(chosen: ChosenTarget): string;
/** Throws `target-unknown`; `replay-unknown` when it is to replay a data set that the pipeline does not name. */
export declare function openTarget(chosen: ChosenTarget, subject: Subject, tools: StageTools): Target;
