import type { Artifact, Finding } from '../../core/products.ts';
import type { StageTools } from '../../core/stage.ts';
/** That the runtime loads the model, in a process of its own, and that made-up inputs give finite outputs. */
export declare function checkRuns(artifact: Artifact, external: readonly string[], tools: StageTools): Promise<Finding[]>;
