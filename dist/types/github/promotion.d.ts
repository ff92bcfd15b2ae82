import type { GitHub } from '../core/world.ts';
/** Roles of a repository that may write, least first. */
export declare const roles: readonly ['write', 'maintain', 'admin'];
export type Role = (typeof roles)[number];
export interface PromotionRules {
    /** The least role that the one who started the run must have. */
    readonly role: Role;
    /** If any are named, the one who started the run must be among them: users, or teams as `organisation/team`. */
    readonly promoters: readonly string[];
    /** The commit that was approved, where the workflow was given one. */
    readonly approved?: string | undefined;
}
export interface PromotionRequest {
    /** Who started the run, or started it again. */
    readonly actor: string;
    /** The commit that is released. */
    readonly commit: string | undefined;
}
/**
 * Lets a release go on only when the one who started the run may promote: a person, by their role in the repository, and by the list of
 * promoters where there is one. Throws `promotion-refused` with the reason, `github-refused` when it cannot be asked.
 */
export declare function admitPromotion(github: GitHub, { actor, commit }: PromotionRequest, rules: PromotionRules): Promise<void>;
/** Whether people or rules of GitHub guard an environment before a job may use it; undefined where that cannot be told. */
export declare function isProtected(github: GitHub, environment: string): Promise<boolean | undefined>;
