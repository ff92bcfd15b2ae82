import { asNumbers } from "./core-float16.js";
import { ownValue, sizeOf } from "./workers.js";
import { dataError } from "./pipelines.js";
import { mostSingle } from "./data-npy.js";
function arranged(arrays, asked, file) {
	const { label, group } = asked;
	if (label !== void 0) checkColumn(arrays, label, "label", file);
	if (group !== void 0) checkColumn(arrays, group, "group", file);
	return {
		inputs: tensorsOf(arrays, asked),
		...label === void 0 ? {} : { labels: valuesOf(arrays, label) },
		columns: columnsOf(arrays)
	};
}
function tensorsOf(arrays, { inputs, label, group }) {
	const own = arrays.names.filter((name) => name !== label && name !== group).map((name) => [name, name]);
	const named = Object.keys(inputs).length > 0 ? inputs : Object.fromEntries(own);
	return {
		get(input) {
			const name = ownValue(named, input);
			return name === void 0 ? void 0 : arrays.read(name);
		},
		names: () => Object.keys(named)
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
function columnsOf(arrays) {
	return {
		get: (name) => arrays.has(name) && isColumn(arrays, name) ? valuesOf(arrays, name).map(String) : void 0,
		names: () => arrays.names.filter((name) => isColumn(arrays, name))
	};
}
function valuesOf(arrays, name) {
	const count = sizeOf(arrays.header(name).dims);
	if (count > 1e7) throw dataError("data-too-many", {
		array: name,
		count,
		limit: mostSingle
	});
	return Array.from(asNumbers(arrays.read(name)).data);
}
export { arranged };
