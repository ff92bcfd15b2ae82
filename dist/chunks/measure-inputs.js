import { toFloat16 } from "./core-float16.js";
import { errorFrom, sizeOf, zeros } from "./workers.js";
import { createRandom } from "./stats-random.js";
const measureError = errorFrom({
	"batch-fixed": {
		say: (d) => ({
			message: `The model cannot run at a batch of ${d.batch}: all its shapes are fixed, for a batch of ${d.own}.`,
			hint: `Ask for \`batch: ${d.own}\`, or export the model with a symbolic first dimension.`
		}),
		example: {
			batch: 32,
			own: 1
		}
	},
	"input-too-large": {
		say: (d) => ({
			message: `The model's input ${d.input} is too large to be made up: its shape is [${d.dims.join(", ")}].`,
			hint: "Export the model with the shape it is used with, or give real data."
		}),
		example: {
			input: "x",
			dims: [1e6, 1e6]
		}
	},
	"input-unsupported": {
		say: (d) => ({
			message: `The model's input ${d.input} is of the type ${d.type}, which cannot be fed from here.`,
			hint: "Put a Cast at the front of the model, so that it takes float32, float16, an integer type, bool or string."
		}),
		example: {
			input: "x",
			type: "complex64"
		}
	},
	"measurements-unreadable": {
		say: (d) => ({
			message: `Earlier measurements cannot be read: ${d.reason}.`,
			hint: "Another version of Airworthy wrote it, or its file was damaged. Use that version, or remove the folder `measurements` in `.airworthy/` to measure anew."
		}),
		example: { reason: "block.runs.candidate: its turns do not add up to its samples" }
	},
	"shape-unknown-input": {
		say: (d) => ({
			message: `A shape is stated for ${d.input}, which is not an input of the model.`,
			hint: `The inputs are ${d.inputs.join(", ")}.`
		}),
		example: {
			input: "imgae",
			inputs: ["image"]
		}
	}
});
function makeInputs(inputs, batch, seed, stated = {}, range = "usual") {
	const names = inputs.map(({ name }) => name);
	const unknown = Object.keys(stated).find((name) => !names.includes(name));
	if (unknown !== void 0) throw measureError("shape-unknown-input", {
		input: unknown,
		inputs: names
	});
	const shapes = fixShapes(inputs.map((input) => ({
		...input,
		dims: stated[input.name] ?? input.dims
	})), batch);
	const tensors = inputs.map((input, at) => {
		const fill = ranges[range][input.type] ?? fills[input.type];
		if (fill === void 0) throw measureError("input-unsupported", {
			input: input.name,
			type: input.type
		});
		const dims = shapes[at];
		if (sizeOf(dims) > mostElements) throw measureError("input-too-large", {
			input: input.name,
			dims
		});
		const tensor = zeros(input.type, dims);
		const random = createRandom(seed, at);
		for (let index = 0; index < tensor.data.length; index++) tensor.data[index] = fill(random);
		return [input.name, tensor];
	});
	return Object.fromEntries(tensors);
}
const mostElements = 2 ** 28;
const fills = {
	float32: (random) => random.uniform(),
	float64: (random) => random.uniform(),
	float16: (random) => toFloat16(random.uniform()),
	int8: bit,
	uint8: bit,
	int16: bit,
	uint16: bit,
	int32: bit,
	uint32: bit,
	bool: bit,
	int64: (random) => BigInt(bit(random)),
	uint64: (random) => BigInt(bit(random)),
	string: (random) => `text ${bit(random)}`
};
const anyByte = {
	uint8: (random) => random.below(256),
	int8: (random) => random.below(256) - 128
};
const signedFloat = {
	float32: (random) => 2 * random.uniform() - 1,
	float64: (random) => 2 * random.uniform() - 1,
	float16: (random) => toFloat16(2 * random.uniform() - 1)
};
const ranges = {
	usual: {},
	any: anyByte,
	signed: {
		...anyByte,
		...signedFloat
	}
};
function bit(random) {
	return random.below(2);
}
function fixShapes(inputs, batch) {
	const symbol = inputs.flatMap((input) => input.dims).find((dim) => typeof dim === "string");
	const size = batchFor(inputs, batch);
	return inputs.map((input) => input.dims.map((dim, axis) => fixDim(input, dim, axis, symbol, size)));
}
function fixDim(input, dim, axis, symbol, batch) {
	if (typeof dim === "number") return dim;
	const first = input.dims.findIndex((other) => typeof other === "string") === axis;
	if (dim === symbol && (dim !== "" || first)) return batch;
	return likelySize(input, dim, axis);
}
function likelySize(input, dim, axis) {
	if (/^(h|w|height|width)$/i.test(dim) || input.dims.length === 4 && axis >= 2) return imageSide;
	if (/seq|len|time|token/i.test(dim)) return sequenceLength;
	return 1;
}
const imageSide = 64;
const sequenceLength = 16;
function batchFor(inputs, batch) {
	if (inputs.some((input) => input.dims.some((dim) => typeof dim === "string"))) return batch;
	const first = inputs.find((input) => input.dims.length > 0)?.dims[0];
	const own = typeof first === "number" ? first : 1;
	if (batch !== 1 && batch !== own) throw measureError("batch-fixed", {
		batch,
		own
	});
	return own;
}
export { batchFor, makeInputs, measureError };
