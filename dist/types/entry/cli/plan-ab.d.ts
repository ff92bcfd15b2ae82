import type { Entry } from '../context.ts';
import { type AbOptions } from './ab-question.ts';
/** `airworthy plan-ab`: how many users and days an A/B test takes, and what it can be expected to say. */
export declare function planAbCommand(entry: Entry, options: AbOptions & {
    readonly json?: boolean;
}): Promise<number>;
