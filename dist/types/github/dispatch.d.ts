import type { GitHub } from '../core/world.ts';
type Inputs = Readonly<Record<string, string>>;
/**
 * Starts a workflow of the repository on a branch or tag, through its `workflow_dispatch` trigger. At most 25 inputs: `dispatch-limit`.
 * When no answer comes, it is not asked again, since that may start it twice.
 */
export declare function dispatchWorkflow(github: GitHub, workflow: string, ref: string, inputs: Inputs): Promise<void>;
/**
 * Starts a workflow on a tag, unless it was started on that tag before. Tags pushed with a job's own token start nothing: what is to
 * follow a release is started like this. At most 25 inputs: `dispatch-limit`.
 */
export declare function dispatchOnTag(github: GitHub, workflow: string, tag: string, inputs: Inputs): Promise<void>;
/**
 * Starts the workflows with a `repository_dispatch` trigger for this event, unless one was started by it since the moment `since` of
 * GitHub's clock (ISO 8601). GitHub tells the event by the title of a run: a workflow with a `run-name` of its own is not recognised.
 * At most 10 properties and 64 KB: `dispatch-limit`.
 */
export declare function dispatchEvent(github: GitHub, event: string, since: string, payload: Inputs): Promise<void>;
export {};
