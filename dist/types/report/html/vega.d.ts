import type { TopLevelSpec } from 'vega-lite';
import { type Markup } from '../escape.ts';
/** A plot as vega-lite describes it, for one width of the page in CSS pixels. */
export type Plot = (width: number) => TopLevelSpec;
/** Widths in CSS pixels. */
export interface Widths {
    readonly wide: number;
    readonly narrow: number;
}
/** A plot drawn for wide pages and again for narrow ones; the style sheet shows the one that fits. */
export declare function draw(plot: Plot, widths: Widths, label: string): Promise<Markup<'html'>>;
/** Colours are custom properties of the page, so that one drawing serves light and dark; the fallbacks are the light ones. */
export declare const colours: {
    readonly ink: string;
    readonly card: string;
    readonly soft: string;
    readonly line: string;
    readonly production: string;
    readonly candidate: string;
    readonly pass: string;
    readonly fail: string;
    readonly inconclusive: string;
};
export declare const verdicts: string[];
export declare const verdictColours: {
    domain: string[];
    range: string[];
};
/** Labels of an axis of shares, in the expression language of vega. */
export declare const percentLabel: string;
