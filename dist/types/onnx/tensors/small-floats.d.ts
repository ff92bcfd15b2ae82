/** The value of every bit pattern of a format; undefined for other element types. */
export declare function smallFloats(type: string): Float64Array | undefined;
