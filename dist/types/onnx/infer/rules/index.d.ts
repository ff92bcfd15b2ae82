import type { Rule } from '../node.ts';
export declare function ruleOf(domain: string, operator: string): Rule | undefined;
