import type { Sha256 } from '../../core/json.ts';
import type { Measurements, Scenario } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
import type { Data } from '../../data/load.ts';
import { type Experiment } from '../../measure/experiment.ts';
import type { FoundGpu } from '../../measure/gpu/find.ts';
import { type Inspection } from '../../measure/inspect.ts';
import type { Located } from './quality.ts';
import { type BenchmarkSettings } from './settings.ts';
export interface SpeedPlan {
    readonly settings: BenchmarkSettings;
    readonly scenarios: readonly Scenario[];
    readonly located: readonly Located[];
    readonly data: Data | undefined;
    readonly inputs: string;
    readonly inspection: Inspection;
    readonly gpu: FoundGpu | undefined;
    /** Fingerprint of the machine as it is used. */
    readonly environment: Sha256;
    /** Everything but the speed. */
    readonly unmeasured: Measurements;
}
/** One experiment for each scenario, one after the other. */
export declare function measureSpeed(plan: SpeedPlan, tools: StageTools): Promise<Experiment[]>;
