import { dataError } from "./data-errors.js";
import { _enum, array, custom, int, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { readNpz } from "./data-npz.js";
import { sizeOf } from "./core-tensor.js";
import { UserError, messageOf, portError } from "./workers.js";
import path from "node:path";
import { pathToFileURL } from "node:url";
function firstNotFinite(tensor) {
	const { type, data } = tensor;
	if (type === "float16") return found(data.findIndex((bits) => (bits & 31744) === 31744));
	if (type !== "float32" && type !== "float64") return void 0;
	return found(data.findIndex((value) => !Number.isFinite(value)));
}
function isWhole(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function found(index) {
	return index < 0 ? void 0 : index;
}
function defineReader(reader) {
	return reader;
}
function arranged(arrays, asked, file) {
	const { label, group } = asked;
	const array = (name) => {
		const found = Object.hasOwn(arrays, name) ? arrays[name] : void 0;
		if (found === void 0) throw dataError("data-array-missing", {
			file,
			array: name,
			arrays: Object.keys(arrays)
		});
		return found;
	};
	const own = Object.keys(arrays).filter((name) => name !== label && name !== group);
	const named = Object.keys(asked.inputs).length > 0 ? asked.inputs : Object.fromEntries(own.map((name) => [name, name]));
	const inputs = Object.fromEntries(Object.entries(named).map(([input, name]) => [input, array(name)]));
	if (group !== void 0) array(group);
	const fed = Object.values(named);
	const columns = Object.entries(arrays).filter(([name, tensor]) => name === group || !fed.includes(name) && isColumn(tensor));
	return {
		inputs,
		...label === void 0 ? {} : { labels: Array.from(array(label).data, Number) },
		columns: Object.fromEntries(columns.map(([name, { data }]) => [name, Array.from(data, String)]))
	};
}
function isColumn({ dims, data }) {
	return dims.length > 0 && dims[0] === data.length;
}
const npz = defineReader({
	name: "npz",
	summary: "an .npz archive of NumPy: arrays by name, one example a row",
	recognizes: (name, head) => /\.npz$/i.test(name) || isZip(head),
	read: async ({ name, path }, asked, files) => arranged(readNpz(await files.read(path), name), asked, name)
});
function isZip([p, k, three, four]) {
	return p === 80 && k === 75 && (three === 3 && four === 4 || three === 5 && four === 6);
}
const readers = [npz];
async function readerOf({ name, path }, files) {
	const head = await files.readRange(path, 0, 64);
	const reader = readers.find((each) => each.recognizes(name, head));
	if (reader !== void 0) return reader;
	throw dataError("data-unknown", {
		file: name,
		readable: readers.map(({ summary }) => summary)
	});
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
const tensor = object({
	type: _enum("float32 float64 float16 int8 uint8 int16 uint16 int32 uint32 int64 uint64 bool string".split(" ")),
	dims: array(int().min(0)),
	data: custom((data) => ArrayBuffer.isView(data) || Array.isArray(data), "expected a typed array")
}).refine(({ dims, data }) => data.length === sizeOf(dims), "the length of its data is not the product of its dims");
const isList = (value) => ArrayBuffer.isView(value) || Array.isArray(value);
const resultSchema = object({
	inputs: record(string(), tensor),
	labels: custom(isList, "expected an array").transform((labels) => Array.from(labels, Number)).optional(),
	columns: record(string(), custom(isList, "expected an array").transform((column) => Array.from(column, String))).default({})
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
	const columns = Object.entries(found.columns).filter(([, { length }]) => length === examples);
	return {
		name,
		examples,
		inputs: found.inputs,
		...found.labels === void 0 ? {} : { labels: checkLabels(name, found.labels) },
		...groups === void 0 ? {} : { groups: numbered(groups) },
		columns: Object.fromEntries(columns)
	};
}
function columnOf(columns, name, { artifact }) {
	const found = Object.hasOwn(columns, name) ? columns[name] : void 0;
	if (found !== void 0) return found;
	throw dataError("data-array-missing", {
		file: artifact.name,
		array: name,
		arrays: Object.keys(columns)
	});
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
function checkLabels(name, labels) {
	const wrong = labels.findIndex((label) => !Number.isFinite(label));
	if (wrong < 0) return labels;
	throw dataError("data-label", {
		data: name,
		reason: `the label of example ${wrong} is ${labels[wrong]}`
	});
}
export { isWhole, loadData, loadUserExports };
