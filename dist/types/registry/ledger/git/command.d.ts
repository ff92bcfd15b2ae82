import type { RunResult, World } from '../../../core/world.ts';
/** Runs git in one repository and gives its output. @throws `git-failed` when it exits with anything but 0. */
export interface Git {
    readonly directory: string;
    (args: readonly string[], options?: GitOptions): Promise<string>;
    /** The same, with a failure as a result. */
    try(args: readonly string[], options?: GitOptions): Promise<RunResult>;
}
interface GitOptions {
    readonly input?: string;
    readonly identity?: Identity;
}
export interface Identity {
    readonly name: string;
    /** ISO 8601. */
    readonly at: string;
}
/**
 * Opens a repository by its own folder; folders above are not searched, so that a registry never lands in a repository by accident.
 * @throws `registry-not-git`, `git-missing`.
 */
export declare function openGit(repository: string, create: boolean, world: World): Promise<Git>;
export {};
