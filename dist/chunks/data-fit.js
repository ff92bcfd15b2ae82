import { createHash, ownValue, rows, sizeOf } from "./workers.js";
import { effectiveUnits } from "./stats-small-sample.js";
import { dataError } from "./pipelines.js";
import { firstNotFinite } from "./data-finite.js";
function copiesIn(inputs, labels, examples) {
	const batched = Object.values(inputs).filter(({ dims }) => dims.length > 0);
	if (batched.length === 0) return void 0;
	const kinds = kindsOf(batched, labels, examples);
	if (kinds.length === examples) return void 0;
	const divisor = kinds.map(({ at }) => at.length).reduce(greatestDivisor);
	const inClass = divisorsByClass(kinds);
	const isWide = widthIn(batched, kinds);
	const groups = groupsOf(kinds, examples, (kind) => kind.at.length > 1 && isWide(kind) ? kind.at.length : divisor > 1 ? divisor : inClass.get(kind.label) ?? 1);
	const copies = examples - new Set(groups).size;
	return copies > 0 && (divisor > 1 || matters(groups, kinds)) ? {
		copies,
		groups
	} : void 0;
}
function kindsOf(inputs, labels, examples) {
	const kinds = new Map();
	for (let at = 0; at < examples; at++) {
		const key = keyOf(inputs, labels?.[at], at);
		const kind = kinds.get(key);
		if (kind === void 0) kinds.set(key, {
			label: labels?.[at],
			at: [at]
		});
		else kind.at.push(at);
	}
	return [...kinds.values()];
}
function keyOf(inputs, label, at) {
	const hash = createHash("sha1").update(String(label));
	for (const input of inputs) {
		const { data } = rows(input, at, at + 1);
		hash.update(Array.isArray(data) ? JSON.stringify(data) : data);
	}
	return hash.digest("base64");
}
const fewestKinds = 10;
function divisorsByClass(kinds) {
	const classes = new Map();
	for (const { label, at } of kinds) {
		const known = classes.get(label) ?? {
			kinds: 0,
			divisor: 0
		};
		classes.set(label, {
			kinds: known.kinds + 1,
			divisor: greatestDivisor(at.length, known.divisor)
		});
	}
	const told = [...classes].filter(([, each]) => each.kinds >= fewestKinds);
	return new Map(told.map(([label, { divisor }]) => [label, divisor]));
}
function groupsOf(kinds, examples, timesOf) {
	const names = new Array(examples);
	for (const [number, kind] of kinds.entries()) {
		const distinct = kind.at.length / timesOf(kind);
		for (const [before, at] of kind.at.entries()) names[at] = `${number} ${before % distinct}`;
	}
	const numbers = new Map();
	return names.map((name) => {
		const group = numbers.get(name) ?? numbers.size;
		numbers.set(name, group);
		return group;
	});
}
function matters(groups, kinds) {
	const sizes = new Map();
	for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	if ([...sizes.values()].some((size) => size > 2)) return true;
	const classes = new Map();
	for (const { label, at } of kinds) {
		const own = classes.get(label) ?? [];
		for (const each of at) own.push(groups[each]);
		classes.set(label, own);
	}
	return [groups, ...[...classes.values()].filter(({ length }) => length >= 30)].some((each) => effectiveUnits({
		examples: each.length,
		groups: renumbered(each)
	}) < .98 * each.length);
}
function renumbered(groups) {
	const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]));
	return groups.map((group) => numbers.get(group));
}
const looked = {
	kinds: 1e3,
	elements: 256
};
const commonValue = 1 / 16;
const wide = {
	elements: 8,
	fewer: 2,
	single: .9,
	digits: 5,
	chance: 2 ** -20
};
function widthIn(inputs, kinds) {
	const examples = kinds.reduce((sum, { at }) => sum + at.length, 0);
	const among = spread(kinds.length, looked.kinds).map((at) => kinds[at]?.at[0]);
	const needed = Math.log2(examples / wide.chance);
	const mostlySingle = kinds.filter(({ at }) => at.length === 1).length >= wide.single * kinds.length;
	let columns;
	return ({ at: [example = 0] }) => {
		columns ??= inputs.flatMap((input) => columnsOf$1(input, among));
		const enough = (some, elements) => {
			const bits = some.flatMap((column) => bitsOf(column, example, among.length));
			return bits.length >= elements && bits.reduce((sum, each) => sum + each, 0) >= needed;
		};
		if (enough(columns, wide.elements)) return true;
		const precise = columns.filter(({ valueIn }) => digitsOf(valueIn(example)) >= wide.digits);
		return mostlySingle && enough(precise, wide.fewer);
	};
}
function columnsOf$1({ data, dims }, among) {
	const width = sizeOf(dims.slice(1));
	return spread(width, looked.elements).map((element) => {
		const valueIn = (example) => data[example * width + element];
		const counts = new Map();
		for (const example of among) counts.set(valueIn(example), (counts.get(valueIn(example)) ?? 0) + 1);
		return {
			valueIn,
			counts,
			alike: [...counts.values()].reduce((sum, count) => sum + count * (count - 1) / 2, 0)
		};
	});
}
function bitsOf({ valueIn, counts, alike }, example, among) {
	const count = counts.get(valueIn(example)) ?? 1;
	if (count > 1 && count / among > commonValue) return [];
	const pairs = among * (among - 1) / 2;
	return [Math.max(Math.log2(among / count), Math.log2(pairs / (1 + alike)))];
}
function digitsOf(value) {
	if (typeof value !== "number" || Number.isInteger(value)) return 0;
	return (/^-?[0.]*([\d.]*?)0*(e|$)/.exec(value.toPrecision(7))?.[1] ?? "").replace(".", "").length;
}
function spread(count, most) {
	const chosen = Math.min(count, most);
	return Array.from({ length: chosen }, (_, at) => Math.floor(at * count / chosen));
}
function greatestDivisor(one, other) {
	return other === 0 ? one : greatestDivisor(other, one % other);
}
function fitted(loaded, models, called = []) {
	const { name, labels, groups } = loaded;
	const inputs = inputsFor(loaded, models);
	for (const [at, model] of models.entries()) checkFit(name, inputs, model, {
		called: called[at],
		arrays: loaded.inputs.names()
	});
	const examples = countExamples(loaded, inputs);
	checkValues(name, inputs);
	const copies = groups === void 0 ? copiesIn(inputs, labels, examples) : void 0;
	return {
		name,
		examples,
		inputs,
		...labels === void 0 ? {} : { labels },
		...groups === void 0 ? {} : { groups: numbered(groups) },
		...copies === void 0 ? {} : copies,
		columns: columnsOf(loaded.columns, examples)
	};
}
function inputsFor({ inputs, named }, models) {
	const taken = new Set(models.flatMap((model) => model.map((input) => input.name)));
	const fed = inputs.names().filter((name) => named || taken.has(name));
	return Object.fromEntries(fed.map((name) => [name, inputs.get(name)]));
}
function checkFit(data, fed, inputs, { called, arrays }) {
	const names = inputs.map((input) => input.name);
	const unknown = Object.keys(fed).find((input) => !names.includes(input));
	if (unknown !== void 0) throw dataError("data-input-unknown", {
		data,
		input: unknown,
		model: called,
		inputs: names
	});
	for (const input of inputs) {
		const tensor = ownValue(fed, input.name);
		if (tensor === void 0) throw dataError("data-input-missing", {
			data,
			input: input.name,
			model: called,
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
