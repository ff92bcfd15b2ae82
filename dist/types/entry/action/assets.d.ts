import type { RunReport } from '../../core/report.ts';
import type { World } from '../../core/world.ts';
import type { ReleaseAsset } from '../../github/release.ts';
/** What a release carries: the model as it was released, the evidence that decided, the report. */
export declare function releaseAssets(report: RunReport, world: World): Promise<readonly ReleaseAsset[]>;
