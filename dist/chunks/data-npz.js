import { unzipSync } from "./npm-fflate-esm.js";
import { UserError, messageOf } from "./workers.js";
import { dataError } from "./data-errors.js";
import { sizeOf } from "./core-tensor.js";
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
function readNpy(bytes, name) {
	const { header, start } = headerOf(bytes, name);
	const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
	const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
	const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1];
	if (shape === void 0 || fortran === void 0) throw broken(name, "its header does not name a shape and an order");
	if (descr === void 0) throw dataError("data-type", {
		array: name,
		type: "of records or objects"
	});
	const dims = dimsOf(shape, name);
	const tensor = elements(bytes.subarray(start), descr, dims, name);
	return fortran === "True" ? rowMajor(tensor) : tensor;
}
function headerOf(bytes, name) {
	if (bytes.length < 12 || magic.some((byte, at) => bytes[at] !== byte)) throw broken(name, "it is not a NumPy array");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const wide = bytes[6] >= 2;
	const begin = wide ? 12 : 10;
	const start = begin + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
	if (start > bytes.length) throw broken(name, "it ends inside its header");
	return {
		header: new TextDecoder().decode(bytes.subarray(begin, start)),
		start
	};
}
function dimsOf(shape, name) {
	const dims = shape.split(",").map((word) => word.trim().replace(/L$/, "")).filter((word) => word !== "").map(Number);
	if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 0) || !Number.isSafeInteger(sizeOf(dims))) throw broken(name, `its shape (${shape}) is not one`);
	return dims;
}
function elements(data, descr, dims, name) {
	const match = /^([<>|=]?)([a-zA-Z])(\d+)$/.exec(descr);
	const [order, kind, width] = [
		match?.[1],
		match?.[2],
		Number(match?.[3])
	];
	if (match === null || order === ">") throw dataError("data-type", {
		array: name,
		type: descr
	});
	if (kind === "U") return {
		type: "string",
		dims,
		data: texts(sized(data, dims, width * 4, name), width, utf32)
	};
	if (kind === "S") return {
		type: "string",
		dims,
		data: texts(sized(data, dims, width, name), width, latin)
	};
	const code = codes[`${kind}${width}`];
	if (code === void 0) throw dataError("data-type", {
		array: name,
		type: descr
	});
	const own = new Uint8Array(sized(data, dims, code.bytes, name));
	return {
		type: code.type,
		dims,
		data: views[code.type](own.buffer)
	};
}
function sized(data, dims, width, name) {
	const expected = sizeOf(dims) * width;
	if (data.length !== expected) throw broken(name, `its shape needs ${expected} bytes of data, it holds ${data.length}`);
	return data;
}
function texts(data, width, decode) {
	const stride = decode === utf32 ? width * 4 : width;
	const count = stride === 0 ? 0 : data.length / stride;
	return Array.from({ length: count }, (_, at) => decode(data, at * stride, width).replace(/\0+$/, ""));
}
function utf32(data, start, width) {
	const view = new DataView(data.buffer, data.byteOffset + start, width * 4);
	return Array.from({ length: width }, (_, at) => view.getUint32(at * 4, true)).map((point) => point <= 1114111 ? String.fromCodePoint(point) : "\uFFFD").join("");
}
function latin(data, start, width) {
	return String.fromCharCode(...data.subarray(start, start + width));
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
function broken(name, reason) {
	return dataError("data-not-npz", {
		file: name,
		reason
	});
}
const unpackedLimit = 2 ** 30;
function readNpz(bytes, name = "the data file", limit = unpackedLimit) {
	const files = unzip(bytes, name, limit);
	const arrays = Object.entries(files).map(([file, content]) => {
		const array = file.replace(/\.npy$/, "");
		return [array, readNpy(content, `${array} in ${name}`)];
	});
	if (arrays.length === 0) throw dataError("data-not-npz", {
		file: name,
		reason: "it holds no arrays"
	});
	return Object.fromEntries(arrays);
}
function unzip(bytes, name, limit) {
	let total = 0;
	try {
		return unzipSync(bytes, { filter(file) {
			if (!file.name.endsWith(".npy")) return false;
			total += file.originalSize;
			if (total > limit) throw dataError("data-too-large", {
				file: name,
				bytes: total,
				limit
			});
			return true;
		} });
	} catch (thrown) {
		if (thrown instanceof UserError) throw thrown;
		throw dataError("data-not-npz", {
			file: name,
			reason: messageOf(thrown)
		}, { cause: thrown });
	}
}
export { readNpz };
