import type { Rules } from '../node.ts';
export declare const layers: Rules;
