import type { Trust } from '../core/world.ts';
/** A module of the user: a file with its digest, so that a changed file is loaded anew. */
export interface UserModule {
    readonly path: string;
    readonly sha256: string;
}
/**
 * The function that a user's module has as its default export. Throws `untrusted-code` in runs that are not trusted, and
 * `user-module` when it cannot be loaded or exports no function.
 */
export declare function loadUserModule(module: UserModule, trust: Trust): Promise<(argument: unknown) => unknown>;
