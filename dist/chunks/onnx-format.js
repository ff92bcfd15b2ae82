import { bytesOf, concatenated, memory, piecesOf } from "./core-bytes.js";
import { errorFrom } from "./workers.js";
import { printCount } from "./start.js";
import { ReadMessage, defer, deferredOf } from "./onnx-format-read-message.js";
import { WireError, copyOf, cursorOver, cursorOverBytes, enter, leave, modelFields, none, numberOf, readDouble, readFloat, readHalves, readInt, readInt64, readRange, readTag, readText, readUint64, skip, wireTypeOf, wireTypes } from "./onnx-format-fields.js";
const limits = {
	nodes: 25e4,
	tensors: 25e4,
	graphs: 5e4,
	functions: 5e4,
	attributes: 75e4,
	imports: 2e5,
	parts: 175e4,
	listed: 1e7,
	numbers: 5e7,
	depth: 100,
	text: 2 ** 26,
	texts: 2 ** 27
};
var LimitError = class extends Error {
	name = "LimitError";
};
var Extent = class {
	#parts = 0;
	#counts = {
		nodes: 0,
		tensors: 0,
		graphs: 0,
		functions: 0,
		attributes: 0,
		imports: 0
	};
	#listed = 0;
	#numbers = 0;
	#texts = 0;
	message(counted) {
		this.part();
		if (counted !== void 0 && ++this.#counts[counted] > limits[counted]) throw new LimitError(`has more than ${printCount(limits[counted])} ${counted}`);
	}
	part() {
		if (++this.#parts > limits.parts) throw new LimitError(`has more than ${printCount(limits.parts)} parts: nodes, names, attributes, weights, types and sizes together`);
	}
	listed() {
		if (++this.#listed > limits.listed) throw new LimitError(`has more than ${printCount(limits.listed)} texts in attributes and weights`);
	}
	numbers(count) {
		this.#numbers += count;
		if (this.#numbers > limits.numbers) throw new LimitError(`has more than ${printCount(limits.numbers)} numbers outside of its weights`);
	}
	longest(bytes) {
		if (bytes > limits.text) throw new LimitError(`has a text longer than ${limits.text / 2 ** 20} MiB`);
	}
	text(bytes) {
		this.#texts += bytes;
		if (this.#texts > limits.texts) throw new LimitError(`has more than ${limits.texts / 2 ** 20} MiB of text`);
	}
	level(depth) {
		if (depth > limits.depth) throw new LimitError(`nests more than ${limits.depth} levels deep`);
	}
};
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
	"model-too-large": {
		say: (d) => ({
			message: `${d.name} ${d.exceeds}, which is the most that Airworthy reads.`,
			hint: "Check where it comes from: models that people export are far smaller. Exporting it anew, without unrolling loops and with its weights as tensors, may help."
		}),
		example: {
			name: "digits.onnx",
			exceeds: "has more than 250,000 nodes"
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
const longestName = 64;
const copiesLength = 2 ** 14;
var Texts = class {
	#names;
	#copies = new Uint8Array(0);
	#copied = 0;
	#extent;
	constructor(bytes, extent) {
		this.#extent = extent;
		const size = 2 ** Math.min(17, Math.max(6, Math.ceil(Math.log2(bytes / 32 + 1))));
		this.#names = new Array(size).fill(void 0);
	}
	textAt(bytes, start, end) {
		if (start === end) return "";
		if (end - start > longestName) return this.#madeOf(bytes, start, end);
		const place = this.#placeOf(bytes, start, end);
		const known = this.#names[place];
		if (typeof known === "string" && isText(known, bytes, start, end)) return known;
		const text = this.#madeOf(bytes, start, end);
		this.#names[place] = text;
		return text;
	}
	bytesAt(bytes, start, end) {
		if (end - start > longestName) return this.copyOf(bytes, start, end);
		const place = this.#placeOf(bytes, start, end);
		const known = this.#names[place];
		if (known instanceof Uint8Array && isSame(known, bytes, start, end)) return known;
		const copy = this.copyOf(bytes, start, end);
		this.#names[place] = copy;
		return copy;
	}
	copyOf(bytes, start, end) {
		const length = end - start;
		const at = Math.ceil(this.#copied / 8) * 8;
		if (at + length > this.#copies.length) {
			this.#copies = new Uint8Array(Math.max(copiesLength, length));
			this.#copied = 0;
			return this.copyOf(bytes, start, end);
		}
		this.#extent.part();
		for (let index = 0; index < length; index++) this.#copies[at + index] = bytes[start + index];
		this.#copied = at + length;
		return new Uint8Array(this.#copies.buffer, at, length);
	}
	#madeOf(bytes, start, end) {
		this.#extent.part();
		this.#extent.text(end - start);
		return bytes.toString("utf8", start, end);
	}
	#placeOf(bytes, start, end) {
		let hash = end - start;
		for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + bytes[at] | 0;
		return (hash ^ hash >>> 15) & this.#names.length - 1;
	}
};
function isText(text, bytes, start, end) {
	if (text.length !== end - start) return false;
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false;
	return true;
}
function isSame(known, bytes, start, end) {
	if (known.length !== end - start) return false;
	for (let at = 0; at < known.length; at++) if (known[at] !== bytes[start + at]) return false;
	return true;
}
const shortPayload = 256;
function decode(fields, source) {
	const extent = new Extent();
	return decodeMessage(fields, cursorOver(source), 0, {
		texts: new Texts(source.length, extent),
		extent
	});
}
function decodeMessage(fields, cursor, depth, reading) {
	reading.extent.level(depth);
	const draft = new ReadMessage(fields.empty, cursor.window.source, cursor.at, cursor.end);
	let isFinished = true;
	while (cursor.at < cursor.end) isFinished = decodeField(draft, fields, cursor, depth, reading) && isFinished;
	if (!isFinished) finish(draft, fields, depth, reading);
	return draft;
}
function decodeField(draft, fields, cursor, depth, reading) {
	const start = cursor.at;
	const tag = readTag(cursor);
	const wireType = wireTypeOf(tag);
	const member = fields.byNumber[numberOf(tag)];
	if (member === void 0 || !(wireType === member.wireType || isPacked(member, wireType))) {
		skip(cursor, tag);
		reading.extent.part();
		append(draft, "unknown", payloadAt(cursor, {
			source: cursor.window.source,
			start,
			end: cursor.at
		}, reading.texts));
		return false;
	}
	const { name, kind, repeated } = member;
	if (typeof kind === "function") return decodeNested(draft, member, cursor, depth, reading);
	if (!repeated) return setScalar(draft, name, readScalar(kind, cursor, reading));
	if (kind === "string") return appendText(draft, name, cursor, reading);
	if (kind === "bytes") return appendBytes(draft, name, cursor, reading);
	if (kind === "int") return appendInts(draft, name, wireType, cursor, reading);
	return appendNumbers(draft, name, wireType === member.wireType ? readRun(kind, tag, cursor, reading) : packedAt(cursor, kind, reading.texts));
}
function setScalar(draft, name, value) {
	draft[name] = value;
	return !isRange(value);
}
function appendText(draft, name, cursor, reading) {
	reading.extent.part();
	append(draft, name, readText(cursor, reading.texts, reading.extent));
	return true;
}
function appendBytes(draft, name, cursor, reading) {
	reading.extent.listed();
	const range = readRange(cursor);
	const isShort = range.end - range.start <= shortPayload;
	if (!isShort) reading.extent.part();
	append(draft, name, isShort ? copyOf(cursor, range, reading.texts, true) : range);
	return isShort;
}
function appendInts(draft, name, wireType, cursor, reading) {
	const isPacked = wireType === wireTypes.bytes;
	const outer = isPacked ? enter(cursor) : cursor.end;
	do {
		if (isPacked && cursor.at === cursor.end) break;
		reading.extent.part();
		append(draft, name, readInt(cursor));
	} while (isPacked);
	if (isPacked) leave(cursor, outer);
	return true;
}
function appendNumbers(draft, name, part) {
	const before = draft[name];
	if (before === void 0) draft[name] = part;
	else if (Array.isArray(before)) before.push(part);
	else draft[name] = [before, part];
	return before === void 0 && !isRange(part);
}
function readRun(kind, tag, cursor, reading) {
	const start = cursor.at;
	let count = 0;
	let end = start;
	do {
		skip(cursor, tag);
		end = cursor.at;
		count += 1;
	} while (cursor.at < cursor.end && readTag(cursor) === tag);
	reading.extent.numbers(count);
	cursor.at = start;
	const list = numberLists[kind](count);
	const read = readerInto(list);
	for (let index = 0; index < count; index++) {
		if (index > 0) readTag(cursor);
		read(cursor, index);
	}
	cursor.at = end;
	return list;
}
function isPacked({ repeated, kind }, wireType) {
	return wireType === wireTypes.bytes && repeated && typeof kind === "string" && (kind === "int" || kind in numberLists);
}
function decodeNested(draft, member, cursor, depth, reading) {
	const nested = member.kind();
	reading.extent.message(nested.counted);
	const before = member.repeated ? void 0 : draft[member.name];
	if (before !== void 0) {
		if (Array.isArray(before)) before.push(readRange(cursor));
		else draft[member.name] = [ReadMessage.sourceOf(before), readRange(cursor)];
		return false;
	}
	const outer = enter(cursor);
	const message = decodeMessage(nested, cursor, depth + 1, reading);
	leave(cursor, outer);
	if (member.repeated) append(draft, member.name, message);
	else draft[member.name] = message;
	return true;
}
function finish(draft, fields, depth, reading) {
	finishSingles(draft, fields, depth, reading);
	finishNumbers(draft, fields);
	finishPayloads(draft, fields);
}
function finishSingles(draft, fields, depth, reading) {
	for (const { name, kind } of fields.singles) {
		const payloads = draft[name];
		if (Array.isArray(payloads)) draft[name] = decodeMessage(kind(), cursorOver(concatenated(payloads)), depth + 1, reading);
	}
}
function append(draft, name, value) {
	const list = draft[name];
	if (list === void 0 || list.length === 0) draft[name] = [value];
	else if (list.length === 1) draft[name] = [list[0], value];
	else if (list.length === 2) draft[name] = [
		list[0],
		list[1],
		value
	];
	else list.push(value);
}
function readScalar(kind, cursor, { texts, extent }) {
	switch (kind) {
		case "int":
		case "int32": return readInt(cursor);
		case "int64": return readInt64(cursor);
		case "uint64": return readUint64(cursor);
		case "float": return readFloat(cursor);
		case "double": return readDouble(cursor);
		case "string": return readText(cursor, texts, extent);
		default: return payloadAt(cursor, readRange(cursor), texts);
	}
}
function payloadAt(cursor, range, texts) {
	return range.end - range.start > shortPayload ? range : copyOf(cursor, range, texts);
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
	int32: (length) => new Int32Array(length),
	int64: (length) => new BigInt64Array(length),
	uint64: (length) => new BigUint64Array(length),
	float: (length) => new Float32Array(length),
	double: (length) => new Float64Array(length)
};
function readerInto(list) {
	if (list instanceof Int32Array) return (cursor, index) => list[index] = readInt(cursor);
	if (list instanceof Float32Array) return (cursor, index) => list[index] = readFloat(cursor);
	if (list instanceof Float64Array) return (cursor, index) => list[index] = readDouble(cursor);
	const halves = new Int32Array(list.buffer);
	return (cursor, index) => readHalves(cursor, halves, 2 * index);
}
function packedAt(cursor, kind, texts) {
	const range = readRange(cursor);
	const { source, start, end } = range;
	const width = kind === "float" ? 4 : kind === "double" ? 8 : 1;
	if ((end - start) % width !== 0) throw new WireError("malformed", `byte ${start}: ${end - start} bytes are no whole list of ${width} each`);
	const bytes = end - start > shortPayload ? void 0 : copyOf(cursor, range, texts);
	if (width === 1 && end > start && (bytes ?? source.read(end - 1, end)).at(-1) > 127) throw new WireError("malformed", `byte ${end}: a list ends within a number`);
	return bytes === void 0 ? range : readPacked(kind, bytes);
}
function readPacked(kind, bytes) {
	if (kind === "float") return new Float32Array(Uint8Array.from(bytes).buffer);
	if (kind === "double") return new Float64Array(Uint8Array.from(bytes).buffer);
	let count = 0;
	for (const byte of bytes) if (byte < 128) count += 1;
	const list = numberLists[kind](count);
	const read = readerInto(list);
	const cursor = cursorOverBytes(bytes);
	for (let index = 0; cursor.at < cursor.end; index++) read(cursor, index);
	return list;
}
function finishNumbers(draft, fields) {
	for (const { name, kind } of fields.numbers) {
		const value = draft[name];
		if (Array.isArray(value)) draft[name] = joinNumbers(kind, value);
		else if (isRange(value)) defer(draft, name, {
			payloads: [value],
			make: ([bytes]) => readPacked(kind, bytes)
		});
	}
}
function joinNumbers(kind, parts) {
	const lists = parts.map((part) => isRange(part) ? readPacked(kind, bytesOf(part)) : part);
	const all = numberLists[kind](lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	return all;
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
		if (error instanceof LimitError) throw onnxError("model-too-large", {
			name,
			exceeds: error.message
		}, { cause: error });
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
export { isPointer, limits, readModel, writeModel, writtenModel };
