import type { Trust } from '../core/world.ts';
/** What a CI system says of the run: taken from the environment of GitHub Actions; `local` elsewhere. */
export interface CiFacts {
    readonly event: string;
    readonly branch: string | undefined;
    readonly commit: string | undefined;
    readonly trust: Trust;
}
/** Whether a trigger runs with the rights of the repository although a stranger may have written what it is about. */
export declare function isPrivileged(event: string): boolean;
/** The facts of a run from its event. `payload` is the event's JSON as GitHub gives it. */
export declare function ciFacts(env: Readonly<Record<string, string | undefined>>, payload: unknown): CiFacts;
