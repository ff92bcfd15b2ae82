import { asNumbers } from "./core-float16.js";
import { sizeOf } from "./workers.js";
import { dataError } from "./pipelines.js";
function arranged(arrays, asked, file) {
	const { label, group } = asked;
	const { named, foreign } = fedBy(arrays, asked);
	const inputs = Object.entries(named).map(([input, name]) => [input, arrays.read(name)]);
	if (label !== void 0) checkColumn(arrays, label, "label", file);
	if (group !== void 0) checkColumn(arrays, group, "group", file);
	const fed = Object.values(named);
	return {
		inputs: Object.fromEntries(inputs),
		...label === void 0 ? {} : { labels: valuesOf(arrays, label) },
		columns: columnsOf(arrays, arrays.names.filter((name) => name === group || !fed.includes(name))),
		...foreign.size === 0 ? {} : { foreign }
	};
}
function fedBy(arrays, { inputs, label, group }) {
	if (Object.keys(inputs).length > 0) return {
		named: inputs,
		foreign: new Map()
	};
	const own = arrays.names.filter((name) => name !== label && name !== group);
	const [taken, foreign] = [own.filter((name) => arrays.header(name).type !== void 0), own.filter((name) => arrays.header(name).type === void 0)];
	return {
		named: Object.fromEntries(taken.map((name) => [name, name])),
		foreign: new Map(foreign.map((name) => [name, arrays.header(name).descr]))
	};
}
function checkColumn(arrays, name, setting, file) {
	if (!arrays.has(name)) throw dataError("data-array-missing", {
		file,
		array: name,
		arrays: arrays.names
	});
	if (isColumn(arrays, name)) return;
	throw dataError("data-not-column", {
		file,
		array: name,
		setting,
		shape: `[${arrays.header(name).dims.join(", ")}]`
	});
}
function isColumn(arrays, name) {
	const { dims } = arrays.header(name);
	return dims.length > 0 && dims[0] === sizeOf(dims);
}
function columnsOf(arrays, names) {
	return {
		get: (name) => names.includes(name) && isColumn(arrays, name) ? valuesOf(arrays, name).map(String) : void 0,
		names: () => names.filter((name) => isColumn(arrays, name))
	};
}
function valuesOf(arrays, name) {
	return Array.from(asNumbers(arrays.read(name)).data);
}
export { arranged };
