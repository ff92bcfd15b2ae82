import type { Served, TargetTools } from '../core/target.ts';
import type { Fault } from './replica-role.ts';
import type { Backend } from './router.ts';
/** One version in a process of its own. */
export interface Replica extends Backend {
    inject(fault: Fault | undefined): Promise<void>;
    close(): Promise<void>;
}
/** Starts a process that serves a version on a free port; it is ready when this returns. @throws `replica-failed`. */
export declare function startReplica(served: Served, { world, signal, model }: TargetTools): Promise<Replica>;
