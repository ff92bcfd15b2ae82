import { ownValue, rows } from "./workers.js";
import { createHash } from "./start.js";
import { dataError } from "./pipelines.js";
import { firstNotFinite } from "./data-finite.js";
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
function fitted(loaded, models) {
	const { name, labels, groups } = loaded;
	const inputs = inputsFor(loaded, models);
	for (const model of models) checkFit(name, inputs, model, loaded.inputs.names());
	const examples = countExamples(loaded, inputs);
	checkValues(name, inputs);
	const copies = groups === void 0 ? copiesIn(inputs, labels, examples) : void 0;
	return {
		name,
		examples,
		inputs,
		...labels === void 0 ? {} : { labels },
		...groups === void 0 ? {} : { groups: numbered(groups) },
		...copies === void 0 ? {} : {
			groups: copies.groups,
			copies: copies.times
		},
		columns: columnsOf(loaded.columns, examples)
	};
}
function inputsFor({ inputs, named }, models) {
	const taken = new Set(models.flatMap((model) => model.map((input) => input.name)));
	const fed = inputs.names().filter((name) => named || taken.has(name));
	return Object.fromEntries(fed.map((name) => [name, inputs.get(name)]));
}
function checkFit(data, fed, inputs, arrays) {
	const names = inputs.map((input) => input.name);
	const unknown = Object.keys(fed).find((input) => !names.includes(input));
	if (unknown !== void 0) throw dataError("data-input-unknown", {
		data,
		input: unknown,
		inputs: names
	});
	for (const input of inputs) {
		const tensor = ownValue(fed, input.name);
		if (tensor === void 0) throw dataError("data-input-missing", {
			data,
			input: input.name,
			inputs: arrays
		});
		if (tensor.type !== input.type || !shapeFits(tensor.dims, input.dims)) throw misfit(data, input, tensor);
	}
}
const anyDims = "...";
function shapeFits(given, wanted) {
	if (wanted[0] === anyDims) return true;
	if (given.length !== wanted.length) return false;
	return wanted.every((dim, axis) => axis === 0 || typeof dim === "string" || dim === given[axis]);
}
function misfit(data, input, tensor) {
	const [given, wanted] = [shapeText(tensor.type, tensor.dims), shapeText(input.type, input.dims)];
	return dataError("data-misfit", {
		data,
		input: input.name,
		given,
		wanted
	});
}
function shapeText(type, dims) {
	return `${type}[${dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
function countExamples({ name, labels, groups }, inputs) {
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
function numbered(names) {
	const numbers = new Map();
	return names.map((name) => {
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return number;
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
export { fitted };
