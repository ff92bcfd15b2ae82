/**
 * ONNX models as values. The names are those of onnx.proto (IR version 13), in camel case.
 *
 * Values are immutable: a change makes a new object (`{ ...node, name }`), and what was not changed is written back byte
 * for byte as it was read. Texts are '' and lists of messages and texts are [] when the file has none; numbers, bytes,
 * typed arrays and single messages are absent. `unknown` holds fields that this reader does not know, as raw bytes.
 */
export interface Message {
  readonly unknown?: readonly Uint8Array[]
}

export interface Model extends Message {
  readonly irVersion?: number
  readonly producerName: string
  readonly producerVersion: string
  readonly domain: string
  readonly modelVersion?: number
  readonly docString: string
  readonly graph?: Graph
  readonly opsetImport: readonly OperatorSet[]
  readonly metadataProps: readonly Entry[]
  readonly trainingInfo: readonly TrainingInfo[]
  readonly functions: readonly ModelFunction[]
}

/** Graphs that a training loop runs beside the model's own. */
export interface TrainingInfo extends Message {
  readonly initialization?: Graph
  readonly algorithm?: Graph
  readonly initializationBinding: readonly Entry[]
  readonly updateBinding: readonly Entry[]
}

/** Domain '' and `ai.onnx` are the same: the standard operators. */
export interface OperatorSet extends Message {
  readonly domain: string
  readonly version?: number
}

export interface Entry extends Message {
  readonly key: string
  readonly value: string
}

export interface Graph extends Message {
  readonly node: readonly Node[]
  readonly name: string
  readonly initializer: readonly OnnxTensor[]
  readonly docString: string
  readonly input: readonly ValueInfo[]
  readonly output: readonly ValueInfo[]
  readonly valueInfo: readonly ValueInfo[]
  readonly quantizationAnnotation: readonly TensorAnnotation[]
  readonly sparseInitializer: readonly SparseTensor[]
  readonly metadataProps: readonly Entry[]
}

/** An operator call. An input or output named '' is left out. */
export interface Node extends Message {
  readonly input: readonly string[]
  readonly output: readonly string[]
  readonly name: string
  readonly opType: string
  readonly attribute: readonly Attribute[]
  readonly docString: string
  readonly domain: string
  readonly overload: string
  readonly metadataProps: readonly Entry[]
}

/** One of the value fields is set, as `type` says (see `attributeTypes`). */
export interface Attribute extends Message {
  readonly name: string
  readonly f?: number
  readonly i?: bigint
  readonly s?: Uint8Array
  readonly t?: OnnxTensor
  readonly g?: Graph
  readonly floats?: Float32Array
  readonly ints?: BigInt64Array
  readonly strings: readonly Uint8Array[]
  readonly tensors: readonly OnnxTensor[]
  readonly graphs: readonly Graph[]
  readonly docString: string
  readonly tp?: TypeProto
  readonly typeProtos: readonly TypeProto[]
  readonly type?: number
  readonly refAttrName: string
  readonly sparseTensor?: SparseTensor
  readonly sparseTensors: readonly SparseTensor[]
}

/** Elements stand in `rawData` (little-endian), in the typed field of their type, or in another file (`externalData`). */
export interface OnnxTensor extends Message {
  /** Sizes; none for a scalar. */
  readonly dims: readonly number[]
  /** See `elementTypes`. */
  readonly dataType?: number
  readonly floatData?: Float32Array
  readonly int32Data?: Int32Array
  readonly stringData: readonly Uint8Array[]
  readonly int64Data?: BigInt64Array
  readonly name: string
  readonly rawData?: Uint8Array
  readonly doubleData?: Float64Array
  readonly uint64Data?: BigUint64Array
  readonly docString: string
  readonly externalData: readonly Entry[]
  /** 1 when the elements are in another file. */
  readonly dataLocation?: number
  readonly metadataProps: readonly Entry[]
}

export interface SparseTensor extends Message {
  readonly values?: OnnxTensor
  readonly indices?: OnnxTensor
  readonly dims: readonly number[]
}

export interface ValueInfo extends Message {
  readonly name: string
  readonly type?: TypeProto
  readonly docString: string
  readonly metadataProps: readonly Entry[]
}

/** One of the members is set. */
export interface TypeProto extends Message {
  readonly tensorType?: TensorTypeProto
  readonly sequenceType?: ElementTypeProto
  readonly mapType?: MapTypeProto
  readonly denotation: string
  readonly sparseTensorType?: TensorTypeProto
  readonly optionalType?: ElementTypeProto
}

export interface TensorTypeProto extends Message {
  readonly elemType?: number
  /** Absent when not even the number of dimensions is known. */
  readonly shape?: Shape
}

export interface ElementTypeProto extends Message {
  readonly elemType?: TypeProto
}

export interface MapTypeProto extends Message {
  readonly keyType?: number
  readonly valueType?: TypeProto
}

export interface Shape extends Message {
  readonly dim: readonly Dimension[]
}

/** A size, or a symbol, or neither: unknown. */
export interface Dimension extends Message {
  readonly dimValue?: number
  readonly dimParam: string
  readonly denotation: string
}

export interface TensorAnnotation extends Message {
  readonly tensorName: string
  readonly quantParameterTensorNames: readonly Entry[]
}

export interface ModelFunction extends Message {
  readonly name: string
  readonly input: readonly string[]
  readonly output: readonly string[]
  readonly attribute: readonly string[]
  readonly node: readonly Node[]
  readonly docString: string
  readonly opsetImport: readonly OperatorSet[]
  readonly domain: string
  readonly attributeProto: readonly Attribute[]
  readonly valueInfo: readonly ValueInfo[]
  readonly overload: string
  readonly metadataProps: readonly Entry[]
}
