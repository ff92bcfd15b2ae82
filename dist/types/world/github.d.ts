import type { GitHub } from '../core/world.ts';
/** The repository of this run on GitHub, by the variables that Actions sets; undefined where one of them is missing. */
export declare function createGitHub(env: Readonly<Record<string, string | undefined>>): GitHub | undefined;
