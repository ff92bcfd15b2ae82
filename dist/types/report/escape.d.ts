/**
 * Every string that comes from outside (names of models, tensors, metrics and files, sentences, last words of a process)
 * goes through one of these before it stands in a report. Each takes the raw text, and none is undone by another.
 */
/** A piece of a document that is already safe in its language. Made by the tagged templates `html` and `markdown` only. */
export interface Markup<Language extends 'html' | 'markdown'> {
    readonly language: Language;
    readonly text: string;
}
type Value<Language extends 'html' | 'markdown'> = string | number | undefined | Markup<Language> | readonly Markup<Language>[];
type Template<Language extends 'html' | 'markdown'> = (parts: TemplateStringsArray, ...values: readonly Value<Language>[]) => Markup<Language>;
/** HTML where every value that is not HTML itself is escaped: text, attribute values in double quotes. Undefined is nothing. */
export declare const html: Template<'html'>;
/** GitHub-flavoured markdown where every value that is not markdown itself is escaped: text, table cells, headings. */
export declare const markdown: Template<'markdown'>;
/** Text of a trusted origin (our own SVG, style sheet, fences) as markup. Never for anything a user wrote. */
export declare function trusted<Language extends 'html' | 'markdown'>(language: Language, text: string): Markup<Language>;
/** Pieces one after another. */
export declare function joined<Language extends 'html' | 'markdown'>(language: Language, pieces: readonly Markup<Language>[], separator?: string): Markup<Language>;
/**
 * One line of visible text: escape sequences of terminals, control, bidirectional and invisible characters and lone
 * surrogates are gone, each run of white space is one space.
 */
export declare function plain(text: string): string;
/** `plain`, and nothing that a CI runner reads as a command (`::error::`, `##[group]`) wherever a line breaks. */
export declare function terminalText(text: string): string;
/** `plain`, as HTML text or an attribute value. */
export declare function htmlText(text: string): string;
/**
 * `plain`, as inline GitHub-flavoured markdown. Punctuation that could open a construct becomes numeric entities, which
 * never do, also inside HTML and table cells. Mentions, references and bare addresses are found by GitHub after entities are decoded, so
 * a zero-width space breaks them.
 */
export declare function markdownText(text: string): string;
/** At most `length` UTF-16 units, never half a surrogate pair, with an ellipsis where something was left out. */
export declare function clip(text: string, length: number): string;
export {};
