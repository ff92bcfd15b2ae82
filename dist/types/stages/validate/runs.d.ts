import type { Artifact, Finding } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
import type { TensorInfo } from '../../core/tensor.ts';
/** That the runtime loads the model and that made-up inputs give finite outputs. */
export declare function checkRuns(artifact: Artifact, tools: StageTools): Promise<readonly Finding[]>;
/** Whether inputs had to be given sizes that nothing told: with more than a batch left open, a failure may be the guess's fault. */
export declare function guessed(inputs: readonly TensorInfo[]): boolean;
