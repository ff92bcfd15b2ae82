import type { Machine } from '../core/world.ts';
/** `folder` is where the user works. */
export declare function describeMachine(folder: string): Machine;
