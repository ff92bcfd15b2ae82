import { UserError } from '../../core/errors/index.ts';
import type { Artifact, Finding } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
import type { TensorInfo } from '../../core/tensor.ts';
import type { Feeds, Warmed } from '../../measure/protocol.ts';
/** A candidate that is loaded in a process of its own, on one thread of the CPU. */
export interface Loaded {
    readonly inputs: readonly TensorInfo[];
    readonly outputs: readonly TensorInfo[];
    /** Throws `model-run-failed`. */
    run(feeds: Feeds): Promise<Feeds>;
    /** Runs until its times have settled. */
    warm(feeds: Feeds): Promise<Warmed>;
}
/**
 * Looks at a model while it is loaded. That the runtime refuses it, that it fails to run or takes its process with it is a
 * finding; that it takes inputs nobody can make up is a note.
 */
export declare function whileLoaded(artifact: Artifact, tools: StageTools, look: (loaded: Loaded) => Promise<readonly Finding[]>): Promise<readonly Finding[]>;
export declare function runFinding(severity: Finding['severity'], error: UserError, [path, name]?: readonly [path: string, name: string]): Finding;
