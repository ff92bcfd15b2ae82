import type { Artifact, Finding } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
/** That the same input gives the same output twice, bit by bit, and that an example's answer does not depend on its batch. */
export declare function checkDeterminism(artifact: Artifact, tools: StageTools): Promise<readonly Finding[]>;
