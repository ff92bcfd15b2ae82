import type { Rules } from '../node.ts';
export declare const machineLearning: Rules;
export declare const training: Rules;
