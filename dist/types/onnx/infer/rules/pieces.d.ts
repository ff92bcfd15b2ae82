import { type Rules } from '../node.ts';
/** What puts pieces together or takes them apart. */
export declare const pieces: Rules;
