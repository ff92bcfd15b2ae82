import type { World } from '../../core/world.ts';
/** Who writes an entry: the actor of the CI run, or the user of this machine. */
export declare function author(world: World): string;
