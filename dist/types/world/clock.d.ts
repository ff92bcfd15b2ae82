import type { Clock } from '../core/world.ts';
export declare const systemClock: Clock;
