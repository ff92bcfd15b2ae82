import { fromFloat16, toFloat16 } from "./core-float16.js";
import { sizeOf, zeros } from "./workers.js";
const datatypes = {
	float32: "FP32",
	float64: "FP64",
	float16: "FP16",
	int8: "INT8",
	uint8: "UINT8",
	int16: "INT16",
	uint16: "UINT16",
	int32: "INT32",
	uint32: "UINT32",
	int64: "INT64",
	uint64: "UINT64",
	bool: "BOOL",
	string: "BYTES"
};
const types = new Map(Object.entries(datatypes).map(([type, datatype]) => [datatype, type]));
function datatypeOf(type) {
	return datatypes[type] ?? type;
}
function writeTensors(tensors) {
	return `[${Object.entries(tensors).map(([name, tensor]) => writeTensor(name, tensor)).join(",")}]`;
}
function readTensors(value) {
	if (!Array.isArray(value)) throw new Error("inputs: expected a list of tensors");
	return Object.fromEntries(value.map((tensor) => readTensor(tensor)));
}
function writeTensor(name, { type, dims, data }) {
	return `${JSON.stringify({
		name,
		shape: dims,
		datatype: datatypes[type]
	}).slice(0, -1)},"data":[${writeData(type, data)}]}`;
}
function writeData(type, data) {
	if (Array.isArray(data)) return data.map((text) => JSON.stringify(text)).join(",");
	if (data instanceof BigInt64Array || data instanceof BigUint64Array) return data.join(",");
	if (type === "bool") return Array.from(data, (flag) => flag !== 0).join(",");
	return (type === "float16" ? Array.from(data, fromFloat16) : Array.from(data)).map((number) => Number.isFinite(number) ? number : "null").join(",");
}
function readTensor(value) {
	const { name, shape, datatype, data } = value ?? {};
	const type = types.get(String(datatype));
	if (typeof name !== "string") throw new Error("inputs: a tensor has no name");
	if (type === void 0) throw new Error(`${name}: unknown datatype ${String(datatype)}, expected one of ${[...types.keys()].join(", ")}`);
	if (!Array.isArray(shape) || !shape.every((dim) => Number.isInteger(dim) && dim >= 0)) throw new Error(`${name}: shape is not a list of sizes`);
	if (!Array.isArray(data)) throw new Error(`${name}: data is not a list`);
	const values = data.flat(Number.POSITIVE_INFINITY);
	if (values.length !== sizeOf(shape)) throw new Error(`${name}: ${values.length} values do not fill the shape [${shape.join(", ")}]`);
	return [name, {
		type,
		dims: shape,
		data: readData(name, type, shape, values)
	}];
}
function readData(name, type, dims, values) {
	if (type === "string") return values.map(String);
	const wanted = type === "bool" ? ["boolean", "number"] : ["number"];
	if (!values.every((value) => wanted.includes(typeof value))) throw new Error(`${name}: data holds what is not a ${wanted[0]}`);
	const { data } = zeros(type, dims);
	const target = data;
	for (const [index, value] of values.entries()) target[index] = element(type, Number(value));
	return data;
}
function element(type, value) {
	if (type === "int64" || type === "uint64") return BigInt(Math.trunc(value));
	return type === "float16" ? toFloat16(value) : value;
}
export { datatypeOf, readTensors, writeTensors };
