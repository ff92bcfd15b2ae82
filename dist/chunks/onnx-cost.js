import { sha256, sha256Of } from "./start.js";
import { elementType, ownValue, setOwn, sizeOf } from "./workers.js";
import { piecesOf } from "./core-bytes.js";
import { rangeOf } from "./onnx-format-read-message.js";
import { nodePath, operatorOf, scopesOf, subgraphsOf, weightsOf } from "./onnx-graph-constants.js";
function count(sizes) {
	return sizes.reduce((product, size) => product * size, 1);
}
function integer({ node }, name, otherwise) {
	const value = node.attribute.find((attribute) => attribute.name === name)?.i;
	return value === void 0 ? otherwise : Number(value);
}
function integers({ node }, name) {
	const value = node.attribute.find((attribute) => attribute.name === name)?.ints;
	return value === void 0 ? void 0 : Array.from(value, Number);
}
function text({ node }, name) {
	const value = node.attribute.find((attribute) => attribute.name === name)?.s;
	return value === void 0 ? void 0 : new TextDecoder().decode(value);
}
function conv({ inputs, outputs }) {
	const [, weights, bias] = inputs;
	const y = outputs[0];
	if (weights === void 0 || y === void 0) return void 0;
	return count(y) * (2 * count(weights.slice(1)) + (bias === void 0 ? 0 : 1));
}
function convTranspose({ inputs, outputs }) {
	const [x, weights, bias] = inputs;
	const y = outputs[0];
	if (x === void 0 || weights === void 0 || bias !== void 0 && y === void 0) return void 0;
	return 2 * count(x) * count(weights.slice(1)) + (bias === void 0 ? 0 : count(y ?? []));
}
function matMul(call) {
	const inner = call.inputs[0]?.at(integer(call, "transA", 0) === 1 ? -2 : -1);
	const y = call.outputs[0];
	return inner === void 0 || y === void 0 ? void 0 : 2 * count(y) * inner;
}
function gemm(call) {
	const [a, , c] = call.inputs;
	const y = call.outputs[0];
	const inner = a?.[integer(call, "transA", 0) === 1 ? 0 : 1];
	return inner === void 0 || y === void 0 ? void 0 : count(y) * (2 * inner + (c === void 0 ? 0 : 1));
}
function einsum(call) {
	const equation = text(call, "equation")?.replaceAll(" ", "");
	if (equation === void 0 || equation.includes(".")) return void 0;
	const terms = equation.split("->")[0]?.split(",") ?? [];
	const sizes = new Map();
	for (const [operand, term] of terms.entries()) {
		const dims = call.inputs[operand];
		if (dims?.length !== term.length) return void 0;
		for (const [axis, letter] of [...term].entries()) sizes.set(letter, Math.max(sizes.get(letter) ?? 1, dims[axis]));
	}
	return count([...sizes.values()]) * Math.max(1, terms.length);
}
function attention({ inputs }) {
	const [q, k, v] = inputs;
	if (q?.length !== 4 || k?.length !== 4 || v?.length !== 4) return void 0;
	return count(q.slice(0, 3)) * k[2] * (2 * q[3] + 2 * v[3] + 16);
}
function recurrent(gates) {
	return (call) => {
		const [x, , r] = call.inputs;
		const hidden = r?.[2];
		if (x?.length !== 3 || r === void 0 || hidden === void 0) return void 0;
		const [steps, batch, size] = x;
		return steps * batch * r[0] * gates * hidden * (2 * size + 2 * hidden + 5);
	};
}
const weight = {
	basic: 1,
	divide: 4,
	exponential: 8
};
const logistic = weight.exponential + weight.basic + weight.divide;
const each = (flops) => {
	return ({ outputs: [y] }) => y === void 0 ? void 0 : flops * count(y);
};
const eachTaken = (flops) => {
	return ({ inputs: [x] }) => x === void 0 ? void 0 : flops * count(x);
};
const pool = (call) => {
	const [kernel, y] = [integers(call, "kernel_shape"), call.outputs[0]];
	return kernel === void 0 || y === void 0 ? void 0 : count(y) * count(kernel);
};
const join = ({ inputs, outputs: [y] }) => y === void 0 ? void 0 : (inputs.length - 1) * count(y);
const resize = (call) => {
	const mode = text(call, "mode") ?? "nearest";
	if (mode === "nearest") return 0;
	return mode === "linear" && call.inputs[0]?.length === 4 ? each(9)(call) : void 0;
};
const nothing = () => 0;
const named = (names, rule) => names.split(" ").map((name) => [name, rule]);
const rules = new Map([
	...named("Conv FusedConv", conv),
	...named("ConvInteger", ({ node, inputs, outputs }) => conv({
		node,
		inputs: inputs.slice(0, 2),
		outputs
	})),
	...named("QLinearConv", ({ node, inputs, outputs }) => conv({
		node,
		inputs: [
			inputs[0],
			inputs[3],
			inputs[8]
		],
		outputs
	})),
	...named("ConvTranspose", convTranspose),
	...named("MatMul MatMulInteger MatMulNBits FusedMatMul QLinearMatMul", matMul),
	...named("Gemm FusedGemm", gemm),
	...named("Einsum", einsum),
	...named("Attention", attention),
	...named("RNN", recurrent(1)),
	...named("GRU", recurrent(3)),
	...named("LSTM DynamicQuantizeLSTM", recurrent(4)),
	...named("MaxPool AveragePool LpPool", pool),
	...named("GlobalAveragePool GlobalMaxPool ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1", eachTaken(1)),
	...named("ArgMax ArgMin CumSum CumProd", eachTaken(1)),
	...named("ReduceL2 ReduceSumSquare GlobalLpPool", eachTaken(2)),
	...named("ReduceLogSum", eachTaken(1)),
	...named("ReduceLogSumExp", eachTaken(weight.exponential + 1)),
	...named("Softmax", each(3 + weight.exponential + weight.divide)),
	...named("LogSoftmax", each(4 + weight.exponential)),
	...named("BatchNormalization", eachTaken(2)),
	...named("LayerNormalization InstanceNormalization GroupNormalization MeanVarianceNormalization", eachTaken(7)),
	...named("SkipLayerNormalization", eachTaken(8)),
	...named("RMSNormalization SimplifiedLayerNormalization", eachTaken(4)),
	...named("LRN", eachTaken(3 + weight.divide + weight.exponential)),
	...named("Add Sub Mul Min Max Sum Mean", join),
	...named("Relu Neg Abs Sign Ceil Floor Round Not And Or Xor Equal Less LessOrEqual Greater GreaterOrEqual", each(1)),
	...named("BitwiseAnd BitwiseOr BitwiseXor BitwiseNot BitShift IsNaN IsInf", each(1)),
	...named("Clip LeakyRelu PRelu ThresholdedRelu Shrink", each(2)),
	...named("HardSigmoid", each(4)),
	...named("HardSwish", each(5)),
	...named("Div Sqrt Reciprocal Mod", each(weight.divide)),
	...named("Exp Log Sin Cos Tan Asin Acos Atan Sinh Cosh Tanh Asinh Acosh Atanh Erf Pow", each(weight.exponential)),
	...named("Sigmoid", each(logistic)),
	...named("Swish", each(logistic + 1)),
	...named("Softplus", each(2 * weight.exponential + 1)),
	...named("Softsign", each(2 + weight.divide)),
	...named("Mish", each(3 * weight.exponential + 2)),
	...named("Elu Selu Celu", each(weight.exponential + 3)),
	...named("Gelu FastGelu", each(weight.exponential + 4)),
	...named("QuantizeLinear", each(5)),
	...named("DynamicQuantizeLinear", eachTaken(7)),
	...named("DequantizeLinear", each(2)),
	...named("Resize Upsample", resize),
	...named("Reshape Squeeze Unsqueeze Flatten Identity Shape Size Constant ConstantOfShape Dropout", nothing),
	...named("Transpose Concat Split Slice Gather GatherElements GatherND Scatter ScatterElements ScatterND Pad", nothing),
	...named("Expand Tile Cast CastLike Where DepthToSpace SpaceToDepth Range EyeLike OneHot NonZero Trilu", nothing),
	...named("Compress ReverseSequence RandomNormalLike RandomUniformLike CenterCropPad", nothing)
]);
const views = new Set("Reshape Squeeze Unsqueeze Flatten Identity Shape Size Constant Dropout".split(" "));
const pickers = new Set("Gather GatherElements GatherND Slice Compress".split(" "));
function costOf(inference) {
	const nodes = inference.scopes.flatMap((scope, index) => nodeCosts(scope, index > 0));
	const own = nodes.filter((node) => !node.nested);
	const unknown = {};
	for (const { operator, flops } of own) if (flops === void 0) setOwn(unknown, operator, (ownValue(unknown, operator) ?? 0) + 1);
	const flops = own.flatMap((node) => node.flops ?? []);
	const bytes = own.flatMap((node) => node.bytes ?? []);
	return {
		nodes,
		total: {
			nodes: own.length,
			flops: sum(flops),
			flopsKnown: flops.length,
			bytes: sum(bytes),
			bytesKnown: bytes.length
		},
		unknown
	};
}
function nodeCosts({ scope, types }, nested) {
	return scope.nodes.flatMap((node, index) => {
		if (node.opType === "Constant") return [];
		const sizes = (names) => names.map((name) => sizesOf(types.get(name)));
		const call = {
			node,
			inputs: sizes(node.input),
			outputs: sizes(node.output)
		};
		return [{
			where: nodePath(scope, node, index),
			operator: operatorOf(node),
			flops: flopsOf(call),
			bytes: bytesOf(node, types),
			nested
		}];
	});
}
function flopsOf(call) {
	if (subgraphsOf(call.node).length > 0) return void 0;
	return isKnownDomain(call.node) ? rules.get(call.node.opType)?.(call) : void 0;
}
function isKnownDomain({ domain }) {
	return [
		"",
		"ai.onnx",
		"com.microsoft"
	].includes(domain);
}
function bytesOf(node, types) {
	if (subgraphsOf(node).length > 0) return void 0;
	if (views.has(node.opType)) return 0;
	const written = node.output.filter((name) => name !== "").map((name) => sizeInBytes(types.get(name)));
	const given = pickers.has(node.opType) ? node.input.slice(1) : node.input;
	const picked = pickers.has(node.opType) ? written.slice(0, 1) : [];
	const read = [...new Set(given)].filter((name) => name !== "").map((name) => sizeInBytes(types.get(name)));
	const all = [
		...written,
		...picked,
		...read
	];
	return all.every((size) => size !== void 0) ? sum(all) : void 0;
}
function sizesOf(type) {
	if (type?.kind !== "tensor") return void 0;
	return type.dims?.every((dim) => typeof dim === "number") ? type.dims : void 0;
}
function sizeInBytes(type) {
	const sizes = sizesOf(type);
	const bits = type?.kind === "tensor" ? elementType(type.element)?.bits : void 0;
	return sizes === void 0 || bits === void 0 ? void 0 : Math.ceil(count(sizes) * bits / 8);
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
const devices = [
	{
		name: "a100",
		peak: 195e11,
		bandwidth: 2039e9,
		source: "NVIDIA A100 80 GB SXM datasheet"
	},
	{
		name: "h100",
		peak: 67e12,
		bandwidth: 335e10,
		source: "NVIDIA H100 SXM datasheet"
	},
	{
		name: "l4",
		peak: 303e11,
		bandwidth: 3e11,
		source: "NVIDIA L4 datasheet"
	},
	{
		name: "t4",
		peak: 81e11,
		bandwidth: 3e11,
		source: "NVIDIA T4 datasheet"
	},
	{
		name: "m1-gpu",
		peak: 26e11,
		bandwidth: 6825e7,
		source: "Apple M1: 2.6 teraflops, LPDDR4X-4266 of 128 bits"
	},
	{
		name: "raspberry-pi-5",
		peak: 1536e8,
		bandwidth: 171e8,
		source: "4 Cortex-A76 of 2.4 GHz with two multiply\u2013adds of 128 bits a cycle; LPDDR4X-4267 of 32 bits"
	}
];
function rooflineOf(cost, device) {
	const nodes = cost.nodes.filter((node) => !node.nested).flatMap((node) => boundOf(node, device));
	return {
		device,
		ridge: device.peak / device.bandwidth,
		nodes,
		ms: nodes.reduce((sum, { ms }) => sum + ms, 0),
		arithmeticMs: 1e3 * cost.total.flops / device.peak
	};
}
function boundOf({ where, operator, flops, bytes }, { peak, bandwidth }) {
	if (flops === void 0 || bytes === void 0 || bytes === 0) return [];
	const [compute, memory] = [flops / peak, bytes / bandwidth];
	const bound = compute > memory ? "compute" : "memory";
	return [{
		where,
		operator,
		intensity: flops / bytes,
		bound,
		ms: 1e3 * Math.max(compute, memory)
	}];
}
function sizesOfModel(model) {
	const constants = constantsOf(model);
	const operators = new Map();
	for (const { consumer, size } of constants) {
		const known = operators.get(consumer) ?? {
			operator: consumer,
			bytes: 0,
			tensors: 0
		};
		operators.set(consumer, {
			...known,
			bytes: known.bytes + size.bytes,
			tensors: known.tensors + 1
		});
	}
	return {
		tensors: constants.map(({ size }) => size).sort((one, two) => two.bytes - one.bytes),
		operators: [...operators.values()].sort((one, two) => two.bytes - one.bytes),
		duplicates: duplicates(constants)
	};
}
function constantsOf(model) {
	const consumers = new Map(scopesOf(model).map((scope) => [scope, consumersIn(scope)]));
	return weightsOf(model).map(({ name, value, scope, tensor }) => ({
		tensor,
		size: sizeOfTensor(name, tensor),
		consumer: consumers.get(scope)?.get(value) ?? "taken by none of its graph"
	}));
}
function consumersIn({ nodes }) {
	const consumers = new Map();
	for (const node of nodes) for (const name of node.input) if (!consumers.has(name)) consumers.set(name, operatorOf(node));
	return consumers;
}
function sizeOfTensor(name, { dims, dataType, stringData }) {
	const type = elementType(dataType);
	const texts = stringData.reduce((sum, { length }) => sum + length, 0);
	const bytes = type?.bits === void 0 ? texts : Math.ceil(sizeOf(dims) * type.bits / 8);
	return {
		name,
		type: type?.name ?? "unknown",
		dims,
		bytes
	};
}
const leastBytes = 1e3;
const glimpseBytes = 4096;
function duplicates(constants) {
	return sharing(sharing(sharing([constants.flatMap(({ tensor, size }) => {
		const raw = size.bytes >= leastBytes ? rangeOf(tensor, "rawData") : void 0;
		return raw === void 0 ? [] : [{
			size,
			raw
		}];
	})], ({ size }) => `${size.type}[${size.dims.join()}]`), ({ raw }) => sha256(raw.source.read(raw.start, Math.min(raw.end, raw.start + glimpseBytes)))), ({ raw }) => sha256Of(piecesOf(raw))).map((group) => ({
		names: group.map(({ size }) => size.name),
		savedBytes: (group.length - 1) * (group[0]?.size.bytes ?? 0)
	})).sort((one, two) => two.savedBytes - one.savedBytes);
}
function sharing(groups, keyOf) {
	return groups.flatMap((group) => {
		const parts = new Map();
		for (const member of group) {
			const key = keyOf(member);
			if (parts.get(key)?.push(member) === void 0) parts.set(key, [member]);
		}
		return [...parts.values()].filter(({ length }) => length > 1);
	});
}
export { costOf, devices, rooflineOf, sizesOfModel };
