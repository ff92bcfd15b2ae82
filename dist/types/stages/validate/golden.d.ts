import type { Artifact, Finding } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
import { type Golden } from './settings.ts';
/** That the model gives the expected outputs on the inputs beside them, each within its tolerance. */
export declare function checkGolden(golden: Golden, artifact: Artifact, tools: StageTools): Promise<readonly Finding[]>;
