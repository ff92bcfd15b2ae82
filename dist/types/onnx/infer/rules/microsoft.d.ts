import type { Rules } from '../node.ts';
export declare const microsoft: Rules;
