import { type Markup } from '../escape.ts';
import { type Status } from '../words.ts';
export type Html = Markup<'html'>;
/** A part of the page with its own heading and a name that the list of contents links to. */
export interface Section {
    readonly id: string;
    readonly title: string;
    readonly body: Html;
}
export declare function sectionOf({ id, title, body }: Section): Html;
/** The word for a status with its glyph: told by shape and word, never by colour alone. */
export declare function badge(status: Status, text?: string): Html;
export interface DataColumn {
    readonly title: string;
    readonly numeric?: boolean;
    /** A phrase that stays on one line on wide pages. */
    readonly short?: boolean;
    /** Holds sentences: takes a line of its own on narrow pages. */
    readonly long?: boolean;
}
/** A table with a caption; on narrow pages each row becomes a card, so the roles are spelt out. The first cell heads its row. */
export declare function dataTable(caption: string, columns: readonly DataColumn[], rows: readonly (readonly Html[])[]): Html;
/** Names and their values, for things of which there is one. Undefined values are left out. */
export declare function facts(pairs: readonly (readonly [name: string, value: Html | string | undefined])[]): Html;
export declare function figure(picture: Html, caption: Html): Html;
export declare function code(text: string): Html;
/** A digest: takes a line of its own among facts. */
export declare function digest(sha256: string): Html;
export declare function details(summary: string, body: Html): Html;
