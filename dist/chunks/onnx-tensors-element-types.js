const elementTypes = [
	{
		code: 1,
		name: "float32",
		bits: 32,
		field: "floatData"
	},
	{
		code: 2,
		name: "uint8",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 3,
		name: "int8",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 4,
		name: "uint16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 5,
		name: "int16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 6,
		name: "int32",
		bits: 32,
		field: "int32Data"
	},
	{
		code: 7,
		name: "int64",
		bits: 64,
		field: "int64Data"
	},
	{
		code: 8,
		name: "string",
		bits: void 0,
		field: "stringData"
	},
	{
		code: 9,
		name: "bool",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 10,
		name: "float16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 11,
		name: "float64",
		bits: 64,
		field: "doubleData"
	},
	{
		code: 12,
		name: "uint32",
		bits: 32,
		field: "uint64Data"
	},
	{
		code: 13,
		name: "uint64",
		bits: 64,
		field: "uint64Data"
	},
	{
		code: 14,
		name: "complex64",
		bits: 64,
		field: "floatData"
	},
	{
		code: 15,
		name: "complex128",
		bits: 128,
		field: "doubleData"
	},
	{
		code: 16,
		name: "bfloat16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 17,
		name: "float8e4m3fn",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 18,
		name: "float8e4m3fnuz",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 19,
		name: "float8e5m2",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 20,
		name: "float8e5m2fnuz",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 21,
		name: "uint4",
		bits: 4,
		field: "int32Data"
	},
	{
		code: 22,
		name: "int4",
		bits: 4,
		field: "int32Data"
	},
	{
		code: 23,
		name: "float4e2m1",
		bits: 4,
		field: "int32Data"
	},
	{
		code: 24,
		name: "float8e8m0",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 25,
		name: "uint2",
		bits: 2,
		field: "int32Data"
	},
	{
		code: 26,
		name: "int2",
		bits: 2,
		field: "int32Data"
	},
	{
		code: 27,
		name: "float6e2m3",
		bits: 6,
		field: "int32Data"
	},
	{
		code: 28,
		name: "float6e3m2",
		bits: 6,
		field: "int32Data"
	}
];
const byCode = Array.from({ length: 64 }, (_, code) => elementTypes.find((type) => type.code === code));
function elementType(code) {
	return code === void 0 ? void 0 : byCode[code];
}
function typeText(type) {
	if (type?.tensorType !== void 0) return elementType(type.tensorType.elemType)?.name ?? "unknown";
	if (type?.sparseTensorType !== void 0) return `sparse(${elementType(type.sparseTensorType.elemType)?.name ?? "unknown"})`;
	if (type?.sequenceType !== void 0) return `sequence(${typeText(type.sequenceType.elemType)})`;
	if (type?.optionalType !== void 0) return `optional(${typeText(type.optionalType.elemType)})`;
	if (type?.mapType === void 0) return "unknown";
	return `map(${elementType(type.mapType.keyType)?.name ?? "unknown"}, ${typeText(type.mapType.valueType)})`;
}
function isSize(dim) {
	return Number.isSafeInteger(dim) && dim >= 0;
}
export { elementType, elementTypes, isSize, typeText };
