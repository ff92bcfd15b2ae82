import type { Profile } from '../core/provider.ts';
/** Gives a `profilePrefix` in a folder of its own, which is gone afterwards with all that the runtime wrote there. */
export declare function withProfilePrefix<Result>(use: (prefix: string) => Promise<Result>): Promise<Result>;
/** The runtime adds the time to the prefix. A session that failed to load leaves a stub of a profile behind: not taken. */
export declare function readProfile(prefix: string): Promise<Profile | undefined>;
