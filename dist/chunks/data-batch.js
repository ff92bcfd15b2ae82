import { rows } from "./workers.js";
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
export { batchOf };
