import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  errorFrom
} from "./chunk-IY3EL66N.js";

// src/core/bytes.ts
function memory(bytes) {
  return {
    length: bytes.length,
    read: (start, end) => bytes.subarray(start, end),
    fill: (into, start) => into.set(bytes.subarray(start, start + into.length))
  };
}
function whole(source) {
  return { source, start: 0, end: source.length };
}
function bytesOf({ source, start, end }) {
  return source.read(start, end);
}
function* piecesOf({ source, start, end }, size = 2 ** 20) {
  for (let at = start; at < end; at += size) yield source.read(at, Math.min(end, at + size));
}
var spare = new Uint8Array(2 ** 18);
function eachPiece({ source, start, end }, look, buffer) {
  const taken = buffer ?? spare ?? new Uint8Array(2 ** 18);
  if (taken === spare) spare = void 0;
  try {
    for (let at = start; at < end; at += taken.length) {
      const piece = taken.subarray(0, Math.min(taken.length, end - at));
      source.fill(piece, at);
      look(piece);
    }
  } finally {
    if (buffer === void 0) spare = taken;
  }
}
function concatenated(ranges) {
  const starts = [];
  let length = 0;
  for (const { start, end } of ranges) {
    starts.push(length);
    length += end - start;
  }
  const fill = (bytes, from) => {
    const to = from + bytes.length;
    for (let index = lastAtOrBefore(starts, from); index < ranges.length; index++) {
      const [begin, range] = [starts[index], ranges[index]];
      if (begin >= to) break;
      const [first, last] = [Math.max(from, begin), Math.min(to, begin + range.end - range.start)];
      if (first >= last) continue;
      range.source.fill(bytes.subarray(first - from, last - from), range.start + first - begin);
    }
  };
  return {
    length,
    fill,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      fill(bytes, from);
      return bytes;
    }
  };
}
function lastAtOrBefore(rising, value) {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (rising[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/onnx/errors.ts
var onnxErrors = {
  "model-corrupt": {
    say: (d) => ({
      message: `${d.name} is damaged: ${d.reason}.`,
      hint: "Export or download it again, and compare checksums."
    }),
    example: { name: "digits.onnx", reason: "a field has an unknown wire type" }
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
    example: { name: "digits.onnx", bytes: 4096 }
  }
};
var onnxError = errorFrom(onnxErrors);

// src/onnx/format/wire.ts
var WireError = class extends Error {
  name = "WireError";
  kind;
  constructor(kind, message2) {
    super(message2);
    this.kind = kind;
  }
};
var wireTypes = { varint: 0, fixed64: 1, bytes: 2, group: 3, groupEnd: 4, fixed32: 5 };
var windowBytes = { least: 2 ** 12, most: 2 ** 16 };
var nothing = Buffer.alloc(0);
function cursorOver(source, start = 0, end = source.length) {
  const window = {
    source,
    bytes: nothing,
    start: 0,
    end: 0,
    size: windowBytes.least
  };
  return { window, at: start, end, low: 0, high: 0 };
}
function cursorOverBytes(bytes) {
  const { buffer, byteOffset, length } = bytes;
  const window = {
    source: memory(bytes),
    bytes: Buffer.from(buffer, byteOffset, length),
    start: 0,
    end: length,
    size: 0
  };
  return { window, at: 0, end: length, low: 0, high: 0 };
}
function placeOf(window, at, length) {
  if (at >= window.start && at + length <= window.end) return at - window.start;
  const { source } = window;
  const onwards = at > window.start && at <= window.end;
  window.size = onwards ? Math.min(2 * window.size, windowBytes.most) : windowBytes.least;
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
  return cursor.high * 2 ** 32 + (cursor.low >>> 0);
}
function readInt64(cursor) {
  readVarint(cursor);
  return BigInt(cursor.high) << 32n | BigInt(cursor.low >>> 0);
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
function readDelimited(cursor) {
  const length = readLength(cursor);
  const start = advance(cursor, length);
  return { window: cursor.window, at: start, end: start + length, low: 0, high: 0 };
}
function readRange(cursor) {
  const length = readLength(cursor);
  const start = advance(cursor, length);
  return { source: cursor.window.source, start, end: start + length };
}
function readLength(cursor) {
  const length = readInt(cursor);
  if (length < 0) throw malformed(cursor, "a length is negative");
  return length;
}
function copyOf({ window }, { start, end }) {
  const place = placeOf(window, start, end - start);
  return new Uint8Array(window.bytes.subarray(place, place + end - start));
}
var longestText = 2 ** 26;
function readText(cursor) {
  const length = readLength(cursor);
  const start = advance(cursor, length);
  if (length > longestText) throw malformed(cursor, `a text is longer than ${longestText} bytes`);
  const place = placeOf(cursor.window, start, length);
  return cursor.window.bytes.toString("utf8", place, place + length);
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
  for (; ; ) {
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
  if (length > cursor.end - start)
    throw new WireError("truncated", `byte ${start}: ${length} more bytes were announced`);
  cursor.at = start + length;
  return start;
}
function malformed(cursor, what) {
  return new WireError("malformed", `byte ${cursor.at}: ${what}`);
}

// src/onnx/format/fields.ts
function message(table) {
  const all = Object.entries(table).map(([name, field]) => ({ name, ...field, wireType: wireTypeFor(field) })).sort((a, b) => a.number - b.number);
  const byNumber = Array.from(
    { length: 1 + (all.at(-1)?.number ?? 0) },
    (_, at) => all.find((one2) => one2.number === at)
  );
  const numbers = all.filter(({ repeated, kind }) => repeated && numberKinds.has(kind));
  const payloads = all.filter(({ kind }) => kind === "bytes");
  const singles = all.filter(({ repeated, kind }) => !repeated && typeof kind === "function");
  const empty = Object.fromEntries(all.flatMap(emptyOf));
  return { all, byNumber, numbers, payloads, singles, empty };
}
var numberKinds = /* @__PURE__ */ new Set(["int", "int32", "int64", "uint64", "float", "double"]);
var none = Object.freeze([]);
function emptyOf({ name, repeated, kind }) {
  if (repeated) return numberKinds.has(kind) && kind !== "int" ? [] : [[name, none]];
  return kind === "string" ? [[name, ""]] : [];
}
function one(number, kind) {
  return { number, kind, repeated: false, packed: false };
}
function many(number, kind) {
  return { number, kind, repeated: true, packed: false };
}
function packed(number, kind) {
  return { number, kind, repeated: true, packed: true };
}
function wireTypeFor(field) {
  if (field.kind === "float") return wireTypes.fixed32;
  if (field.kind === "double") return wireTypes.fixed64;
  return typeof field.kind === "function" || field.kind === "string" || field.kind === "bytes" ? wireTypes.bytes : wireTypes.varint;
}
var modelFields = message({
  irVersion: one(1, "int"),
  producerName: one(2, "string"),
  producerVersion: one(3, "string"),
  domain: one(4, "string"),
  modelVersion: one(5, "int"),
  docString: one(6, "string"),
  graph: one(7, () => graph),
  opsetImport: many(8, () => operatorSet),
  metadataProps: many(14, () => entry),
  functions: many(25, () => modelFunction)
});
var operatorSet = message({ domain: one(1, "string"), version: one(2, "int") });
var entry = message({ key: one(1, "string"), value: one(2, "string") });
var graph = message({
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
var node = message({
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
var attribute = message({
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
var tensor = message({
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
var sparseTensor = message({
  values: one(1, () => tensor),
  indices: one(2, () => tensor),
  dims: many(3, "int")
});
var valueInfo = message({
  name: one(1, "string"),
  type: one(2, () => type),
  docString: one(3, "string"),
  metadataProps: many(4, () => entry)
});
var type = message({
  tensorType: one(1, () => tensorType),
  sequenceType: one(4, () => elementType),
  mapType: one(5, () => mapType),
  denotation: one(6, "string"),
  sparseTensorType: one(8, () => tensorType),
  optionalType: one(9, () => elementType)
});
var tensorType = message({ elemType: one(1, "int"), shape: one(2, () => shape) });
var elementType = message({ elemType: one(1, () => type) });
var mapType = message({ keyType: one(1, "int"), valueType: one(2, () => type) });
var shape = message({ dim: many(1, () => dimension) });
var dimension = message({
  dimValue: one(1, "int"),
  dimParam: one(2, "string"),
  denotation: one(3, "string")
});
var tensorAnnotation = message({
  tensorName: one(1, "string"),
  quantParameterTensorNames: many(2, () => entry)
});
var modelFunction = message({
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

// src/onnx/format/read-message.ts
var ReadMessage = class {
  #source;
  constructor(empty, source) {
    Object.assign(this, empty);
    this.#source = source;
  }
  static sourceOf(value) {
    return #source in value ? value.#source : void 0;
  }
};
var deferred = /* @__PURE__ */ new WeakMap();
function defer(message2, name, field) {
  const fields = deferred.get(message2) ?? /* @__PURE__ */ new Map();
  deferred.set(message2, fields.set(name, field));
  Object.defineProperty(message2, name, {
    get: () => field.make(field.payloads.map(readPayload)),
    enumerable: true,
    configurable: true
  });
}
function deferredOf(message2, name) {
  return deferred.get(message2)?.get(name);
}
function readPayload(payload) {
  return payload instanceof Uint8Array ? payload : bytesOf(payload);
}
function edited(message2, changes) {
  const copy = {};
  for (const name of Object.keys(message2)) {
    if (name in changes) continue;
    const field = deferredOf(message2, name);
    if (field === void 0) copy[name] = message2[name];
    else defer(copy, name, field);
  }
  for (const [name, value] of Object.entries(changes)) if (value !== void 0) copy[name] = value;
  return copy;
}
function rangeOf(message2, name) {
  const field = deferredOf(message2, name);
  if (field !== void 0) return field.payloads.length === 1 ? rangeOfPayload(field.payloads[0]) : void 0;
  const value = message2[name];
  return value instanceof Uint8Array ? rangeOfPayload(value) : void 0;
}
function rangeOfPayload(payload) {
  return payload instanceof Uint8Array ? whole(memory(payload)) : payload;
}

// src/onnx/format/decode.ts
var maxDepth = 100;
var maxMessages = 5e6;
var maxValues = 5e7;
var shortPayload = 256;
function decode(fields, source) {
  return decodeMessage(fields, cursorOver(source), 0, { messages: 0, values: 0 });
}
function decodeMessage(fields, cursor, depth, progress) {
  if (depth > maxDepth) throw new WireError("malformed", `it nests more than ${maxDepth} levels deep`);
  const source = { source: cursor.window.source, start: cursor.at, end: cursor.end };
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
    append(draft, "unknown", payloadAt(cursor, { source: cursor.window.source, start, end: cursor.at }));
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
  const ranges = payloads.map(({ window, at, end }) => ({ source: window.source, start: at, end }));
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
    case "int32":
      return readInt(cursor);
    case "int64":
      return readInt64(cursor);
    case "uint64":
      return readUint64(cursor);
    case "float":
      return readFloat(cursor);
    case "double":
      return readDouble(cursor);
    case "string":
      return readText(cursor);
    default:
      return payloadAt(cursor, readRange(cursor));
  }
}
function payloadAt(cursor, range) {
  return range.end - range.start > shortPayload ? range : copyOf(cursor, range);
}
function finishPayloads(draft, fields) {
  for (const { name, repeated } of fields.payloads) {
    const value = draft[name];
    if (!repeated && isRange(value)) defer(draft, name, { payloads: [value], make: ([bytes]) => bytes });
    if (repeated) finishList(draft, name);
  }
  finishList(draft, "unknown");
}
function finishList(draft, name) {
  const list = draft[name];
  if (list?.some(isRange)) defer(draft, name, { payloads: list, make: (all) => all });
}
function isRange(value) {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && "source" in value;
}
var numberLists = {
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
  if ((end - start) % width !== 0)
    throw new WireError("malformed", `byte ${start}: ${end - start} bytes are no whole list of ${width} each`);
  const bytes = end - start > shortPayload && kind !== "int" ? void 0 : copyOf(cursor, range);
  if (width === 1 && end > start && (bytes ?? source.read(end - 1, end)).at(-1) > 127)
    throw new WireError("malformed", `byte ${end}: a list ends within a number`);
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
    if (parts.length === 1 && isRange(only))
      defer(draft, name, { payloads: [only], make: ([bytes]) => readPacked(kind, bytes) });
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
  for (const part of lists) {
    if (typeof part === "object") for (const member of part) list[at++] = member;
    else list[at++] = part;
  }
  return list;
}

// src/onnx/format/encode.ts
var textEncoder = new TextEncoder();

// src/onnx/format/recognize.ts
var convert = "Export the model to ONNX, for example with `torch.onnx.export` or `tf2onnx`.";
var kinds = [
  {
    fits: (bytes) => bytes.length === 0,
    why: "is empty",
    next: "Check what wrote it; an interrupted download or export leaves an empty file."
  },
  {
    fits: (bytes) => startsWith(bytes, "version https://git-lfs"),
    why: "is a Git LFS pointer to the model",
    next: "Fetch the model itself with `git lfs pull`; in a workflow, set `lfs: true` on actions/checkout."
  },
  {
    fits: (bytes) => startsWith(bytes, "ORTM", 4),
    why: "is in onnxruntime's own .ort format",
    next: "Use the .onnx file it was made from."
  },
  { fits: (bytes) => startsWith(bytes, "TFL3", 4), why: "is a TensorFlow Lite model", next: convert },
  {
    fits: (bytes) => startsWith(bytes, "PK"),
    why: "is a zip archive (as are .pt, .npz and .keras files)",
    next: `If it holds an .onnx file, unpack it. ${convert}`
  },
  { fits: (bytes) => startsWith(bytes, "\x8B"), why: "is compressed with gzip", next: "Unpack it with `gunzip`." },
  { fits: (bytes) => startsWith(bytes, "GGUF"), why: "is a GGUF model", next: convert },
  { fits: (bytes) => startsWith(bytes, "\x89HDF"), why: "is an HDF5 file (as Keras writes)", next: convert },
  { fits: isSafetensors, why: "is a safetensors file: weights without a graph", next: convert },
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
  return startsWith(bytes, '\0\0\0\0\0{"', 3);
}

// src/onnx/format/index.ts
function readModel(from, name = "The model") {
  const source = from instanceof Uint8Array ? memory(from) : from;
  const other = recognize(source.read(0, Math.min(source.length, 64)));
  if (other !== void 0) throw onnxError("model-not-onnx", { name, ...other });
  const model = decoded(source, name);
  if (model.graph === void 0) throw onnxError("model-not-onnx", { name, why: "holds no graph", next: checkThePath });
  return model;
}
var checkThePath = "Check the path, and that the export finished.";
function decoded(source, name) {
  try {
    return decode(modelFields, source);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    const framing = framingOf(source);
    if (framing === "other")
      throw onnxError("model-not-onnx", { name, why: "holds no ONNX data", next: checkThePath }, { cause: error });
    if (framing === "cut") throw onnxError("model-truncated", { name, bytes: source.length }, { cause: error });
    throw onnxError("model-corrupt", { name, reason: error.message }, { cause: error });
  }
}
var enoughFields = 1e5;
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

// src/onnx/tensors/element-types.ts
var elementTypes = [
  { code: 1, name: "float32", bits: 32, field: "floatData" },
  { code: 2, name: "uint8", bits: 8, field: "int32Data" },
  { code: 3, name: "int8", bits: 8, field: "int32Data" },
  { code: 4, name: "uint16", bits: 16, field: "int32Data" },
  { code: 5, name: "int16", bits: 16, field: "int32Data" },
  { code: 6, name: "int32", bits: 32, field: "int32Data" },
  { code: 7, name: "int64", bits: 64, field: "int64Data" },
  { code: 8, name: "string", bits: void 0, field: "stringData" },
  { code: 9, name: "bool", bits: 8, field: "int32Data" },
  { code: 10, name: "float16", bits: 16, field: "int32Data" },
  { code: 11, name: "float64", bits: 64, field: "doubleData" },
  { code: 12, name: "uint32", bits: 32, field: "uint64Data" },
  { code: 13, name: "uint64", bits: 64, field: "uint64Data" },
  { code: 14, name: "complex64", bits: 64, field: "floatData" },
  { code: 15, name: "complex128", bits: 128, field: "doubleData" },
  { code: 16, name: "bfloat16", bits: 16, field: "int32Data" },
  { code: 17, name: "float8e4m3fn", bits: 8, field: "int32Data" },
  { code: 18, name: "float8e4m3fnuz", bits: 8, field: "int32Data" },
  { code: 19, name: "float8e5m2", bits: 8, field: "int32Data" },
  { code: 20, name: "float8e5m2fnuz", bits: 8, field: "int32Data" },
  { code: 21, name: "uint4", bits: 4, field: "int32Data" },
  { code: 22, name: "int4", bits: 4, field: "int32Data" },
  { code: 23, name: "float4e2m1", bits: 4, field: "int32Data" },
  { code: 24, name: "float8e8m0", bits: 8, field: "int32Data" },
  { code: 25, name: "uint2", bits: 2, field: "int32Data" },
  { code: 26, name: "int2", bits: 2, field: "int32Data" },
  { code: 27, name: "float6e2m3", bits: 6, field: "int32Data" },
  { code: 28, name: "float6e3m2", bits: 6, field: "int32Data" }
];
var byCode = Array.from(
  { length: 64 },
  (_, code) => elementTypes.find((type2) => type2.code === code)
);
function elementType2(code) {
  return code === void 0 ? void 0 : byCode[code];
}
function typeText(type2) {
  if (type2?.tensorType !== void 0) return elementType2(type2.tensorType.elemType)?.name ?? "unknown";
  if (type2?.sparseTensorType !== void 0)
    return `sparse(${elementType2(type2.sparseTensorType.elemType)?.name ?? "unknown"})`;
  if (type2?.sequenceType !== void 0) return `sequence(${typeText(type2.sequenceType.elemType)})`;
  if (type2?.optionalType !== void 0) return `optional(${typeText(type2.optionalType.elemType)})`;
  if (type2?.mapType === void 0) return "unknown";
  return `map(${elementType2(type2.mapType.keyType)?.name ?? "unknown"}, ${typeText(type2.mapType.valueType)})`;
}

// src/onnx/graph/interface.ts
function interfaceOf(model) {
  const graph2 = model.graph;
  const initialized = new Set(graph2?.initializer.map((tensor2) => tensor2.name));
  for (const sparse of graph2?.sparseInitializer ?? []) initialized.add(sparse.values?.name ?? "");
  const listed = graph2?.input ?? [];
  const inputs = (model.irVersion ?? 0) < 4 ? listed.filter((value) => !initialized.has(value.name)) : listed;
  return {
    inputs: inputs.map((value) => portOf(value, initialized.has(value.name))),
    outputs: (graph2?.output ?? []).map((value) => portOf(value, false))
  };
}
function interfaceValue(port) {
  return { name: port.name, type: port.type, dims: port.dims ?? ["..."] };
}
function portOf(value, optional) {
  const tensor2 = value.type?.tensorType ?? value.type?.sparseTensorType;
  return { name: value.name, type: typeText(value.type), dims: tensor2?.shape?.dim.map(dimOf), optional };
}
function dimOf(dim) {
  return dim.dimValue ?? dim.dimParam;
}

// src/onnx/graph/walk.ts
function graphsOf(model) {
  const graphs = model.graph === void 0 ? [] : [model.graph];
  graphs.push(...model.functions.flatMap((body) => body.node.flatMap(subgraphsOf)));
  for (const graph2 of graphs) for (const node2 of graph2.node) for (const nested of subgraphsOf(node2)) graphs.push(nested);
  return graphs;
}
function nodesOf(model) {
  return [...graphsOf(model).flatMap((graph2) => graph2.node), ...model.functions.flatMap((body) => body.node)];
}
function subgraphsOf(node2) {
  return node2.attribute.flatMap((attribute2) => attribute2.g === void 0 ? attribute2.graphs : [attribute2.g]);
}
function mapInitializers(model, change) {
  const graphOf = (graph2) => kept(graph2, { initializer: each(graph2.initializer, change), node: each(graph2.node, nodeOf) });
  const nodeOf = (node2) => kept(node2, { attribute: each(node2.attribute, attributeOf) });
  const attributeOf = (attribute2) => kept(attribute2, {
    ...attribute2.g === void 0 ? {} : { g: graphOf(attribute2.g) },
    graphs: each(attribute2.graphs, graphOf)
  });
  return kept(model, {
    ...model.graph === void 0 ? {} : { graph: graphOf(model.graph) },
    functions: each(model.functions, (body) => kept(body, { node: each(body.node, nodeOf) }))
  });
}
function each(list, change) {
  const changed = list.map(change);
  return changed.every((value, index) => value === list[index]) ? list : changed;
}
function kept(message2, members) {
  const names = Object.keys(members);
  return names.every((name) => message2[name] === members[name]) ? message2 : edited(message2, members);
}

export {
  memory,
  whole,
  bytesOf,
  piecesOf,
  eachPiece,
  none,
  defer,
  deferredOf,
  edited,
  rangeOf,
  readModel,
  elementTypes,
  elementType2 as elementType,
  typeText,
  interfaceOf,
  interfaceValue,
  graphsOf,
  nodesOf,
  subgraphsOf,
  mapInitializers
};
