const arrayTypes = {
	float32: Float32Array,
	float64: Float64Array,
	float16: Uint16Array,
	int8: Int8Array,
	uint8: Uint8Array,
	int16: Int16Array,
	uint16: Uint16Array,
	int32: Int32Array,
	uint32: Uint32Array,
	int64: BigInt64Array,
	uint64: BigUint64Array,
	bool: Uint8Array
};
function zeros(type, dims) {
	const length = sizeOf(dims);
	if (type === "string") return {
		type,
		dims,
		data: Array.from({ length }, () => "")
	};
	return {
		type,
		dims,
		data: new arrayTypes[type](length)
	};
}
function sizeOf(dims) {
	return dims.reduce((product, dim) => product * dim, 1);
}
function rows(tensor, start, end) {
	const width = sizeOf(tensor.dims.slice(1));
	const data = Array.isArray(tensor.data) ? tensor.data.slice(start * width, end * width) : tensor.data.subarray(start * width, end * width);
	return {
		type: tensor.type,
		dims: [end - start, ...tensor.dims.slice(1)],
		data
	};
}
export { arrayTypes, rows, sizeOf, zeros };
