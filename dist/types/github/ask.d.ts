import type { UserError } from '../core/errors/index.ts';
import type { GitHub } from '../core/world.ts';
/** What a job's token is allowed to do, as `permissions:` names it. */
export type Permission = `${'actions' | 'checks' | 'contents' | 'deployments' | 'pull-requests' | 'statuses'}: ${'read' | 'write'}` | 'read:org';
/**
 * Does something on GitHub; what it throws is a UserError: `github-refused` when GitHub says no, `github-unavailable` when it did
 * not answer, again and again. `what` goes on after "did not", `needs` is the permission that it takes.
 */
export declare function ask<Result>(what: string, needs: Permission, action: () => Promise<Result>): Promise<Result>;
/** Whether GitHub has no such thing. */
export declare function isMissing(error: unknown): boolean;
/**
 * Makes something exist exactly once: looks for it, makes it, and when no answer came looks again before it makes it again.
 * A request that creates is never sent twice without a look in between.
 */
export declare function ensure<Thing>(find: () => Promise<Thing | undefined>, make: () => Promise<Thing>, { sleep }: Pick<GitHub, 'sleep'>): Promise<{
    readonly thing: Thing;
    readonly made: boolean;
}>;
/** Owner and name as Octokit's parameters. */
export declare function place({ owner, repo }: GitHub): {
    owner: string;
    repo: string;
};
/** True for an error that says that the token may not do it: what is not asked for expressly goes on without it. */
export declare function isRefused(error: unknown): error is UserError;
