import type { TypeProto } from '../format/messages.ts';
export interface ElementType {
    readonly code: number;
    /** As onnxruntime and this project's tensors call it. */
    readonly name: string;
    /** Bits of one element in `rawData`; undefined for texts, which have none. */
    readonly bits: number | undefined;
    /** The typed field that may hold its elements instead of `rawData`. */
    readonly field: 'floatData' | 'int32Data' | 'int64Data' | 'uint64Data' | 'doubleData' | 'stringData';
}
/** TensorProto.DataType. */
export declare const elementTypes: readonly ElementType[];
export declare function elementType(code: number | undefined): ElementType | undefined;
/** The type of a value as text: `float32`, `sequence(float32)`, `map(int64, float32)`; `unknown` where the model does not say. */
export declare function typeText(type: TypeProto | undefined): string;
