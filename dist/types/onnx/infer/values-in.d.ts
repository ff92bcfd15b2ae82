import type { OnnxTensor } from '../format/messages.ts';
import { type Known } from './node.ts';
import type { ValueType } from './types.ts';
/** The values one can read at a place, those of the graphs around it included. */
export interface Values {
    readonly types: Map<string, ValueType>;
    readonly known: Map<string, Known>;
    readonly constants: Map<string, OnnxTensor>;
    readonly outer: Values | undefined;
}
export declare function emptyValues(outer: Values | undefined): Values;
/** What is known of a value under a name, here or around. */
export declare function lookUp<Kind extends 'types' | 'constants' | 'known'>(values: Values | undefined, kind: Kind, name: string): (Values[Kind] extends Map<string, infer Value> ? Value : never) | undefined;
/** The whole numbers that a value is known to hold, worked out or as a constant. */
export declare function knownValues(values: Values, name: string): Known | undefined;
