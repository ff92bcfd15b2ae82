import type { GitHub } from '../core/world.ts';
type Inputs = Readonly<Record<string, string>>;
/**
 * Starts a workflow of the repository on a branch or tag, through its `workflow_dispatch` trigger. Tags pushed with a job's own token
 * start nothing: what is to follow a release is started like this. At most 25 inputs: `dispatch-limit`. When no answer comes, it is
 * not asked again, since that may start it twice.
 */
export declare function dispatchWorkflow(github: GitHub, workflow: string, ref: string, inputs: Inputs): Promise<void>;
/** Starts the workflows with a `repository_dispatch` trigger for this event. At most 10 properties and 64 KB: `dispatch-limit`. */
export declare function dispatchEvent(github: GitHub, event: string, payload: Inputs): Promise<void>;
export {};
