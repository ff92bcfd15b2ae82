import { functionScope, graphScope, isStandard, mainScope, nodePath, opsetOf, standardDomain, valuesOf } from "./onnx-graph-constants.js";
import { elementType, isSize } from "./start.js";
import { attributeTypes } from "./onnx-graph.js";
function tensorOf(element, dims) {
	return {
		kind: "tensor",
		element,
		dims
	};
}
function unknownDims(rank) {
	return new Array(rank).fill(void 0);
}
const mostDims = 64;
function ranked(rank) {
	return typeof rank === "number" && Number.isInteger(rank) && rank >= 0 && rank <= mostDims ? unknownDims(rank) : void 0;
}
function product(dims) {
	let [size, rest] = [1, null];
	for (const dim of dims) {
		if (dim === 0) return 0;
		if (typeof dim === "number") size *= dim;
		else if (rest === null) rest = dim;
		else rest = void 0;
	}
	if (rest === null) return Number.isSafeInteger(size) ? size : void 0;
	return size === 1 ? rest : void 0;
}
function sum(dims) {
	const symbols = dims.filter((dim) => typeof dim !== "number");
	const size = dims.reduce((all, dim) => all + (typeof dim === "number" ? dim : 0), 0);
	if (symbols.length === 0) return Number.isSafeInteger(size) ? size : void 0;
	return symbols.length === 1 && size === 0 ? symbols[0] : void 0;
}
function contradict(one, other) {
	return typeof one === "number" && typeof other === "number" && one !== other;
}
function merged(one, other) {
	if (typeof one === "number" || other === void 0) return one;
	return typeof other === "number" || one === void 0 ? other : one;
}
function either$1(one, other) {
	return one === other ? one : void 0;
}
function broadcastDim(one, other) {
	if (one === 1) return other;
	if (other === 1 || one === other) return one;
	if (typeof one === "number") return typeof other === "number" ? null : one;
	return typeof other === "number" ? other : void 0;
}
function broadcast(shapes) {
	let result = [];
	for (const dims of shapes) {
		if (dims === void 0) return void 0;
		const rank = Math.max(result.length, dims.length);
		const next = [];
		for (let axis = 1; axis <= rank; axis++) {
			const dim = broadcastDim(axis <= result.length ? result[result.length - axis] : 1, axis <= dims.length ? dims[dims.length - axis] : 1);
			if (dim === null) return null;
			next.unshift(dim);
		}
		result = next;
	}
	return result;
}
function mergedType(one, other) {
	if (one === void 0 || other === void 0) return one ?? other;
	if ("element" in one && "element" in other) return mergedTensor(one, other);
	if (one.kind === "map" && other.kind === "map") {
		const value = mergedType(one.value, other.value);
		const key = mergedElement(one.key, other.key);
		return value === null || key === null ? null : {
			kind: "map",
			key,
			value
		};
	}
	if ("of" in one && "of" in other && one.kind === other.kind) {
		const of = mergedType(one.of, other.of);
		return of === null ? null : {
			kind: one.kind,
			of
		};
	}
	return null;
}
function mergedTensor(one, other) {
	const element = mergedElement(one.element, other.element);
	if (element === null || one.kind !== other.kind) return null;
	if (one.dims === void 0 || other.dims === void 0) return {
		...one,
		element,
		dims: one.dims ?? other.dims
	};
	const [left, right] = [one.dims, other.dims];
	if (left.length !== right.length || left.some((dim, axis) => contradict(dim, right[axis]))) return null;
	return {
		...one,
		element,
		dims: left.map((dim, axis) => merged(dim, right[axis]))
	};
}
function mergedElement(one, other) {
	if (one === void 0 || other === void 0) return one ?? other;
	return one === other ? one : null;
}
function eitherType(one, other) {
	if (one === void 0 || other === void 0) return void 0;
	if ("element" in one && "element" in other) {
		const element = one.element === other.element ? one.element : void 0;
		const [left, right] = [one.dims, other.dims];
		const dims = left?.length === right?.length ? left?.map((dim, axis) => either$1(dim, right?.[axis])) : void 0;
		return {
			kind: one.kind,
			element,
			dims
		};
	}
	if ("of" in one && "of" in other && one.kind === other.kind) return {
		kind: one.kind,
		of: eitherType(one.of, other.of)
	};
	return one.kind === other.kind ? one : void 0;
}
function sameType(one, other) {
	return JSON.stringify(one, nulls) === JSON.stringify(other, nulls);
}
function nulls(_key, value) {
	return value === void 0 ? null : value;
}
function shapeText(dims) {
	return dims === void 0 ? "[...]" : `[${dims.map((dim) => dim ?? "?").join(", ")}]`;
}
var Misfit = class extends Error {
	name = "Misfit";
	kind;
	constructor(kind, message) {
		super(message);
		this.kind = kind;
	}
};
var NodeView = class {
	node;
	opset;
	#around;
	constructor(node, opset, around) {
		this.node = node;
		this.opset = opset;
		this.#around = around;
	}
	get loops() {
		return this.#around.loops;
	}
	get inputs() {
		return this.node.input.length;
	}
	get outputs() {
		return this.node.output.length;
	}
	has(index) {
		return (this.node.input[index] ?? "") !== "";
	}
	type(index) {
		return this.has(index) ? this.#around.type(this.node.input[index]) : void 0;
	}
	tensor(index) {
		const type = this.type(index);
		if (type === void 0 || "element" in type) return type;
		throw new Misfit("type", `Its input ${index} is a ${type.kind}, not a tensor.`);
	}
	dims(index) {
		return this.tensor(index)?.dims;
	}
	element(index) {
		return this.tensor(index)?.element;
	}
	rank(index) {
		return this.dims(index)?.length;
	}
	known(index) {
		return this.has(index) ? this.#around.known(this.node.input[index]) : void 0;
	}
	integers(index) {
		const values = this.known(index)?.values;
		return values?.every((value) => typeof value === "number") === true ? values : void 0;
	}
	numbers(index) {
		const tensor = this.has(index) ? this.#around.constant(this.node.input[index]) : void 0;
		return tensor === void 0 ? void 0 : smallNumbers(tensor);
	}
	attribute(name) {
		const found = this.node.attribute.find((attribute) => attribute.name === name);
		return found === void 0 || found.refAttrName === "" ? found : this.#around.bound.get(found.refAttrName);
	}
	int(name) {
		const value = this.attribute(name)?.i;
		return value === void 0 ? void 0 : Number(value);
	}
	flag(name) {
		return (this.int(name) ?? 0) !== 0;
	}
	float(name) {
		return this.attribute(name)?.f;
	}
	ints(name) {
		const values = this.attribute(name)?.ints;
		if (values !== void 0) return Array.from(values, Number);
		return this.attribute(name)?.type === attributeTypes.ints ? [] : void 0;
	}
	text(name) {
		const bytes = this.attribute(name)?.s;
		return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
	}
	run(name, inputs) {
		const graph = this.attribute(name)?.g;
		return graph === void 0 ? void 0 : this.#around.run(graph, name, inputs);
	}
	axis(axis, rank) {
		if (axis < -rank || axis >= rank) throw new Misfit("value", `Its axis ${axis} is not one of the ${rank} dimensions of its input.`);
		return axis < 0 ? axis + rank : axis;
	}
	wantRank(index, wanted) {
		const rank = this.rank(index);
		const [least, most] = typeof wanted === "number" ? [wanted, wanted] : wanted;
		if (rank === void 0 || rank >= least && rank <= most) return;
		throw new Misfit("shape", `Its input ${index} has ${rank} dimensions where ${least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`} are needed.`);
	}
};
function smallNumbers(tensor) {
	if (tensor.dims.reduce((size, dim) => size * dim, 1) > ([
		1,
		10,
		11,
		16
	].includes(tensor.dataType ?? 0) ? 64 : 1024)) return void 0;
	const values = valuesOf(tensor);
	return values === void 0 ? void 0 : Array.from(values, Number);
}
const none = new Map();
function fromProto(type, symbols = none) {
	const tensor = type?.tensorType ?? type?.sparseTensorType;
	if (tensor !== void 0) return {
		kind: type?.tensorType === void 0 ? "sparse" : "tensor",
		element: tensor.elemType === 0 ? void 0 : tensor.elemType,
		dims: tensor.shape?.dim.map((dim) => dimOf(dim, symbols))
	};
	if (type?.sequenceType !== void 0) return {
		kind: "sequence",
		of: fromProto(type.sequenceType.elemType, symbols)
	};
	if (type?.optionalType !== void 0) return {
		kind: "optional",
		of: fromProto(type.optionalType.elemType, symbols)
	};
	if (type?.mapType === void 0) return void 0;
	return {
		kind: "map",
		key: type.mapType.keyType,
		value: fromProto(type.mapType.valueType, symbols)
	};
}
function dimOf({ dimValue, dimParam }, symbols) {
	if (dimValue !== void 0) return isSize(dimValue) ? dimValue : void 0;
	return dimParam === "" ? void 0 : symbols.get(dimParam) ?? dimParam;
}
function ofConstant(tensor) {
	return tensorOf(elementType(tensor.dataType)?.code, sizes(tensor.dims));
}
function ofSparse({ values, dims }) {
	return {
		kind: "sparse",
		element: elementType(values?.dataType)?.code,
		dims: sizes(dims)
	};
}
function sizes(dims) {
	return dims.map((dim) => isSize(dim) ? dim : void 0);
}
const same = (node) => [node.type(0)];
const alike = (node) => [node.tensor(0)];
function likeWith(element) {
	return (node) => [tensorOf(element, node.dims(0))];
}
function broadcastOf(node, indexes) {
	const shapes = indexes.map((index) => node.dims(index));
	const dims = broadcast(shapes);
	if (dims !== null) return dims;
	throw new Misfit("shape", `Its inputs ${shapes.map(shapeText).join(" and ")} do not broadcast.`);
}
function range$2(count) {
	return Array.from({ length: count }, (_, index) => index);
}
function commonElement(node, indexes) {
	const elements = indexes.map((index) => node.element(index)).filter((element) => element !== void 0);
	if (elements.some((element) => element !== elements[0])) throw new Misfit("type", "Its inputs have different element types.");
	return elements[0];
}
function binary$1(element) {
	return (node) => {
		const common = element(node);
		if (node.opset < 7) return [tensorOf(common, node.dims(0))];
		return [tensorOf(common, broadcastOf(node, [0, 1]))];
	};
}
const arithmetic = binary$1((node) => commonElement(node, [0, 1]));
const comparison = binary$1((node) => {
	commonElement(node, [0, 1]);
	return 9;
});
const variadic = (node) => {
	const all = range$2(node.inputs);
	return [tensorOf(commonElement(node, all), node.opset < 8 ? node.dims(0) : broadcastOf(node, all))];
};
const where = (node) => [tensorOf(commonElement(node, [1, 2]), broadcastOf(node, [
	0,
	1,
	2
]))];
const prelu = (node) => {
	const [x, slope] = [node.dims(0), node.dims(1)];
	const stretched = node.opset < 7 || slope === void 0 ? x : broadcastOf(node, [0, 1]);
	if (x !== void 0 && slope !== void 0 && node.opset >= 9 && (stretched?.length ?? 0) > x.length) throw new Misfit("shape", `Its slope ${shapeText(slope)} does not fit its input ${shapeText(x)}.`);
	return [tensorOf(commonElement(node, [0, 1]), x)];
};
const axisChecked = (node) => {
	const [rank, axis] = [node.rank(0), node.int("axis")];
	if (rank !== void 0 && axis !== void 0 && !(node.opset < 13 && axis === rank)) node.axis(axis, rank);
	return [node.tensor(0)];
};
const dropout = (node) => {
	const x = node.tensor(0);
	const mask = tensorOf(node.opset < 10 ? x?.element : 9, x?.dims);
	return node.outputs > 1 ? [x, mask] : [x];
};
function castTo(element) {
	return (node) => [tensorOf(element(node), node.dims(0))];
}
function typeOr(name) {
	return (node) => node.int(name) ?? node.element(0);
}
const bitCast = (node) => [tensorOf(node.int("to"), node.dims(0))];
const clip = (node) => {
	if (node.opset >= 11) commonElement(node, [
		0,
		1,
		2
	]);
	return [node.tensor(0)];
};
const elementwise = {
	...Object.fromEntries("Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Cos Cosh CumProd CumSum Elu Erf Exp Floor Gelu HardSigmoid HardSwish LRN LeakyRelu Log LpNormalization MeanVarianceNormalization Mish Neg Not Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Swish Tan Tanh ThresholdedRelu".split(" ").map((name) => [name, alike])),
	Identity: same,
	Add: arithmetic,
	And: comparison,
	Bernoulli: castTo(typeOr("dtype")),
	BitCast: bitCast,
	BitShift: arithmetic,
	BitwiseAnd: arithmetic,
	BitwiseOr: arithmetic,
	BitwiseXor: arithmetic,
	Cast: castTo((node) => node.int("to") ?? oldTypes[node.text("to") ?? ""]),
	CastLike: castTo((node) => node.element(1)),
	Clip: clip,
	Div: arithmetic,
	Dropout: dropout,
	Equal: comparison,
	Greater: comparison,
	GreaterOrEqual: comparison,
	Hardmax: axisChecked,
	IsInf: likeWith(9),
	IsNaN: likeWith(9),
	Less: comparison,
	LessOrEqual: comparison,
	LogSoftmax: axisChecked,
	Max: variadic,
	Mean: variadic,
	Min: variadic,
	Mod: arithmetic,
	Mul: arithmetic,
	Or: comparison,
	PRelu: prelu,
	Pow: binary$1((node) => node.element(0)),
	RandomNormalLike: castTo(typeOr("dtype")),
	RandomUniformLike: castTo(typeOr("dtype")),
	RegexFullMatch: likeWith(9),
	RotaryEmbedding: alike,
	Softmax: axisChecked,
	StringConcat: (node) => [tensorOf(8, broadcastOf(node, [0, 1]))],
	Sub: arithmetic,
	Sum: variadic,
	TensorScatter: alike,
	Trilu: (node) => {
		node.wantRank(0, [2, Infinity]);
		return [node.tensor(0)];
	},
	Where: where,
	Xor: comparison
};
const oldTypes = {
	FLOAT: 1,
	UINT8: 2,
	INT8: 3,
	UINT16: 4,
	INT16: 5,
	INT32: 6,
	INT64: 7,
	BOOL: 9,
	FLOAT16: 10,
	DOUBLE: 11
};
function sequence(of) {
	return {
		kind: "sequence",
		of
	};
}
function memberOf(node, index) {
	const type = node.type(index);
	if (type === void 0 || type.kind === "sequence") return type?.of;
	throw new Misfit("type", `Its input ${index} is a ${type.kind}, not a sequence.`);
}
const construct = (node) => {
	const [first, ...rest] = node.node.input.map((_, index) => node.type(index));
	return [sequence(rest.reduce((one, other) => either(one, other), first))];
};
function either(one, other) {
	if (one !== void 0 && other !== void 0 && "element" in one && "element" in other) {
		if (one.element !== void 0 && other.element !== void 0 && one.element !== other.element) throw new Misfit("type", "Its inputs have different element types.");
	}
	return eitherType(one, other);
}
const concatenated = (node) => {
	const member = memberOf(node, 0);
	if (member?.kind !== "tensor" || member.dims === void 0) return [tensorOf(member?.kind === "tensor" ? member.element : void 0, void 0)];
	const fresh = node.flag("new_axis");
	const rank = member.dims.length + (fresh ? 1 : 0);
	const axis = node.axis(node.int("axis") ?? 0, rank);
	const dims = [...member.dims];
	dims.splice(axis, fresh ? 0 : 1, void 0);
	return [tensorOf(member.element, dims)];
};
const splitUp = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [sequence(tensorOf(x?.element, void 0))];
	const { dims } = x;
	const axis = node.axis(node.int("axis") ?? 0, dims.length);
	const keep = (node.int("keepdims") ?? 1) !== 0;
	if (!node.has(1)) return [sequence(tensorOf(x.element, dims.flatMap((dim, at) => at === axis ? keep ? [1] : [] : [dim])))];
	return [sequence(tensorOf(x.element, dims.map((dim, at) => at === axis ? part$1(node, dim) : dim)))];
};
function part$1(node, side) {
	const sizes = node.known(1);
	if (sizes === void 0) return void 0;
	const [size] = sizes.values;
	if (!sizes.scalar) return sizes.values.every((other) => other === size) ? size : void 0;
	return typeof side === "number" && typeof size === "number" && side % size === 0 ? size : void 0;
}
const mapped = (node) => {
	const inputs = node.node.input.map((_, index) => {
		const type = node.type(index);
		return type?.kind === "sequence" ? type.of : type;
	});
	return (node.run("body", inputs) ?? []).map(sequence);
};
const optional = (node) => {
	const stated = node.attribute("type")?.tp;
	return [{
		kind: "optional",
		of: node.has(0) ? node.type(0) : fromProto(stated)
	}];
};
const unwrapped = (node) => {
	const type = node.type(0);
	return [type?.kind === "optional" ? type.of : type];
};
const containers = {
	ConcatFromSequence: concatenated,
	Optional: optional,
	OptionalGetElement: unwrapped,
	OptionalHasElement: () => [tensorOf(9, [])],
	SequenceAt: (node) => [memberOf(node, 0)],
	SequenceConstruct: construct,
	SequenceEmpty: (node) => [sequence(tensorOf(node.int("dtype") ?? 1, void 0))],
	SequenceErase: (node) => [sequence(memberOf(node, 0))],
	SequenceInsert: (node) => [sequence(either(memberOf(node, 0), node.type(1)))],
	SequenceLength: () => [tensorOf(7, [])],
	SequenceMap: mapped,
	SplitToSequence: splitUp
};
const branch = (node) => {
	const [then, otherwise] = [node.run("then_branch", []), node.run("else_branch", [])];
	if (then === void 0 || otherwise === void 0) return [];
	if (then.length !== otherwise.length || then.length !== node.outputs) throw new Misfit("value", `Its branches give ${then.length} and ${otherwise.length} outputs, the node ${node.outputs}.`);
	return then.map((type, index) => joined(type, otherwise[index]));
};
function joined(one, other) {
	if (one !== void 0 && other !== void 0) {
		const differ = one.kind !== other.kind && one.kind !== "optional" && other.kind !== "optional";
		const elements = "element" in one && "element" in other && one.element !== void 0 && other.element !== void 0;
		if (differ || elements && one.element !== other.element) throw new Misfit("type", "Its branches give values of different types.");
	}
	return eitherType(one, other);
}
const deepLoops = 4;
function carriedThrough(node, start, round) {
	const deep = node.loops >= deepLoops;
	let carried = deep ? start.map(looser) : start;
	for (let times = deep ? 2 : 0;; times++) {
		const last = round(carried);
		const next = carried.map((type, index) => eitherType(type, last[index]) ?? looser(type));
		if (times === 2 || next.every((type, index) => sameType(type, carried[index]))) return {
			carried: next.map((type, index) => afterwards(type, last[index])),
			last
		};
		carried = next;
	}
}
function afterwards(before, after) {
	if (after === void 0) return looser(before);
	return eitherType(before, after) ?? (before?.kind === after.kind ? looser(before) : after);
}
function looser(type) {
	return type !== void 0 && "element" in type ? {
		...type,
		dims: void 0
	} : type;
}
const loop = (node) => {
	const start = node.node.input.slice(2).map((_, index) => node.type(index + 2));
	const { carried, last } = carriedThrough(node, start, (types) => {
		return (node.run("body", [
			tensorOf(7, []),
			tensorOf(9, []),
			...types
		]) ?? []).slice(1);
	});
	const scanned = last.slice(start.length).map((type) => stacked(type, void 0, 0));
	return [...carried, ...scanned];
};
function stacked(type, rounds, axis) {
	if (type?.kind !== "tensor") return type === void 0 ? void 0 : tensorOf(void 0, void 0);
	if (type.dims === void 0) return type;
	const dims = [...type.dims];
	dims.splice(axis < 0 ? axis + dims.length + 1 : axis, 0, rounds);
	return {
		...type,
		dims
	};
}
const scan = (node) => {
	const batched = node.opset < 9;
	const from = batched ? 1 : 0;
	const scans = node.int("num_scan_inputs") ?? 0;
	const states = node.inputs - from - scans;
	if (states < 0 || scans < 0) throw new Misfit("value", `It scans ${scans} of ${node.inputs - from} inputs.`);
	const axes = node.ints("scan_input_axes");
	const sequences = Array.from({ length: scans }, (_, at) => node.tensor(from + states + at));
	const axisOf = (at, rank) => node.axis(batched ? 1 : axes?.[at] ?? 0, rank);
	let rounds;
	const slices = sequences.map((type, at) => {
		if (type?.dims === void 0) return tensorOf(type?.element, void 0);
		const axis = axisOf(at, type.dims.length);
		rounds ??= type.dims[axis];
		return tensorOf(type.element, type.dims.filter((_, index) => index !== axis && !(batched && index === 0)));
	});
	const { carried, last } = carriedThrough(node, Array.from({ length: states }, (_, at) => batched ? withoutBatch(node.type(from + at)) : node.type(from + at)), (types) => node.run("body", [...types, ...slices]) ?? []);
	const batch = batched ? [node.dims(from)?.[0]] : [];
	const outputAxes = node.ints("scan_output_axes");
	return [...carried.map((type) => withBatch(type, batch)), ...last.slice(states).map((type, at) => withBatch(stacked(type, rounds, outputAxes?.[at] ?? 0), batch))];
};
function withoutBatch(type) {
	return type?.kind === "tensor" ? tensorOf(type.element, type.dims?.slice(1)) : type;
}
function withBatch(type, batch) {
	if (batch.length === 0 || type?.kind !== "tensor") return type;
	return tensorOf(type.element, type.dims && [...batch, ...type.dims]);
}
const constant$1 = (node) => {
	const dense = node.attribute("value")?.t;
	if (dense !== void 0) return [ofConstant(dense)];
	const sparse = node.attribute("sparse_value")?.sparseTensor;
	if (sparse !== void 0) return [{
		...ofSparse(sparse),
		kind: "tensor"
	}];
	const [attribute] = node.node.attribute;
	return [attribute === void 0 ? void 0 : simple(node, attribute.name)];
};
const elements = {
	float: 1,
	int: 7,
	string: 8
};
function simple(node, name) {
	const attribute = node.attribute(name);
	const [, kind = "", many] = /^value_(float|int|string)(s?)$/.exec(name) ?? [];
	if (attribute === void 0 || elements[kind] === void 0) return void 0;
	const list = attribute.floats ?? attribute.ints ?? attribute.strings;
	return tensorOf(elements[kind], many === "" ? [] : [attribute.type === attributeTypes.strings ? attribute.strings.length : list.length]);
}
const constantOfShape = (node) => {
	const element = node.attribute("value")?.t?.dataType ?? 1;
	const sizes = node.known(0)?.values;
	if (sizes?.some((size) => typeof size === "number" && size < 0)) throw new Misfit("value", "It makes a tensor with a negative size.");
	return [tensorOf(element, sizes ?? ranked(node.dims(0)?.[0]))];
};
const control = {
	Constant: constant$1,
	ConstantOfShape: constantOfShape,
	If: branch,
	Loop: loop,
	Scan: scan
};
function windowOf(node, kernel) {
	const axes = kernel.length;
	const list = (name, count, otherwise) => {
		const values = node.ints(name) ?? new Array(count).fill(otherwise);
		if (values.length !== count) throw new Misfit("value", `Its attribute \`${name}\` has ${values.length} numbers where ${count} are needed.`);
		return values;
	};
	const auto = node.text("auto_pad") ?? "NOTSET";
	const strides = list("strides", axes, 1);
	const dilations = list("dilations", axes, 1);
	if ([...strides, ...dilations].some((step) => step < 1)) throw new Misfit("value", "Its strides and dilations must be 1 or more.");
	return {
		kernel,
		strides,
		dilations,
		pads: auto === "NOTSET" ? list("pads", 2 * axes, 0) : auto === "VALID" ? new Array(2 * axes).fill(0) : void 0,
		same: auto.startsWith("SAME"),
		ceil: node.flag("ceil_mode")
	};
}
function positions(input, axis, window) {
	const [kernel, stride] = [window.kernel[axis], window.strides[axis]];
	if (typeof input !== "number" || typeof kernel !== "number") return void 0;
	if (window.same) return Math.ceil(input / stride);
	const axes = window.kernel.length;
	const [before, after] = [window.pads?.[axis] ?? 0, window.pads?.[axes + axis] ?? 0];
	const extent = (kernel - 1) * window.dilations[axis] + 1;
	const steps = (input + before + after - extent) / stride;
	if (steps < 0) throw new Misfit("shape", `Its window of ${extent} is larger than its padded input of ${input + before + after}.`);
	if (!window.ceil) return Math.floor(steps) + 1;
	const last = Math.ceil(steps);
	return last * stride >= input + before ? last : last + 1;
}
function moved(spatial, window) {
	return spatial.map((dim, axis) => positions(dim, axis, window));
}
function kernelOf(node, spatial, weights) {
	const kernel = node.ints("kernel_shape") ?? weights?.slice(2) ?? unknownDims(spatial);
	if (kernel.length !== spatial) throw new Misfit("shape", `Its window has ${kernel.length} sides where its input has ${spatial}.`);
	return kernel;
}
function convolution(x, w, element) {
	return (node) => {
		node.wantRank(x, [3, Infinity]);
		const type = element(node);
		const [dims, weights] = [node.dims(x), node.dims(w)];
		if (dims === void 0) return [tensorOf(type, void 0)];
		if (weights !== void 0 && weights.length !== dims.length) throw new Misfit("shape", `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`);
		const [channels, perGroup, group] = [
			dims[1],
			weights?.[1],
			node.int("group") ?? 1
		];
		if (typeof channels === "number" && typeof perGroup === "number" && channels !== perGroup * group) throw new Misfit("shape", `Its input has ${channels} channels where its weights take ${perGroup * group}.`);
		const spatial = dims.slice(2);
		return [tensorOf(type, [
			dims[0],
			weights?.[0],
			...moved(spatial, windowOf(node, kernelOf(node, spatial.length, weights)))
		])];
	};
}
const transposed = (node) => {
	const element = commonElement(node, [0, 1]);
	const [dims, weights] = [node.dims(0), node.dims(1)];
	if (dims === void 0 || weights === void 0 || dims.length < 3) return [tensorOf(element, void 0)];
	if (weights.length !== dims.length) throw new Misfit("shape", `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`);
	const spatial = dims.slice(2);
	const window = windowOf(node, kernelOf(node, spatial.length, weights));
	const stated = node.ints("output_shape");
	const extra = node.ints("output_padding") ?? [];
	const group = node.int("group") ?? 1;
	const channels = typeof weights[1] === "number" ? weights[1] * group : void 0;
	if (typeof dims[1] === "number" && typeof weights[0] === "number" && dims[1] !== weights[0]) throw new Misfit("shape", `Its input has ${dims[1]} channels where its weights take ${weights[0]}.`);
	const axes = spatial.length;
	const out = spatial.map((dim, axis) => {
		if (stated !== void 0) return stated[stated.length - axes + axis];
		const [kernel, stride] = [window.kernel[axis], window.strides[axis]];
		if (typeof dim !== "number" || typeof kernel !== "number") return void 0;
		if (window.same) return dim * stride;
		const padding = (window.pads?.[axis] ?? 0) + (window.pads?.[axes + axis] ?? 0);
		return stride * (dim - 1) + (extra[axis] ?? 0) + (kernel - 1) * window.dilations[axis] + 1 - padding;
	});
	return [tensorOf(element, [
		dims[0],
		channels,
		...out
	])];
};
function pool(outputs) {
	return (node) => {
		node.wantRank(0, [3, Infinity]);
		const dims = node.dims(0);
		if (dims === void 0) return outputs(node, void 0);
		const spatial = dims.slice(2);
		const window = windowOf(node, kernelOf(node, spatial.length, void 0));
		return outputs(node, [...dims.slice(0, 2), ...moved(spatial, window)]);
	};
}
const onlyPooled = pool((node, dims) => [tensorOf(node.element(0), dims)]);
const withIndices = pool((node, dims) => [tensorOf(node.element(0), dims), tensorOf(7, dims)].slice(0, node.outputs));
const global = (node) => {
	node.wantRank(0, [2, Infinity]);
	const dims = node.dims(0);
	return [tensorOf(node.element(0), dims?.map((dim, axis) => axis < 2 ? dim : 1))];
};
const unpool = (node) => {
	node.wantRank(0, [3, Infinity]);
	const dims = node.dims(0);
	if (node.has(2)) {
		const stated = node.known(2);
		return [tensorOf(node.element(0), stated?.values ?? (dims && unknownDims(dims.length)))];
	}
	if (dims === void 0) return [tensorOf(node.element(0), void 0)];
	const window = windowOf(node, kernelOf(node, dims.length - 2, void 0));
	const axes = dims.length - 2;
	const out = dims.slice(2).map((dim, axis) => {
		const kernel = window.kernel[axis];
		if (typeof dim !== "number" || typeof kernel !== "number") return void 0;
		return (dim - 1) * window.strides[axis] + kernel - (window.pads?.[axis] ?? 0) - (window.pads?.[axes + axis] ?? 0);
	});
	return [tensorOf(node.element(0), [...dims.slice(0, 2), ...out])];
};
const deformable = convolution(0, 1, (node) => commonElement(node, [
	0,
	1,
	2
]));
const regions = (node) => {
	const shape = node.ints("pooled_shape") ?? [];
	return [tensorOf(node.element(0), [
		node.dims(1)?.[0],
		node.dims(0)?.[1],
		...shape
	])];
};
const roiAlign = (node) => {
	node.wantRank(0, 4);
	const sides = [node.int("output_height") ?? 1, node.int("output_width") ?? 1];
	return [tensorOf(node.element(0), [
		node.dims(1)?.[0] ?? node.dims(2)?.[0],
		node.dims(0)?.[1],
		...sides
	])];
};
const convolutions = {
	AveragePool: onlyPooled,
	Conv: convolution(0, 1, (node) => commonElement(node, [0, 1])),
	ConvInteger: convolution(0, 1, () => 6),
	ConvTranspose: transposed,
	DeformConv: deformable,
	GlobalAveragePool: global,
	GlobalLpPool: global,
	GlobalMaxPool: global,
	LpPool: onlyPooled,
	MaxPool: withIndices,
	MaxRoiPool: regions,
	MaxUnpool: unpool,
	QLinearConv: convolution(0, 3, (node) => node.element(7)),
	RoiAlign: roiAlign
};
const gather$1 = (node) => {
	const [x, indices] = [node.tensor(0), node.dims(1)];
	if (x?.dims === void 0 || indices === void 0) {
		const rank = x?.dims === void 0 || indices === void 0 ? void 0 : 0;
		return [tensorOf(x?.element, rank === void 0 ? void 0 : [])];
	}
	if (x.dims.length === 0) throw new Misfit("shape", "It picks from a scalar.");
	const axis = node.axis(node.int("axis") ?? 0, x.dims.length);
	return [tensorOf(x.element, [
		...x.dims.slice(0, axis),
		...indices,
		...x.dims.slice(axis + 1)
	])];
};
const gatherElements = (node) => {
	const [rank, indices] = [node.rank(0), node.rank(1)];
	if (rank !== void 0 && indices !== void 0 && rank !== indices) throw new Misfit("shape", `Its indices have ${indices} dimensions where its input has ${rank}.`);
	return [tensorOf(node.element(0), node.dims(1))];
};
const gatherNd = (node) => {
	const [x, indices] = [node.tensor(0), node.dims(1)];
	const batch = node.int("batch_dims") ?? 0;
	const depth = indices?.at(-1);
	if (x?.dims === void 0 || indices === void 0 || typeof depth !== "number") return [tensorOf(x?.element, void 0)];
	if (batch + depth > x.dims.length) throw new Misfit("shape", `Its indices reach ${batch + depth} deep into ${shapeText(x.dims)}.`);
	return [tensorOf(x.element, [...indices.slice(0, -1), ...x.dims.slice(batch + depth)])];
};
const oneHot$1 = (node) => {
	const indices = node.dims(0);
	const element = node.element(2);
	if (indices === void 0) return [tensorOf(element, void 0)];
	const rank = indices.length + 1;
	const axis = node.axis(node.int("axis") ?? -1, rank);
	const depth = node.known(1)?.values[0] ?? node.numbers(1)?.[0];
	return [tensorOf(element, [
		...indices.slice(0, axis),
		depth,
		...indices.slice(axis)
	])];
};
const topK = (node) => {
	const x = node.tensor(0);
	const k = node.opset < 10 ? node.int("k") : node.known(1)?.values[0];
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0), tensorOf(7, void 0)];
	const axis = node.axis(node.int("axis") ?? -1, x.dims.length);
	const side = x.dims[axis];
	if (typeof k === "number" && typeof side === "number" && (k < 0 || k > side)) throw new Misfit("value", `It takes the largest ${k} of ${side}.`);
	const dims = x.dims.map((dim, at) => at === axis ? k : dim);
	return [tensorOf(x.element, dims), tensorOf(7, dims)];
};
const unique = (node) => {
	const x = node.tensor(0);
	const axis = node.int("axis");
	const count = tensorOf(7, [void 0]);
	const along = axis === void 0 || x?.dims === void 0 ? void 0 : node.axis(axis, x.dims.length);
	const dims = axis === void 0 ? [void 0] : x?.dims?.map((dim, at) => at === along ? void 0 : dim);
	return [
		tensorOf(x?.element, dims),
		count,
		count,
		count
	].slice(0, node.outputs);
};
const nonZero = (node) => {
	const rank = node.rank(0);
	return [tensorOf(7, [rank === 0 ? void 0 : rank, void 0])];
};
const suppression = () => [tensorOf(7, [void 0, 3])];
const range$1 = (node) => {
	const [start, limit, step] = [
		0,
		1,
		2
	].map((index) => node.integers(index)?.[0] ?? node.numbers(index)?.[0]);
	const element = node.element(0);
	if (start === void 0 || limit === void 0 || step === void 0) return [tensorOf(element, [void 0])];
	if (step === 0) throw new Misfit("value", "Its step is 0.");
	return [tensorOf(element, [Math.max(0, Math.ceil((limit - start) / step))])];
};
const scatter = (node) => {
	const rank = node.rank(0);
	const axis = node.int("axis");
	if (rank !== void 0 && axis !== void 0) node.axis(axis, rank);
	return [node.tensor(0)];
};
const gridSample = (node) => {
	const [x, grid] = [node.tensor(0), node.dims(1)];
	if (x?.dims === void 0 || grid === void 0) {
		const rank = x?.dims?.length ?? grid?.length;
		return [tensorOf(x?.element, rank === void 0 ? void 0 : unknownDims(rank))];
	}
	return [tensorOf(x.element, [
		x.dims[0],
		x.dims[1],
		...grid.slice(1, -1)
	])];
};
const affineGrid = (node) => {
	const size = node.known(1)?.values;
	const count = node.dims(1)?.[0];
	const rank = size?.length ?? (typeof count === "number" ? count : void 0);
	if (rank !== 4 && rank !== 5) return [tensorOf(node.element(0), void 0)];
	const [n, , ...sides] = size ?? unknownDims(rank);
	return [tensorOf(node.element(0), [
		n ?? node.dims(0)?.[0],
		...sides,
		rank - 2
	])];
};
const resize = (node) => {
	const x = node.tensor(0);
	const [scalesAt, sizesAt] = node.opset < 11 ? [1, -1] : [2, 3];
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const { dims } = x;
	const axes = (node.ints("axes") ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length));
	const sizes = sizesAt > 0 && node.has(sizesAt) ? node.known(sizesAt)?.values : void 0;
	const scales = node.has(scalesAt) ? node.numbers(scalesAt) : void 0;
	const result = [...dims];
	const policy = node.text("keep_aspect_ratio_policy") ?? "stretch";
	for (const [at, axis] of axes.entries()) if (sizes !== void 0) result[axis] = policy === "stretch" ? sizes[at] : keptRatio(dims, axes, sizes, policy, at);
	else result[axis] = scaled(dims[axis], scales?.[at]);
	return [tensorOf(x.element, result)];
};
function scaled(dim, scale) {
	if (scale === 1) return dim;
	return typeof dim === "number" && scale !== void 0 ? Math.floor(Math.fround(dim * scale)) : void 0;
}
function keptRatio(dims, axes, sizes, policy, at) {
	const factors = axes.map((axis, index) => {
		const [from, to] = [dims[axis], sizes[index]];
		return typeof from === "number" && typeof to === "number" ? to / from : NaN;
	});
	const factor = policy === "not_larger" ? Math.min(...factors) : Math.max(...factors);
	const dim = dims[axes[at]];
	return Number.isFinite(factor) && typeof dim === "number" ? Math.floor(factor * dim + .5) : void 0;
}
function upsampleScales(node) {
	if (node.opset >= 9) return node.numbers(1);
	const floats = node.attribute("scales")?.floats;
	return floats === void 0 ? void 0 : Array.from(floats);
}
const upsample = (node) => {
	const x = node.tensor(0);
	const scales = upsampleScales(node);
	return [tensorOf(x?.element, x?.dims?.map((dim, axis) => scaled(dim, scales?.[axis])))];
};
const indexing = {
	AffineGrid: affineGrid,
	Gather: gather$1,
	GatherElements: gatherElements,
	GatherND: gatherNd,
	GridSample: gridSample,
	NonMaxSuppression: suppression,
	NonZero: nonZero,
	OneHot: oneHot$1,
	Range: range$1,
	Resize: resize,
	ReverseSequence: alike,
	Scatter: scatter,
	ScatterElements: scatter,
	ScatterND: alike,
	TopK: topK,
	Unique: unique,
	Upsample: upsample
};
function matmul(a, b) {
	if (a === void 0 || b === void 0) return void 0;
	if (a.length === 0 || b.length === 0) throw new Misfit("shape", "It multiplies a scalar.");
	const [left, right] = [a.length === 1 ? [1, ...a] : a, b.length === 1 ? [...b, 1] : b];
	if (contradict(left.at(-1), right.at(-2))) throw new Misfit("shape", `Its inputs ${shapeText(a)} and ${shapeText(b)} do not fit.`);
	const stack = broadcast([left.slice(0, -2), right.slice(0, -2)]);
	if (stack === null) throw new Misfit("shape", `Its inputs ${shapeText(a)} and ${shapeText(b)} do not broadcast.`);
	if (stack === void 0) return void 0;
	return [
		...stack,
		...a.length === 1 ? [] : [left.at(-2)],
		...b.length === 1 ? [] : [right.at(-1)]
	];
}
function product2(first, second, element) {
	return (node) => [tensorOf(element(node), matmul(node.dims(first), node.dims(second)))];
}
function turned(dims, turn) {
	return turn && dims !== void 0 && dims.length >= 2 ? [
		...dims.slice(0, -2),
		dims.at(-1),
		dims.at(-2)
	] : dims;
}
const gemm = (node) => {
	node.wantRank(0, 2);
	node.wantRank(1, 2);
	const element = commonElement(node, node.has(2) ? [
		0,
		1,
		2
	] : [0, 1]);
	const dims = matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(1), node.flag("transB")));
	const c = node.has(2) && node.opset >= 7 ? node.dims(2) : void 0;
	if (dims !== void 0 && c !== void 0 && (broadcast([dims, c]) === null || c.length > 2)) throw new Misfit("shape", `Its addend ${shapeText(c)} does not broadcast to ${shapeText(dims)}.`);
	return [tensorOf(element, dims)];
};
const einsum = (node) => {
	const element = commonElement(node, node.node.input.map((_, index) => index));
	const [left = "", right] = (node.text("equation") ?? "").replace(/\s/g, "").split("->");
	const terms = left.split(",");
	if (terms.length !== node.inputs) throw new Misfit("value", `Its equation has ${terms.length} terms for ${node.inputs} inputs.`);
	const sizes = new Map();
	let rest = [];
	for (const [index, term] of terms.entries()) {
		const dims = node.dims(index);
		if (dims === void 0) return [tensorOf(element, void 0)];
		const letters = [...term.replace("...", "")];
		const more = dims.length - letters.length;
		if (more < 0 || more > 0 && !term.includes("...")) throw new Misfit("shape", `Its term \`${term}\` does not fit the input ${shapeText(dims)}.`);
		const before = term.includes("...") ? term.indexOf("...") : letters.length;
		const named = [...dims.slice(0, before), ...dims.slice(before + more)];
		for (const [at, letter] of letters.entries()) sizes.set(letter, agreed(sizes, letter, named[at]));
		const stack = broadcast([rest, dims.slice(before, before + more)]);
		if (stack === null) throw new Misfit("shape", "The dimensions under its ellipsis do not broadcast.");
		rest = stack;
	}
	const output = right ?? implicit(left);
	const dims = output.includes("...") ? output.split("...") : [output];
	const lettersOf = (text) => [...text].map((letter) => sizes.get(letter));
	if (rest === void 0 && output.includes("...")) return [tensorOf(element, void 0)];
	return [tensorOf(element, output.includes("...") ? [
		...lettersOf(dims[0] ?? ""),
		...rest ?? [],
		...lettersOf(dims[1] ?? "")
	] : lettersOf(output))];
};
function agreed(sizes, letter, dim) {
	if (!sizes.has(letter)) return dim;
	const known = sizes.get(letter);
	if (known === 1 || dim === 1) return known === 1 ? dim : known;
	if (contradict(known, dim)) throw new Misfit("shape", `Its axis ${letter} is ${known} and ${dim}.`);
	return merged(known, dim);
}
function implicit(terms) {
	const letters = [...terms.replaceAll("...", "").replaceAll(",", "")];
	const once = letters.filter((letter) => letters.filter((other) => other === letter).length === 1).sort();
	return (terms.includes("...") ? "..." : "") + once.join("");
}
const attention = (node) => {
	const [q, k, v] = [
		node.dims(0),
		node.dims(1),
		node.dims(2)
	];
	const element = node.element(0);
	if (q === void 0 || k === void 0 || v === void 0) return [tensorOf(element, void 0)];
	const folded = q.length === 3;
	const heads = folded ? node.int("q_num_heads") : q[1];
	const kvHeads = folded ? node.int("kv_num_heads") : k[1];
	const size = (dims) => folded ? divided(dims[2], kvHeads) : dims[3];
	const [length, keys] = [folded ? q[1] : q[2], folded ? k[1] : k[2]];
	const past = node.has(4) ? node.dims(4)?.[2] : 0;
	const total = typeof past === "number" && typeof keys === "number" ? past + keys : past === 0 ? keys : void 0;
	const y = folded ? [
		q[0],
		length,
		product([heads, size(v)])
	] : [
		q[0],
		heads,
		length,
		v[3]
	];
	const present = (dims) => [
		q[0],
		kvHeads,
		total,
		size(dims)
	];
	return [
		tensorOf(element, y),
		tensorOf(node.element(1), present(k)),
		tensorOf(node.element(2), present(v)),
		tensorOf(element, [
			q[0],
			heads,
			length,
			total
		])
	].slice(0, Math.max(1, node.outputs));
};
function divided(dim, by) {
	return typeof dim === "number" && typeof by === "number" && by > 0 ? Math.floor(dim / by) : void 0;
}
const flexAttention = (node) => {
	const [q, v] = [node.dims(0), node.dims(2)];
	return [tensorOf(node.element(0), q && v && [...q.slice(0, -1), v.at(-1)])];
};
const determinant = (node) => {
	node.wantRank(0, [2, Infinity]);
	const dims = node.dims(0);
	if (dims !== void 0 && contradict(dims.at(-1), dims.at(-2))) throw new Misfit("shape", `Its matrices ${shapeText(dims)} are not square.`);
	return [tensorOf(node.element(0), dims?.slice(0, -2))];
};
const previews = { FlexAttention: flexAttention };
const matrices = {
	Attention: attention,
	Det: determinant,
	Einsum: einsum,
	Gemm: gemm,
	MatMul: product2(0, 1, (node) => commonElement(node, [0, 1])),
	MatMulInteger: product2(0, 1, () => 6),
	QLinearMatMul: product2(0, 3, (node) => node.element(7))
};
function recurrent(states) {
	return (node) => {
		node.wantRank(0, 3);
		node.wantRank(1, 3);
		const element = node.element(0);
		const [x, w, r] = [
			node.dims(0),
			node.dims(1),
			node.dims(2)
		];
		const directions = w?.[0] ?? (node.text("direction") === "bidirectional" ? 2 : 1);
		const hidden = node.int("hidden_size") ?? r?.[2];
		const batchFirst = node.flag("layout");
		const [length, batch] = batchFirst ? [x?.[1], x?.[0]] : [x?.[0], x?.[1]];
		const all = batchFirst ? [
			batch,
			length,
			directions,
			hidden
		] : [
			length,
			directions,
			batch,
			hidden
		];
		const last = tensorOf(element, batchFirst ? [
			batch,
			directions,
			hidden
		] : [
			directions,
			batch,
			hidden
		]);
		return [tensorOf(element, all), ...new Array(states).fill(last)].slice(0, node.outputs);
	};
}
const batchNormalization = (node) => {
	node.wantRank(0, [1, Infinity]);
	const x = node.tensor(0);
	if (node.outputs === 1) return [x];
	const channels = tensorOf(node.element(3) ?? x?.element, [node.dims(1)?.[0] ?? x?.dims?.[1]]);
	return [
		x,
		channels,
		channels,
		channels,
		channels
	].slice(0, node.outputs);
};
const layerNormalization = (node) => {
	const x = node.tensor(0);
	const stash = node.int("stash_type") ?? 1;
	if (x?.dims === void 0) return [
		x,
		tensorOf(stash, void 0),
		tensorOf(stash, void 0)
	].slice(0, node.outputs);
	const axis = node.axis(node.int("axis") ?? -1, x.dims.length);
	const dims = x.dims.map((dim, at) => at < axis ? dim : 1);
	return [
		x,
		tensorOf(stash, dims),
		tensorOf(stash, dims)
	].slice(0, node.outputs);
};
const negativeLogLikelihood = (node) => {
	const reduced = (node.text("reduction") ?? "mean") !== "none";
	const dims = node.dims(0);
	const target = node.dims(1) ?? (dims && [...dims.slice(0, 1), ...dims.slice(2)]);
	return [tensorOf(node.element(0), reduced ? [] : target)];
};
const crossEntropy = (node) => {
	const [loss] = negativeLogLikelihood(node);
	return [loss, node.tensor(0)].slice(0, node.outputs);
};
const convWithState = (node) => [node.tensor(0), node.tensor(3) ?? tensorOf(node.element(0), stateDims(node.dims(0), node.dims(1)))];
function stateDims(x, w) {
	const kernel = w?.at(-1);
	return x && [
		x[0],
		x[1],
		typeof kernel === "number" ? kernel - 1 : void 0
	];
}
const quantize = (node) => {
	const stated = node.int("output_dtype");
	return [tensorOf(node.has(2) ? node.element(2) : stated === void 0 || stated === 0 ? 2 : stated, node.dims(0))];
};
const dequantize = (node) => {
	const stated = node.int("output_dtype");
	return [tensorOf(stated === void 0 || stated === 0 ? node.opset < 19 ? 1 : node.element(1) : stated, node.dims(0))];
};
const dynamicQuantize = (node) => [
	tensorOf(2, node.dims(0)),
	tensorOf(1, []),
	tensorOf(2, [])
];
const randomOf = (node) => [tensorOf(node.int("dtype") ?? 1, node.ints("shape"))];
const multinomial = (node) => [tensorOf(node.int("dtype") ?? 6, [node.dims(0)?.[0], node.int("sample_size") ?? 1])];
const windowFunction = (node) => [tensorOf(node.int("output_datatype") ?? 1, [first(node, 0)])];
function first(node, index) {
	return node.known(index)?.values[0] ?? node.numbers(index)?.[0];
}
const fourier = (node) => {
	node.wantRank(0, [2, Infinity]);
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const { dims } = x;
	const [length, stated] = [node.has(1) ? node.integers(1)?.[0] : null, node.opset < 20 ? node.int("axis") ?? 1 : node.has(2) ? node.integers(2)?.[0] : -2];
	if (stated === void 0) return [tensorOf(x.element, aroundUnknown(node, dims))];
	const axis = node.axis(stated, dims.length);
	const [onesided, inverse] = [node.flag("onesided"), node.flag("inverse")];
	const side = length === null ? dims[axis] : length;
	const result = [...dims];
	if (onesided && inverse) {
		result[axis] = length ?? (typeof side === "number" ? 2 * (side - 1) : void 0);
		result[dims.length - 1] = 1;
	} else {
		result[axis] = onesided ? typeof side === "number" ? Math.floor(side / 2) + 1 : void 0 : side;
		result[dims.length - 1] = 2;
	}
	return [tensorOf(x.element, result)];
};
function aroundUnknown(node, dims) {
	const kept = !node.has(1) && !node.flag("onesided");
	const parts = node.flag("onesided") && node.flag("inverse") ? 1 : 2;
	return [...kept ? dims.slice(0, -1) : unknownDims(dims.length - 1), parts];
}
const shortTimeFourier = (node) => {
	const [signal, step] = [node.dims(0), first(node, 1)];
	const frame = node.has(3) ? first(node, 3) : node.has(2) ? node.dims(2)?.[0] : void 0;
	const length = signal?.[1];
	const frames = typeof length === "number" && typeof step === "number" && typeof frame === "number" && step > 0 ? Math.floor((length - frame) / step) + 1 : void 0;
	const bins = typeof frame !== "number" ? void 0 : (node.int("onesided") ?? 1) === 0 ? frame : Math.floor(frame / 2) + 1;
	return [tensorOf(node.element(0), [
		signal?.[0],
		frames,
		bins,
		2
	])];
};
const melWeights = (node) => {
	const [bins, length] = [first(node, 0), first(node, 1)];
	const spectrum = typeof length === "number" ? Math.floor(length / 2) + 1 : void 0;
	return [tensorOf(node.int("output_datatype") ?? 1, [spectrum, bins])];
};
const imageDecoder = (node) => [tensorOf(2, [
	void 0,
	void 0,
	node.text("pixel_format") === "Grayscale" ? 1 : 3
])];
const linearAttention = (node) => {
	const [q, k, v] = [
		node.dims(0),
		node.dims(1),
		node.dims(2)
	];
	const [heads, kvHeads] = [node.int("q_num_heads"), node.int("kv_num_heads")];
	const [keySize, valueSize] = [divided(k?.[2], kvHeads), divided(v?.[2], kvHeads)];
	const y = [
		q?.[0],
		q?.[1],
		product([heads, valueSize])
	];
	return [tensorOf(node.element(0), y), tensorOf(node.element(3) ?? node.element(0), [
		q?.[0],
		kvHeads,
		keySize,
		valueSize
	])];
};
const layers = {
	BatchNormalization: batchNormalization,
	BlackmanWindow: windowFunction,
	CausalConvWithState: convWithState,
	DFT: fourier,
	DequantizeLinear: dequantize,
	DynamicQuantizeLinear: dynamicQuantize,
	GRU: recurrent(1),
	GroupNormalization: alike,
	HammingWindow: windowFunction,
	HannWindow: windowFunction,
	ImageDecoder: imageDecoder,
	InstanceNormalization: (node) => [tensorOf(commonElement(node, [
		0,
		1,
		2
	]), node.dims(0))],
	LSTM: recurrent(2),
	LayerNormalization: layerNormalization,
	LinearAttention: linearAttention,
	MelWeightMatrix: melWeights,
	Multinomial: multinomial,
	NegativeLogLikelihoodLoss: negativeLogLikelihood,
	QuantizeLinear: quantize,
	RMSNormalization: alike,
	RNN: recurrent(1),
	RandomNormal: randomOf,
	RandomUniform: randomOf,
	STFT: shortTimeFourier,
	SoftmaxCrossEntropyLoss: crossEntropy,
	SwiGLU: (node) => [tensorOf(commonElement(node, [0, 1]), broadcastOf(node, [0, 1]))]
};
const fusedMatMul = (node) => [tensorOf(node.element(0), matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(1), node.flag("transB"))))];
const fusedGemm = (node) => fusedMatMul(node);
const quantizedBinary = (node) => [tensorOf(node.element(0), broadcast([node.dims(0), node.dims(3)]) ?? void 0)];
const quantizedPool = (node) => {
	const last = node.flag("channels_last");
	const dims = node.dims(0);
	return [tensorOf(node.element(0), dims?.map((dim, axis) => axis === 0 || axis === (last ? dims.length - 1 : 1) ? dim : 1))];
};
const matMulNBits = (node) => {
	const dims = node.dims(0);
	return [tensorOf(node.element(0), dims && [...dims.slice(0, -1), node.int("N")])];
};
const skipNormalization = (node) => [
	node.tensor(0),
	void 0,
	void 0,
	node.tensor(0)
].slice(0, node.outputs);
const embedNormalization = (node) => {
	const ids = node.dims(0);
	const width = node.dims(2)?.[1];
	return [tensorOf(node.element(2), ids && [...ids, width]), tensorOf(6, ids && [ids[0]])].slice(0, node.outputs);
};
const selfAttention = (node) => {
	const [x, weights] = [node.dims(0), node.dims(1)];
	const three = weights?.[1];
	const width = node.ints("qkv_hidden_sizes")?.[2] ?? (typeof three === "number" ? three / 3 : void 0);
	return [tensorOf(node.element(0), x && [...x.slice(0, 2), width])];
};
const multiHeadAttention = (node) => {
	const [q, v] = [node.dims(0), node.has(2) ? node.dims(2) : void 0];
	if (q?.length !== 3) return [tensorOf(node.element(0), void 0)];
	const width = v === void 0 ? q[2] : v.length === 3 ? v[2] : product([v[1], v[3]]);
	return [tensorOf(node.element(0), [
		q[0],
		q[1],
		width
	])];
};
const integerToFloat = (node) => [tensorOf(node.element(2) ?? 1, matmul(node.dims(0), node.dims(1)))];
const dynamicMatMul = (node) => [tensorOf(1, matmul(node.dims(0), node.dims(1)))];
const quantizedGemm = (node) => {
	const dims = matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(3), node.flag("transB")));
	return [tensorOf(node.has(8) ? node.element(8) : node.has(7) ? node.element(0) : 1, dims)];
};
const microsoft = {
	...Object.fromEntries("BiasGelu FastGelu Gelu QuickGelu FusedGelu BiasSoftmax RotaryEmbedding QLinearLeakyRelu QLinearSigmoid QLinearSoftmax".split(" ").map((name) => [name, alike])),
	Attention: selfAttention,
	DequantizeLinear: (node) => [tensorOf(node.element(1), node.dims(0))],
	DynamicQuantizeMatMul: dynamicMatMul,
	EmbedLayerNormalization: embedNormalization,
	FusedConv: convolutions["Conv"],
	FusedGemm: fusedGemm,
	FusedMatMul: fusedMatMul,
	LayerNormalization: layers["LayerNormalization"],
	MatMulIntegerToFloat: integerToFloat,
	MatMulNBits: matMulNBits,
	MultiHeadAttention: multiHeadAttention,
	QGemm: quantizedGemm,
	QLinearAdd: quantizedBinary,
	QLinearGlobalAveragePool: quantizedPool,
	QLinearMul: quantizedBinary,
	QuantizeLinear: layers["QuantizeLinear"],
	SkipLayerNormalization: skipNormalization,
	SkipSimplifiedLayerNormalization: skipNormalization
};
const [float, string$1] = [1, 8];
function rowsOf(node) {
	const dims = node.dims(0);
	if (dims === void 0) return void 0;
	return dims.length === 1 ? 1 : dims[0];
}
function isText(node, ...attributes) {
	return attributes.some((name) => (node.attribute(name)?.strings.length ?? 0) > 0);
}
function classifier(textLabels, intLabels) {
	return (node) => {
		const texts = node.attribute(textLabels)?.strings ?? [];
		const labels = texts.length > 0 ? texts.length : node.ints(intLabels)?.length;
		return [tensorOf(texts.length > 0 ? string$1 : 7, [rowsOf(node)]), tensorOf(float, [rowsOf(node), scoresOf(node, labels)])];
	};
}
function scoresOf(_node, labels) {
	return labels === void 0 || labels === 0 ? void 0 : labels;
}
function regressor(targets) {
	return (node) => [tensorOf(float, [rowsOf(node), node.int(targets) ?? 1])];
}
const featureExtractor = (node) => {
	const [x, picked] = [node.tensor(0), node.dims(1)];
	const count = picked && product(picked);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	return [tensorOf(x.element, x.dims.length === 1 ? [1, count] : [...x.dims.slice(0, -1), count])];
};
const castMap = (node) => {
	const to = {
		TO_FLOAT: float,
		TO_STRING: string$1,
		TO_INT64: 7
	}[node.text("cast_to") ?? "TO_FLOAT"];
	return [tensorOf(to, void 0)];
};
const categories = (node) => {
	const element = node.element(0);
	return [tensorOf(element === string$1 ? 7 : element === 7 ? string$1 : void 0, node.dims(0))];
};
const labels = (node) => {
	const table = node.attribute("values_tensor")?.t?.dataType;
	const from = node.element(0);
	const old = node.opset < 2 && from !== void 0 ? from === string$1 ? 7 : string$1 : void 0;
	return [tensorOf(table ?? old ?? (isText(node, "values_strings") ? string$1 : node.ints("values_int64s") !== void 0 ? 7 : node.attribute("values_floats")?.floats === void 0 ? void 0 : float), node.dims(0))];
};
const oneHot = (node) => {
	const count = node.attribute("cats_strings")?.strings.length || node.ints("cats_int64s")?.length;
	const dims = node.dims(0);
	return [tensorOf(float, dims && [...dims, count])];
};
const vectorizer = (node) => {
	const type = node.type(0);
	return [tensorOf(type?.kind === "map" && type.value?.kind === "tensor" ? type.value.element : void 0, void 0)];
};
const featureVectorizer = (node) => {
	const widths = node.ints("inputdimensions");
	const rows = node.dims(0);
	return [tensorOf(float, rows && [rows.length === 1 ? 1 : rows[0], widths?.reduce((all, width) => all + width, 0)])];
};
const zipMap = (node) => {
	return [{
		kind: "sequence",
		of: {
			kind: "map",
			key: isText(node, "classlabels_strings") ? string$1 : 7,
			value: tensorOf(float, [])
		}
	}];
};
const machineLearning = {
	ArrayFeatureExtractor: featureExtractor,
	Binarizer: alike,
	CastMap: castMap,
	CategoryMapper: categories,
	DictVectorizer: vectorizer,
	FeatureVectorizer: featureVectorizer,
	Imputer: alike,
	LabelEncoder: labels,
	LinearClassifier: classifier("classlabels_strings", "classlabels_ints"),
	LinearRegressor: regressor("targets"),
	Normalizer: likeWith(float),
	OneHotEncoder: oneHot,
	SVMClassifier: classifier("classlabels_strings", "classlabels_ints"),
	SVMRegressor: (node) => [tensorOf(float, [rowsOf(node), 1])],
	Scaler: likeWith(float),
	TreeEnsemble: (node) => [tensorOf(node.element(0), [rowsOf(node), node.int("n_targets")])],
	TreeEnsembleClassifier: classifier("classlabels_strings", "classlabels_int64s"),
	TreeEnsembleRegressor: regressor("n_targets"),
	ZipMap: zipMap
};
function optimizer(groups) {
	return (node) => {
		const count = (node.inputs - 2) / groups;
		return Array.from({ length: groups - 1 }, (_, group) => group).flatMap((group) => Array.from({ length: count }, (_, at) => node.type(2 + (group === 0 ? 0 : group + 1) * count + at)));
	};
}
const training = {
	Adagrad: optimizer(3),
	Adam: optimizer(4),
	Momentum: optimizer(3)
};
function listOf(node, name, input, since) {
	if (node.opset < since) return node.ints(name);
	return node.has(input) ? node.integers(input) ?? null : void 0;
}
const reshape = (node) => {
	const x = node.tensor(0);
	const asked = node.opset < 5 ? node.ints("shape") : node.known(1)?.values;
	if (asked === void 0) return [tensorOf(x?.element, node.opset < 5 ? void 0 : ranked(node.dims(1)?.[0]))];
	return [tensorOf(x?.element, reshaped$1(x?.dims, asked, node.flag("allowzero")))];
};
function reshaped$1(from, asked, allowZero) {
	if (asked.filter((dim) => dim === -1).length > 1) throw new Misfit("value", "Its shape has more than one -1.");
	if (asked.some((dim) => typeof dim === "number" && dim < -1)) throw new Misfit("value", `Its shape ${shapeText(asked)} has sizes below -1.`);
	const dims = asked.map((dim, axis) => {
		if (dim !== 0 || allowZero) return dim;
		if (from !== void 0 && axis >= from.length) throw new Misfit("shape", `Its shape ${shapeText(asked)} keeps an axis that ${shapeText(from)} does not have.`);
		return from?.[axis];
	});
	const free = dims.indexOf(-1);
	const left = from === void 0 ? void 0 : quotient(from, dims.filter((_, axis) => axis !== free));
	if (left === null) throw new Misfit("shape", `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`);
	if (free < 0 && typeof left === "number" && left !== 1) throw new Misfit("shape", `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`);
	return dims.map((dim, axis) => axis === free ? left : dim);
}
function quotient(all, parts) {
	const rest = [...all];
	const over = [];
	for (const part of parts) {
		const at = typeof part === "string" ? rest.indexOf(part) : -1;
		if (at >= 0) rest.splice(at, 1);
		else over.push(part);
	}
	const below = product(over);
	if (typeof below !== "number") return void 0;
	const numbers = product(rest.filter((dim) => typeof dim === "number"));
	const others = rest.filter((dim) => typeof dim !== "number");
	const above = others.length > 0 && numbers === below && below !== 0 ? product(others) : product(rest);
	if (below === 1 || typeof above === "string") return above;
	if (typeof above !== "number") return void 0;
	if (below === 0) return above === 0 ? void 0 : null;
	return above % below === 0 ? above / below : null;
}
const flatten = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf(x?.element, unknownDims(2))];
	const rank = x.dims.length;
	const stated = node.int("axis") ?? 1;
	const axis = stated < 0 ? stated + rank : stated;
	if (axis < 0 || axis > rank) throw new Misfit("value", `Its axis ${stated} is not within its ${rank} dimensions.`);
	return [tensorOf(x.element, [product(x.dims.slice(0, axis)), product(x.dims.slice(axis))])];
};
const squeeze = (node) => {
	const x = node.tensor(0);
	const axes = listOf(node, "axes", 1, 13);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	if (axes === null) {
		const rest = x.dims.length - (ranked(node.dims(1)?.[0])?.length ?? NaN);
		return [tensorOf(x.element, ranked(rest))];
	}
	const { dims } = x;
	if (axes === void 0) return [tensorOf(x.element, dims.every((dim) => typeof dim === "number") ? dims.filter((dim) => dim !== 1) : void 0)];
	const gone = new Set(axes.map((axis) => node.axis(axis, dims.length)));
	for (const axis of gone) if (contradict(dims[axis], 1)) throw new Misfit("shape", `It takes axis ${axis} of ${shapeText(dims)} away, which is not 1.`);
	return [tensorOf(x.element, dims.filter((_, axis) => !gone.has(axis)))];
};
const unsqueeze = (node) => {
	const x = node.tensor(0);
	const axes = listOf(node, "axes", 1, 13);
	if (axes === null || axes === void 0) {
		const fresh = ranked(node.dims(1)?.[0]);
		return [tensorOf(x?.element, x?.dims && fresh && unknownDims(x.dims.length + fresh.length))];
	}
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const rank = x.dims.length + axes.length;
	const fresh = new Set(axes.map((axis) => node.axis(axis, rank)));
	if (fresh.size !== axes.length) throw new Misfit("value", `Its axes [${axes.join(", ")}] name one twice.`);
	const rest = [...x.dims];
	return [tensorOf(x.element, Array.from({ length: rank }, (_, axis) => fresh.has(axis) ? 1 : rest.shift()))];
};
const transpose = (node) => {
	const x = node.tensor(0);
	const order = node.ints("perm");
	if (x?.dims === void 0) return [tensorOf(x?.element, order && unknownDims(order.length))];
	const { dims } = x;
	if (order === void 0) return [tensorOf(x.element, dims.toReversed())];
	if (order.length !== dims.length || new Set(order).size !== dims.length || order.some((axis) => axis < 0 || axis >= dims.length)) throw new Misfit("value", `Its order [${order.join(", ")}] does not name each axis of ${shapeText(dims)} once.`);
	return [tensorOf(x.element, order.map((axis) => dims[axis]))];
};
const expand = (node) => {
	const x = node.tensor(0);
	const to = node.known(1)?.values;
	if (to === void 0 || x?.dims === void 0) {
		const any = ranked(node.dims(1)?.[0]);
		return [tensorOf(x?.element, x?.dims && any && expandedTo(x.dims, any))];
	}
	return [tensorOf(x.element, expandedTo(x.dims, to))];
};
function expandedTo(dims, to) {
	const rank = Math.max(dims.length, to.length);
	return Array.from({ length: rank }, (_, at) => {
		const from = at - rank + dims.length < 0 ? 1 : dims[at - rank + dims.length];
		const wanted = at - rank + to.length < 0 ? 1 : to[at - rank + to.length];
		if (wanted === 1 || wanted === from) return from;
		if (from === 1) return wanted;
		if (contradict(from, wanted)) throw new Misfit("shape", `${shapeText(dims)} does not broadcast to ${shapeText(to)}.`);
		return typeof from === "number" ? from : typeof wanted === "number" ? wanted : void 0;
	});
}
const eyeLike = (node) => {
	node.wantRank(0, 2);
	return [tensorOf(node.int("dtype") ?? node.element(0), node.dims(0))];
};
const sizesOf = (node) => {
	const rank = node.rank(0);
	if (rank === void 0) return [tensorOf(7, [void 0])];
	const [start, end] = shapeRange(node, rank);
	return [tensorOf(7, [Math.max(0, end - start)])];
};
function shapeRange(node, rank) {
	const clamp = (at) => Math.min(rank, Math.max(0, at < 0 ? at + rank : at));
	return [clamp(node.int("start") ?? 0), clamp(node.int("end") ?? rank)];
}
const shapes = {
	Expand: expand,
	EyeLike: eyeLike,
	Flatten: flatten,
	Reshape: reshape,
	Shape: sizesOf,
	Size: () => [tensorOf(7, [])],
	Squeeze: squeeze,
	Transpose: transpose,
	Unsqueeze: unsqueeze
};
const concat$1 = (node) => {
	const all = node.node.input.map((_, index) => index);
	const element = commonElement(node, all);
	const shapes = all.map((index) => node.dims(index));
	const ranked = shapes.find((dims) => dims !== void 0);
	if (ranked === void 0) return [tensorOf(element, void 0)];
	if (shapes.some((dims) => dims !== void 0 && dims.length !== ranked.length)) throw new Misfit("shape", `Its inputs ${shapes.map(shapeText).join(", ")} have different ranks.`);
	const axis = node.axis(node.int("axis") ?? 1, ranked.length);
	if (shapes.some((dims) => dims === void 0)) return [tensorOf(element, unknownDims(ranked.length))];
	const known = shapes;
	return [tensorOf(element, ranked.map((_, at) => {
		const sides = known.map((each) => each[at]);
		if (at === axis) return sum(sides);
		return sides.reduce((one, other) => {
			if (contradict(one, other)) throw new Misfit("shape", `Its inputs ${known.map(shapeText).join(", ")} differ in more than axis ${axis}.`);
			return merged(one, other);
		});
	}))];
};
const split = (node) => {
	const x = node.tensor(0);
	const parts = node.outputs;
	const sizes = node.opset === 1 && node.has(1) ? node.integers(1) : listOf(node, "split", 1, 13);
	if (x?.dims === void 0) return new Array(parts).fill(tensorOf(x?.element, void 0));
	const { dims } = x;
	const axis = node.axis(node.int("axis") ?? 0, dims.length);
	const side = dims[axis];
	if (sizes !== void 0 && sizes !== null) {
		const total = sizes.reduce((all, part) => all + part, 0);
		if (sizes.length !== parts || contradict(side, total)) throw new Misfit("shape", `Its parts [${sizes.join(", ")}] do not make up axis ${axis} of ${shapeText(dims)}.`);
	}
	const even = sizes === void 0 && typeof side === "number" ? Math.ceil(side / parts) : void 0;
	if (even !== void 0 && node.opset < 18 && side % parts !== 0) throw new Misfit("shape", `Axis ${axis} of ${shapeText(dims)} cannot be split into ${parts} equal parts.`);
	return Array.from({ length: parts }, (_, at) => {
		const part = even === void 0 ? sizes?.[at] : Math.max(0, Math.min(even, side - at * even));
		return tensorOf(x.element, dims.map((dim, index) => index === axis ? part : dim));
	});
};
const slice$1 = (node) => {
	const x = node.tensor(0);
	const [starts, ends, axes, steps] = slicesOf(node);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const { dims } = x;
	const bounded = (node.opset < 10 || node.has(3)) && axes === void 0;
	if (starts === void 0 && ends === void 0 && axes === void 0 && bounded) return [tensorOf(x.element, unknownDims(dims.length))];
	const along = axes ?? (bounded && node.opset >= 10 ? void 0 : (starts ?? ends)?.map((_, at) => at));
	if (along === void 0) return [tensorOf(x.element, unknownDims(dims.length))];
	const result = [...dims];
	for (const [at, stated] of along.entries()) {
		const axis = node.axis(stated, dims.length);
		const [start, end, step] = [
			starts?.[at],
			ends?.[at],
			steps === void 0 ? void 0 : steps[at] ?? 1
		];
		if (step === 0) throw new Misfit("value", "A step of it is 0.");
		result[axis] = sliced(dims[axis], start, end, step);
	}
	return [tensorOf(x.element, result)];
};
function slicesOf(node) {
	if (node.opset < 10) return [
		node.ints("starts"),
		node.ints("ends"),
		node.ints("axes") ?? node.ints("starts")?.map((_, at) => at),
		[]
	];
	const axes = node.has(3) ? node.integers(3) : node.dims(1)?.[0];
	const first = Array.isArray(axes) ? void 0 : ranked(axes)?.map((_, at) => at);
	return [
		node.known(1)?.values,
		node.known(2)?.values,
		Array.isArray(axes) ? axes : first,
		node.has(4) ? node.integers(4) : []
	];
}
function sliced(dim, start, end, step) {
	if (step === 1 && start === 0 && typeof end === "number" && end >= 2 ** 31 - 1) return dim;
	if (step === 1 && start === 0 && end === dim) return dim;
	if (typeof dim !== "number" || typeof start !== "number" || typeof end !== "number" || step === void 0) return void 0;
	const clamp = (at, low, high) => Math.min(high, Math.max(low, at < 0 ? at + dim : at));
	const [from, to] = step > 0 ? [clamp(start, 0, dim), clamp(end, 0, dim)] : [clamp(start, 0, dim - 1), clamp(end, -1, dim - 1)];
	return Math.max(0, Math.ceil((to - from) / step));
}
const pad = (node) => {
	const x = node.tensor(0);
	const list = node.opset < 2 ? node.ints("paddings") : listOf(node, "pads", 1, 11);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const { dims } = x;
	if (list === null || list === void 0 || node.opset >= 18 && node.has(3) && node.integers(3) === void 0) return [tensorOf(x.element, unknownDims(dims.length))];
	const axes = node.opset >= 18 && node.has(3) ? (node.integers(3) ?? []).map((axis) => node.axis(axis, dims.length)) : dims.map((_, axis) => axis);
	if (list.length !== 2 * axes.length) throw new Misfit("shape", `It has ${list.length} paddings where ${2 * axes.length} are needed.`);
	const result = [...dims];
	for (const [at, axis] of axes.entries()) {
		const more = list[at] + list[at + axes.length];
		const dim = dims[axis];
		result[axis] = more === 0 ? dim : typeof dim === "number" ? dim + more : void 0;
	}
	return [tensorOf(x.element, result)];
};
const tile = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const times = node.opset < 6 ? void 0 : node.known(1)?.values;
	if (times !== void 0 && times.length !== x.dims.length) throw new Misfit("shape", `It has ${times.length} repeats for ${x.dims.length} dimensions.`);
	return [tensorOf(x.element, times === void 0 ? unknownDims(x.dims.length) : x.dims.map((dim, axis) => product([dim, times[axis]])))];
};
const depthToSpace = (node) => {
	node.wantRank(0, 4);
	const [x, block] = [node.tensor(0), node.int("blocksize") ?? 0];
	if (block < 1) throw new Misfit("value", `Its block of ${block} is not positive.`);
	const [n, c, h, w] = x?.dims ?? unknownDims(4);
	return [tensorOf(x?.element, [
		n,
		typeof c === "number" ? c / block ** 2 : void 0,
		product([h, block]),
		product([w, block])
	])];
};
const spaceToDepth = (node) => {
	node.wantRank(0, 4);
	const [x, block] = [node.tensor(0), node.int("blocksize") ?? 0];
	if (block < 1) throw new Misfit("value", `Its block of ${block} is not positive.`);
	const [n, c, h, w] = x?.dims ?? unknownDims(4);
	const part = (dim) => typeof dim === "number" ? Math.floor(dim / block) : void 0;
	return [tensorOf(x?.element, [
		n,
		product([c, block ** 2]),
		part(h),
		part(w)
	])];
};
const centerCropPad = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const { dims } = x;
	const axes = (node.ints("axes") ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length));
	const to = node.known(1)?.values;
	const result = [...dims];
	for (const [at, axis] of axes.entries()) result[axis] = to?.[at];
	return [tensorOf(x.element, result)];
};
const col2im = (node) => {
	node.wantRank(0, 3);
	const [dims, image, block] = [
		node.dims(0),
		node.known(1)?.values,
		node.integers(2)
	];
	const sides = image ?? ranked(node.dims(1)?.[0] ?? node.dims(2)?.[0]);
	const [n, c] = [dims?.[0], dims?.[1]];
	const channels = typeof c === "number" && block !== void 0 ? c / block.reduce((all, side) => all * side, 1) : void 0;
	return [tensorOf(node.element(0), sides && [
		n,
		channels,
		...sides
	])];
};
const compress = (node) => {
	const x = node.tensor(0);
	const axis = node.int("axis");
	if (axis === void 0) return [tensorOf(x?.element, [void 0])];
	if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
	const along = node.axis(axis, x.dims.length);
	return [tensorOf(x.element, x.dims.map((dim, at) => at === along ? void 0 : dim))];
};
const pieces = {
	CenterCropPad: centerCropPad,
	Col2Im: col2im,
	Compress: compress,
	Concat: concat$1,
	DepthToSpace: depthToSpace,
	Pad: pad,
	Slice: slice$1,
	SpaceToDepth: spaceToDepth,
	Split: split,
	Tile: tile
};
function reduced$1(node, dims, axes, keep) {
	const gone = new Set((axes ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length)));
	return dims.flatMap((dim, axis) => gone.has(axis) ? keep ? [1] : [] : [dim]);
}
function reduction(axesAreInputSince) {
	return (node) => {
		const x = node.tensor(0);
		const keep = (node.int("keepdims") ?? 1) !== 0;
		if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
		const asInput = node.opset >= axesAreInputSince;
		if (asInput && node.has(1) && node.integers(1) === void 0) return [tensorOf(x.element, keep ? unknownDims(x.dims.length) : void 0)];
		const axes = asInput ? node.has(1) ? node.integers(1) : void 0 : node.ints("axes");
		const all = axes === void 0 || axes.length === 0;
		if (all && node.flag("noop_with_empty_axes")) return [x];
		return [tensorOf(x.element, reduced$1(node, x.dims, all ? void 0 : axes, keep))];
	};
}
const arg = (node) => {
	const dims = node.dims(0);
	const keep = (node.int("keepdims") ?? 1) !== 0;
	return [tensorOf(7, dims && reduced$1(node, dims, [node.int("axis") ?? 0], keep))];
};
const reductions = {
	...Object.fromEntries("L1 L2 LogSum LogSumExp Max Mean Min Prod SumSquare".split(" ").map((name) => [`Reduce${name}`, reduction(18)])),
	ReduceSum: reduction(13),
	ArgMax: arg,
	ArgMin: arg
};
const string = 8;
const normalizer = (node) => {
	const dims = node.dims(0);
	if (dims === void 0) return [tensorOf(string, void 0)];
	if (dims.length === 1) return [tensorOf(string, [void 0])];
	if (dims.length !== 2 || typeof dims[0] === "number" && dims[0] !== 1) throw new Misfit("shape", "It takes a list of texts, or one row of them.");
	return [tensorOf(string, [1, void 0])];
};
const splitter = (node) => {
	const dims = node.dims(0);
	return [tensorOf(string, dims && [...dims, void 0]), tensorOf(7, dims)];
};
const tfIdf = (node) => {
	const width = (node.ints("ngram_indexes") ?? []).reduce((most, index) => Math.max(most, index + 1), 0);
	const dims = node.dims(0);
	if (dims !== void 0 && dims.length !== 1 && dims.length !== 2) throw new Misfit("shape", `Its input has ${dims.length} dimensions where 1 or 2 are needed.`);
	return [tensorOf(1, dims && [...dims.slice(0, -1), width])];
};
const texts = {
	StringNormalizer: normalizer,
	StringSplit: splitter,
	TfIdfVectorizer: tfIdf
};
const domains = {
	"": {
		...elementwise,
		...reductions,
		...convolutions,
		...matrices,
		...shapes,
		...pieces,
		...indexing,
		...layers,
		...texts,
		...containers,
		...control
	},
	"ai.onnx.ml": machineLearning,
	"ai.onnx.preview": previews,
	"ai.onnx.preview.training": training,
	"com.microsoft": microsoft
};
function ruleOf(domain, operator) {
	const rules = domains[domain === "ai.onnx" ? "" : domain];
	return rules !== void 0 && Object.hasOwn(rules, operator) ? rules[operator] : void 0;
}
const valueRules = {
	Abs: unary((value) => Math.abs(value)),
	Add: binary((a, b) => sum([a, b])),
	Cast: (node) => isWhole(node.int("to")) ? node.known(0) : void 0,
	Ceil: (node) => node.known(0),
	Concat: concat,
	Constant: constant,
	ConstantOfShape: filled,
	Div: (node) => (isInteger(node.element(0)) ? wholeQuotient : exactQuotient)(node),
	Equal: binary((a, b) => a !== void 0 && a === b ? 1 : both(a, b, (x, y) => x === y ? 1 : 0)),
	Expand: (node) => stretched(node.known(0), node.known(1)?.values),
	Floor: (node) => node.known(0),
	Gather: gather,
	Greater: binary((a, b) => both(a, b, (x, y) => x > y ? 1 : 0)),
	Identity: (node) => node.known(0),
	Less: binary((a, b) => both(a, b, (x, y) => x < y ? 1 : 0)),
	Max: binary((a, b) => both(a, b, Math.max)),
	Min: binary((a, b) => both(a, b, Math.min)),
	Mod: (node) => node.flag("fmod") ? void 0 : floorModulo(node),
	Mul: binary((a, b) => product([a, b])),
	Neg: unary((value) => -value),
	Range: range,
	ReduceMax: reduced((values) => fold(values, Math.max)),
	ReduceMin: reduced((values) => fold(values, Math.min)),
	ReduceProd: reduced(product),
	ReduceSum: reduced(sum),
	Reshape: (node) => reshaped(node, node.known(1)?.values),
	Shape: shape,
	Size: (node) => scalar(node.dims(0) && product(node.dims(0))),
	Slice: slice,
	Squeeze: (node) => single(node.known(0)),
	Sub: binary((a, b) => b === 0 ? a : a !== void 0 && a === b ? 0 : both(a, b, (x, y) => x - y)),
	Unsqueeze: (node) => node.rank(0) === 0 ? list(node.known(0)?.values) : void 0,
	Where: chosen
};
function knownOf(values, rank) {
	if (values === void 0 || rank > 1 || !values.every(Number.isSafeInteger)) return void 0;
	return {
		values,
		scalar: rank === 0
	};
}
function list(values) {
	return values === void 0 || values.length > 1024 ? void 0 : {
		values,
		scalar: false
	};
}
function scalar(value) {
	return value === void 0 ? void 0 : {
		values: [value],
		scalar: true
	};
}
function isWhole(element) {
	return element === 6 || element === 7 || element === 1 || element === 11;
}
function isInteger(element) {
	return element !== void 0 && [
		2,
		3,
		4,
		5,
		6,
		7,
		12,
		13
	].includes(element);
}
function both(a, b, of) {
	return typeof a === "number" && typeof b === "number" ? of(a, b) : void 0;
}
function unary(of) {
	return (node) => {
		const x = node.known(0);
		return x && {
			...x,
			values: x.values.map((value) => typeof value === "number" ? of(value) : void 0)
		};
	};
}
function binary(of) {
	return (node) => {
		const [a, b] = [node.known(0), node.known(1)];
		if (a === void 0 || b === void 0 || node.inputs !== 2) return void 0;
		const count = a.values.length === 1 ? b.values.length : a.values.length;
		if (b.values.length !== 1 && b.values.length !== count) return void 0;
		const at = ({ values }, index) => values.length === 1 ? values[0] : values[index];
		return {
			values: Array.from({ length: count }, (_, index) => of(at(a, index), at(b, index))),
			scalar: a.scalar && b.scalar
		};
	};
}
const wholeQuotient = binary((a, b) => b === 1 ? a : both(a, b, (x, y) => y === 0 ? void 0 : Math.trunc(x / y)));
const exactQuotient = binary((a, b) => b === 1 ? a : both(a, b, (x, y) => Number.isSafeInteger(x / y) ? x / y : void 0));
const floorModulo = binary((a, b) => both(a, b, (x, y) => y === 0 ? void 0 : x - y * Math.floor(x / y)));
function concat(node) {
	const parts = node.node.input.map((_, index) => part(node, index));
	return parts.every((each) => each !== void 0) ? list(parts.flat()) : void 0;
}
function part(node, index) {
	const known = node.known(index);
	if (known !== void 0) return known.scalar ? void 0 : known.values;
	const dims = node.dims(index);
	const [length] = dims ?? [];
	return dims?.length === 1 && typeof length === "number" && length <= 1024 ? new Array(length).fill(void 0) : void 0;
}
function constant(node) {
	const tensor = node.attribute("value")?.t;
	if (tensor !== void 0) return knownOf(smallNumbers(tensor), tensor.dims.length);
	const attribute = node.node.attribute[0];
	if (attribute?.type === attributeTypes.int && attribute.i !== void 0) return knownOf([Number(attribute.i)], 0);
	return attribute?.ints === void 0 ? void 0 : list(Array.from(attribute.ints, Number));
}
function filled(node) {
	const value = node.attribute("value")?.t;
	const [number] = value === void 0 ? [0] : smallNumbers(value) ?? [];
	const size = node.known(0)?.values;
	if (!(number !== void 0 && Number.isSafeInteger(number)) || size?.length !== 1 || typeof size[0] !== "number" || size[0] > 1024 || size[0] < 0) return void 0;
	return list(new Array(size[0]).fill(number));
}
function stretched(x, to) {
	const [length] = to ?? [];
	if (x === void 0 || to?.length !== 1 || typeof length !== "number" || length > 1024 || length < 0) return void 0;
	return x.values.length === 1 ? list(new Array(length).fill(x.values[0])) : list(x.values);
}
function gather(node) {
	const [x, indices] = [node.known(0), node.known(1)];
	if (x === void 0 || x.scalar || indices === void 0 || (node.int("axis") ?? 0) !== 0) return void 0;
	return {
		values: indices.values.map((at) => typeof at === "number" ? x.values[at < 0 ? at + x.values.length : at] : void 0),
		scalar: indices.scalar
	};
}
function range(node) {
	const [start, limit, step] = [
		0,
		1,
		2
	].map((index) => node.integers(index)?.[0]);
	if (start === void 0 || limit === void 0 || step === void 0 || step === 0) return void 0;
	const length = Math.max(0, Math.ceil((limit - start) / step));
	return length > 1024 ? void 0 : list(Array.from({ length }, (_, at) => start + at * step));
}
function fold(values, of) {
	return values.reduce((one, other) => both(one, other, of));
}
function reduced(of) {
	return (node) => {
		const x = node.known(0);
		const axes = node.ints("axes") ?? node.integers(1);
		if (x === void 0 || x.values.length === 0 || node.has(1) && axes === void 0) return void 0;
		if (axes?.some((axis) => axis !== 0 && axis !== -1)) return void 0;
		const keep = (node.int("keepdims") ?? 1) !== 0;
		return {
			values: [of(x.values)],
			scalar: x.scalar || !keep
		};
	};
}
function reshaped(node, to) {
	const x = node.known(0);
	if (x === void 0 || to === void 0 || to.length > 1) return void 0;
	return to.length === 0 ? single(x) : list(x.values);
}
function single(x) {
	return x?.values.length === 1 ? {
		values: x.values,
		scalar: true
	} : void 0;
}
function shape(node) {
	const dims = node.dims(0);
	return dims && list(dims.slice(...shapeRange(node, dims.length)));
}
function slice(node) {
	const x = node.known(0);
	const at = (name, index) => node.opset < 10 ? node.ints(name)?.[0] : node.integers(index)?.[0];
	const [start, end] = [at("starts", 1), at("ends", 2)];
	const step = node.has(4) ? node.integers(4)?.[0] : 1;
	if (x === void 0 || x.scalar || start === void 0 || end === void 0 || step === void 0 || step === 0) return void 0;
	const length = x.values.length;
	const place = (index) => index < 0 ? index + length : index;
	const picked = [];
	const clamp = (index, low, high) => Math.min(high, Math.max(low, index));
	if (step > 0) for (let i = clamp(place(start), 0, length); i < clamp(place(end), 0, length); i += step) picked.push(x.values[i]);
	else for (let i = clamp(place(start), 0, length - 1); i > clamp(place(end), -1, length - 1); i += step) picked.push(x.values[i]);
	return list(picked);
}
function chosen(node) {
	const [condition, then, otherwise] = [
		node.known(0),
		node.known(1),
		node.known(2)
	];
	if (condition === void 0 || then === void 0 || otherwise === void 0) return void 0;
	const length = Math.max(condition.values.length, then.values.length, otherwise.values.length);
	const at = ({ values }, index) => values.length === 1 ? values[0] : values[index];
	return {
		values: Array.from({ length }, (_, index) => {
			const decided = at(condition, index);
			if (decided === void 0) return at(then, index) === at(otherwise, index) ? at(then, index) : void 0;
			return at(decided === 0 ? otherwise : then, index);
		}),
		scalar: condition.scalar && then.scalar && otherwise.scalar
	};
}
function emptyValues(outer) {
	return {
		types: new Map(),
		known: new Map(),
		constants: new Map(),
		outer
	};
}
function lookUp(values, kind, name) {
	for (let at = values; at !== void 0; at = at.outer) {
		const found = at[kind].get(name);
		if (found !== void 0) return found;
	}
}
function knownValues(values, name) {
	const found = lookUp(values, "known", name);
	if (found !== void 0) return found;
	const constant = lookUp(values, "constants", name);
	if (constant === void 0 || constant.dims.length > 1) return void 0;
	return knownOf(smallNumbers(constant), constant.dims.length);
}
const maxDepth = 64;
const maxNodes = 2e6;
const outermost = {
	depth: 0,
	loops: 0,
	bound: new Map()
};
function calleeOf(domain, name, overload) {
	return `${standardDomain(domain)} ${name} ${overload}`;
}
function tell(state, kind, where, message) {
	state.problems.set(`${where} ${message}`, {
		kind,
		where,
		message
	});
}
function inferGraph(scope, graph, given, outer, state, place) {
	const values = emptyValues(outer);
	const id = state.ids.get(graph) ?? state.ids.size;
	state.ids.set(graph, id);
	state.scopes.set(`${scope.path} ${id}`, {
		scope,
		types: values.types
	});
	for (const tensor of graph.initializer) {
		values.types.set(tensor.name, ofConstant(tensor));
		values.constants.set(tensor.name, tensor);
	}
	for (const sparse of graph.sparseInitializer) values.types.set(sparse.values?.name ?? "", {
		...ofSparse(sparse),
		kind: "tensor"
	});
	for (const [at, input] of graph.input.entries()) declare(values, input, given[at], `${scope.path}/input ${input.name}`, state);
	const declared = new Map([...graph.valueInfo, ...graph.output].map((value) => [value.name, value]));
	for (const name of scope.given) declareConstant(values, declared.get(name), scope, state);
	inferNodes(scope, values, declared, state, place);
	return values;
}
function declareConstant(values, value, scope, state) {
	if (value === void 0) return;
	const [known, stated] = [values.types.get(value.name), fromProto(value.type, state.symbols)];
	if (mergedType(known, stated) !== null) return;
	const message = `\`${value.name}\` is declared as ${typeText(stated)} and is ${typeText(known)}.`;
	tell(state, "declared", `${scope.path}/initializer ${value.name}`, message);
}
function declare(values, input, given, where, state) {
	const stated = fromProto(input.type, state.symbols);
	const known = given !== void 0 && "element" in given && given.element === void 0 && stated !== void 0 && "element" in stated ? {
		...given,
		kind: stated.kind,
		element: stated.element
	} : given;
	const both = mergedType(known, stated);
	const name = `\`${input.name}\``;
	if (both === null) tell(state, "declared", where, `${name} is declared as ${typeText(stated)} and is given ${typeText(known)}.`);
	const initial = values.types.get(input.name);
	const all = mergedType(initial, both ?? known);
	if (all === null) tell(state, "declared", where, `${name} is declared as ${typeText(stated)} and is ${typeText(initial)}.`);
	const type = all ?? initial ?? both ?? known;
	if (type !== void 0) values.types.set(input.name, type);
}
function inferNodes(scope, values, declared, state, place) {
	scope.nodes.forEach((node, index) => {
		if (++state.nodes > maxNodes) return;
		const outputs = outputsOf(node, index, scope, values, state, place);
		for (const [at, name] of node.output.entries()) {
			if (name === "") continue;
			const stated = fromProto(declared.get(name)?.type, state.symbols);
			const both = mergedType(outputs[at], stated);
			if (both === null) tell(state, "declared", nodePath(scope, node, index), `\`${name}\` is declared as ${typeText(stated)} and is ${typeText(outputs[at])}.`);
			const type = both ?? outputs[at] ?? stated;
			if (type !== void 0) values.types.set(name, type);
		}
	});
}
function outputsOf(node, index, scope, values, state, place) {
	const view = new NodeView(node, opsetOf(scope.opsets, node.domain) ?? 0, {
		type: (name) => lookUp(values, "types", name),
		known: (name) => knownValues(values, name),
		constant: (name) => lookUp(values, "constants", name),
		bound: place.bound,
		loops: place.loops,
		run(graph, attribute, inputs) {
			return runNested(graph, `${nodePath(scope, node, index)}/${attribute}`, scope, inputs, values, state, place);
		}
	});
	try {
		const callee = state.functions.get(calleeOf(node.domain, node.opType, node.overload));
		if (callee !== void 0) return call(callee, node, values, state, place);
		const rule = ruleOf(node.domain, node.opType);
		if (rule === void 0) {
			for (const { name, g } of node.attribute) if (g !== void 0) view.run(name, []);
			return [];
		}
		const types = rule(view);
		for (const type of types) refuseNegative(type);
		remember(node, view, values);
		return types;
	} catch (thrown) {
		if (!(thrown instanceof Misfit)) throw thrown;
		tell(state, thrown.kind, nodePath(scope, node, index), thrown.message);
		return [];
	}
}
function refuseNegative(type) {
	if (type === void 0 || !("dims" in type)) return;
	if (type.dims?.some((size) => typeof size === "number" && !(Number.isSafeInteger(size) && size >= 0)) === true) throw new Misfit("shape", `Its output would be of the shape ${shapeText(type.dims)}.`);
}
function remember(node, view, values) {
	const [name] = node.output;
	if (name === void 0 || name === "" || !isStandard(node.domain)) return;
	const constant = node.opType === "Constant" ? view.attribute("value")?.t : void 0;
	if (constant !== void 0) values.constants.set(name, constant);
	else if (node.opType === "Identity") {
		const same = lookUp(values, "constants", node.input[0] ?? "");
		if (same !== void 0) values.constants.set(name, same);
	}
	const known = Object.hasOwn(valueRules, node.opType) ? valueRules[node.opType]?.(view) : void 0;
	if (known !== void 0) values.known.set(name, known);
}
function runNested(graph, path, outer, inputs, values, state, place) {
	if (place.depth >= maxDepth) return [];
	const inner = inferGraph({
		...graphScope(graph, path, outer.opsets),
		body: outer.body,
		outer
	}, graph, inputs, values, state, {
		...place,
		depth: place.depth + 1,
		loops: place.loops + (inputs.length > 0 ? 1 : 0)
	});
	return graph.output.map(({ name }) => lookUp(inner, "types", name));
}
function call(body, node, values, state, place) {
	if (place.depth >= maxDepth) return [];
	const inner = emptyValues(void 0);
	for (const [at, name] of body.input.entries()) {
		const argument = node.input[at] ?? "";
		const [type, known, constant] = [
			lookUp(values, "types", argument),
			knownValues(values, argument),
			lookUp(values, "constants", argument)
		];
		if (type !== void 0) inner.types.set(name, type);
		if (known !== void 0) inner.known.set(name, known);
		if (constant !== void 0) inner.constants.set(name, constant);
	}
	const given = node.attribute.flatMap((attribute) => {
		const bound = attribute.refAttrName === "" ? attribute : place.bound.get(attribute.refAttrName);
		return bound === void 0 ? [] : [[attribute.name, bound]];
	});
	const key = given.length > 0 ? void 0 : JSON.stringify([
		body.domain,
		body.name,
		body.overload,
		[...inner.types],
		[...inner.known]
	]);
	const before = key === void 0 ? void 0 : state.calls.get(key);
	if (before !== void 0) return before;
	const outputs = inferBody(body, inner, new Map(given), state, {
		...place,
		depth: place.depth + 1
	});
	if (key !== void 0) state.calls.set(key, outputs);
	return outputs;
}
function inferBody(body, values, given, state, place) {
	const scope = functionScope(body);
	state.called.add(body);
	state.scopes.set(`${scope.path} call ${state.scopes.size}`, {
		scope,
		types: values.types
	});
	const defaults = body.attributeProto.map((attribute) => [attribute.name, attribute]);
	inferNodes(scope, values, new Map(body.valueInfo.map((value) => [value.name, value])), state, {
		...place,
		bound: new Map([...defaults, ...given])
	});
	return body.output.map((name) => values.types.get(name));
}
function typeText(type) {
	if (type === void 0) return "unknown";
	if (!("element" in type)) return `a ${type.kind}`;
	return `${elementType(type.element)?.name ?? "unknown"}${shapeText(type.dims)}`;
}
function inferTypes(model, options = {}) {
	const state = {
		functions: new Map(model.functions.map((body) => [calleeOf(body.domain, body.name, body.overload), body])),
		symbols: symbolsOf(model, options),
		scopes: new Map(),
		ids: new Map(),
		calls: new Map(),
		called: new Set(),
		problems: new Map(),
		nodes: 0
	};
	const { graph } = model;
	if (graph !== void 0) {
		const given = graph.input.map(({ name }) => {
			const dims = options.shapes?.get(name);
			return dims === void 0 ? void 0 : {
				kind: "tensor",
				element: void 0,
				dims
			};
		});
		inferGraph(mainScope(model, graph), graph, given, void 0, state, outermost);
	}
	for (const body of model.functions) if (!state.called.has(body)) inferBody(body, emptyValues(void 0), new Map(), state, outermost);
	return {
		scopes: [...state.scopes.values()],
		problems: [...state.problems.values()]
	};
}
function symbolsOf(model, { shapes }) {
	const symbols = new Map();
	for (const { name, type } of model.graph?.input ?? []) for (const [axis, { dimParam }] of (type?.tensorType?.shape?.dim ?? []).entries()) {
		const size = shapes?.get(name)?.[axis];
		if (dimParam !== "" && size !== void 0) symbols.set(dimParam, size);
	}
	return symbols;
}
export { inferTypes };
