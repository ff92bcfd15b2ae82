import { dataError, defineReader, readerOf } from "./pipelines.js";
import { NEVER, _enum, array, custom, int, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { UserError, arrayTypes, clip, messageOf, ownValue, portError, sizeOf } from "./workers.js";
import { isNumber } from "./data-finite.js";
import path from "node:path";
import { pathToFileURL } from "node:url";
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
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
	if (!decimal.test(bare)) return { why: `the text ${JSON.stringify(clip(text, 40))}` };
	const [, sign, digits] = /^([+-]?)0*(\d+)$/.exec(bare) ?? [];
	if (digits !== void 0) return digits.length > 40 ? inexact(clip(bare, 40)) : exact(BigInt(`${sign === "-" ? "-" : ""}${digits}`));
	return computable(Number(bare), clip(bare, 40));
}
function computable(number, said) {
	if (isNumber(number)) return number;
	return { why: /\d/.test(said) ? `${said}, whose square is beyond all numbers` : said };
}
function exact(whole) {
	const number = Number(whole);
	return Number.isSafeInteger(number) ? number : inexact(String(whole));
}
function inexact(said) {
	return { why: `${said}, and whole numbers are exact only up to 2^53` };
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
	if (held?.length === sizeOf(dims)) return {
		type,
		dims,
		data: held
	};
	const wrong = held === void 0 ? `expected ${expected(type)} for ${type}` : "the length of its data is not the product of its dims";
	context.addIssue({
		code: "custom",
		message: wrong
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
	inputs: record(string(), tensor).transform((tensors) => ({
		get: (name) => ownValue(tensors, name),
		names: () => Object.keys(tensors)
	})),
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
	return {
		name,
		inputs: found.inputs,
		named: Object.keys(inputs).length > 0,
		...found.labels === void 0 ? {} : { labels: labelNumbers(name, found.labels) },
		...group === void 0 ? {} : { groups: columnOf(found.columns, group, reference) },
		columns: found.columns
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
export { loadData, loadUserExports };
