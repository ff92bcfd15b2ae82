import { type AbQuestion } from '../../stats/ab-plan.ts';
/** What the command line gives, as it was written. */
export interface AbOptions {
    readonly baseline?: string;
    readonly mean?: string;
    readonly deviation?: string;
    readonly margin: string;
    readonly hoped?: string;
    readonly power: string;
    readonly alpha: string;
    readonly traffic?: string;
    readonly share: string;
    readonly claim: string;
    readonly lowerIsBetter?: boolean;
    readonly looks: string;
}
export interface PlannedQuestion extends AbQuestion {
    /** Users a day, both arms together. */
    readonly traffic?: number;
}
/** The question that the options ask. Throws what is wrong with the first of them that is. */
export declare function questionOf(options: AbOptions): PlannedQuestion;
