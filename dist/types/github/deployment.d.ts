import type { LedgerEntry } from '../core/ledger.ts';
import type { GitHub } from '../core/world.ts';
export interface DeploymentStatus {
    readonly state: 'in_progress' | 'success' | 'failure';
    /** Different for each status of a deployment: by it a status is known to be there. */
    readonly description: string;
}
/** A roll-out as GitHub shows it. */
export interface Deployment {
    readonly model: string;
    readonly version: string;
    /** The id of the roll-out: by it the deployment is found again. */
    readonly rollout: string;
    readonly statuses: readonly DeploymentStatus[];
}
export interface DeploymentPlace {
    readonly environment: string;
    readonly commit: string;
    /** Where the environment can be looked at, and where this roll-out is told of. */
    readonly environmentUrl?: string | undefined;
    readonly logUrl?: string | undefined;
}
/**
 * The deployments of a model that the ledger tells of, oldest first: a deployment is what a roll-out looks like on GitHub, as a tag is
 * what a release looks like in git. A pure fold; the statuses of a roll-out only ever grow.
 */
export declare function deploymentsOf(entries: readonly LedgerEntry[], model: string): readonly Deployment[];
/**
 * Brings GitHub's deployment of a roll-out to what the ledger says: makes it when it is not there, and adds the statuses that are
 * missing. Once it is a success, earlier ones of this environment are set inactive, which GitHub does not do for production by itself.
 * Done again, it changes nothing.
 */
export declare function showDeployment(github: GitHub, deployment: Deployment, where: DeploymentPlace): Promise<void>;
