/**
 * Tags in GTO's grammar (gto/constants.py 1.9.0), so that `gto show` reads our registry:
 * `digits@v1.2.3` registers a version, `digits#production#4` assigns the version on the same commit to a stage; a `!` undoes.
 */
export type Tag = {
    readonly kind: 'version';
    readonly model: string;
    readonly version: string;
    readonly undo: boolean;
    readonly counter?: number | undefined;
} | {
    readonly kind: 'stage';
    readonly model: string;
    readonly stage: string;
    readonly undo: boolean;
    readonly counter?: number | undefined;
} | {
    readonly kind: 'deprecated' | 'created';
    readonly model: string;
    readonly counter?: number | undefined;
};
/**
 * Whether a text can name a model: letters, digits, `-`, `_` and `/`, ending in a letter or digit, after an optional folder
 * (`models/eu:digits`, where dots may stand too). Stricter than GTO where git refuses the tag that would follow.
 */
export declare function isModelName(text: string): boolean;
/** Whether a text can name a stage: as a model's name, without a folder. */
export declare function isStageName(text: string): boolean;
/** `digits@v1.2.3`. The version is semantic, without the `v`. */
export declare function versionTag(model: string, version: string): string;
/** `digits#production#4`. */
export declare function stageTag(model: string, stage: string, counter: number): string;
/** What a tag says, or undefined when it is not of the grammar. */
export declare function parseTag(text: string): Tag | undefined;
/** The counter of the next numbered tag of a model: 1 + the highest over all of its tags, whatever they do. */
export declare function nextCounter(model: string, tags: readonly string[]): number;
