import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  shapeOf,
  summaryLines
} from "./chunk-4GK6ZZHY.js";
import {
  wholeModel
} from "./chunk-QERPFFYF.js";
import {
  inferTypes
} from "./chunk-2MUBADGG.js";
import {
  placeModel
} from "./chunk-NBMYCN3Y.js";
import "./chunk-MAF54J44.js";
import {
  measureError
} from "./chunk-XB7MMGHV.js";
import {
  summarize
} from "./chunk-LKELK36L.js";
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  failureOf
} from "./chunk-XIIXQCH5.js";
import {
  table
} from "./chunk-STULN7PS.js";
import "./chunk-YLML3NYY.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";
import {
  constantOf,
  nodePath,
  operatorOf,
  scopesOf
} from "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import "./chunk-OURY2R3Y.js";
import {
  elementType,
  subgraphsOf
} from "./chunk-WODW6QLJ.js";
import {
  findProvider
} from "./chunk-6CN4LEXX.js";
import "./chunk-OTSDDIBK.js";
import {
  sizeOf
} from "./chunk-5W2HGUAS.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-FZVAZGKR.js";
import {
  clip,
  terminalText
} from "./chunk-RP7UHRVK.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-GSDF2R77.js";
import {
  sha256
} from "./chunk-XBNBSL6G.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/entry/cli/inspect.ts
import path from "node:path";

// src/onnx/cost/call.ts
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

// src/onnx/cost/products.ts
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
  const sizes = /* @__PURE__ */ new Map();
  for (const [operand, term] of terms.entries()) {
    const dims = call.inputs[operand];
    if (dims?.length !== term.length) return void 0;
    for (const [axis, letter] of [...term].entries())
      sizes.set(letter, Math.max(sizes.get(letter) ?? 1, dims[axis]));
  }
  return count([...sizes.values()]) * Math.max(1, terms.length);
}
function attention({ inputs }) {
  const [q, k, v] = inputs;
  if (q?.length !== 4 || k?.length !== 4 || v?.length !== 4) return void 0;
  const scores = count(q.slice(0, 3)) * k[2];
  return scores * (2 * q[3] + 2 * v[3] + 16);
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

// src/onnx/cost/rules.ts
var weight = { basic: 1, divide: 4, exponential: 8 };
var logistic = weight.exponential + weight.basic + weight.divide;
var each = (flops) => {
  return ({ outputs: [y] }) => y === void 0 ? void 0 : flops * count(y);
};
var eachTaken = (flops) => {
  return ({ inputs: [x] }) => x === void 0 ? void 0 : flops * count(x);
};
var pool = (call) => {
  const [kernel, y] = [integers(call, "kernel_shape"), call.outputs[0]];
  return kernel === void 0 || y === void 0 ? void 0 : count(y) * count(kernel);
};
var join = ({ inputs, outputs: [y] }) => y === void 0 ? void 0 : (inputs.length - 1) * count(y);
var resize = (call) => {
  const mode = text(call, "mode") ?? "nearest";
  if (mode === "nearest") return 0;
  return mode === "linear" && call.inputs[0]?.length === 4 ? each(9)(call) : void 0;
};
var nothing = () => 0;
var named = (names, rule) => names.split(" ").map((name) => [name, rule]);
var rules = new Map([
  ...named("Conv FusedConv", conv),
  ...named("ConvInteger", ({ node, inputs, outputs }) => conv({ node, inputs: inputs.slice(0, 2), outputs })),
  ...named(
    "QLinearConv",
    ({ node, inputs, outputs }) => conv({ node, inputs: [inputs[0], inputs[3], inputs[8]], outputs })
  ),
  ...named("ConvTranspose", convTranspose),
  ...named("MatMul MatMulInteger MatMulNBits FusedMatMul QLinearMatMul", matMul),
  ...named("Gemm FusedGemm", gemm),
  ...named("Einsum", einsum),
  ...named("Attention", attention),
  ...named("RNN", recurrent(1)),
  ...named("GRU", recurrent(3)),
  ...named("LSTM DynamicQuantizeLSTM", recurrent(4)),
  ...named("MaxPool AveragePool LpPool", pool),
  ...named(
    "GlobalAveragePool GlobalMaxPool ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1",
    eachTaken(1)
  ),
  ...named("ArgMax ArgMin CumSum CumProd", eachTaken(1)),
  ...named("ReduceL2 ReduceSumSquare GlobalLpPool", eachTaken(2)),
  ...named("ReduceLogSum", eachTaken(1)),
  ...named("ReduceLogSumExp", eachTaken(weight.exponential + 1)),
  // Largest, difference, exponential, sum, quotient.
  ...named("Softmax", each(3 + weight.exponential + weight.divide)),
  // Largest, difference, exponential, sum, and the logarithm of the sum taken off.
  ...named("LogSoftmax", each(4 + weight.exponential)),
  // Scale and shift, folded into one factor and one summand a channel.
  ...named("BatchNormalization", eachTaken(2)),
  // Sum; difference, square, sum; times the root's inverse; scale and shift.
  ...named("LayerNormalization InstanceNormalization GroupNormalization MeanVarianceNormalization", eachTaken(7)),
  ...named("SkipLayerNormalization", eachTaken(8)),
  // Square, sum; times the root's inverse; scale.
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
  // x · (1 + erf(x / √2)) / 2, with constants as factors.
  ...named("Gelu FastGelu", each(weight.exponential + 4)),
  // Scale, round, shift, clip on both sides.
  ...named("QuantizeLinear", each(5)),
  ...named("DynamicQuantizeLinear", eachTaken(7)),
  ...named("DequantizeLinear", each(2)),
  ...named("Resize Upsample", resize),
  ...named("Reshape Squeeze Unsqueeze Flatten Identity Shape Size Constant ConstantOfShape Dropout", nothing),
  ...named(
    "Transpose Concat Split Slice Gather GatherElements GatherND Scatter ScatterElements ScatterND Pad",
    nothing
  ),
  ...named("Expand Tile Cast CastLike Where DepthToSpace SpaceToDepth Range EyeLike OneHot NonZero Trilu", nothing),
  ...named("Compress ReverseSequence RandomNormalLike RandomUniformLike CenterCropPad", nothing)
]);
var views = new Set(
  "Reshape Squeeze Unsqueeze Flatten Identity Shape Size Constant Dropout".split(" ")
);
var pickers = new Set("Gather GatherElements GatherND Slice Compress".split(" "));

// src/onnx/cost/index.ts
function costOf(inference) {
  const nodes = inference.scopes.flatMap((scope, index) => nodeCosts(scope, index > 0));
  const own = nodes.filter((node) => !node.nested);
  const unknown = {};
  for (const { operator, flops: flops2 } of own) if (flops2 === void 0) unknown[operator] = (unknown[operator] ?? 0) + 1;
  const flops = own.flatMap((node) => node.flops ?? []);
  const bytes = own.flatMap((node) => node.bytes ?? []);
  const total = {
    nodes: own.length,
    flops: sum(flops),
    flopsKnown: flops.length,
    bytes: sum(bytes),
    bytesKnown: bytes.length
  };
  return { nodes, total, unknown };
}
function nodeCosts({ scope, types }, nested) {
  return scope.nodes.flatMap((node, index) => {
    if (node.opType === "Constant") return [];
    const sizes = (names) => names.map((name) => sizesOf(types.get(name)));
    const call = { node, inputs: sizes(node.input), outputs: sizes(node.output) };
    const where = nodePath(scope, node, index);
    return [{ where, operator: operatorOf(node), flops: flopsOf(call), bytes: bytesOf(node, types), nested }];
  });
}
function flopsOf(call) {
  if (subgraphsOf(call.node).length > 0) return void 0;
  return isKnownDomain(call.node) ? rules.get(call.node.opType)?.(call) : void 0;
}
function isKnownDomain({ domain }) {
  return ["", "ai.onnx", "com.microsoft"].includes(domain);
}
function bytesOf(node, types) {
  if (subgraphsOf(node).length > 0) return void 0;
  if (views.has(node.opType)) return 0;
  const written = node.output.filter((name) => name !== "").map((name) => sizeInBytes(types.get(name)));
  const given = pickers.has(node.opType) ? node.input.slice(1) : node.input;
  const picked = pickers.has(node.opType) ? written.slice(0, 1) : [];
  const read = [...new Set(given)].filter((name) => name !== "").map((name) => sizeInBytes(types.get(name)));
  const all = [...written, ...picked, ...read];
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

// src/onnx/cost/roofline.ts
var devices = [
  { name: "a100", peak: 195e11, bandwidth: 2039e9, source: "NVIDIA A100 80 GB SXM datasheet" },
  { name: "h100", peak: 67e12, bandwidth: 335e10, source: "NVIDIA H100 SXM datasheet" },
  { name: "l4", peak: 303e11, bandwidth: 3e11, source: "NVIDIA L4 datasheet" },
  { name: "t4", peak: 81e11, bandwidth: 3e11, source: "NVIDIA T4 datasheet" },
  { name: "m1-gpu", peak: 26e11, bandwidth: 6825e7, source: "Apple M1: 2.6 teraflops, LPDDR4X-4266 of 128 bits" },
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
    ms: nodes.reduce((sum2, { ms }) => sum2 + ms, 0),
    arithmeticMs: 1e3 * cost.total.flops / device.peak
  };
}
function boundOf({ where, operator, flops, bytes }, { peak, bandwidth }) {
  if (flops === void 0 || bytes === void 0 || bytes === 0) return [];
  const [compute, memory] = [flops / peak, bytes / bandwidth];
  const bound = compute > memory ? "compute" : "memory";
  return [{ where, operator, intensity: flops / bytes, bound, ms: 1e3 * Math.max(compute, memory) }];
}

// src/onnx/cost/sizes.ts
function sizesOfModel(model) {
  const constants = constantsOf(model);
  const operators = /* @__PURE__ */ new Map();
  for (const { consumer, size } of constants) {
    const known = operators.get(consumer) ?? { operator: consumer, bytes: 0, tensors: 0 };
    operators.set(consumer, { ...known, bytes: known.bytes + size.bytes, tensors: known.tensors + 1 });
  }
  return {
    tensors: constants.map(({ size }) => size).sort((one, two) => two.bytes - one.bytes),
    operators: [...operators.values()].sort((one, two) => two.bytes - one.bytes),
    duplicates: duplicates(constants)
  };
}
function constantsOf(model) {
  return scopesOf(model).flatMap(({ path: path2, graph, nodes }) => {
    const consumers = /* @__PURE__ */ new Map();
    for (const node of nodes) {
      for (const name of node.input) if (!consumers.has(name)) consumers.set(name, operatorOf(node));
    }
    const constant = (name, tensor) => ({
      tensor,
      size: sizeOfTensor(path2 === "graph" ? name : `${path2}/${name}`, tensor),
      consumer: consumers.get(name) ?? "taken by none of its graph"
    });
    return [
      ...(graph?.initializer ?? []).map((tensor) => constant(tensor.name, tensor)),
      ...nodes.flatMap((node) => {
        const tensor = constantOf(node);
        return tensor === void 0 ? [] : [constant(node.output[0] ?? "", tensor)];
      })
    ];
  });
}
function sizeOfTensor(name, { dims, dataType, stringData }) {
  const type = elementType(dataType);
  const texts = stringData.reduce((sum2, { length }) => sum2 + length, 0);
  const bytes = type?.bits === void 0 ? texts : Math.ceil(sizeOf(dims) * type.bits / 8);
  return { name, type: type?.name ?? "unknown", dims, bytes };
}
var leastBytes = 1e3;
function duplicates(constants) {
  const large = constants.filter(({ tensor, size }) => size.bytes >= leastBytes && tensor.rawData !== void 0);
  const shapeOf2 = ({ size }) => `${size.type}[${size.dims.join()}]`;
  const counts = /* @__PURE__ */ new Map();
  for (const each2 of large) counts.set(shapeOf2(each2), (counts.get(shapeOf2(each2)) ?? 0) + 1);
  const groups = /* @__PURE__ */ new Map();
  for (const each2 of large.filter((one) => (counts.get(shapeOf2(one)) ?? 0) > 1)) {
    const key = `${shapeOf2(each2)} ${sha256(each2.tensor.rawData)}`;
    groups.set(key, [...groups.get(key) ?? [], each2]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => ({
    names: group.map(({ size }) => size.name),
    savedBytes: (group.length - 1) * (group[0]?.size.bytes ?? 0)
  })).sort((one, two) => two.savedBytes - one.savedBytes);
}

// src/entry/cli/device.ts
var prefixes = { "": 1, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };
function deviceOf(given) {
  const known = devices.find((device2) => device2.name === given);
  if (known !== void 0) return known;
  const [, peak, tera = "", bandwidth, giga = ""] = /^peak=(\d+(?:\.\d+)?)\s*([MGTP]?)FLOPS,\s*bandwidth=(\d+(?:\.\d+)?)\s*([MGTP]?)B\/s$/.exec(given.trim()) ?? [];
  const device = {
    name: "custom",
    peak: Number(peak) * (prefixes[tera] ?? 1),
    bandwidth: Number(bandwidth) * (prefixes[giga] ?? 1),
    source: "as given"
  };
  if (device.peak > 0 && device.bandwidth > 0) return device;
  const names = devices.map(({ name }) => name).join(", ");
  throw entryError("argument-wrong", {
    argument: `--device ${given}`,
    expected: `${names}, or peak=2.0TFLOPS,bandwidth=50GB/s`
  });
}

// src/entry/cli/inspect-text.ts
function inspectionLines(inspected, file, view) {
  const sections = [sizeLines(inspected, view), costLines(inspected, view), rooflineLines(inspected, view)];
  const lines = [
    ...sections.flat(),
    ...(inspected.placements ?? []).flatMap((placed) => placementLines(placed, view)),
    ""
  ];
  return `${summaryLines(inspected, file)}${lines.join("\n")}`;
}
function sizeLines({ sizes: { tensors, operators, duplicates: duplicates2 } }, view) {
  if (tensors.length === 0) return [];
  const saved = duplicates2.reduce((sum2, { savedBytes }) => sum2 + savedBytes, 0);
  const twice = `  ${duplicates2.length} groups of tensors have the same content: keeping each once saves ${unit(saved, "B")}`;
  return [
    "",
    "Size",
    ...tableOf(
      ["largest tensors", "type", "bytes"],
      tensors.map(({ name, type, dims, bytes }) => [name, `${type}[${dims.join(", ")}]`, unit(bytes, "B")]),
      view
    ),
    ...tableOf(
      ["taken by", "tensors", "bytes"],
      operators.map((one) => [one.operator, String(one.tensors), unit(one.bytes, "B")]),
      view
    ),
    ...saved === 0 ? [] : [twice]
  ];
}
function costLines({ cost: { total, nodes, unknown } }, view) {
  const known = nodes.filter(({ nested: nested2, flops }) => !nested2 && flops !== void 0 && flops > 0);
  const largest = known.toSorted((one, two) => (two.flops ?? 0) - (one.flops ?? 0));
  const rows = largest.map(({ where, operator, flops = 0, bytes }) => [
    where.replace(/^graph\/node /, ""),
    operator,
    unit(flops, "FLOP"),
    bytes === void 0 ? "not known" : unit(bytes, "B"),
    bytes === void 0 || bytes === 0 ? "" : (flops / bytes).toPrecision(3)
  ]);
  const nested = nodes.filter((node) => node.nested).length;
  const left = Object.entries(unknown).map(([operator, count2]) => `${operator} \xD7 ${count2}`);
  return [
    "",
    `Cost of one run: ${unit(total.flops, "FLOP")} (known for ${total.flopsKnown} of ${total.nodes} nodes), ${unit(total.bytes, "B")} moved (${total.bytesKnown} of ${total.nodes})`,
    ...left.length === 0 ? [] : [line(`FLOPs not known: ${left.slice(0, view.top).join(", ")}${left.length > view.top ? ", \u2026" : ""}`)],
    ...nested === 0 ? [] : [
      `  ${nested} nodes in branches, loops and functions are in --json for one execution each; how often they run is not known`
    ],
    ...tableOf(["most FLOPs", "operator", "FLOPs", "bytes", "FLOP/B"], rows, view)
  ];
}
function rooflineLines({ roofline }, view) {
  if (roofline === void 0) return [];
  const { device, ridge, nodes, ms, arithmeticMs } = roofline;
  if (nodes.length === 0) return ["", `Roofline of ${device.name}: FLOPs and bytes are known of no node`];
  const rows = nodes.toSorted((one, two) => two.ms - one.ms).map((node) => [
    node.where.replace(/^graph\/node /, ""),
    node.operator,
    node.intensity.toPrecision(3),
    node.bound,
    time(node.ms)
  ]);
  return [
    "",
    `Roofline of ${device.name}: ${unit(device.peak, "FLOP/s")}, ${unit(device.bandwidth, "B/s")} (${device.source}); ridge at ${ridge.toPrecision(3)} FLOP/B`,
    `  at least ${time(ms)} node by node, ${time(arithmeticMs)} of arithmetic whatever is fused: bounds of the ${nodes.length} nodes that are known, not predictions`,
    ...tableOf(["slowest", "operator", "FLOP/B", "bound", "at least"], rows, view)
  ];
}
function placementLines({ provider, nodes = {}, elsewhere = [], absent }, { top }) {
  if (absent !== void 0) return ["", line(`Provider ${provider}: ${absent}`, "")];
  const counts = Object.entries(nodes).map(([name, list]) => `${name} ${list.length}`);
  const fell = elsewhere.slice(0, top).map((node) => line(`- ${node}`));
  return [
    "",
    line(`Provider ${provider} (measured, after the runtime's optimisations): ${counts.join(", ")} nodes`, ""),
    ...elsewhere.length === 0 ? [] : [`  ${elsewhere.length} nodes ran elsewhere:`, ...fell, ...rest(elsewhere.length, top)]
  ];
}
function tableOf(titles, rows, { top, width }) {
  if (rows.length === 0) return [];
  const columns = titles.map((title, index) => ({ title, align: index === 0 ? "left" : "right" }));
  const cells = rows.slice(0, top).map((row) => row.map((cell) => ({ text: clip(terminalText(cell), 60) })));
  const lines = table(columns, cells, { width: width - 2, heading: (text2) => text2 });
  return [...lines.map((text2) => `  ${text2}`), ...rest(rows.length, top)];
}
function rest(length, top) {
  return length > top ? [`  and ${length - top} more`] : [];
}
function line(text2, indent = "  ") {
  return `${indent}${clip(terminalText(text2), 240)}`;
}
var prefixes2 = ["", "k", "M", "G", "T", "P"];
function unit(value, name) {
  const step = value < 1e3 ? 0 : Math.min(prefixes2.length - 1, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1e3 ** step;
  return `${step === 0 ? Math.round(scaled * 100) / 100 : scaled.toPrecision(3)} ${prefixes2[step]}${name}`;
}
function time(ms) {
  return ms < 1 ? `${(ms * 1e3).toPrecision(3)} \xB5s` : `${ms.toPrecision(3)} ms`;
}

// src/entry/cli/inspect.ts
async function inspectCommand(entry, model, options) {
  const shapes = new Map(options.shape.map(shapeOf));
  const device = options.device === void 0 ? void 0 : deviceOf(options.device);
  const providers = (options.provider?.split(",") ?? []).map((name) => findProvider(name.trim()).name);
  const top = topOf(options.top);
  const file = path.resolve(entry.world.cwd, model);
  if (await entry.world.files.size(file) === void 0)
    throw pipelineError("model-missing", { role: "candidate", path: file });
  const { model: read, bytes } = await wholeModel(file, entry.world.files);
  const cost = costOf(inferTypes(read, { shapes: knownInputs(shapes, read.graph?.input ?? []) }));
  const placements = [];
  for (const provider of providers) placements.push(await placedOn(entry, file, provider, Object.fromEntries(shapes)));
  const inspected = {
    ...summarize(read, bytes),
    sizes: sizesOfModel(read),
    cost,
    ...device === void 0 ? {} : { roofline: rooflineOf(cost, device) },
    ...providers.length === 0 ? {} : { placements }
  };
  entry.out(
    options.json ? `${JSON.stringify(inspected, null, 2)}
` : inspectionLines(inspected, model, { top, width: entry.width })
  );
  return exitCodes.pass;
}
function topOf(text2) {
  if (/^[1-9]\d*$/.test(text2)) return Number(text2);
  throw entryError("argument-wrong", { argument: `--top ${text2}`, expected: "a whole number from 1 on" });
}
function knownInputs(shapes, inputs) {
  const names = inputs.map(({ name }) => name);
  const stranger = [...shapes.keys()].find((name) => !names.includes(name));
  if (stranger !== void 0) throw measureError("shape-unknown-input", { input: stranger, inputs: names });
  return shapes;
}
async function placedOn(entry, file, provider, shapes) {
  try {
    const placement = await placeModel(file, provider, shapes, { world: entry.world, signal: entry.signal });
    if (placement === void 0) return { provider, absent: "its runtime keeps no profile" };
    return { provider, nodes: placement.nodes, elsewhere: placement.elsewhere };
  } catch (thrown) {
    const { problems } = failureOf(thrown);
    if (entry.signal.aborted || !problems.every(isUsers)) throw thrown;
    return { provider, absent: problems.map(({ message }) => message).join(" ") };
  }
}
function isUsers({ code }) {
  return code.startsWith("provider-") || code.startsWith("model-") || code === "input-unsupported";
}
export {
  inspectCommand
};
