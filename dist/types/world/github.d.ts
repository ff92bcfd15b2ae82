import type { Clock, GitHub } from '../core/world.ts';
/** The repository of this run on GitHub, by the variables that Actions sets; undefined where one of them is missing. */
export declare function createGitHub(env: Readonly<Record<string, string | undefined>>, { sleep }: Pick<Clock, 'sleep'>): GitHub | undefined;
interface Failure {
    readonly status?: number;
    readonly response?: {
        readonly headers?: Readonly<Record<string, string | number | undefined>>;
    };
}
/**
 * Milliseconds to wait before a failed request is made again; undefined when it is not to be. A request that a limit turned away was
 * not taken, whatever it was; after other failures only what changes nothing when done twice is done again.
 */
export declare function waitBeforeAgain({ status, response }: Failure, method: string, attempt: number, nowMs?: number): number | undefined;
export {};
