import { type Markup } from '../escape.ts';
export type Markdown = Markup<'markdown'>;
/** How much is said: rows of the first table, entries of each folded list, characters of each text that comes from outside. */
export interface Detail {
    readonly rows: number;
    readonly entries: number;
    readonly text: number;
    readonly chart: boolean;
}
/** A text from outside, on one line and clipped; not escaped yet. */
export type Say = (text: string) => string;
/** Says a text in at most so many characters. What holds nothing visible is shown as that, since marks around nothing are no marks. */
export declare function saying(length: number): Say;
/** A table of cells that are markdown already; its lines never break inside a cell. */
export declare function table(titles: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown;
/** A list of the first `most` entries; undefined when there are none. */
export declare function list<Entry>(all: readonly Entry[], most: number, write: (entry: Entry) => Markdown): Markdown | undefined;
/** A list or table with a note about what was left out; nothing when there is nothing to show. */
export declare function limited(body: Markdown, total: number, shown: number): Markdown | undefined;
/** A link of ours: its text is escaped, its address is one that we made and holds nothing of a stranger's but percent-encoded. */
export interface Link {
    readonly text: string;
    readonly url: string;
}
/** Links one beside the other; undefined when there are none. */
export declare function linkLine(links: readonly Link[]): Markdown | undefined;
