/**
 * The style sheet of the page. Colours keep a contrast of 4.5 : 1 or more on their ground in both schemes; verdicts differ
 * in hue and lightness for colour-blind readers (green, vermilion, ochre), and always by a glyph and a word too.
 */
export declare const style: string;
