import { bytesOf, concatenated, memory, piecesOf } from "./core-bytes.js";
import { errorFrom } from "./workers.js";
import { WireError, copyOf, cursorOver, cursorOverBytes, modelFields, none, numberOf, readDelimited, readDouble, readFloat, readInt, readInt64, readRange, readTag, readText, readUint64, skip, wireTypeOf, wireTypes } from "./onnx-format-fields.js";
import { ReadMessage, defer, deferredOf } from "./onnx-format-read-message.js";
const convert = "Export the model to ONNX, for example with `torch.onnx.export` or `tf2onnx`.";
const kinds = [
	{
		fits: (bytes) => bytes.length === 0,
		why: "is empty",
		next: "Check what wrote it; an interrupted download or export leaves an empty file."
	},
	{
		fits: isPointer,
		why: "is a Git LFS pointer to the model",
		next: "Fetch the model itself with `git lfs pull`; in a workflow, set `lfs: true` on actions/checkout."
	},
	{
		fits: (bytes) => startsWith(bytes, "ORTM", 4),
		why: "is in onnxruntime's own .ort format",
		next: "Use the .onnx file it was made from."
	},
	{
		fits: (bytes) => startsWith(bytes, "TFL3", 4),
		why: "is a TensorFlow Lite model",
		next: convert
	},
	{
		fits: (bytes) => startsWith(bytes, "PK"),
		why: "is a zip archive (as are .pt, .npz and .keras files)",
		next: `If it holds an .onnx file, unpack it. ${convert}`
	},
	{
		fits: (bytes) => startsWith(bytes, "\u008B"),
		why: "is compressed with gzip",
		next: "Unpack it with `gunzip`."
	},
	{
		fits: (bytes) => startsWith(bytes, "GGUF"),
		why: "is a GGUF model",
		next: convert
	},
	{
		fits: (bytes) => startsWith(bytes, "\u0089HDF"),
		why: "is an HDF5 file (as Keras writes)",
		next: convert
	},
	{
		fits: isSafetensors,
		why: "is a safetensors file: weights without a graph",
		next: convert
	},
	{
		fits: (bytes) => /^\s*<(!doctype|html|\?xml)/i.test(textOf(bytes, 0, 64)),
		why: "is a web page",
		next: "The download failed or needs a log-in: fetch the raw file."
	},
	{
		fits: (bytes) => /^\s*[[{]\s*["\]}[{\d]/.test(textOf(bytes, 0, 64)),
		why: "is JSON",
		next: "Check the path: it names another file."
	}
];
function isPointer(bytes) {
	return startsWith(bytes, "version https://git-lfs");
}
function recognize(bytes) {
	return kinds.find((kind) => kind.fits(bytes));
}
function startsWith(bytes, text, at = 0) {
	return textOf(bytes, at, at + text.length) === text;
}
function textOf(bytes, start, end) {
	return String.fromCharCode(...bytes.subarray(start, end));
}
function isSafetensors(bytes) {
	return startsWith(bytes, "\0\0\0\0\0{\"", 3);
}
const onnxError = errorFrom({
	"model-corrupt": {
		say: (d) => ({
			message: `${d.name} is damaged: ${d.reason}.`,
			hint: "Export or download it again, and compare checksums."
		}),
		example: {
			name: "digits.onnx",
			reason: "a field has an unknown wire type"
		}
	},
	"model-not-onnx": {
		say: (d) => ({
			message: `${d.name} is not an ONNX model: it ${d.why}.`,
			hint: d.next
		}),
		example: {
			name: "digits.pt",
			why: "is a ZIP archive, such as PyTorch writes",
			next: "Export it with torch.onnx.export."
		}
	},
	"model-truncated": {
		say: (d) => ({
			message: `${d.name} is cut off: it ends after ${d.bytes} bytes, in the middle of its content.`,
			hint: "Export or download it again; an interrupted transfer or a full disk leaves such files."
		}),
		example: {
			name: "digits.onnx",
			bytes: 4096
		}
	}
});
const maxDepth = 100;
const maxMessages = 5e6;
const maxValues = 5e7;
const shortPayload = 256;
function decode(fields, source) {
	return decodeMessage(fields, cursorOver(source), 0, {
		messages: 0,
		values: 0
	});
}
function decodeMessage(fields, cursor, depth, progress) {
	if (depth > maxDepth) throw new WireError("malformed", `it nests more than ${maxDepth} levels deep`);
	const source = {
		source: cursor.window.source,
		start: cursor.at,
		end: cursor.end
	};
	const draft = new ReadMessage(fields.empty, source);
	while (cursor.at < cursor.end) decodeField(draft, fields, cursor, depth, progress);
	finishSingles(draft, fields, depth, progress);
	finishNumbers(draft, fields);
	finishPayloads(draft, fields);
	return draft;
}
function decodeField(draft, fields, cursor, depth, progress) {
	const start = cursor.at;
	const tag = readTag(cursor);
	const wireType = wireTypeOf(tag);
	const member = fields.byNumber[numberOf(tag)];
	if (member === void 0 || !(wireType === member.wireType || isPacked(member, wireType))) {
		skip(cursor, tag);
		countMessage(progress);
		append(draft, "unknown", payloadAt(cursor, {
			source: cursor.window.source,
			start,
			end: cursor.at
		}));
		return;
	}
	const { name, kind, repeated } = member;
	if (typeof kind === "function") decodeNested(draft, member, cursor, depth, progress);
	else if (wireType !== member.wireType) append(draft, name, packedAt(cursor, kind, readRange(cursor)));
	else if (repeated) {
		countValue(kind, progress);
		append(draft, name, readScalar(kind, cursor));
	} else draft[name] = readScalar(kind, cursor);
}
function countMessage(progress) {
	progress.messages += 1;
	if (progress.messages > maxMessages) throw new WireError("malformed", `it has more than ${maxMessages} parts`);
}
function countValue(kind, progress) {
	if (kind === "bytes") countMessage(progress);
	progress.values += 1;
	if (progress.values > maxValues) throw new WireError("malformed", `it has more than ${maxValues} single values`);
}
function isPacked({ repeated, kind }, wireType) {
	return wireType === wireTypes.bytes && repeated && typeof kind === "string" && kind in numberLists;
}
function decodeNested(draft, member, cursor, depth, progress) {
	countMessage(progress);
	const payload = readDelimited(cursor);
	const nested = member.kind();
	append(draft, member.name, member.repeated ? decodeMessage(nested, payload, depth + 1, progress) : payload);
}
function finishSingles(draft, fields, depth, progress) {
	for (const { name, kind } of fields.singles) {
		const payloads = draft[name];
		if (payloads === void 0) continue;
		draft[name] = decodeMessage(kind(), merged(payloads), depth + 1, progress);
	}
}
function merged(payloads) {
	const only = payloads[0];
	if (payloads.length === 1 && only !== void 0) return only;
	const ranges = payloads.map(({ window, at, end }) => ({
		source: window.source,
		start: at,
		end
	}));
	return cursorOver(concatenated(ranges));
}
function append(draft, name, value) {
	const list = draft[name];
	if (list === void 0 || list === none) draft[name] = [value];
	else list.push(value);
}
function readScalar(kind, cursor) {
	switch (kind) {
		case "int":
		case "int32": return readInt(cursor);
		case "int64": return readInt64(cursor);
		case "uint64": return readUint64(cursor);
		case "float": return readFloat(cursor);
		case "double": return readDouble(cursor);
		case "string": return readText(cursor);
		default: return payloadAt(cursor, readRange(cursor));
	}
}
function payloadAt(cursor, range) {
	return range.end - range.start > shortPayload ? range : copyOf(cursor, range);
}
function finishPayloads(draft, fields) {
	for (const { name, repeated } of fields.payloads) {
		const value = draft[name];
		if (!repeated && isRange(value)) defer(draft, name, {
			payloads: [value],
			make: ([bytes]) => bytes
		});
		if (repeated) finishList(draft, name);
	}
	finishList(draft, "unknown");
}
function finishList(draft, name) {
	const list = draft[name];
	if (list?.some(isRange)) defer(draft, name, {
		payloads: list,
		make: (all) => all
	});
}
function isRange(value) {
	return typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && "source" in value;
}
const numberLists = {
	int: (length) => new Array(length).fill(0),
	int32: (length) => new Int32Array(length),
	int64: (length) => new BigInt64Array(length),
	uint64: (length) => new BigUint64Array(length),
	float: (length) => new Float32Array(length),
	double: (length) => new Float64Array(length)
};
function packedAt(cursor, kind, range) {
	const { source, start, end } = range;
	const width = kind === "float" ? 4 : kind === "double" ? 8 : 1;
	if ((end - start) % width !== 0) throw new WireError("malformed", `byte ${start}: ${end - start} bytes are no whole list of ${width} each`);
	const bytes = end - start > shortPayload && kind !== "int" ? void 0 : copyOf(cursor, range);
	if (width === 1 && end > start && (bytes ?? source.read(end - 1, end)).at(-1) > 127) throw new WireError("malformed", `byte ${end}: a list ends within a number`);
	return bytes === void 0 ? range : readPacked(kind, bytes);
}
function readPacked(kind, bytes) {
	if (kind === "float") return new Float32Array(Uint8Array.from(bytes).buffer);
	if (kind === "double") return new Float64Array(Uint8Array.from(bytes).buffer);
	let count = 0;
	for (const byte of bytes) if (byte < 128) count += 1;
	const list = numberLists[kind](count);
	const cursor = cursorOverBytes(bytes);
	for (let index = 0; cursor.at < cursor.end; index++) list[index] = readScalar(kind, cursor);
	return list;
}
function finishNumbers(draft, fields) {
	for (const { name, kind } of fields.numbers) {
		const parts = draft[name];
		if (parts === void 0 || parts === none) continue;
		const only = parts[0];
		if (parts.length === 1 && isRange(only)) defer(draft, name, {
			payloads: [only],
			make: ([bytes]) => readPacked(kind, bytes)
		});
		else draft[name] = joinNumbers(kind, parts);
	}
}
function joinNumbers(kind, parts) {
	const lists = parts.map((part) => isRange(part) ? readPacked(kind, bytesOf(part)) : part);
	const only = lists[0];
	if (lists.length === 1 && typeof only === "object") return only;
	const length = lists.reduce((sum, part) => sum + (typeof part === "object" ? part.length : 1), 0);
	const list = numberLists[kind](length);
	let at = 0;
	for (const part of lists) if (typeof part === "object") for (const member of part) list[at++] = member;
	else list[at++] = part;
	return list;
}
function sink() {
	return {
		parts: [],
		pending: [],
		length: 0
	};
}
function writeTag(to, number, wireType) {
	writeVarint(to, number << 3 | wireType, 0);
}
function writeInt(to, value) {
	if (value >= 0 && value < 2 ** 31) writeVarint(to, value, 0);
	else writeInt64(to, BigInt(value));
}
function writeInt64(to, value) {
	const bits = BigInt.asUintN(64, value);
	writeVarint(to, Number(bits & 4294967295n), Number(bits >> 32n));
}
function writeFloat(to, value) {
	writeFixed(to, new Uint8Array(Float32Array.of(value).buffer));
}
function writeDouble(to, value) {
	writeFixed(to, new Uint8Array(Float64Array.of(value).buffer));
}
function writeBytes(to, bytes) {
	flush(to);
	to.parts.push(bytes);
	to.length += bytes.length;
}
function writeRange(to, range) {
	flush(to);
	to.parts.push(range);
	to.length += range.end - range.start;
}
function writeDelimited(to, bytes) {
	writeInt(to, bytes.length);
	writeBytes(to, bytes);
}
function writeNested(to, from) {
	writeInt(to, from.length);
	flush(from);
	flush(to);
	for (const part of from.parts) to.parts.push(part);
	to.length += from.length;
}
function* written(from) {
	flush(from);
	for (const part of from.parts) if (part instanceof Uint8Array) yield part;
	else yield* piecesOf(part);
}
function joined(from) {
	const bytes = new Uint8Array(from.length);
	let at = 0;
	for (const piece of written(from)) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
function writeVarint(to, low, high) {
	let rest = low >>> 0;
	let above = high >>> 0;
	while (above > 0 || rest > 127) {
		writeByte(to, rest & 127 | 128);
		rest = (rest >>> 7 | above << 25) >>> 0;
		above >>>= 7;
	}
	writeByte(to, rest);
}
function writeFixed(to, bytes) {
	for (const byte of bytes) writeByte(to, byte);
}
function writeByte(to, byte) {
	to.pending.push(byte);
	to.length += 1;
}
function flush(to) {
	if (to.pending.length === 0) return;
	to.parts.push(Uint8Array.from(to.pending));
	to.pending = [];
}
function encode(fields, value) {
	const to = sink();
	encodeMessage(to, fields, value);
	return to;
}
function encodeMessage(to, fields, value) {
	const source = ReadMessage.sourceOf(value);
	if (source !== void 0) {
		writeRange(to, source);
		return;
	}
	for (const field of fields.all) {
		const deferred = deferredOf(value, field.name);
		if (deferred === void 0) encodeField(to, field, value[field.name]);
		else for (const payload of deferred.payloads) encodePayload(to, field, payload);
	}
	const unknown = deferredOf(value, "unknown")?.payloads ?? value["unknown"] ?? none;
	for (const raw of unknown) writePayload(to, raw);
}
function encodePayload(to, field, payload) {
	writeTag(to, field.number, wireTypes.bytes);
	writeInt(to, payload instanceof Uint8Array ? payload.length : payload.end - payload.start);
	writePayload(to, payload);
}
function writePayload(to, payload) {
	if (payload instanceof Uint8Array) writeBytes(to, payload);
	else writeRange(to, payload);
}
function encodeField(to, field, value) {
	if (value === void 0) return;
	const list = field.repeated ? value : value === "" ? none : [value];
	if (field.packed && list.length > 0) encodePacked(to, field, list);
	else for (const member of list) encodeOne(to, field, member);
}
function encodePacked(to, field, list) {
	const payload = sink();
	for (const member of list) writeScalar(payload, field.kind, member);
	writeTag(to, field.number, wireTypes.bytes);
	writeNested(to, payload);
}
function encodeOne(to, field, value) {
	writeTag(to, field.number, field.wireType);
	if (typeof field.kind === "function") {
		const payload = sink();
		encodeMessage(payload, field.kind(), value);
		writeNested(to, payload);
	} else writeScalar(to, field.kind, value);
}
const textEncoder = new TextEncoder();
function writeScalar(to, kind, value) {
	if (kind === "int" || kind === "int32") writeInt(to, value);
	else if (kind === "int64" || kind === "uint64") writeInt64(to, value);
	else if (kind === "float") writeFloat(to, value);
	else if (kind === "double") writeDouble(to, value);
	else writeDelimited(to, kind === "string" ? textEncoder.encode(value) : value);
}
function readModel(from, name = "The model") {
	const source = from instanceof Uint8Array ? memory(from) : from;
	const other = recognize(source.read(0, Math.min(source.length, 64)));
	if (other !== void 0) throw onnxError("model-not-onnx", {
		name,
		...other
	});
	const model = decoded(source, name);
	if (model.graph === void 0) throw onnxError("model-not-onnx", {
		name,
		why: "holds no graph",
		next: checkThePath
	});
	return model;
}
function writeModel(model) {
	return joined(encode(modelFields, model));
}
function writtenModel(model) {
	const to = encode(modelFields, model);
	return {
		length: to.length,
		pieces: written(to)
	};
}
const checkThePath = "Check the path, and that the export finished.";
function decoded(source, name) {
	try {
		return decode(modelFields, source);
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
		const framing = framingOf(source);
		if (framing === "other") throw onnxError("model-not-onnx", {
			name,
			why: "holds no ONNX data",
			next: checkThePath
		}, { cause: error });
		if (framing === "cut") throw onnxError("model-truncated", {
			name,
			bytes: source.length
		}, { cause: error });
		throw onnxError("model-corrupt", {
			name,
			reason: error.message
		}, { cause: error });
	}
}
const enoughFields = 1e5;
function framingOf(source) {
	const cursor = cursorOver(source);
	let seen = false;
	try {
		for (let fields = 0; cursor.at < cursor.end && fields < enoughFields; fields++) {
			const tag = readTag(cursor);
			const field = modelFields.byNumber[numberOf(tag)];
			const numeric = field?.kind === "int";
			if (field !== void 0 && wireTypeOf(tag) === wireTypes.varint !== numeric) return "other";
			seen ||= field !== void 0;
			skip(cursor, tag);
		}
		return seen ? "whole" : "other";
	} catch (error) {
		return seen && error instanceof WireError && error.kind === "truncated" ? "cut" : "other";
	}
}
export { isPointer, readModel, writeModel, writtenModel };
