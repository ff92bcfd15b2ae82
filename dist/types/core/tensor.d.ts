/** Element types that onnxruntime-node can take and give. float16 is held as its 16 raw bits. */
export type TensorType = 'float32' | 'float64' | 'float16' | 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'int64' | 'uint64' | 'bool' | 'string';
export type TensorData = Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array | string[];
/** A dense, row-major tensor. `data.length` is the product of `dims`; a scalar has no dims. */
export interface Tensor {
    readonly type: TensorType;
    readonly dims: readonly number[];
    readonly data: TensorData;
}
/** What a model says about one of its inputs or outputs. A dimension is a size, a symbol, or '' when it has no name. */
export interface TensorInfo {
    readonly name: string;
    readonly type: TensorType | string;
    readonly dims: readonly (number | string)[];
}
/** A tensor of zeros (or empty strings) of the given type and dims. */
export declare function zeros(type: TensorType, dims: readonly number[]): Tensor;
/** The number of elements of a shape; 1 for a scalar. */
export declare function sizeOf(dims: readonly number[]): number;
/** The examples `start` (inclusive) to `end` (exclusive) of a batch: rows along the first dimension, sharing memory where it can. */
export declare function rows(tensor: Tensor, start: number, end: number): Tensor;
