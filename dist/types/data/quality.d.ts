import type { RecordName } from './records.ts';
/** What a metric of the table needs of each example. */
export interface QualityNeeds {
    readonly record: RecordName;
    /** Labels that are class indices, or any numbers; absent where none are needed. */
    readonly labels?: 'classes' | 'numbers' | undefined;
}
/** Every metric of the table that is compared by values of each example. */
export declare const qualityNeeds: Readonly<Record<string, QualityNeeds>>;
