import type { Trust } from '../core/world.ts';
/** A module of the user: a file with its digest, so that a changed file is loaded anew. */
export interface UserModule {
    readonly path: string;
    readonly sha256: string;
}
type UserFunction = (argument: unknown) => unknown;
/**
 * The functions that a user's module exports: `default`, and `combine` where there is one. Throws `untrusted-code` in runs that
 * are not trusted, and `user-module` when it cannot be loaded or exports no such functions.
 */
export declare function loadUserExports(module: UserModule, trust: Trust): Promise<{
    readonly default: UserFunction;
    readonly combine?: UserFunction | undefined;
}>;
export {};
