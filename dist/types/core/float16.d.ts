/** IEEE 754 half precision: tensors of type float16 hold these raw bits. */
/** The value of 16 bits. */
export declare function fromFloat16(half: number): number;
/** The 16 bits nearest to a value that is first rounded to float32; ties go to even, what is too large to infinity. */
export declare function toFloat16(value: number): number;
