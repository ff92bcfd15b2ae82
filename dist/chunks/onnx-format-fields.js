import { memory } from "./core-bytes.js";
var WireError = class extends Error {
	name = "WireError";
	kind;
	constructor(kind, message) {
		super(message);
		this.kind = kind;
	}
};
const wireTypes = {
	varint: 0,
	fixed64: 1,
	bytes: 2,
	group: 3,
	groupEnd: 4,
	fixed32: 5
};
const windowBytes = {
	least: 4096,
	most: 2 ** 16
};
const nothing = Buffer.alloc(0);
function cursorOver(source, start = 0, end = source.length) {
	return {
		window: {
			source,
			bytes: nothing,
			start: 0,
			end: 0,
			size: windowBytes.least
		},
		at: start,
		end: Math.trunc(end),
		low: 0,
		high: 0
	};
}
function cursorOverBytes(bytes) {
	const { buffer, byteOffset, length } = bytes;
	return {
		window: {
			source: memory(bytes),
			bytes: Buffer.from(buffer, byteOffset, length),
			start: 0,
			end: length,
			size: 0
		},
		at: 0,
		end: length,
		low: 0,
		high: 0
	};
}
function placeOf(window, at, length) {
	if (at >= window.start && at + length <= window.end) return at - window.start;
	const { source } = window;
	window.size = at > window.start && at <= window.end ? Math.min(2 * window.size, windowBytes.most) : windowBytes.least;
	const count = Math.min(source.length - at, Math.max(length, window.size));
	if (window.bytes.length < count) window.bytes = Buffer.allocUnsafeSlow(count);
	source.fill(window.bytes.length === count ? window.bytes : window.bytes.subarray(0, count), at);
	window.start = at;
	window.end = at + count;
	return 0;
}
function readTag(cursor) {
	readVarint(cursor);
	const tag = cursor.low >>> 0;
	if (cursor.high !== 0 || numberOf(tag) === 0) throw malformed(cursor, "a field has no valid number");
	return tag;
}
function numberOf(tag) {
	return tag >>> 3;
}
function wireTypeOf(tag) {
	return tag & 7;
}
function readInt(cursor) {
	readVarint(cursor);
	const { low, high } = cursor;
	return high === 0 && low >= 0 ? low : high * 2 ** 32 + (low >>> 0);
}
function readInt64(cursor) {
	readVarint(cursor);
	return BigInt(cursor.high) << 32n | BigInt(cursor.low >>> 0);
}
function readHalves(cursor, into, at) {
	readVarint(cursor);
	into[at] = cursor.low;
	into[at + 1] = cursor.high;
}
function readUint64(cursor) {
	return BigInt.asUintN(64, readInt64(cursor));
}
function readFloat(cursor) {
	const at = advance(cursor, 4);
	const place = placeOf(cursor.window, at, 4);
	return cursor.window.bytes.readFloatLE(place);
}
function readDouble(cursor) {
	const at = advance(cursor, 8);
	const place = placeOf(cursor.window, at, 8);
	return cursor.window.bytes.readDoubleLE(place);
}
function enter(cursor) {
	const length = readLength(cursor);
	const outer = cursor.end;
	if (length > outer - cursor.at) throw truncated(cursor, length);
	cursor.end = cursor.at + length;
	return outer;
}
function leave(cursor, outer) {
	cursor.at = cursor.end;
	cursor.end = outer;
}
function readRange(cursor) {
	const length = readLength(cursor);
	const start = advance(cursor, length);
	return {
		source: cursor.window.source,
		start,
		end: start + length
	};
}
function readLength(cursor) {
	const length = readInt(cursor);
	if (length < 0) throw malformed(cursor, "a length is negative");
	return length;
}
function copyOf({ window }, { start, end }, texts, shared = false) {
	const place = placeOf(window, start, end - start);
	return texts[shared ? "bytesAt" : "copyOf"](window.bytes, place, place + end - start);
}
function readText(cursor, texts, extent) {
	const length = readLength(cursor);
	const start = advance(cursor, length);
	extent.longest(length);
	const place = placeOf(cursor.window, start, length);
	return texts.textAt(cursor.window.bytes, place, place + length);
}
function skip(cursor, tag, depth = 0) {
	const wireType = wireTypeOf(tag);
	if (wireType === wireTypes.varint) readVarint(cursor);
	else if (wireType === wireTypes.fixed64) advance(cursor, 8);
	else if (wireType === wireTypes.bytes) readRange(cursor);
	else if (wireType === wireTypes.group) skipGroup(cursor, numberOf(tag), depth);
	else if (wireType === wireTypes.fixed32) advance(cursor, 4);
	else throw malformed(cursor, `wire type ${wireType} is not one`);
}
function skipGroup(cursor, number, depth) {
	if (depth > 100) throw malformed(cursor, "groups are nested more than 100 deep");
	for (;;) {
		const tag = readTag(cursor);
		if (wireTypeOf(tag) !== wireTypes.groupEnd) skip(cursor, tag, depth + 1);
		else if (numberOf(tag) === number) return;
		else throw malformed(cursor, "a group ends that did not begin");
	}
}
function readVarint(cursor) {
	const { window, at } = cursor;
	const byte = at >= window.start && at < window.end && at < cursor.end ? window.bytes[at - window.start] : 128;
	if (byte < 128) {
		cursor.at = at + 1;
		cursor.low = byte;
		cursor.high = 0;
	} else readLongVarint(cursor);
}
function readLongVarint(cursor) {
	let low = 0;
	let high = 0;
	for (let shift = 0; shift < 70; shift += 7) {
		const place = placeOf(cursor.window, advance(cursor, 1), 1);
		const byte = cursor.window.bytes[place];
		if (shift < 28) low |= (byte & 127) << shift;
		else if (shift === 28) {
			low |= (byte & 127) << 28;
			high |= (byte & 127) >>> 4;
		} else high |= shift < 64 ? (byte & 127) << shift - 32 : 0;
		if (byte < 128) {
			cursor.low = low;
			cursor.high = high;
			return;
		}
	}
	throw malformed(cursor, "a number is longer than 10 bytes");
}
function advance(cursor, length) {
	const start = cursor.at;
	if (length > cursor.end - start) throw truncated(cursor, length);
	cursor.at = start + length;
	return start;
}
function truncated(cursor, length) {
	return new WireError("truncated", `byte ${cursor.at}: ${length} more bytes were announced`);
}
function malformed(cursor, what) {
	return new WireError("malformed", `byte ${cursor.at}: ${what}`);
}
function counted(as, table) {
	return {
		...message(table),
		counted: as
	};
}
function message(table) {
	const all = Object.entries(table).map(([name, field]) => ({
		name,
		...field,
		wireType: wireTypeFor(field)
	})).sort((a, b) => a.number - b.number);
	return {
		all,
		byNumber: Array.from({ length: 1 + (all.at(-1)?.number ?? 0) }, (_, at) => all.find((one) => one.number === at)),
		numbers: all.filter(({ repeated, kind }) => repeated && numberKinds.has(kind) && kind !== "int"),
		payloads: all.filter(({ kind }) => kind === "bytes"),
		singles: all.filter(({ repeated, kind }) => !repeated && typeof kind === "function"),
		counted: void 0,
		empty: Object.fromEntries(all.flatMap(emptyOf))
	};
}
const numberKinds = new Set([
	"int",
	"int32",
	"int64",
	"uint64",
	"float",
	"double"
]);
const none = Object.freeze([]);
function emptyOf({ name, repeated, kind }) {
	if (repeated) return numberKinds.has(kind) && kind !== "int" ? [] : [[name, none]];
	return kind === "string" ? [[name, ""]] : [];
}
function one(number, kind) {
	return {
		number,
		kind,
		repeated: false,
		packed: false
	};
}
function many(number, kind) {
	return {
		number,
		kind,
		repeated: true,
		packed: false
	};
}
function packed(number, kind) {
	return {
		number,
		kind,
		repeated: true,
		packed: true
	};
}
function wireTypeFor(field) {
	if (field.kind === "float") return wireTypes.fixed32;
	if (field.kind === "double") return wireTypes.fixed64;
	return typeof field.kind === "function" || field.kind === "string" || field.kind === "bytes" ? wireTypes.bytes : wireTypes.varint;
}
const modelFields = message({
	irVersion: one(1, "int"),
	producerName: one(2, "string"),
	producerVersion: one(3, "string"),
	domain: one(4, "string"),
	modelVersion: one(5, "int"),
	docString: one(6, "string"),
	graph: one(7, () => graph),
	opsetImport: many(8, () => operatorSet),
	metadataProps: many(14, () => entry),
	trainingInfo: many(20, () => trainingInfo),
	functions: many(25, () => modelFunction)
});
const trainingInfo = message({
	initialization: one(1, () => graph),
	algorithm: one(2, () => graph),
	initializationBinding: many(3, () => entry),
	updateBinding: many(4, () => entry)
});
const operatorSet = counted("imports", {
	domain: one(1, "string"),
	version: one(2, "int")
});
const entry = message({
	key: one(1, "string"),
	value: one(2, "string")
});
const graph = counted("graphs", {
	node: many(1, () => node),
	name: one(2, "string"),
	initializer: many(5, () => tensor),
	docString: one(10, "string"),
	input: many(11, () => valueInfo),
	output: many(12, () => valueInfo),
	valueInfo: many(13, () => valueInfo),
	quantizationAnnotation: many(14, () => tensorAnnotation),
	sparseInitializer: many(15, () => sparseTensor),
	metadataProps: many(16, () => entry)
});
const node = counted("nodes", {
	input: many(1, "string"),
	output: many(2, "string"),
	name: one(3, "string"),
	opType: one(4, "string"),
	attribute: many(5, () => attribute),
	docString: one(6, "string"),
	domain: one(7, "string"),
	overload: one(8, "string"),
	metadataProps: many(9, () => entry)
});
const attribute = counted("attributes", {
	name: one(1, "string"),
	f: one(2, "float"),
	i: one(3, "int64"),
	s: one(4, "bytes"),
	t: one(5, () => tensor),
	g: one(6, () => graph),
	floats: many(7, "float"),
	ints: many(8, "int64"),
	strings: many(9, "bytes"),
	tensors: many(10, () => tensor),
	graphs: many(11, () => graph),
	docString: one(13, "string"),
	tp: one(14, () => type),
	typeProtos: many(15, () => type),
	type: one(20, "int"),
	refAttrName: one(21, "string"),
	sparseTensor: one(22, () => sparseTensor),
	sparseTensors: many(23, () => sparseTensor)
});
const tensor = counted("tensors", {
	dims: many(1, "int"),
	dataType: one(2, "int"),
	floatData: packed(4, "float"),
	int32Data: packed(5, "int32"),
	stringData: many(6, "bytes"),
	int64Data: packed(7, "int64"),
	name: one(8, "string"),
	rawData: one(9, "bytes"),
	doubleData: packed(10, "double"),
	uint64Data: packed(11, "uint64"),
	docString: one(12, "string"),
	externalData: many(13, () => entry),
	dataLocation: one(14, "int"),
	metadataProps: many(16, () => entry)
});
const sparseTensor = message({
	values: one(1, () => tensor),
	indices: one(2, () => tensor),
	dims: many(3, "int")
});
const valueInfo = message({
	name: one(1, "string"),
	type: one(2, () => type),
	docString: one(3, "string"),
	metadataProps: many(4, () => entry)
});
const type = message({
	tensorType: one(1, () => tensorType),
	sequenceType: one(4, () => elementType),
	mapType: one(5, () => mapType),
	denotation: one(6, "string"),
	sparseTensorType: one(8, () => tensorType),
	optionalType: one(9, () => elementType)
});
const tensorType = message({
	elemType: one(1, "int"),
	shape: one(2, () => shape)
});
const elementType = message({ elemType: one(1, () => type) });
const mapType = message({
	keyType: one(1, "int"),
	valueType: one(2, () => type)
});
const shape = message({ dim: many(1, () => dimension) });
const dimension = message({
	dimValue: one(1, "int"),
	dimParam: one(2, "string"),
	denotation: one(3, "string")
});
const tensorAnnotation = message({
	tensorName: one(1, "string"),
	quantParameterTensorNames: many(2, () => entry)
});
const modelFunction = counted("functions", {
	name: one(1, "string"),
	input: many(4, "string"),
	output: many(5, "string"),
	attribute: many(6, "string"),
	node: many(7, () => node),
	docString: one(8, "string"),
	opsetImport: many(9, () => operatorSet),
	domain: one(10, "string"),
	attributeProto: many(11, () => attribute),
	valueInfo: many(12, () => valueInfo),
	overload: one(13, "string"),
	metadataProps: many(14, () => entry)
});
export { WireError, copyOf, cursorOver, cursorOverBytes, enter, leave, modelFields, none, numberOf, readDouble, readFloat, readHalves, readInt, readInt64, readRange, readTag, readText, readUint64, skip, wireTypeOf, wireTypes };
