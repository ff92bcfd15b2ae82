/** What a row of the catalogue says: one sentence, and a hint at what to do next. */
export interface Words {
    readonly message: string;
    readonly hint: string;
}
/** The sentences of some codes: each takes the details that it needs. */
export type Rows<Details> = {
    readonly [Code in keyof Details]: (details: Details[Code]) => Words;
};
/** The first few of a list that may be long. */
export declare function fewOf(names: readonly string[]): string;
export declare function didYouMean(name: string | undefined): string;
