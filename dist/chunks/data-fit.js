import { ownValue, rows } from "./workers.js";
import { dataError } from "./pipelines.js";
function checkFit(data, inputs) {
	const fed = Object.keys(data.inputs);
	const names = inputs.map((input) => input.name);
	const unknown = fed.find((input) => !names.includes(input));
	if (unknown !== void 0) throw dataError("data-input-unknown", {
		data: data.name,
		input: unknown,
		inputs: names
	});
	for (const input of inputs) {
		const tensor = ownValue(data.inputs, input.name);
		if (tensor === void 0) throw missing(data, input.name, fed);
		if (tensor.type !== input.type || !shapeFits(tensor.dims, input.dims)) throw misfit(data, input, tensor);
	}
}
function batchOf(data, start, end) {
	const entries = Object.entries(data.inputs).map(([name, tensor]) => {
		return [name, tensor.dims.length === 0 ? tensor : wrapped(tensor, start, end, data.examples)];
	});
	return Object.fromEntries(entries);
}
function wrapped(tensor, start, end, examples) {
	if (end <= examples) return rows(tensor, start, end);
	const chosen = Array.from({ length: end - start }, (_, at) => rows(tensor, (start + at) % examples, (start + at) % examples + 1));
	return {
		type: tensor.type,
		dims: [end - start, ...tensor.dims.slice(1)],
		data: joined(chosen)
	};
}
function joined(parts) {
	const first = parts[0]?.data;
	if (Array.isArray(first)) return parts.flatMap((part) => part.data);
	const width = first.length;
	const Constructor = first.constructor;
	const whole = new Constructor(width * parts.length);
	for (const [at, part] of parts.entries()) whole.set(part.data, at * width);
	return whole;
}
function missing({ name, foreign }, input, fed) {
	const type = foreign?.get(input);
	if (type !== void 0) return dataError("data-type", {
		array: `${input} of the data set ${name}`,
		type
	});
	return dataError("data-input-missing", {
		data: name,
		input,
		inputs: fed
	});
}
function shapeFits(given, wanted) {
	if (given.length !== wanted.length) return false;
	return wanted.every((dim, axis) => axis === 0 || typeof dim === "string" || dim === given[axis]);
}
function misfit(data, input, tensor) {
	return dataError("data-misfit", {
		data: data.name,
		input: input.name,
		given: shapeText(tensor.type, tensor.dims),
		wanted: shapeText(input.type, input.dims)
	});
}
function shapeText(type, dims) {
	return `${type}[${dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
export { batchOf, checkFit };
