import { createHash } from "./start.js";
import { UserError, arrayTypes, messageOf, portError, rows, sizeOf } from "./workers.js";
import { NEVER, _enum, array, custom, int, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { dataError, defineReader, readerOf } from "./pipelines.js";
import path from "node:path";
import { pathToFileURL } from "node:url";
function copiesIn(inputs, labels, examples) {
	const batched = Object.values(inputs).filter(({ dims }) => dims.length > 0);
	if (batched.length === 0 || !firstComesAgain(batched, labels, examples)) return void 0;
	const keys = Array.from({ length: examples }, (_, at) => keyOf(batched, labels?.[at], at));
	const counts = new Map();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	const times = [...counts.values()].reduce(greatestDivisor);
	return times < 2 ? void 0 : {
		times,
		groups: groupsOf(keys, counts, times)
	};
}
function firstComesAgain(inputs, labels, examples) {
	for (let at = 1; at < examples; at++) if (labels?.[at] === labels?.[0] && inputs.every((input) => isFirst(input, at))) return true;
	return false;
}
function isFirst({ data, dims }, at) {
	const width = data.length / (dims[0] ?? 1);
	for (let index = 0; index < width; index++) if (data[at * width + index] !== data[index]) return false;
	return true;
}
function keyOf(inputs, label, at) {
	const hash = createHash("sha1").update(String(label));
	for (const input of inputs) {
		const { data } = rows(input, at, at + 1);
		hash.update(Array.isArray(data) ? JSON.stringify(data) : data);
	}
	return hash.digest("base64");
}
function groupsOf(keys, counts, times) {
	const seen = new Map();
	const numbers = new Map();
	return keys.map((key) => {
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		const name = `${key} ${before % ((counts.get(key) ?? times) / times)}`;
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return number;
	});
}
function greatestDivisor(one, other) {
	return other === 0 ? one : greatestDivisor(other, one % other);
}
function firstNotFinite(tensor) {
	const { type, data } = tensor;
	if (type === "float16") return found(data.findIndex((bits) => (bits & 31744) === 31744));
	if (type !== "float32" && type !== "float64") return void 0;
	return found(data.findIndex((value) => !Number.isFinite(value)));
}
const largest = 2 ** 480;
function isNumber(value) {
	return Math.abs(value) <= largest;
}
function isWhole(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function found(index) {
	return index < 0 ? void 0 : index;
}
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
function labelNumbers(data, labels) {
	return labels.map((label, example) => {
		const number = numberOf(label);
		if (typeof number === "number") return number;
		throw dataError("data-label", {
			data,
			reason: `the label of example ${example} is ${number.why}`
		});
	});
}
function numberOf(label) {
	switch (typeof label) {
		case "number": return computable(label, String(label));
		case "boolean": return Number(label);
		case "bigint": return exact(label);
		case "string": return numberIn(label);
		default: return { why: label === null ? "null" : `of the type ${typeof label}` };
	}
}
function numberIn(text) {
	const bare = text.trim();
	if (bare === "") return { why: "an empty text" };
	if (!decimal.test(bare)) return { why: `the text ${JSON.stringify(text.slice(0, 40))}` };
	if (/^[+-]?\d+$/.test(bare)) return exact(BigInt(bare.replace(/^\+/, "")));
	return computable(Number(bare), bare);
}
function computable(number, said) {
	if (isNumber(number)) return number;
	return { why: /\d/.test(said) ? `${said}, whose square is beyond all numbers` : said };
}
function exact(whole) {
	const number = Number(whole);
	return Number.isSafeInteger(number) ? number : { why: `${whole}, and whole numbers are exact only up to 2^53` };
}
async function loadUserExports(module, trust) {
	const { path } = module;
	if (trust.level !== "trusted") throw portError("untrusted-code", {
		stage: path,
		why: trust.why
	});
	const exported = await import(`${pathToFileURL(path).href}?${module.sha256}`).catch((cause) => {
		throw dataError("user-module", {
			path,
			reason: messageOf(cause)
		}, { cause });
	});
	return {
		default: functionOf(path, exported["default"], "default export"),
		...exported["combine"] === void 0 ? {} : { combine: functionOf(path, exported["combine"], "export `combine`") }
	};
}
function functionOf(path, found, what) {
	if (typeof found !== "function") throw dataError("user-module", {
		path,
		reason: `its ${what} is not a function`
	});
	return (argument) => guarded(path, () => found(argument));
}
function guarded(path, call) {
	const refuse = (cause) => {
		if (cause instanceof UserError) throw cause;
		throw dataError("user-module", {
			path,
			reason: messageOf(cause)
		}, { cause });
	};
	try {
		const result = call();
		return result instanceof Promise ? result.catch(refuse) : result;
	} catch (thrown) {
		return refuse(thrown);
	}
}
function userReader(module, trust) {
	return defineReader({
		name: path.basename(module.path),
		summary: "what a module of your own reads",
		recognizes: () => true,
		async read(file, { inputs, label, group }) {
			const { default: read } = await loadUserExports(module, trust);
			const parsed = resultSchema.safeParse(await read({
				path: file.path,
				inputs,
				label,
				group
			}));
			if (parsed.success) return parsed.data;
			const [issue] = parsed.error.issues;
			const reason = `${issue?.path.join(".") || "result"}: ${issue?.message}`;
			throw dataError("user-module", {
				path: module.path,
				reason
			});
		}
	});
}
const types = [...Object.keys(arrayTypes), "string"];
const tensor = object({
	type: _enum(types),
	dims: array(int().min(0)),
	data: custom((data) => isList(data), "expected a typed array")
}).transform(({ type, dims, data }, context) => {
	const held = dataOf(type, data);
	const message = held === void 0 ? `expected ${expected(type)} for ${type}` : held.length === sizeOf(dims) ? void 0 : "the length of its data is not the product of its dims";
	if (held !== void 0 && message === void 0) return {
		type,
		dims,
		data: held
	};
	context.addIssue({
		code: "custom",
		message: message ?? ""
	});
	return NEVER;
});
function dataOf(type, data) {
	if (type === "float16" && !(data instanceof Uint16Array)) return halfBits(data);
	const wanted = plainTypes(type);
	return (Array.isArray(data) ? data.every((each) => wanted.includes(typeof each)) : type !== "string" && data instanceof arrayTypes[type]) ? data : void 0;
}
function plainTypes(type) {
	if (type === "string") return ["string"];
	return type === "int64" || type === "uint64" ? ["number", "bigint"] : ["number"];
}
function halfBits(data) {
	if (!ArrayBuffer.isView(data) || data.constructor.name !== "Float16Array") return void 0;
	return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
}
function expected(type) {
	if (type === "string") return "an array of texts";
	return type === "float16" ? "a Uint16Array of raw bits, or a Float16Array," : `a ${arrayTypes[type].name}`;
}
const isList = (value) => ArrayBuffer.isView(value) || Array.isArray(value);
const list = custom(isList, "expected an array").transform((values) => Array.from(values));
const resultSchema = object({
	inputs: record(string(), tensor),
	labels: list.optional(),
	columns: record(string(), list).default({}).transform((columns) => {
		const texts = new Map(Object.entries(columns).map(([name, values]) => [name, values.map(String)]));
		return {
			get: (name) => texts.get(name),
			names: () => [...texts.keys()]
		};
	})
});
async function loadData(name, reference, source) {
	const { inputs, label, group, uses } = reference;
	const file = {
		name: reference.artifact.name,
		path: source.path
	};
	const found = await (uses === void 0 ? await readerOf(file, source.files) : userReader(uses, source.trust)).read(file, {
		inputs,
		label,
		group
	}, source.files);
	const groups = group === void 0 ? void 0 : columnOf(found.columns, group, reference);
	const examples = countExamples(name, found, groups);
	checkValues(name, found.inputs);
	const labels = found.labels === void 0 ? void 0 : labelNumbers(name, found.labels);
	return {
		name,
		examples,
		inputs: found.inputs,
		...labels === void 0 ? {} : { labels },
		...groups === void 0 ? grouped(copiesIn(found.inputs, labels, examples)) : { groups: numbered(groups) },
		columns: columnsOf(found.columns, examples),
		...found.foreign === void 0 ? {} : { foreign: found.foreign }
	};
}
function grouped(copies) {
	return copies === void 0 ? {} : {
		groups: copies.groups,
		copies: copies.times
	};
}
function columnOf(columns, name, { artifact }) {
	const found = columns.get(name);
	if (found !== void 0) return found;
	throw dataError("data-array-missing", {
		file: artifact.name,
		array: name,
		arrays: columns.names()
	});
}
function columnsOf({ get, names }, examples) {
	return {
		get(name) {
			const found = get(name);
			return found?.length === examples ? found : void 0;
		},
		names
	};
}
function numbered(names) {
	const numbers = new Map();
	return names.map((name) => {
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return number;
	});
}
function countExamples(name, { inputs, labels }, groups) {
	const lengths = Object.entries(inputs).flatMap(([input, { dims }]) => dims.length === 0 ? [] : [[input, dims[0]]]);
	if (labels !== void 0) lengths.push(["the labels", labels.length]);
	if (groups !== void 0) lengths.push(["the groups", groups.length]);
	const examples = lengths[0]?.[1] ?? 0;
	if (lengths.some(([, length]) => length !== examples)) {
		const list = lengths.map(([array, length]) => `${array} ${length}`).join(", ");
		throw dataError("data-lengths-differ", {
			data: name,
			lengths: list
		});
	}
	if (examples === 0) throw dataError("data-empty", { data: name });
	return examples;
}
function checkValues(name, inputs) {
	for (const [input, tensor] of Object.entries(inputs)) {
		const at = firstNotFinite(tensor);
		if (at === void 0) continue;
		const width = tensor.data.length / (tensor.dims[0] ?? 1);
		throw dataError("data-not-finite", {
			data: name,
			input,
			example: Math.floor(at / width)
		});
	}
}
export { firstNotFinite, isNumber, isWhole, loadData, loadUserExports };
