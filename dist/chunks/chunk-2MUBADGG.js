import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  functionScope,
  graphScope,
  mainScope,
  nodePath,
  opsetOf,
  standardDomain,
  valuesOf
} from "./chunk-D3UMHPRW.js";
import {
  elementType,
  elementTypes,
  none
} from "./chunk-WODW6QLJ.js";

// src/onnx/infer/dims.ts
function tensorOf(element, dims) {
  return { kind: "tensor", element, dims };
}
function unknownDims(rank) {
  return new Array(rank).fill(void 0);
}
var mostDims = 64;
function ranked(rank) {
  const possible = typeof rank === "number" && Number.isInteger(rank) && rank >= 0 && rank <= mostDims;
  return possible ? unknownDims(rank) : void 0;
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
function either(one, other) {
  return one === other ? one : void 0;
}
function broadcastDim(one, other) {
  if (one === 1) return other;
  if (other === 1 || one === other) return one;
  if (typeof one === "number") return typeof other === "number" ? null : one;
  return typeof other === "number" ? other : void 0;
}
function broadcast(shapes2) {
  let result = [];
  for (const dims of shapes2) {
    if (dims === void 0) return void 0;
    const rank = Math.max(result.length, dims.length);
    const next = [];
    for (let axis = 1; axis <= rank; axis++) {
      const dim = broadcastDim(
        axis <= result.length ? result[result.length - axis] : 1,
        axis <= dims.length ? dims[dims.length - axis] : 1
      );
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
    const value2 = mergedType(one.value, other.value);
    const key = mergedElement(one.key, other.key);
    return value2 === null || key === null ? null : { kind: "map", key, value: value2 };
  }
  if ("of" in one && "of" in other && one.kind === other.kind) {
    const of = mergedType(one.of, other.of);
    return of === null ? null : { kind: one.kind, of };
  }
  return null;
}
function mergedTensor(one, other) {
  const element = mergedElement(one.element, other.element);
  if (element === null || one.kind !== other.kind) return null;
  if (one.dims === void 0 || other.dims === void 0) return { ...one, element, dims: one.dims ?? other.dims };
  const [left, right] = [one.dims, other.dims];
  if (left.length !== right.length || left.some((dim, axis) => contradict(dim, right[axis]))) return null;
  return { ...one, element, dims: left.map((dim, axis) => merged(dim, right[axis])) };
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
    const dims = left?.length === right?.length ? left?.map((dim, axis) => either(dim, right?.[axis])) : void 0;
    return { kind: one.kind, element, dims };
  }
  if ("of" in one && "of" in other && one.kind === other.kind)
    return { kind: one.kind, of: eitherType(one.of, other.of) };
  return one.kind === other.kind ? one : void 0;
}
function sameType(one, other) {
  return JSON.stringify(one, nulls) === JSON.stringify(other, nulls);
}
function nulls(_key, value2) {
  return value2 === void 0 ? null : value2;
}
function shapeText(dims) {
  return dims === void 0 ? "[...]" : `[${dims.map((dim) => dim ?? "?").join(", ")}]`;
}

// src/onnx/graph/build.ts
var attributeTypes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8
};
function buildModel(parts) {
  return {
    irVersion: parts.irVersion ?? 8,
    producerName: parts.producer ?? "airworthy",
    producerVersion: parts.producerVersion ?? "",
    domain: "",
    docString: "",
    graph: parts.graph,
    opsetImport: Object.entries({ "": parts.opset, ...parts.domains }).map(([domain, version]) => ({
      domain,
      version
    })),
    metadataProps: entries(parts.metadata ?? {}),
    functions: none
  };
}
function buildGraph(parts) {
  return {
    node: parts.nodes,
    name: parts.name ?? "graph",
    initializer: parts.weights ?? none,
    docString: "",
    input: parts.inputs,
    output: parts.outputs,
    valueInfo: none,
    quantizationAnnotation: none,
    sparseInitializer: none,
    metadataProps: none
  };
}
function value(name, type, dims) {
  const shape2 = dims === void 0 ? {} : { shape: { dim: dims.map(dimension) } };
  const tensorType = { elemType: codeOf(type), ...shape2 };
  return { name, type: { tensorType, denotation: "" }, docString: "", metadataProps: none };
}
function dimension(dim) {
  return typeof dim === "number" ? { dimValue: dim, dimParam: "", denotation: "" } : { dimParam: dim, denotation: "" };
}
function codeOf(type) {
  return elementTypes.find((row) => row.name === type)?.code;
}
function entries(record) {
  return Object.entries(record).map(([key, text]) => ({ key, value: text }));
}

// src/onnx/infer/node.ts
var mostKnown = 1024;
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
  /** Version of the node's domain that the model imports; 0 when it imports none. */
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
  /** Undefined where not even the rank is known. */
  dims(index) {
    return this.tensor(index)?.dims;
  }
  element(index) {
    return this.tensor(index)?.element;
  }
  rank(index) {
    return this.dims(index)?.length;
  }
  /** Whole numbers that an input is known to hold. */
  known(index) {
    return this.has(index) ? this.#around.known(this.node.input[index]) : void 0;
  }
  /** Whole numbers that an input holds, every one of them a number. */
  integers(index) {
    const values = this.known(index)?.values;
    return values?.every((value2) => typeof value2 === "number") === true ? values : void 0;
  }
  /** The numbers of an input that is a constant, of any type; undefined for other inputs and for large ones. */
  numbers(index) {
    const tensor = this.has(index) ? this.#around.constant(this.node.input[index]) : void 0;
    return tensor === void 0 ? void 0 : smallNumbers(tensor);
  }
  attribute(name) {
    const found = this.node.attribute.find((attribute) => attribute.name === name);
    return found === void 0 || found.refAttrName === "" ? found : this.#around.bound.get(found.refAttrName);
  }
  int(name) {
    const value2 = this.attribute(name)?.i;
    return value2 === void 0 ? void 0 : Number(value2);
  }
  /** True for an attribute that is an integer other than 0. */
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
  /** Types of the outputs of a nested graph of the node, for types of its inputs. */
  run(name, inputs) {
    const graph = this.attribute(name)?.g;
    return graph === void 0 ? void 0 : this.#around.run(graph, name, inputs);
  }
  /** An axis that may count from the end, as one that counts from the start. Throws a Misfit when there is no such axis. */
  axis(axis, rank) {
    if (axis < -rank || axis >= rank)
      throw new Misfit("value", `Its axis ${axis} is not one of the ${rank} dimensions of its input.`);
    return axis < 0 ? axis + rank : axis;
  }
  /** Throws a Misfit unless the rank of an input is known to be right, or is unknown. */
  wantRank(index, wanted) {
    const rank = this.rank(index);
    const [least, most] = typeof wanted === "number" ? [wanted, wanted] : wanted;
    if (rank === void 0 || rank >= least && rank <= most) return;
    const words = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
    throw new Misfit("shape", `Its input ${index} has ${rank} dimensions where ${words} are needed.`);
  }
};
function smallNumbers(tensor) {
  const size = tensor.dims.reduce((size2, dim) => size2 * dim, 1);
  const floating = [1, 10, 11, 16].includes(tensor.dataType ?? 0);
  if (size > (floating ? 64 : mostKnown)) return void 0;
  const values = valuesOf(tensor);
  return values === void 0 ? void 0 : Array.from(values, Number);
}

// src/onnx/infer/proto.ts
var none2 = /* @__PURE__ */ new Map();
function fromProto(type, symbols = none2) {
  const tensor = type?.tensorType ?? type?.sparseTensorType;
  if (tensor !== void 0) {
    const kind = type?.tensorType === void 0 ? "sparse" : "tensor";
    const element = tensor.elemType === 0 ? void 0 : tensor.elemType;
    return { kind, element, dims: tensor.shape?.dim.map((dim) => dimOf(dim, symbols)) };
  }
  if (type?.sequenceType !== void 0) return { kind: "sequence", of: fromProto(type.sequenceType.elemType, symbols) };
  if (type?.optionalType !== void 0) return { kind: "optional", of: fromProto(type.optionalType.elemType, symbols) };
  if (type?.mapType === void 0) return void 0;
  return { kind: "map", key: type.mapType.keyType, value: fromProto(type.mapType.valueType, symbols) };
}
function dimOf({ dimValue, dimParam }, symbols) {
  if (dimValue !== void 0) return Number.isSafeInteger(dimValue) && dimValue >= 0 ? dimValue : void 0;
  return dimParam === "" ? void 0 : symbols.get(dimParam) ?? dimParam;
}
function ofConstant(tensor) {
  return tensorOf(elementType(tensor.dataType)?.code, sizes(tensor.dims));
}
function ofSparse({ values, dims }) {
  return { kind: "sparse", element: elementType(values?.dataType)?.code, dims: sizes(dims) };
}
function sizes(dims) {
  return dims.map((dim) => Number.isSafeInteger(dim) && dim >= 0 ? dim : void 0);
}

// src/onnx/infer/rules/elementwise.ts
var bool = 9;
var int64 = 7;
var same = (node) => [node.type(0)];
var alike = (node) => [node.tensor(0)];
function likeWith(element) {
  return (node) => [tensorOf(element, node.dims(0))];
}
function broadcastOf(node, indexes) {
  const shapes2 = indexes.map((index) => node.dims(index));
  const dims = broadcast(shapes2);
  if (dims !== null) return dims;
  throw new Misfit("shape", `Its inputs ${shapes2.map(shapeText).join(" and ")} do not broadcast.`);
}
function range(count) {
  return Array.from({ length: count }, (_, index) => index);
}
function commonElement(node, indexes) {
  const elements2 = indexes.map((index) => node.element(index)).filter((element) => element !== void 0);
  if (elements2.some((element) => element !== elements2[0]))
    throw new Misfit("type", "Its inputs have different element types.");
  return elements2[0];
}
function binary(element) {
  return (node) => {
    const common = element(node);
    if (node.opset < 7) return [tensorOf(common, node.dims(0))];
    return [tensorOf(common, broadcastOf(node, [0, 1]))];
  };
}
var arithmetic = binary((node) => commonElement(node, [0, 1]));
var comparison = binary((node) => {
  commonElement(node, [0, 1]);
  return bool;
});
var variadic = (node) => {
  const all = range(node.inputs);
  const element = commonElement(node, all);
  return [tensorOf(element, node.opset < 8 ? node.dims(0) : broadcastOf(node, all))];
};
var where = (node) => [tensorOf(commonElement(node, [1, 2]), broadcastOf(node, [0, 1, 2]))];
var prelu = (node) => {
  const [x, slope] = [node.dims(0), node.dims(1)];
  const stretched2 = node.opset < 7 || slope === void 0 ? x : broadcastOf(node, [0, 1]);
  if (x !== void 0 && slope !== void 0 && node.opset >= 9 && (stretched2?.length ?? 0) > x.length)
    throw new Misfit("shape", `Its slope ${shapeText(slope)} does not fit its input ${shapeText(x)}.`);
  return [tensorOf(commonElement(node, [0, 1]), x)];
};
var axisChecked = (node) => {
  const [rank, axis] = [node.rank(0), node.int("axis")];
  if (rank !== void 0 && axis !== void 0 && !(node.opset < 13 && axis === rank)) node.axis(axis, rank);
  return [node.tensor(0)];
};
var dropout = (node) => {
  const x = node.tensor(0);
  const mask = tensorOf(node.opset < 10 ? x?.element : bool, x?.dims);
  return node.outputs > 1 ? [x, mask] : [x];
};
function castTo(element) {
  return (node) => [tensorOf(element(node), node.dims(0))];
}
function typeOr(name) {
  return (node) => node.int(name) ?? node.element(0);
}
var bitCast = (node) => [tensorOf(node.int("to"), node.dims(0))];
var clip = (node) => {
  if (node.opset >= 11) commonElement(node, [0, 1, 2]);
  return [node.tensor(0)];
};
var unary = "Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Cos Cosh CumProd CumSum Elu Erf Exp Floor Gelu HardSigmoid HardSwish LRN LeakyRelu Log LpNormalization MeanVarianceNormalization Mish Neg Not Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Swish Tan Tanh ThresholdedRelu";
var elementwise = {
  ...Object.fromEntries(unary.split(" ").map((name) => [name, alike])),
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
  IsInf: likeWith(bool),
  IsNaN: likeWith(bool),
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
  Pow: binary((node) => node.element(0)),
  RandomNormalLike: castTo(typeOr("dtype")),
  RandomUniformLike: castTo(typeOr("dtype")),
  RegexFullMatch: likeWith(bool),
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
var oldTypes = {
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

// src/onnx/infer/rules/containers.ts
function sequence(of) {
  return { kind: "sequence", of };
}
function memberOf(node, index) {
  const type = node.type(index);
  if (type === void 0 || type.kind === "sequence") return type?.of;
  throw new Misfit("type", `Its input ${index} is a ${type.kind}, not a sequence.`);
}
var construct = (node) => {
  const members = node.node.input.map((_, index) => node.type(index));
  const [first2, ...rest] = members;
  return [sequence(rest.reduce((one, other) => either2(one, other), first2))];
};
function either2(one, other) {
  if (one !== void 0 && other !== void 0 && "element" in one && "element" in other) {
    if (one.element !== void 0 && other.element !== void 0 && one.element !== other.element)
      throw new Misfit("type", "Its inputs have different element types.");
  }
  return eitherType(one, other);
}
var concatenated = (node) => {
  const member = memberOf(node, 0);
  if (member?.kind !== "tensor" || member.dims === void 0)
    return [tensorOf(member?.kind === "tensor" ? member.element : void 0, void 0)];
  const fresh = node.flag("new_axis");
  const rank = member.dims.length + (fresh ? 1 : 0);
  const axis = node.axis(node.int("axis") ?? 0, rank);
  const dims = [...member.dims];
  dims.splice(axis, fresh ? 0 : 1, void 0);
  return [tensorOf(member.element, dims)];
};
var splitUp = (node) => {
  const x = node.tensor(0);
  if (x?.dims === void 0) return [sequence(tensorOf(x?.element, void 0))];
  const { dims } = x;
  const axis = node.axis(node.int("axis") ?? 0, dims.length);
  const keep = (node.int("keepdims") ?? 1) !== 0;
  if (!node.has(1))
    return [
      sequence(
        tensorOf(
          x.element,
          dims.flatMap((dim, at) => at === axis ? keep ? [1] : [] : [dim])
        )
      )
    ];
  return [
    sequence(
      tensorOf(
        x.element,
        dims.map((dim, at) => at === axis ? part(node, dim) : dim)
      )
    )
  ];
};
function part(node, side) {
  const sizes2 = node.known(1);
  if (sizes2 === void 0) return void 0;
  const [size] = sizes2.values;
  if (!sizes2.scalar) return sizes2.values.every((other) => other === size) ? size : void 0;
  return typeof side === "number" && typeof size === "number" && side % size === 0 ? size : void 0;
}
var mapped = (node) => {
  const inputs = node.node.input.map((_, index) => {
    const type = node.type(index);
    return type?.kind === "sequence" ? type.of : type;
  });
  const outputs = node.run("body", inputs);
  return (outputs ?? []).map(sequence);
};
var optional = (node) => {
  const stated = node.attribute("type")?.tp;
  return [{ kind: "optional", of: node.has(0) ? node.type(0) : fromProto(stated) }];
};
var unwrapped = (node) => {
  const type = node.type(0);
  return [type?.kind === "optional" ? type.of : type];
};
var containers = {
  ConcatFromSequence: concatenated,
  Optional: optional,
  OptionalGetElement: unwrapped,
  OptionalHasElement: () => [tensorOf(bool, [])],
  SequenceAt: (node) => [memberOf(node, 0)],
  SequenceConstruct: construct,
  SequenceEmpty: (node) => [sequence(tensorOf(node.int("dtype") ?? 1, void 0))],
  SequenceErase: (node) => [sequence(memberOf(node, 0))],
  SequenceInsert: (node) => [sequence(either2(memberOf(node, 0), node.type(1)))],
  SequenceLength: () => [tensorOf(int64, [])],
  SequenceMap: mapped,
  SplitToSequence: splitUp
};

// src/onnx/infer/rules/control.ts
var branch = (node) => {
  const [then, otherwise] = [node.run("then_branch", []), node.run("else_branch", [])];
  if (then === void 0 || otherwise === void 0) return [];
  if (then.length !== otherwise.length || then.length !== node.outputs)
    throw new Misfit(
      "value",
      `Its branches give ${then.length} and ${otherwise.length} outputs, the node ${node.outputs}.`
    );
  return then.map((type, index) => joined(type, otherwise[index]));
};
function joined(one, other) {
  if (one !== void 0 && other !== void 0) {
    const differ = one.kind !== other.kind && one.kind !== "optional" && other.kind !== "optional";
    const elements2 = "element" in one && "element" in other && one.element !== void 0 && other.element !== void 0;
    if (differ || elements2 && one.element !== other.element)
      throw new Misfit("type", "Its branches give values of different types.");
  }
  return eitherType(one, other);
}
var deepLoops = 4;
function carriedThrough(node, start, round) {
  const deep = node.loops >= deepLoops;
  let carried = deep ? start.map(looser) : start;
  for (let times = deep ? 2 : 0; ; times++) {
    const last = round(carried);
    const next = carried.map((type, index) => eitherType(type, last[index]) ?? looser(type));
    if (times === 2 || next.every((type, index) => sameType(type, carried[index])))
      return { carried: next.map((type, index) => afterwards(type, last[index])), last };
    carried = next;
  }
}
function afterwards(before, after) {
  if (after === void 0) return looser(before);
  return eitherType(before, after) ?? (before?.kind === after.kind ? looser(before) : after);
}
function looser(type) {
  return type !== void 0 && "element" in type ? { ...type, dims: void 0 } : type;
}
var loop = (node) => {
  const start = node.node.input.slice(2).map((_, index) => node.type(index + 2));
  const { carried, last } = carriedThrough(node, start, (types) => {
    const outputs = node.run("body", [tensorOf(int64, []), tensorOf(bool, []), ...types]) ?? [];
    return outputs.slice(1);
  });
  const scanned = last.slice(start.length).map((type) => stacked(type, void 0, 0));
  return [...carried, ...scanned];
};
function stacked(type, rounds, axis) {
  if (type?.kind !== "tensor") return type === void 0 ? void 0 : tensorOf(void 0, void 0);
  if (type.dims === void 0) return type;
  const dims = [...type.dims];
  dims.splice(axis < 0 ? axis + dims.length + 1 : axis, 0, rounds);
  return { ...type, dims };
}
var scan = (node) => {
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
    return tensorOf(
      type.element,
      type.dims.filter((_, index) => index !== axis && !(batched && index === 0))
    );
  });
  const start = Array.from(
    { length: states },
    (_, at) => batched ? withoutBatch(node.type(from + at)) : node.type(from + at)
  );
  const { carried, last } = carriedThrough(node, start, (types) => node.run("body", [...types, ...slices]) ?? []);
  const batch = batched ? [node.dims(from)?.[0]] : [];
  const outputAxes = node.ints("scan_output_axes");
  return [
    ...carried.map((type) => withBatch(type, batch)),
    ...last.slice(states).map((type, at) => withBatch(stacked(type, rounds, outputAxes?.[at] ?? 0), batch))
  ];
};
function withoutBatch(type) {
  return type?.kind === "tensor" ? tensorOf(type.element, type.dims?.slice(1)) : type;
}
function withBatch(type, batch) {
  if (batch.length === 0 || type?.kind !== "tensor") return type;
  return tensorOf(type.element, type.dims && [...batch, ...type.dims]);
}
var constant = (node) => {
  const dense = node.attribute("value")?.t;
  if (dense !== void 0) return [ofConstant(dense)];
  const sparse = node.attribute("sparse_value")?.sparseTensor;
  if (sparse !== void 0) return [{ ...ofSparse(sparse), kind: "tensor" }];
  const [attribute] = node.node.attribute;
  return [attribute === void 0 ? void 0 : simple(node, attribute.name)];
};
var elements = { float: 1, int: int64, string: 8 };
function simple(node, name) {
  const attribute = node.attribute(name);
  const [, kind = "", many] = /^value_(float|int|string)(s?)$/.exec(name) ?? [];
  if (attribute === void 0 || elements[kind] === void 0) return void 0;
  const list2 = attribute.floats ?? attribute.ints ?? attribute.strings;
  return tensorOf(
    elements[kind],
    many === "" ? [] : [attribute.type === attributeTypes.strings ? attribute.strings.length : list2.length]
  );
}
var constantOfShape = (node) => {
  const element = node.attribute("value")?.t?.dataType ?? 1;
  const sizes2 = node.known(0)?.values;
  if (sizes2?.some((size) => typeof size === "number" && size < 0))
    throw new Misfit("value", "It makes a tensor with a negative size.");
  return [tensorOf(element, sizes2 ?? ranked(node.dims(0)?.[0]))];
};
var control = {
  Constant: constant,
  ConstantOfShape: constantOfShape,
  If: branch,
  Loop: loop,
  Scan: scan
};

// src/onnx/infer/rules/conv.ts
function windowOf(node, kernel) {
  const axes = kernel.length;
  const list2 = (name, count, otherwise) => {
    const values = node.ints(name) ?? new Array(count).fill(otherwise);
    if (values.length !== count)
      throw new Misfit("value", `Its attribute \`${name}\` has ${values.length} numbers where ${count} are needed.`);
    return values;
  };
  const auto = node.text("auto_pad") ?? "NOTSET";
  const strides = list2("strides", axes, 1);
  const dilations = list2("dilations", axes, 1);
  if ([...strides, ...dilations].some((step) => step < 1))
    throw new Misfit("value", "Its strides and dilations must be 1 or more.");
  return {
    kernel,
    strides,
    dilations,
    pads: auto === "NOTSET" ? list2("pads", 2 * axes, 0) : auto === "VALID" ? new Array(2 * axes).fill(0) : void 0,
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
  if (steps < 0)
    throw new Misfit("shape", `Its window of ${extent} is larger than its padded input of ${input + before + after}.`);
  if (!window.ceil) return Math.floor(steps) + 1;
  const last = Math.ceil(steps);
  return last * stride >= input + before ? last : last + 1;
}
function moved(spatial, window) {
  return spatial.map((dim, axis) => positions(dim, axis, window));
}
function kernelOf(node, spatial, weights) {
  const stated = node.ints("kernel_shape");
  const kernel = stated ?? weights?.slice(2) ?? unknownDims(spatial);
  if (kernel.length !== spatial)
    throw new Misfit("shape", `Its window has ${kernel.length} sides where its input has ${spatial}.`);
  return kernel;
}
function convolution(x, w, element) {
  return (node) => {
    node.wantRank(x, [3, Infinity]);
    const type = element(node);
    const [dims, weights] = [node.dims(x), node.dims(w)];
    if (dims === void 0) return [tensorOf(type, void 0)];
    if (weights !== void 0 && weights.length !== dims.length)
      throw new Misfit("shape", `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`);
    const [channels, perGroup, group] = [dims[1], weights?.[1], node.int("group") ?? 1];
    if (typeof channels === "number" && typeof perGroup === "number" && channels !== perGroup * group)
      throw new Misfit("shape", `Its input has ${channels} channels where its weights take ${perGroup * group}.`);
    const spatial = dims.slice(2);
    return [
      tensorOf(type, [
        dims[0],
        weights?.[0],
        ...moved(spatial, windowOf(node, kernelOf(node, spatial.length, weights)))
      ])
    ];
  };
}
var transposed = (node) => {
  const element = commonElement(node, [0, 1]);
  const [dims, weights] = [node.dims(0), node.dims(1)];
  if (dims === void 0 || weights === void 0 || dims.length < 3) return [tensorOf(element, void 0)];
  if (weights.length !== dims.length)
    throw new Misfit("shape", `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`);
  const spatial = dims.slice(2);
  const window = windowOf(node, kernelOf(node, spatial.length, weights));
  const stated = node.ints("output_shape");
  const extra = node.ints("output_padding") ?? [];
  const group = node.int("group") ?? 1;
  const channels = typeof weights[1] === "number" ? weights[1] * group : void 0;
  if (typeof dims[1] === "number" && typeof weights[0] === "number" && dims[1] !== weights[0])
    throw new Misfit("shape", `Its input has ${dims[1]} channels where its weights take ${weights[0]}.`);
  const axes = spatial.length;
  const out = spatial.map((dim, axis) => {
    if (stated !== void 0) return stated[stated.length - axes + axis];
    const [kernel, stride] = [window.kernel[axis], window.strides[axis]];
    if (typeof dim !== "number" || typeof kernel !== "number") return void 0;
    if (window.same) return dim * stride;
    const padding = (window.pads?.[axis] ?? 0) + (window.pads?.[axes + axis] ?? 0);
    return stride * (dim - 1) + (extra[axis] ?? 0) + (kernel - 1) * window.dilations[axis] + 1 - padding;
  });
  return [tensorOf(element, [dims[0], channels, ...out])];
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
var onlyPooled = pool((node, dims) => [tensorOf(node.element(0), dims)]);
var withIndices = pool((node, dims) => [tensorOf(node.element(0), dims), tensorOf(7, dims)].slice(0, node.outputs));
var global = (node) => {
  node.wantRank(0, [2, Infinity]);
  const dims = node.dims(0);
  return [
    tensorOf(
      node.element(0),
      dims?.map((dim, axis) => axis < 2 ? dim : 1)
    )
  ];
};
var unpool = (node) => {
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
var deformable = convolution(0, 1, (node) => commonElement(node, [0, 1, 2]));
var regions = (node) => {
  const shape2 = node.ints("pooled_shape") ?? [];
  return [tensorOf(node.element(0), [node.dims(1)?.[0], node.dims(0)?.[1], ...shape2])];
};
var roiAlign = (node) => {
  node.wantRank(0, 4);
  const sides = [node.int("output_height") ?? 1, node.int("output_width") ?? 1];
  return [tensorOf(node.element(0), [node.dims(1)?.[0] ?? node.dims(2)?.[0], node.dims(0)?.[1], ...sides])];
};
var convolutions = {
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

// src/onnx/infer/rules/index-rules.ts
var gather = (node) => {
  const [x, indices] = [node.tensor(0), node.dims(1)];
  if (x?.dims === void 0 || indices === void 0) {
    const rank = x?.dims === void 0 || indices === void 0 ? void 0 : 0;
    return [tensorOf(x?.element, rank === void 0 ? void 0 : [])];
  }
  if (x.dims.length === 0) throw new Misfit("shape", "It picks from a scalar.");
  const axis = node.axis(node.int("axis") ?? 0, x.dims.length);
  return [tensorOf(x.element, [...x.dims.slice(0, axis), ...indices, ...x.dims.slice(axis + 1)])];
};
var gatherElements = (node) => {
  const [rank, indices] = [node.rank(0), node.rank(1)];
  if (rank !== void 0 && indices !== void 0 && rank !== indices)
    throw new Misfit("shape", `Its indices have ${indices} dimensions where its input has ${rank}.`);
  return [tensorOf(node.element(0), node.dims(1))];
};
var gatherNd = (node) => {
  const [x, indices] = [node.tensor(0), node.dims(1)];
  const batch = node.int("batch_dims") ?? 0;
  const depth = indices?.at(-1);
  if (x?.dims === void 0 || indices === void 0 || typeof depth !== "number")
    return [tensorOf(x?.element, void 0)];
  if (batch + depth > x.dims.length)
    throw new Misfit("shape", `Its indices reach ${batch + depth} deep into ${shapeText(x.dims)}.`);
  return [tensorOf(x.element, [...indices.slice(0, -1), ...x.dims.slice(batch + depth)])];
};
var oneHot = (node) => {
  const indices = node.dims(0);
  const element = node.element(2);
  if (indices === void 0) return [tensorOf(element, void 0)];
  const rank = indices.length + 1;
  const axis = node.axis(node.int("axis") ?? -1, rank);
  const depth = node.known(1)?.values[0] ?? node.numbers(1)?.[0];
  return [tensorOf(element, [...indices.slice(0, axis), depth, ...indices.slice(axis)])];
};
var topK = (node) => {
  const x = node.tensor(0);
  const k = node.opset < 10 ? node.int("k") : node.known(1)?.values[0];
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0), tensorOf(int64, void 0)];
  const axis = node.axis(node.int("axis") ?? -1, x.dims.length);
  const side = x.dims[axis];
  if (typeof k === "number" && typeof side === "number" && (k < 0 || k > side))
    throw new Misfit("value", `It takes the largest ${k} of ${side}.`);
  const dims = x.dims.map((dim, at) => at === axis ? k : dim);
  return [tensorOf(x.element, dims), tensorOf(int64, dims)];
};
var unique = (node) => {
  const x = node.tensor(0);
  const axis = node.int("axis");
  const count = tensorOf(int64, [void 0]);
  const along = axis === void 0 || x?.dims === void 0 ? void 0 : node.axis(axis, x.dims.length);
  const dims = axis === void 0 ? [void 0] : x?.dims?.map((dim, at) => at === along ? void 0 : dim);
  return [tensorOf(x?.element, dims), count, count, count].slice(0, node.outputs);
};
var nonZero = (node) => {
  const rank = node.rank(0);
  return [tensorOf(int64, [rank === 0 ? void 0 : rank, void 0])];
};
var suppression = () => [tensorOf(int64, [void 0, 3])];
var range2 = (node) => {
  const numbers = [0, 1, 2].map((index) => node.integers(index)?.[0] ?? node.numbers(index)?.[0]);
  const [start, limit, step] = numbers;
  const element = node.element(0);
  if (start === void 0 || limit === void 0 || step === void 0) return [tensorOf(element, [void 0])];
  if (step === 0) throw new Misfit("value", "Its step is 0.");
  return [tensorOf(element, [Math.max(0, Math.ceil((limit - start) / step))])];
};
var scatter = (node) => {
  const rank = node.rank(0);
  const axis = node.int("axis");
  if (rank !== void 0 && axis !== void 0) node.axis(axis, rank);
  return [node.tensor(0)];
};
var gridSample = (node) => {
  const [x, grid] = [node.tensor(0), node.dims(1)];
  if (x?.dims === void 0 || grid === void 0) {
    const rank = x?.dims?.length ?? grid?.length;
    return [tensorOf(x?.element, rank === void 0 ? void 0 : unknownDims(rank))];
  }
  return [tensorOf(x.element, [x.dims[0], x.dims[1], ...grid.slice(1, -1)])];
};
var affineGrid = (node) => {
  const size = node.known(1)?.values;
  const count = node.dims(1)?.[0];
  const rank = size?.length ?? (typeof count === "number" ? count : void 0);
  if (rank !== 4 && rank !== 5) return [tensorOf(node.element(0), void 0)];
  const [n, , ...sides] = size ?? unknownDims(rank);
  return [tensorOf(node.element(0), [n ?? node.dims(0)?.[0], ...sides, rank - 2])];
};
var resize = (node) => {
  const x = node.tensor(0);
  const [scalesAt, sizesAt] = node.opset < 11 ? [1, -1] : [2, 3];
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const { dims } = x;
  const axes = (node.ints("axes") ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length));
  const sizes2 = sizesAt > 0 && node.has(sizesAt) ? node.known(sizesAt)?.values : void 0;
  const scales = node.has(scalesAt) ? node.numbers(scalesAt) : void 0;
  const result = [...dims];
  const policy = node.text("keep_aspect_ratio_policy") ?? "stretch";
  for (const [at, axis] of axes.entries()) {
    if (sizes2 !== void 0) result[axis] = policy === "stretch" ? sizes2[at] : keptRatio(dims, axes, sizes2, policy, at);
    else result[axis] = scaled(dims[axis], scales?.[at]);
  }
  return [tensorOf(x.element, result)];
};
function scaled(dim, scale) {
  if (scale === 1) return dim;
  return typeof dim === "number" && scale !== void 0 ? Math.floor(Math.fround(dim * scale)) : void 0;
}
function keptRatio(dims, axes, sizes2, policy, at) {
  const factors = axes.map((axis, index) => {
    const [from, to] = [dims[axis], sizes2[index]];
    return typeof from === "number" && typeof to === "number" ? to / from : Number.NaN;
  });
  const factor = policy === "not_larger" ? Math.min(...factors) : Math.max(...factors);
  const dim = dims[axes[at]];
  return Number.isFinite(factor) && typeof dim === "number" ? Math.floor(factor * dim + 0.5) : void 0;
}
function upsampleScales(node) {
  if (node.opset >= 9) return node.numbers(1);
  const floats = node.attribute("scales")?.floats;
  return floats === void 0 ? void 0 : Array.from(floats);
}
var upsample = (node) => {
  const x = node.tensor(0);
  const scales = upsampleScales(node);
  return [
    tensorOf(
      x?.element,
      x?.dims?.map((dim, axis) => scaled(dim, scales?.[axis]))
    )
  ];
};
var indexing = {
  AffineGrid: affineGrid,
  Gather: gather,
  GatherElements: gatherElements,
  GatherND: gatherNd,
  GridSample: gridSample,
  NonMaxSuppression: suppression,
  NonZero: nonZero,
  OneHot: oneHot,
  Range: range2,
  Resize: resize,
  ReverseSequence: alike,
  Scatter: scatter,
  ScatterElements: scatter,
  ScatterND: alike,
  TopK: topK,
  Unique: unique,
  Upsample: upsample
};

// src/onnx/infer/rules/matrix.ts
function matmul(a, b) {
  if (a === void 0 || b === void 0) return void 0;
  if (a.length === 0 || b.length === 0) throw new Misfit("shape", "It multiplies a scalar.");
  const [left, right] = [a.length === 1 ? [1, ...a] : a, b.length === 1 ? [...b, 1] : b];
  if (contradict(left.at(-1), right.at(-2)))
    throw new Misfit("shape", `Its inputs ${shapeText(a)} and ${shapeText(b)} do not fit.`);
  const stack = broadcast([left.slice(0, -2), right.slice(0, -2)]);
  if (stack === null) throw new Misfit("shape", `Its inputs ${shapeText(a)} and ${shapeText(b)} do not broadcast.`);
  if (stack === void 0) return void 0;
  return [...stack, ...a.length === 1 ? [] : [left.at(-2)], ...b.length === 1 ? [] : [right.at(-1)]];
}
function product2(first2, second, element) {
  return (node) => [tensorOf(element(node), matmul(node.dims(first2), node.dims(second)))];
}
function turned(dims, turn) {
  return turn && dims !== void 0 && dims.length >= 2 ? [...dims.slice(0, -2), dims.at(-1), dims.at(-2)] : dims;
}
var gemm = (node) => {
  node.wantRank(0, 2);
  node.wantRank(1, 2);
  const element = commonElement(node, node.has(2) ? [0, 1, 2] : [0, 1]);
  const dims = matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(1), node.flag("transB")));
  const c = node.has(2) && node.opset >= 7 ? node.dims(2) : void 0;
  if (dims !== void 0 && c !== void 0 && (broadcast([dims, c]) === null || c.length > 2))
    throw new Misfit("shape", `Its addend ${shapeText(c)} does not broadcast to ${shapeText(dims)}.`);
  return [tensorOf(element, dims)];
};
var einsum = (node) => {
  const element = commonElement(
    node,
    node.node.input.map((_, index) => index)
  );
  const [left = "", right] = (node.text("equation") ?? "").replace(/\s/g, "").split("->");
  const terms = left.split(",");
  if (terms.length !== node.inputs)
    throw new Misfit("value", `Its equation has ${terms.length} terms for ${node.inputs} inputs.`);
  const sizes2 = /* @__PURE__ */ new Map();
  let rest = [];
  for (const [index, term] of terms.entries()) {
    const dims2 = node.dims(index);
    if (dims2 === void 0) return [tensorOf(element, void 0)];
    const letters = [...term.replace("...", "")];
    const more = dims2.length - letters.length;
    if (more < 0 || more > 0 && !term.includes("..."))
      throw new Misfit("shape", `Its term \`${term}\` does not fit the input ${shapeText(dims2)}.`);
    const before = term.includes("...") ? term.indexOf("...") : letters.length;
    const named = [...dims2.slice(0, before), ...dims2.slice(before + more)];
    for (const [at, letter] of letters.entries()) sizes2.set(letter, agreed(sizes2, letter, named[at]));
    const stack = broadcast([rest, dims2.slice(before, before + more)]);
    if (stack === null) throw new Misfit("shape", "The dimensions under its ellipsis do not broadcast.");
    rest = stack;
  }
  const output = right ?? implicit(left);
  const dims = output.includes("...") ? output.split("...") : [output];
  const lettersOf = (text) => [...text].map((letter) => sizes2.get(letter));
  if (rest === void 0 && output.includes("...")) return [tensorOf(element, void 0)];
  return [
    tensorOf(
      element,
      output.includes("...") ? [...lettersOf(dims[0] ?? ""), ...rest ?? [], ...lettersOf(dims[1] ?? "")] : lettersOf(output)
    )
  ];
};
function agreed(sizes2, letter, dim) {
  if (!sizes2.has(letter)) return dim;
  const known = sizes2.get(letter);
  if (known === 1 || dim === 1) return known === 1 ? dim : known;
  if (contradict(known, dim)) throw new Misfit("shape", `Its axis ${letter} is ${known} and ${dim}.`);
  return merged(known, dim);
}
function implicit(terms) {
  const letters = [...terms.replaceAll("...", "").replaceAll(",", "")];
  const once = letters.filter((letter) => letters.filter((other) => other === letter).length === 1).sort();
  return (terms.includes("...") ? "..." : "") + once.join("");
}
var attention = (node) => {
  const [q, k, v] = [node.dims(0), node.dims(1), node.dims(2)];
  const element = node.element(0);
  if (q === void 0 || k === void 0 || v === void 0) return [tensorOf(element, void 0)];
  const folded = q.length === 3;
  const heads = folded ? node.int("q_num_heads") : q[1];
  const kvHeads = folded ? node.int("kv_num_heads") : k[1];
  const size = (dims) => folded ? divided(dims[2], kvHeads) : dims[3];
  const [length, keys] = [folded ? q[1] : q[2], folded ? k[1] : k[2]];
  const past = node.has(4) ? node.dims(4)?.[2] : 0;
  const total = typeof past === "number" && typeof keys === "number" ? past + keys : past === 0 ? keys : void 0;
  const y = folded ? [q[0], length, product([heads, size(v)])] : [q[0], heads, length, v[3]];
  const present = (dims) => [q[0], kvHeads, total, size(dims)];
  return [
    tensorOf(element, y),
    tensorOf(node.element(1), present(k)),
    tensorOf(node.element(2), present(v)),
    tensorOf(element, [q[0], heads, length, total])
  ].slice(0, Math.max(1, node.outputs));
};
function divided(dim, by) {
  return typeof dim === "number" && typeof by === "number" && by > 0 ? Math.floor(dim / by) : void 0;
}
var flexAttention = (node) => {
  const [q, v] = [node.dims(0), node.dims(2)];
  return [tensorOf(node.element(0), q && v && [...q.slice(0, -1), v.at(-1)])];
};
var determinant = (node) => {
  node.wantRank(0, [2, Infinity]);
  const dims = node.dims(0);
  if (dims !== void 0 && contradict(dims.at(-1), dims.at(-2)))
    throw new Misfit("shape", `Its matrices ${shapeText(dims)} are not square.`);
  return [tensorOf(node.element(0), dims?.slice(0, -2))];
};
var previews = { FlexAttention: flexAttention };
var matrices = {
  Attention: attention,
  Det: determinant,
  Einsum: einsum,
  Gemm: gemm,
  MatMul: product2(0, 1, (node) => commonElement(node, [0, 1])),
  MatMulInteger: product2(0, 1, () => 6),
  QLinearMatMul: product2(0, 3, (node) => node.element(7))
};

// src/onnx/infer/rules/layers.ts
function recurrent(states) {
  return (node) => {
    node.wantRank(0, 3);
    node.wantRank(1, 3);
    const element = node.element(0);
    const [x, w, r] = [node.dims(0), node.dims(1), node.dims(2)];
    const directions = w?.[0] ?? (node.text("direction") === "bidirectional" ? 2 : 1);
    const hidden = node.int("hidden_size") ?? r?.[2];
    const batchFirst = node.flag("layout");
    const [length, batch] = batchFirst ? [x?.[1], x?.[0]] : [x?.[0], x?.[1]];
    const all = batchFirst ? [batch, length, directions, hidden] : [length, directions, batch, hidden];
    const last = tensorOf(element, batchFirst ? [batch, directions, hidden] : [directions, batch, hidden]);
    return [tensorOf(element, all), ...new Array(states).fill(last)].slice(0, node.outputs);
  };
}
var batchNormalization = (node) => {
  node.wantRank(0, [1, Infinity]);
  const x = node.tensor(0);
  if (node.outputs === 1) return [x];
  const channels = tensorOf(node.element(3) ?? x?.element, [node.dims(1)?.[0] ?? x?.dims?.[1]]);
  return [x, channels, channels, channels, channels].slice(0, node.outputs);
};
var layerNormalization = (node) => {
  const x = node.tensor(0);
  const stash = node.int("stash_type") ?? 1;
  if (x?.dims === void 0) return [x, tensorOf(stash, void 0), tensorOf(stash, void 0)].slice(0, node.outputs);
  const axis = node.axis(node.int("axis") ?? -1, x.dims.length);
  const dims = x.dims.map((dim, at) => at < axis ? dim : 1);
  return [x, tensorOf(stash, dims), tensorOf(stash, dims)].slice(0, node.outputs);
};
var negativeLogLikelihood = (node) => {
  const reduced3 = (node.text("reduction") ?? "mean") !== "none";
  const dims = node.dims(0);
  const target = node.dims(1) ?? (dims && [...dims.slice(0, 1), ...dims.slice(2)]);
  return [tensorOf(node.element(0), reduced3 ? [] : target)];
};
var crossEntropy = (node) => {
  const [loss] = negativeLogLikelihood(node);
  return [loss, node.tensor(0)].slice(0, node.outputs);
};
var convWithState = (node) => [
  node.tensor(0),
  node.tensor(3) ?? tensorOf(node.element(0), stateDims(node.dims(0), node.dims(1)))
];
function stateDims(x, w) {
  const kernel = w?.at(-1);
  return x && [x[0], x[1], typeof kernel === "number" ? kernel - 1 : void 0];
}
var quantize = (node) => {
  const stated = node.int("output_dtype");
  const element = node.has(2) ? node.element(2) : stated === void 0 || stated === 0 ? 2 : stated;
  return [tensorOf(element, node.dims(0))];
};
var dequantize = (node) => {
  const stated = node.int("output_dtype");
  const element = stated === void 0 || stated === 0 ? node.opset < 19 ? 1 : node.element(1) : stated;
  return [tensorOf(element, node.dims(0))];
};
var dynamicQuantize = (node) => [tensorOf(2, node.dims(0)), tensorOf(1, []), tensorOf(2, [])];
var randomOf = (node) => [tensorOf(node.int("dtype") ?? 1, node.ints("shape"))];
var multinomial = (node) => [
  tensorOf(node.int("dtype") ?? 6, [node.dims(0)?.[0], node.int("sample_size") ?? 1])
];
var windowFunction = (node) => [tensorOf(node.int("output_datatype") ?? 1, [first(node, 0)])];
function first(node, index) {
  return node.known(index)?.values[0] ?? node.numbers(index)?.[0];
}
var fourier = (node) => {
  node.wantRank(0, [2, Infinity]);
  const x = node.tensor(0);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const { dims } = x;
  const [length, stated] = [
    node.has(1) ? node.integers(1)?.[0] : null,
    node.opset < 20 ? node.int("axis") ?? 1 : node.has(2) ? node.integers(2)?.[0] : -2
  ];
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
var shortTimeFourier = (node) => {
  const [signal, step] = [node.dims(0), first(node, 1)];
  const frame = node.has(3) ? first(node, 3) : node.has(2) ? node.dims(2)?.[0] : void 0;
  const length = signal?.[1];
  const known = typeof length === "number" && typeof step === "number" && typeof frame === "number" && step > 0;
  const frames = known ? Math.floor((length - frame) / step) + 1 : void 0;
  const bins = typeof frame !== "number" ? void 0 : (node.int("onesided") ?? 1) === 0 ? frame : Math.floor(frame / 2) + 1;
  return [tensorOf(node.element(0), [signal?.[0], frames, bins, 2])];
};
var melWeights = (node) => {
  const [bins, length] = [first(node, 0), first(node, 1)];
  const spectrum = typeof length === "number" ? Math.floor(length / 2) + 1 : void 0;
  return [tensorOf(node.int("output_datatype") ?? 1, [spectrum, bins])];
};
var imageDecoder = (node) => [
  tensorOf(2, [void 0, void 0, node.text("pixel_format") === "Grayscale" ? 1 : 3])
];
var linearAttention = (node) => {
  const [q, k, v] = [node.dims(0), node.dims(1), node.dims(2)];
  const [heads, kvHeads] = [node.int("q_num_heads"), node.int("kv_num_heads")];
  const [keySize, valueSize] = [divided(k?.[2], kvHeads), divided(v?.[2], kvHeads)];
  const y = [q?.[0], q?.[1], product([heads, valueSize])];
  return [
    tensorOf(node.element(0), y),
    tensorOf(node.element(3) ?? node.element(0), [q?.[0], kvHeads, keySize, valueSize])
  ];
};
var layers = {
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
  InstanceNormalization: (node) => [tensorOf(commonElement(node, [0, 1, 2]), node.dims(0))],
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

// src/onnx/infer/rules/microsoft.ts
var fusedMatMul = (node) => [
  tensorOf(
    node.element(0),
    matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(1), node.flag("transB")))
  )
];
var fusedGemm = (node) => fusedMatMul(node);
var quantizedBinary = (node) => [
  tensorOf(node.element(0), broadcast([node.dims(0), node.dims(3)]) ?? void 0)
];
var quantizedPool = (node) => {
  const last = node.flag("channels_last");
  const dims = node.dims(0);
  return [
    tensorOf(
      node.element(0),
      dims?.map((dim, axis) => axis === 0 || axis === (last ? dims.length - 1 : 1) ? dim : 1)
    )
  ];
};
var matMulNBits = (node) => {
  const dims = node.dims(0);
  return [tensorOf(node.element(0), dims && [...dims.slice(0, -1), node.int("N")])];
};
var skipNormalization = (node) => [node.tensor(0), void 0, void 0, node.tensor(0)].slice(0, node.outputs);
var embedNormalization = (node) => {
  const ids = node.dims(0);
  const width = node.dims(2)?.[1];
  return [tensorOf(node.element(2), ids && [...ids, width]), tensorOf(6, ids && [ids[0]])].slice(0, node.outputs);
};
var selfAttention = (node) => {
  const [x, weights] = [node.dims(0), node.dims(1)];
  const three = weights?.[1];
  const sizes2 = node.ints("qkv_hidden_sizes");
  const width = sizes2?.[2] ?? (typeof three === "number" ? three / 3 : void 0);
  return [tensorOf(node.element(0), x && [...x.slice(0, 2), width])];
};
var multiHeadAttention = (node) => {
  const [q, v] = [node.dims(0), node.has(2) ? node.dims(2) : void 0];
  if (q?.length !== 3) return [tensorOf(node.element(0), void 0)];
  const width = v === void 0 ? q[2] : v.length === 3 ? v[2] : product([v[1], v[3]]);
  return [tensorOf(node.element(0), [q[0], q[1], width])];
};
var integerToFloat = (node) => [tensorOf(node.element(2) ?? 1, matmul(node.dims(0), node.dims(1)))];
var dynamicMatMul = (node) => [tensorOf(1, matmul(node.dims(0), node.dims(1)))];
var quantizedGemm = (node) => {
  const dims = matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(3), node.flag("transB")));
  return [tensorOf(node.has(8) ? node.element(8) : node.has(7) ? node.element(0) : 1, dims)];
};
var unary2 = "BiasGelu FastGelu Gelu QuickGelu FusedGelu BiasSoftmax RotaryEmbedding QLinearLeakyRelu QLinearSigmoid QLinearSoftmax";
var microsoft = {
  ...Object.fromEntries(unary2.split(" ").map((name) => [name, alike])),
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

// src/onnx/infer/rules/ml.ts
var [float, string] = [1, 8];
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
    const texts2 = node.attribute(textLabels)?.strings ?? [];
    const labels2 = texts2.length > 0 ? texts2.length : node.ints(intLabels)?.length;
    return [
      tensorOf(texts2.length > 0 ? string : int64, [rowsOf(node)]),
      tensorOf(float, [rowsOf(node), scoresOf(node, labels2)])
    ];
  };
}
function scoresOf(_node, labels2) {
  return labels2 === void 0 || labels2 === 0 ? void 0 : labels2;
}
function regressor(targets) {
  return (node) => [tensorOf(float, [rowsOf(node), node.int(targets) ?? 1])];
}
var featureExtractor = (node) => {
  const [x, picked] = [node.tensor(0), node.dims(1)];
  const count = picked && product(picked);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  return [tensorOf(x.element, x.dims.length === 1 ? [1, count] : [...x.dims.slice(0, -1), count])];
};
var castMap = (node) => {
  const to = { TO_FLOAT: float, TO_STRING: string, TO_INT64: int64 }[node.text("cast_to") ?? "TO_FLOAT"];
  return [tensorOf(to, void 0)];
};
var categories = (node) => {
  const element = node.element(0);
  return [tensorOf(element === string ? int64 : element === int64 ? string : void 0, node.dims(0))];
};
var labels = (node) => {
  const table = node.attribute("values_tensor")?.t?.dataType;
  const from = node.element(0);
  const old = node.opset < 2 && from !== void 0 ? from === string ? int64 : string : void 0;
  const element = table ?? old ?? (isText(node, "values_strings") ? string : node.ints("values_int64s") !== void 0 ? int64 : node.attribute("values_floats")?.floats === void 0 ? void 0 : float);
  return [tensorOf(element, node.dims(0))];
};
var oneHot2 = (node) => {
  const count = node.attribute("cats_strings")?.strings.length || node.ints("cats_int64s")?.length;
  const dims = node.dims(0);
  return [tensorOf(float, dims && [...dims, count])];
};
var vectorizer = (node) => {
  const type = node.type(0);
  const element = type?.kind === "map" && type.value?.kind === "tensor" ? type.value.element : void 0;
  return [tensorOf(element, void 0)];
};
var featureVectorizer = (node) => {
  const widths = node.ints("inputdimensions");
  const rows = node.dims(0);
  return [tensorOf(float, rows && [rows.length === 1 ? 1 : rows[0], widths?.reduce((all, width) => all + width, 0)])];
};
var zipMap = (node) => {
  const key = isText(node, "classlabels_strings") ? string : int64;
  const value2 = { kind: "map", key, value: tensorOf(float, []) };
  return [{ kind: "sequence", of: value2 }];
};
var machineLearning = {
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
  OneHotEncoder: oneHot2,
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
    return Array.from({ length: groups - 1 }, (_, group) => group).flatMap(
      (group) => Array.from({ length: count }, (_, at) => node.type(2 + (group === 0 ? 0 : group + 1) * count + at))
    );
  };
}
var training = {
  Adagrad: optimizer(3),
  Adam: optimizer(4),
  Momentum: optimizer(3)
};

// src/onnx/infer/rules/shape.ts
function listOf(node, name, input, since) {
  if (node.opset < since) return node.ints(name);
  return node.has(input) ? node.integers(input) ?? null : void 0;
}
var reshape = (node) => {
  const x = node.tensor(0);
  const asked = node.opset < 5 ? node.ints("shape") : node.known(1)?.values;
  if (asked === void 0) {
    return [tensorOf(x?.element, node.opset < 5 ? void 0 : ranked(node.dims(1)?.[0]))];
  }
  return [tensorOf(x?.element, reshaped(x?.dims, asked, node.flag("allowzero")))];
};
function reshaped(from, asked, allowZero) {
  if (asked.filter((dim) => dim === -1).length > 1) throw new Misfit("value", "Its shape has more than one -1.");
  if (asked.some((dim) => typeof dim === "number" && dim < -1))
    throw new Misfit("value", `Its shape ${shapeText(asked)} has sizes below -1.`);
  const dims = asked.map((dim, axis) => {
    if (dim !== 0 || allowZero) return dim;
    if (from !== void 0 && axis >= from.length)
      throw new Misfit("shape", `Its shape ${shapeText(asked)} keeps an axis that ${shapeText(from)} does not have.`);
    return from?.[axis];
  });
  const free = dims.indexOf(-1);
  const left = from === void 0 ? void 0 : quotient(
    from,
    dims.filter((_, axis) => axis !== free)
  );
  if (left === null)
    throw new Misfit(
      "shape",
      `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`
    );
  if (free < 0 && typeof left === "number" && left !== 1)
    throw new Misfit(
      "shape",
      `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`
    );
  return dims.map((dim, axis) => axis === free ? left : dim);
}
function quotient(all, parts) {
  const rest = [...all];
  const over = [];
  for (const part3 of parts) {
    const at = typeof part3 === "string" ? rest.indexOf(part3) : -1;
    if (at >= 0) rest.splice(at, 1);
    else over.push(part3);
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
var flatten = (node) => {
  const x = node.tensor(0);
  if (x?.dims === void 0) return [tensorOf(x?.element, unknownDims(2))];
  const rank = x.dims.length;
  const stated = node.int("axis") ?? 1;
  const axis = stated < 0 ? stated + rank : stated;
  if (axis < 0 || axis > rank) throw new Misfit("value", `Its axis ${stated} is not within its ${rank} dimensions.`);
  return [tensorOf(x.element, [product(x.dims.slice(0, axis)), product(x.dims.slice(axis))])];
};
var squeeze = (node) => {
  const x = node.tensor(0);
  const axes = listOf(node, "axes", 1, 13);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  if (axes === null) {
    const rest = x.dims.length - (ranked(node.dims(1)?.[0])?.length ?? Number.NaN);
    return [tensorOf(x.element, ranked(rest))];
  }
  const { dims } = x;
  if (axes === void 0)
    return [
      tensorOf(x.element, dims.every((dim) => typeof dim === "number") ? dims.filter((dim) => dim !== 1) : void 0)
    ];
  const gone = new Set(axes.map((axis) => node.axis(axis, dims.length)));
  for (const axis of gone)
    if (contradict(dims[axis], 1))
      throw new Misfit("shape", `It takes axis ${axis} of ${shapeText(dims)} away, which is not 1.`);
  return [
    tensorOf(
      x.element,
      dims.filter((_, axis) => !gone.has(axis))
    )
  ];
};
var unsqueeze = (node) => {
  const x = node.tensor(0);
  const axes = listOf(node, "axes", 1, 13);
  if (axes === null || axes === void 0) {
    const fresh2 = ranked(node.dims(1)?.[0]);
    return [tensorOf(x?.element, x?.dims && fresh2 && unknownDims(x.dims.length + fresh2.length))];
  }
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const rank = x.dims.length + axes.length;
  const fresh = new Set(axes.map((axis) => node.axis(axis, rank)));
  if (fresh.size !== axes.length) throw new Misfit("value", `Its axes [${axes.join(", ")}] name one twice.`);
  const rest = [...x.dims];
  return [
    tensorOf(
      x.element,
      Array.from({ length: rank }, (_, axis) => fresh.has(axis) ? 1 : rest.shift())
    )
  ];
};
var transpose = (node) => {
  const x = node.tensor(0);
  const order = node.ints("perm");
  if (x?.dims === void 0) return [tensorOf(x?.element, order && unknownDims(order.length))];
  const { dims } = x;
  if (order === void 0) return [tensorOf(x.element, dims.toReversed())];
  if (order.length !== dims.length || new Set(order).size !== dims.length || order.some((axis) => axis < 0 || axis >= dims.length))
    throw new Misfit("value", `Its order [${order.join(", ")}] does not name each axis of ${shapeText(dims)} once.`);
  return [
    tensorOf(
      x.element,
      order.map((axis) => dims[axis])
    )
  ];
};
var expand = (node) => {
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
    if (contradict(from, wanted))
      throw new Misfit("shape", `${shapeText(dims)} does not broadcast to ${shapeText(to)}.`);
    return typeof from === "number" ? from : typeof wanted === "number" ? wanted : void 0;
  });
}
var eyeLike = (node) => {
  node.wantRank(0, 2);
  return [tensorOf(node.int("dtype") ?? node.element(0), node.dims(0))];
};
var sizesOf = (node) => {
  const rank = node.rank(0);
  if (rank === void 0) return [tensorOf(int64, [void 0])];
  const [start, end] = shapeRange(node, rank);
  return [tensorOf(int64, [Math.max(0, end - start)])];
};
function shapeRange(node, rank) {
  const clamp = (at) => Math.min(rank, Math.max(0, at < 0 ? at + rank : at));
  return [clamp(node.int("start") ?? 0), clamp(node.int("end") ?? rank)];
}
var shapes = {
  Expand: expand,
  EyeLike: eyeLike,
  Flatten: flatten,
  Reshape: reshape,
  Shape: sizesOf,
  Size: () => [tensorOf(int64, [])],
  Squeeze: squeeze,
  Transpose: transpose,
  Unsqueeze: unsqueeze
};

// src/onnx/infer/rules/pieces.ts
var concat = (node) => {
  const all = node.node.input.map((_, index) => index);
  const element = commonElement(node, all);
  const shapes2 = all.map((index) => node.dims(index));
  const ranked2 = shapes2.find((dims2) => dims2 !== void 0);
  if (ranked2 === void 0) return [tensorOf(element, void 0)];
  if (shapes2.some((dims2) => dims2 !== void 0 && dims2.length !== ranked2.length))
    throw new Misfit("shape", `Its inputs ${shapes2.map(shapeText).join(", ")} have different ranks.`);
  const axis = node.axis(node.int("axis") ?? 1, ranked2.length);
  if (shapes2.some((dims2) => dims2 === void 0)) return [tensorOf(element, unknownDims(ranked2.length))];
  const known = shapes2;
  const dims = ranked2.map((_, at) => {
    const sides = known.map((each) => each[at]);
    if (at === axis) return sum(sides);
    return sides.reduce((one, other) => {
      if (contradict(one, other))
        throw new Misfit("shape", `Its inputs ${known.map(shapeText).join(", ")} differ in more than axis ${axis}.`);
      return merged(one, other);
    });
  });
  return [tensorOf(element, dims)];
};
var split = (node) => {
  const x = node.tensor(0);
  const parts = node.outputs;
  const sizes2 = node.opset === 1 && node.has(1) ? node.integers(1) : listOf(node, "split", 1, 13);
  if (x?.dims === void 0) return new Array(parts).fill(tensorOf(x?.element, void 0));
  const { dims } = x;
  const axis = node.axis(node.int("axis") ?? 0, dims.length);
  const side = dims[axis];
  if (sizes2 !== void 0 && sizes2 !== null) {
    const total = sizes2.reduce((all, part3) => all + part3, 0);
    if (sizes2.length !== parts || contradict(side, total))
      throw new Misfit("shape", `Its parts [${sizes2.join(", ")}] do not make up axis ${axis} of ${shapeText(dims)}.`);
  }
  const even = sizes2 === void 0 && typeof side === "number" ? Math.ceil(side / parts) : void 0;
  if (even !== void 0 && node.opset < 18 && side % parts !== 0)
    throw new Misfit("shape", `Axis ${axis} of ${shapeText(dims)} cannot be split into ${parts} equal parts.`);
  return Array.from({ length: parts }, (_, at) => {
    const part3 = even === void 0 ? sizes2?.[at] : Math.max(0, Math.min(even, side - at * even));
    return tensorOf(
      x.element,
      dims.map((dim, index) => index === axis ? part3 : dim)
    );
  });
};
var slice = (node) => {
  const x = node.tensor(0);
  const [starts, ends, axes, steps] = slicesOf(node);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const { dims } = x;
  const bounded = (node.opset < 10 || node.has(3)) && axes === void 0;
  if (starts === void 0 && ends === void 0 && axes === void 0 && bounded)
    return [tensorOf(x.element, unknownDims(dims.length))];
  const along = axes ?? (bounded && node.opset >= 10 ? void 0 : (starts ?? ends)?.map((_, at) => at));
  if (along === void 0) return [tensorOf(x.element, unknownDims(dims.length))];
  const result = [...dims];
  for (const [at, stated] of along.entries()) {
    const axis = node.axis(stated, dims.length);
    const [start, end, step] = [starts?.[at], ends?.[at], steps === void 0 ? void 0 : steps[at] ?? 1];
    if (step === 0) throw new Misfit("value", "A step of it is 0.");
    result[axis] = sliced(dims[axis], start, end, step);
  }
  return [tensorOf(x.element, result)];
};
function slicesOf(node) {
  if (node.opset < 10)
    return [node.ints("starts"), node.ints("ends"), node.ints("axes") ?? node.ints("starts")?.map((_, at) => at), []];
  const axes = node.has(3) ? node.integers(3) : node.dims(1)?.[0];
  const first2 = Array.isArray(axes) ? void 0 : ranked(axes)?.map((_, at) => at);
  return [
    node.known(1)?.values,
    node.known(2)?.values,
    Array.isArray(axes) ? axes : first2,
    node.has(4) ? node.integers(4) : []
  ];
}
function sliced(dim, start, end, step) {
  if (step === 1 && start === 0 && typeof end === "number" && end >= 2 ** 31 - 1) return dim;
  if (step === 1 && start === 0 && end === dim) return dim;
  if (typeof dim !== "number" || typeof start !== "number" || typeof end !== "number" || step === void 0)
    return void 0;
  const clamp = (at, low, high) => Math.min(high, Math.max(low, at < 0 ? at + dim : at));
  const [from, to] = step > 0 ? [clamp(start, 0, dim), clamp(end, 0, dim)] : [clamp(start, 0, dim - 1), clamp(end, -1, dim - 1)];
  return Math.max(0, Math.ceil((to - from) / step));
}
var pad = (node) => {
  const x = node.tensor(0);
  const list2 = node.opset < 2 ? node.ints("paddings") : listOf(node, "pads", 1, 11);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const { dims } = x;
  if (list2 === null || list2 === void 0 || node.opset >= 18 && node.has(3) && node.integers(3) === void 0)
    return [tensorOf(x.element, unknownDims(dims.length))];
  const axes = node.opset >= 18 && node.has(3) ? (node.integers(3) ?? []).map((axis) => node.axis(axis, dims.length)) : dims.map((_, axis) => axis);
  if (list2.length !== 2 * axes.length)
    throw new Misfit("shape", `It has ${list2.length} paddings where ${2 * axes.length} are needed.`);
  const result = [...dims];
  for (const [at, axis] of axes.entries()) {
    const more = list2[at] + list2[at + axes.length];
    const dim = dims[axis];
    result[axis] = more === 0 ? dim : typeof dim === "number" ? dim + more : void 0;
  }
  return [tensorOf(x.element, result)];
};
var tile = (node) => {
  const x = node.tensor(0);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const times = node.opset < 6 ? void 0 : node.known(1)?.values;
  if (times !== void 0 && times.length !== x.dims.length)
    throw new Misfit("shape", `It has ${times.length} repeats for ${x.dims.length} dimensions.`);
  return [
    tensorOf(
      x.element,
      times === void 0 ? unknownDims(x.dims.length) : x.dims.map((dim, axis) => product([dim, times[axis]]))
    )
  ];
};
var depthToSpace = (node) => {
  node.wantRank(0, 4);
  const [x, block] = [node.tensor(0), node.int("blocksize") ?? 0];
  if (block < 1) throw new Misfit("value", `Its block of ${block} is not positive.`);
  const [n, c, h, w] = x?.dims ?? unknownDims(4);
  return [
    tensorOf(x?.element, [
      n,
      typeof c === "number" ? c / block ** 2 : void 0,
      product([h, block]),
      product([w, block])
    ])
  ];
};
var spaceToDepth = (node) => {
  node.wantRank(0, 4);
  const [x, block] = [node.tensor(0), node.int("blocksize") ?? 0];
  if (block < 1) throw new Misfit("value", `Its block of ${block} is not positive.`);
  const [n, c, h, w] = x?.dims ?? unknownDims(4);
  const part3 = (dim) => typeof dim === "number" ? Math.floor(dim / block) : void 0;
  return [tensorOf(x?.element, [n, product([c, block ** 2]), part3(h), part3(w)])];
};
var centerCropPad = (node) => {
  const x = node.tensor(0);
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const { dims } = x;
  const axes = (node.ints("axes") ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length));
  const to = node.known(1)?.values;
  const result = [...dims];
  for (const [at, axis] of axes.entries()) result[axis] = to?.[at];
  return [tensorOf(x.element, result)];
};
var col2im = (node) => {
  node.wantRank(0, 3);
  const [dims, image, block] = [node.dims(0), node.known(1)?.values, node.integers(2)];
  const sides = image ?? ranked(node.dims(1)?.[0] ?? node.dims(2)?.[0]);
  const [n, c] = [dims?.[0], dims?.[1]];
  const channels = typeof c === "number" && block !== void 0 ? c / block.reduce((all, side) => all * side, 1) : void 0;
  return [tensorOf(node.element(0), sides && [n, channels, ...sides])];
};
var compress = (node) => {
  const x = node.tensor(0);
  const axis = node.int("axis");
  if (axis === void 0) return [tensorOf(x?.element, [void 0])];
  if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
  const along = node.axis(axis, x.dims.length);
  return [
    tensorOf(
      x.element,
      x.dims.map((dim, at) => at === along ? void 0 : dim)
    )
  ];
};
var pieces = {
  CenterCropPad: centerCropPad,
  Col2Im: col2im,
  Compress: compress,
  Concat: concat,
  DepthToSpace: depthToSpace,
  Pad: pad,
  Slice: slice,
  SpaceToDepth: spaceToDepth,
  Split: split,
  Tile: tile
};

// src/onnx/infer/rules/reduce.ts
function reduced(node, dims, axes, keep) {
  const gone = new Set((axes ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length)));
  return dims.flatMap((dim, axis) => gone.has(axis) ? keep ? [1] : [] : [dim]);
}
function reduction(axesAreInputSince) {
  return (node) => {
    const x = node.tensor(0);
    const keep = (node.int("keepdims") ?? 1) !== 0;
    if (x?.dims === void 0) return [tensorOf(x?.element, void 0)];
    const asInput = node.opset >= axesAreInputSince;
    if (asInput && node.has(1) && node.integers(1) === void 0)
      return [tensorOf(x.element, keep ? unknownDims(x.dims.length) : void 0)];
    const axes = asInput ? node.has(1) ? node.integers(1) : void 0 : node.ints("axes");
    const all = axes === void 0 || axes.length === 0;
    if (all && node.flag("noop_with_empty_axes")) return [x];
    return [tensorOf(x.element, reduced(node, x.dims, all ? void 0 : axes, keep))];
  };
}
var arg = (node) => {
  const dims = node.dims(0);
  const keep = (node.int("keepdims") ?? 1) !== 0;
  return [tensorOf(int64, dims && reduced(node, dims, [node.int("axis") ?? 0], keep))];
};
var names = "L1 L2 LogSum LogSumExp Max Mean Min Prod SumSquare";
var reductions = {
  ...Object.fromEntries(names.split(" ").map((name) => [`Reduce${name}`, reduction(18)])),
  ReduceSum: reduction(13),
  ArgMax: arg,
  ArgMin: arg
};

// src/onnx/infer/rules/text.ts
var string2 = 8;
var normalizer = (node) => {
  const dims = node.dims(0);
  if (dims === void 0) return [tensorOf(string2, void 0)];
  if (dims.length === 1) return [tensorOf(string2, [void 0])];
  if (dims.length !== 2 || typeof dims[0] === "number" && dims[0] !== 1)
    throw new Misfit("shape", "It takes a list of texts, or one row of them.");
  return [tensorOf(string2, [1, void 0])];
};
var splitter = (node) => {
  const dims = node.dims(0);
  return [tensorOf(string2, dims && [...dims, void 0]), tensorOf(int64, dims)];
};
var tfIdf = (node) => {
  const indexes = node.ints("ngram_indexes") ?? [];
  const width = indexes.reduce((most, index) => Math.max(most, index + 1), 0);
  const dims = node.dims(0);
  if (dims !== void 0 && dims.length !== 1 && dims.length !== 2)
    throw new Misfit("shape", `Its input has ${dims.length} dimensions where 1 or 2 are needed.`);
  return [tensorOf(1, dims && [...dims.slice(0, -1), width])];
};
var texts = { StringNormalizer: normalizer, StringSplit: splitter, TfIdfVectorizer: tfIdf };

// src/onnx/infer/rules/index.ts
var domains = {
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

// src/onnx/infer/values.ts
var valueRules = {
  Abs: unary3((value2) => Math.abs(value2)),
  Add: binary2((a, b) => sum([a, b])),
  Cast: (node) => isWhole(node.int("to")) ? node.known(0) : void 0,
  Ceil: (node) => node.known(0),
  Concat: concat2,
  Constant: constant2,
  ConstantOfShape: filled,
  Div: (node) => (isInteger(node.element(0)) ? wholeQuotient : exactQuotient)(node),
  Equal: binary2((a, b) => a !== void 0 && a === b ? 1 : both(a, b, (x, y) => x === y ? 1 : 0)),
  Expand: (node) => stretched(node.known(0), node.known(1)?.values),
  Floor: (node) => node.known(0),
  Gather: gather2,
  Greater: binary2((a, b) => both(a, b, (x, y) => x > y ? 1 : 0)),
  Identity: (node) => node.known(0),
  Less: binary2((a, b) => both(a, b, (x, y) => x < y ? 1 : 0)),
  Max: binary2((a, b) => both(a, b, Math.max)),
  Min: binary2((a, b) => both(a, b, Math.min)),
  Mod: (node) => node.flag("fmod") ? void 0 : floorModulo(node),
  Mul: binary2((a, b) => product([a, b])),
  Neg: unary3((value2) => -value2),
  Range: range3,
  ReduceMax: reduced2((values) => fold(values, Math.max)),
  ReduceMin: reduced2((values) => fold(values, Math.min)),
  ReduceProd: reduced2(product),
  ReduceSum: reduced2(sum),
  Reshape: (node) => reshaped2(node, node.known(1)?.values),
  Shape: shape,
  Size: (node) => scalar(node.dims(0) && product(node.dims(0))),
  Slice: slice2,
  Squeeze: (node) => single(node.known(0)),
  Sub: binary2((a, b) => b === 0 ? a : a !== void 0 && a === b ? 0 : both(a, b, (x, y) => x - y)),
  Unsqueeze: (node) => node.rank(0) === 0 ? list(node.known(0)?.values) : void 0,
  Where: chosen
};
function knownOf(values, rank) {
  if (values === void 0 || rank > 1 || !values.every(Number.isSafeInteger)) return void 0;
  return { values, scalar: rank === 0 };
}
function list(values) {
  return values === void 0 || values.length > mostKnown ? void 0 : { values, scalar: false };
}
function scalar(value2) {
  return value2 === void 0 ? void 0 : { values: [value2], scalar: true };
}
function isWhole(element) {
  return element === 6 || element === 7 || element === 1 || element === 11;
}
function isInteger(element) {
  return element !== void 0 && [2, 3, 4, 5, 6, 7, 12, 13].includes(element);
}
function both(a, b, of) {
  return typeof a === "number" && typeof b === "number" ? of(a, b) : void 0;
}
function unary3(of) {
  return (node) => {
    const x = node.known(0);
    return x && { ...x, values: x.values.map((value2) => typeof value2 === "number" ? of(value2) : void 0) };
  };
}
function binary2(of) {
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
var wholeQuotient = binary2((a, b) => b === 1 ? a : both(a, b, (x, y) => y === 0 ? void 0 : Math.trunc(x / y)));
var exactQuotient = binary2(
  (a, b) => b === 1 ? a : both(a, b, (x, y) => Number.isSafeInteger(x / y) ? x / y : void 0)
);
var floorModulo = binary2((a, b) => both(a, b, (x, y) => y === 0 ? void 0 : x - y * Math.floor(x / y)));
function concat2(node) {
  const parts = node.node.input.map((_, index) => part2(node, index));
  return parts.every((each) => each !== void 0) ? list(parts.flat()) : void 0;
}
function part2(node, index) {
  const known = node.known(index);
  if (known !== void 0) return known.scalar ? void 0 : known.values;
  const dims = node.dims(index);
  const [length] = dims ?? [];
  const short = dims?.length === 1 && typeof length === "number" && length <= mostKnown;
  return short ? new Array(length).fill(void 0) : void 0;
}
function constant2(node) {
  const tensor = node.attribute("value")?.t;
  if (tensor !== void 0) return knownOf(smallNumbers(tensor), tensor.dims.length);
  const attribute = node.node.attribute[0];
  if (attribute?.type === attributeTypes.int && attribute.i !== void 0) return knownOf([Number(attribute.i)], 0);
  return attribute?.ints === void 0 ? void 0 : list(Array.from(attribute.ints, Number));
}
function filled(node) {
  const value2 = node.attribute("value")?.t;
  const [number] = value2 === void 0 ? [0] : smallNumbers(value2) ?? [];
  const size = node.known(0)?.values;
  const whole = number !== void 0 && Number.isSafeInteger(number);
  if (!whole || size?.length !== 1 || typeof size[0] !== "number" || size[0] > mostKnown || size[0] < 0)
    return void 0;
  return list(new Array(size[0]).fill(number));
}
function stretched(x, to) {
  const [length] = to ?? [];
  if (x === void 0 || to?.length !== 1 || typeof length !== "number" || length > mostKnown || length < 0)
    return void 0;
  return x.values.length === 1 ? list(new Array(length).fill(x.values[0])) : list(x.values);
}
function gather2(node) {
  const [x, indices] = [node.known(0), node.known(1)];
  if (x === void 0 || x.scalar || indices === void 0 || (node.int("axis") ?? 0) !== 0) return void 0;
  const values = indices.values.map(
    (at) => typeof at === "number" ? x.values[at < 0 ? at + x.values.length : at] : void 0
  );
  return { values, scalar: indices.scalar };
}
function range3(node) {
  const [start, limit, step] = [0, 1, 2].map((index) => node.integers(index)?.[0]);
  if (start === void 0 || limit === void 0 || step === void 0 || step === 0) return void 0;
  const length = Math.max(0, Math.ceil((limit - start) / step));
  return length > mostKnown ? void 0 : list(Array.from({ length }, (_, at) => start + at * step));
}
function fold(values, of) {
  return values.reduce((one, other) => both(one, other, of));
}
function reduced2(of) {
  return (node) => {
    const x = node.known(0);
    const axes = node.ints("axes") ?? node.integers(1);
    if (x === void 0 || x.values.length === 0 || node.has(1) && axes === void 0) return void 0;
    if (axes?.some((axis) => axis !== 0 && axis !== -1)) return void 0;
    const keep = (node.int("keepdims") ?? 1) !== 0;
    return { values: [of(x.values)], scalar: x.scalar || !keep };
  };
}
function reshaped2(node, to) {
  const x = node.known(0);
  if (x === void 0 || to === void 0 || to.length > 1) return void 0;
  return to.length === 0 ? single(x) : list(x.values);
}
function single(x) {
  return x?.values.length === 1 ? { values: x.values, scalar: true } : void 0;
}
function shape(node) {
  const dims = node.dims(0);
  return dims && list(dims.slice(...shapeRange(node, dims.length)));
}
function slice2(node) {
  const x = node.known(0);
  const at = (name, index) => node.opset < 10 ? node.ints(name)?.[0] : node.integers(index)?.[0];
  const [start, end] = [at("starts", 1), at("ends", 2)];
  const step = node.has(4) ? node.integers(4)?.[0] : 1;
  if (x === void 0 || x.scalar || start === void 0 || end === void 0 || step === void 0 || step === 0)
    return void 0;
  const length = x.values.length;
  const place = (index) => index < 0 ? index + length : index;
  const picked = [];
  const clamp = (index, low, high) => Math.min(high, Math.max(low, index));
  if (step > 0)
    for (let i = clamp(place(start), 0, length); i < clamp(place(end), 0, length); i += step) picked.push(x.values[i]);
  else
    for (let i = clamp(place(start), 0, length - 1); i > clamp(place(end), -1, length - 1); i += step)
      picked.push(x.values[i]);
  return list(picked);
}
function chosen(node) {
  const [condition, then, otherwise] = [node.known(0), node.known(1), node.known(2)];
  if (condition === void 0 || then === void 0 || otherwise === void 0) return void 0;
  const length = Math.max(condition.values.length, then.values.length, otherwise.values.length);
  const at = ({ values: values2 }, index) => values2.length === 1 ? values2[0] : values2[index];
  const values = Array.from({ length }, (_, index) => {
    const decided = at(condition, index);
    if (decided === void 0) return at(then, index) === at(otherwise, index) ? at(then, index) : void 0;
    return at(decided === 0 ? otherwise : then, index);
  });
  return { values, scalar: condition.scalar && then.scalar && otherwise.scalar };
}

// src/onnx/infer/values-in.ts
function emptyValues(outer) {
  return { types: /* @__PURE__ */ new Map(), known: /* @__PURE__ */ new Map(), constants: /* @__PURE__ */ new Map(), outer };
}
function lookUp(values, kind, name) {
  for (let at = values; at !== void 0; at = at.outer) {
    const found = at[kind].get(name);
    if (found !== void 0) return found;
  }
  return void 0;
}
function knownValues(values, name) {
  const found = lookUp(values, "known", name);
  if (found !== void 0) return found;
  const constant3 = lookUp(values, "constants", name);
  if (constant3 === void 0 || constant3.dims.length > 1) return void 0;
  return knownOf(smallNumbers(constant3), constant3.dims.length);
}

// src/onnx/infer/engine.ts
var maxDepth = 64;
var maxNodes = 2e6;
var outermost = { depth: 0, loops: 0, bound: /* @__PURE__ */ new Map() };
function calleeOf(domain, name, overload) {
  return `${standardDomain(domain)} ${name} ${overload}`;
}
function tell(state, kind, where2, message) {
  state.problems.set(`${where2} ${message}`, { kind, where: where2, message });
}
function inferGraph(scope, graph, given, outer, state, place) {
  const values = emptyValues(outer);
  const id = state.ids.get(graph) ?? state.ids.size;
  state.ids.set(graph, id);
  state.scopes.set(`${scope.path} ${id}`, { scope, types: values.types });
  for (const tensor of graph.initializer) {
    values.types.set(tensor.name, ofConstant(tensor));
    values.constants.set(tensor.name, tensor);
  }
  for (const sparse of graph.sparseInitializer)
    values.types.set(sparse.values?.name ?? "", { ...ofSparse(sparse), kind: "tensor" });
  for (const [at, input] of graph.input.entries())
    declare(values, input, given[at], `${scope.path}/input ${input.name}`, state);
  const declared = new Map([...graph.valueInfo, ...graph.output].map((value2) => [value2.name, value2]));
  for (const name of scope.given) declareConstant(values, declared.get(name), scope, state);
  inferNodes(scope, values, declared, state, place);
  return values;
}
function declareConstant(values, value2, scope, state) {
  if (value2 === void 0) return;
  const [known, stated] = [values.types.get(value2.name), fromProto(value2.type, state.symbols)];
  if (mergedType(known, stated) !== null) return;
  const message = `\`${value2.name}\` is declared as ${typeText(stated)} and is ${typeText(known)}.`;
  tell(state, "declared", `${scope.path}/initializer ${value2.name}`, message);
}
function declare(values, input, given, where2, state) {
  const stated = fromProto(input.type, state.symbols);
  const known = given !== void 0 && "element" in given && given.element === void 0 && stated !== void 0 && "element" in stated ? { ...given, kind: stated.kind, element: stated.element } : given;
  const both2 = mergedType(known, stated);
  const name = `\`${input.name}\``;
  if (both2 === null)
    tell(state, "declared", where2, `${name} is declared as ${typeText(stated)} and is given ${typeText(known)}.`);
  const initial = values.types.get(input.name);
  const all = mergedType(initial, both2 ?? known);
  if (all === null)
    tell(state, "declared", where2, `${name} is declared as ${typeText(stated)} and is ${typeText(initial)}.`);
  const type = all ?? initial ?? both2 ?? known;
  if (type !== void 0) values.types.set(input.name, type);
}
function inferNodes(scope, values, declared, state, place) {
  scope.nodes.forEach((node, index) => {
    if (++state.nodes > maxNodes) return;
    const outputs = outputsOf(node, index, scope, values, state, place);
    for (const [at, name] of node.output.entries()) {
      if (name === "") continue;
      const stated = fromProto(declared.get(name)?.type, state.symbols);
      const both2 = mergedType(outputs[at], stated);
      if (both2 === null)
        tell(
          state,
          "declared",
          nodePath(scope, node, index),
          `\`${name}\` is declared as ${typeText(stated)} and is ${typeText(outputs[at])}.`
        );
      const type = both2 ?? outputs[at] ?? stated;
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
      const path = `${nodePath(scope, node, index)}/${attribute}`;
      return runNested(graph, path, scope, inputs, values, state, place);
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
  if (type.dims?.some((size) => typeof size === "number" && !(Number.isSafeInteger(size) && size >= 0)) === true)
    throw new Misfit("shape", `Its output would be of the shape ${shapeText(type.dims)}.`);
}
function remember(node, view, values) {
  const [name] = node.output;
  if (name === void 0 || name === "" || standardDomain(node.domain) !== "ai.onnx") return;
  const constant3 = node.opType === "Constant" ? view.attribute("value")?.t : void 0;
  if (constant3 !== void 0) values.constants.set(name, constant3);
  else if (node.opType === "Identity") {
    const same2 = lookUp(values, "constants", node.input[0] ?? "");
    if (same2 !== void 0) values.constants.set(name, same2);
  }
  const known = Object.hasOwn(valueRules, node.opType) ? valueRules[node.opType]?.(view) : void 0;
  if (known !== void 0) values.known.set(name, known);
}
function runNested(graph, path, outer, inputs, values, state, place) {
  if (place.depth >= maxDepth) return [];
  const scope = { ...graphScope(graph, path, outer.opsets), body: outer.body, outer };
  const within = { ...place, depth: place.depth + 1, loops: place.loops + (inputs.length > 0 ? 1 : 0) };
  const inner = inferGraph(scope, graph, inputs, values, state, within);
  return graph.output.map(({ name }) => lookUp(inner, "types", name));
}
function call(body, node, values, state, place) {
  if (place.depth >= maxDepth) return [];
  const inner = emptyValues(void 0);
  for (const [at, name] of body.input.entries()) {
    const argument = node.input[at] ?? "";
    const [type, known, constant3] = [
      lookUp(values, "types", argument),
      knownValues(values, argument),
      lookUp(values, "constants", argument)
    ];
    if (type !== void 0) inner.types.set(name, type);
    if (known !== void 0) inner.known.set(name, known);
    if (constant3 !== void 0) inner.constants.set(name, constant3);
  }
  const given = node.attribute.flatMap((attribute) => {
    const bound = attribute.refAttrName === "" ? attribute : place.bound.get(attribute.refAttrName);
    return bound === void 0 ? [] : [[attribute.name, bound]];
  });
  const key = given.length > 0 ? void 0 : JSON.stringify([body.domain, body.name, body.overload, [...inner.types], [...inner.known]]);
  const before = key === void 0 ? void 0 : state.calls.get(key);
  if (before !== void 0) return before;
  const outputs = inferBody(body, inner, new Map(given), state, { ...place, depth: place.depth + 1 });
  if (key !== void 0) state.calls.set(key, outputs);
  return outputs;
}
function inferBody(body, values, given, state, place) {
  const scope = functionScope(body);
  state.called.add(body);
  state.scopes.set(`${scope.path} call ${state.scopes.size}`, { scope, types: values.types });
  const defaults = body.attributeProto.map((attribute) => [attribute.name, attribute]);
  const declared = new Map(body.valueInfo.map((value2) => [value2.name, value2]));
  inferNodes(scope, values, declared, state, { ...place, bound: new Map([...defaults, ...given]) });
  return body.output.map((name) => values.types.get(name));
}
function typeText(type) {
  if (type === void 0) return "unknown";
  if (!("element" in type)) return `a ${type.kind}`;
  return `${elementType(type.element)?.name ?? "unknown"}${shapeText(type.dims)}`;
}

// src/onnx/infer/index.ts
function inferTypes(model, options = {}) {
  const state = {
    functions: new Map(model.functions.map((body) => [calleeOf(body.domain, body.name, body.overload), body])),
    symbols: symbolsOf(model, options),
    scopes: /* @__PURE__ */ new Map(),
    ids: /* @__PURE__ */ new Map(),
    calls: /* @__PURE__ */ new Map(),
    called: /* @__PURE__ */ new Set(),
    problems: /* @__PURE__ */ new Map(),
    nodes: 0
  };
  const { graph } = model;
  if (graph !== void 0) {
    const given = graph.input.map(({ name }) => {
      const dims = options.shapes?.get(name);
      return dims === void 0 ? void 0 : { kind: "tensor", element: void 0, dims };
    });
    inferGraph(mainScope(model, graph), graph, given, void 0, state, outermost);
  }
  for (const body of model.functions)
    if (!state.called.has(body)) inferBody(body, emptyValues(void 0), /* @__PURE__ */ new Map(), state, outermost);
  return { scopes: [...state.scopes.values()], problems: [...state.problems.values()] };
}
function symbolsOf(model, { shapes: shapes2 }) {
  const symbols = /* @__PURE__ */ new Map();
  for (const { name, type } of model.graph?.input ?? [])
    for (const [axis, { dimParam }] of (type?.tensorType?.shape?.dim ?? []).entries()) {
      const size = shapes2?.get(name)?.[axis];
      if (dimParam !== "" && size !== void 0) symbols.set(dimParam, size);
    }
  return symbols;
}

export {
  buildModel,
  buildGraph,
  value,
  inferTypes
};
