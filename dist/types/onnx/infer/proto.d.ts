import type { OnnxTensor, SparseTensor, TypeProto } from '../format/messages.ts';
import type { TensorValue, ValueType } from './types.ts';
/** Sizes that are given for symbols. */
type Symbols = ReadonlyMap<string, number>;
/** What a model declares of a value. */
export declare function fromProto(type: TypeProto | undefined, symbols?: Symbols): ValueType | undefined;
export declare function ofConstant(tensor: OnnxTensor): TensorValue;
export declare function ofSparse({ values, dims }: SparseTensor): TensorValue;
export {};
