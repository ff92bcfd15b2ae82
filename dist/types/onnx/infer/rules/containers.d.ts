import { type Rules } from '../node.ts';
export declare const containers: Rules;
