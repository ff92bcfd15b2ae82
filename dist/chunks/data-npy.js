import { clip, sizeOf } from "./workers.js";
import { dataError } from "./pipelines.js";
const magic = [
	147,
	78,
	85,
	77,
	80,
	89
];
const codes = {
	f2: {
		type: "float16",
		bytes: 2
	},
	f4: {
		type: "float32",
		bytes: 4
	},
	f8: {
		type: "float64",
		bytes: 8
	},
	i1: {
		type: "int8",
		bytes: 1
	},
	u1: {
		type: "uint8",
		bytes: 1
	},
	i2: {
		type: "int16",
		bytes: 2
	},
	u2: {
		type: "uint16",
		bytes: 2
	},
	i4: {
		type: "int32",
		bytes: 4
	},
	u4: {
		type: "uint32",
		bytes: 4
	},
	i8: {
		type: "int64",
		bytes: 8
	},
	u8: {
		type: "uint64",
		bytes: 8
	},
	b1: {
		type: "bool",
		bytes: 1
	}
};
const views = {
	float16: (buffer) => new Uint16Array(buffer),
	float32: (buffer) => new Float32Array(buffer),
	float64: (buffer) => new Float64Array(buffer),
	int8: (buffer) => new Int8Array(buffer),
	uint8: (buffer) => new Uint8Array(buffer),
	int16: (buffer) => new Int16Array(buffer),
	uint16: (buffer) => new Uint16Array(buffer),
	int32: (buffer) => new Int32Array(buffer),
	uint32: (buffer) => new Uint32Array(buffer),
	int64: (buffer) => new BigInt64Array(buffer),
	uint64: (buffer) => new BigUint64Array(buffer),
	bool: (buffer) => new Uint8Array(buffer)
};
const npyHeaderBytes = 65547;
const longestHeader = 65535;
const mostDims = 64;
const mostSingle = 1e7;
function npyHeader(start, name) {
	const { descr, dims } = parsedHeader(start, name);
	return {
		dims,
		descr,
		type: elementOf(descr)?.type
	};
}
function readNpy(bytes, name) {
	const { descr, fortran, dims, start } = parsedHeader(bytes, name);
	const element = elementOf(descr);
	if (element === void 0) throw dataError("data-type", {
		array: name,
		type: descr
	});
	const tensor = elements(bytes.subarray(start), element, dims, name);
	return fortran ? rowMajor(tensor) : tensor;
}
function writeNpy(tensor) {
	const { descr, data } = Array.isArray(tensor.data) ? unicodeBytes(tensor.data) : numericBytes(tensor);
	const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tensor.dims.length === 1 ? `${tensor.dims[0]},` : tensor.dims.join(", ")}), }`;
	const start = Math.ceil((10 + text.length + 1) / 64) * 64;
	const bytes = new Uint8Array(start + data.length);
	bytes.set([
		...magic,
		1,
		0,
		start - 10 & 255,
		start - 10 >> 8
	]);
	bytes.set(new TextEncoder().encode(`${text.padEnd(start - 11)}\n`), 10);
	bytes.set(data, start);
	return bytes;
}
function parsedHeader(bytes, name) {
	const { header, start } = headerOf(bytes, name);
	const twice = [
		"descr",
		"fortran_order",
		"shape"
	].find((key) => header.split(new RegExp(`'${key}'\\s*:`)).length > 2);
	if (twice !== void 0) throw broken(name, `its header says \`${twice}\` twice`);
	const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1] ?? "records";
	const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
	const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1];
	if (shape === void 0 || fortran === void 0) throw broken(name, "its header does not name a shape and an order");
	return {
		descr,
		fortran: fortran === "True",
		dims: dimsOf(shape, name),
		start
	};
}
function headerOf(bytes, name) {
	if (bytes.length < 12 || magic.some((byte, at) => bytes[at] !== byte)) throw broken(name, "it is not a NumPy array");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const wide = bytes[6] >= 2;
	const begin = wide ? 12 : 10;
	const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
	if (length > longestHeader) throw broken(name, `its header has ${length} bytes; the limit is ${longestHeader}`);
	const start = begin + length;
	if (start > bytes.length) throw broken(name, "it ends inside its header");
	return {
		header: new TextDecoder().decode(bytes.subarray(begin, start)),
		start
	};
}
function dimsOf(shape, name) {
	const dims = shape.split(",").map((word) => word.trim().replace(/L$/, "")).filter((word) => word !== "").map(Number);
	if (dims.length > mostDims) throw broken(name, `its shape has ${dims.length} dimensions; the limit is ${mostDims}`);
	if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 0) || !Number.isSafeInteger(sizeOf(dims))) throw broken(name, `its shape (${clip(shape, 100)}) is not one`);
	return dims;
}
function elementOf(descr) {
	const match = /^([<>|=]?)([a-zA-Z])(\d+)$/.exec(descr);
	const [order, kind, width] = [
		match?.[1],
		match?.[2],
		Number(match?.[3])
	];
	if (match === null || order === ">") return void 0;
	if (kind === "U") return {
		type: "string",
		bytes: width * 4,
		decode: utf32
	};
	if (kind === "S") return {
		type: "string",
		bytes: width,
		decode: utf8
	};
	return codes[`${kind}${width}`];
}
function elements(data, element, dims, name) {
	const own = sized(data, dims, element.bytes, name);
	if (element.type === "string") return {
		type: "string",
		dims,
		data: texts(own, element, sizeOf(dims), name)
	};
	return {
		type: element.type,
		dims,
		data: views[element.type](new Uint8Array(own).buffer)
	};
}
function sized(data, dims, width, name) {
	const expected = sizeOf(dims) * width;
	if (data.length !== expected) throw broken(name, `its shape needs ${expected} bytes of data, it holds ${data.length}`);
	return data;
}
function texts(data, { bytes, decode }, count, name) {
	if (count > 1e7) throw dataError("data-too-many", {
		array: name,
		count,
		limit: mostSingle
	});
	return Array.from({ length: count }, (_, at) => {
		const text = decode(data.subarray(at * bytes, (at + 1) * bytes));
		if (text === void 0) throw dataError("data-not-text", {
			array: name,
			at
		});
		return text;
	});
}
function utf32(element) {
	const view = new DataView(element.buffer, element.byteOffset, element.length);
	const points = [];
	const end = filled(element);
	for (let at = 0; at < end; at += 4) points.push(view.getUint32(at, true));
	if (points.some((point) => point > 1114111 || point >= 55296 && point <= 57343)) return void 0;
	const pieces = [];
	for (let at = 0; at < points.length; at += 4096) pieces.push(String.fromCodePoint(...points.slice(at, at + 4096)));
	return pieces.join("");
}
const strictUtf8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
function utf8(element) {
	try {
		return strictUtf8.decode(element.subarray(0, filled(element)));
	} catch {
		return;
	}
}
function filled(element) {
	let end = element.length;
	while (end > 0 && element[end - 1] === 0) end--;
	return end;
}
function rowMajor(tensor) {
	const { dims, data } = tensor;
	const target = data.slice();
	const index = dims.map(() => 0);
	for (let at = 0; at < target.length; at++) {
		let from = 0;
		for (let axis = dims.length - 1; axis >= 0; axis--) from = from * dims[axis] + index[axis];
		target[at] = data[from];
		for (let axis = dims.length - 1; axis >= 0; axis--) {
			index[axis] = index[axis] + 1;
			if (index[axis] < dims[axis]) break;
			index[axis] = 0;
		}
	}
	return {
		type: tensor.type,
		dims,
		data: target
	};
}
function numericBytes(tensor) {
	const [code, { bytes }] = Object.entries(codes).find(([, row]) => row.type === tensor.type);
	const array = tensor.data;
	return {
		descr: `${bytes === 1 ? "|" : "<"}${code}`,
		data: new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
	};
}
function unicodeBytes(words) {
	const points = words.map((text) => Array.from(text, (letter) => letter.codePointAt(0)));
	const width = Math.max(1, ...points.map((letters) => letters.length));
	const data = new Uint32Array(words.length * width);
	for (const [at, letters] of points.entries()) data.set(letters, at * width);
	return {
		descr: `<U${width}`,
		data: new Uint8Array(data.buffer)
	};
}
function broken(name, reason) {
	return dataError("data-not-npz", {
		file: name,
		reason
	});
}
export { mostSingle, npyHeader, npyHeaderBytes, readNpy, writeNpy };
