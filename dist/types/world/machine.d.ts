import type { Machine } from '../core/world.ts';
export declare function describeMachine(): Machine;
