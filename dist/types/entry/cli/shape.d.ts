/** `x=1x3x48x192`; nothing after the sign for a scalar. */
export declare function shapeOf(text: string): [string, number[]];
