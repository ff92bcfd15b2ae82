import { type Rules } from '../node.ts';
export declare const convolutions: Rules;
