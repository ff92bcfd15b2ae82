import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  elementType,
  interfaceOf,
  typeText
} from "./chunk-4YHHZ4J2.js";
import {
  fromFloat16
} from "./chunk-OURY2R3Y.js";
import {
  sizeOf
} from "./chunk-5W2HGUAS.js";

// src/onnx/check/scopes.ts
function mainScope(model, graph) {
  return graphScope(graph, "graph", model.opsetImport);
}
function functionScope(body) {
  return {
    path: `function ${body.name}`,
    nodes: body.node,
    given: body.input,
    outputs: body.output,
    opsets: body.opsetImport
  };
}
function nestedScopes(scope, node, index) {
  return node.attribute.flatMap((attribute) => {
    const graphs = attribute.g === void 0 ? attribute.graphs : [attribute.g];
    return graphs.map((graph) => graphScope(graph, `${nodePath(scope, node, index)}/${attribute.name}`, scope.opsets));
  });
}
function scopesOf(model) {
  const scopes = [
    ...model.graph === void 0 ? [] : [mainScope(model, model.graph)],
    ...model.functions.map(functionScope)
  ];
  for (const scope of scopes) {
    scope.nodes.forEach((node, index) => {
      for (const nested of nestedScopes(scope, node, index)) scopes.push(nested);
    });
  }
  return scopes;
}
function nodePath(scope, node, index) {
  return `${scope.path}/node ${node.name === "" ? `${node.opType} (#${index})` : node.name}`;
}
function initializerNames(graph) {
  return [
    ...graph.initializer.map((tensor) => tensor.name),
    ...graph.sparseInitializer.map((sparse) => sparse.values?.name ?? "")
  ];
}
function graphScope(graph, path, opsets) {
  const inputs = graph.input.map((value) => value.name);
  const outputs = graph.output.map((value) => value.name);
  return {
    path,
    nodes: graph.node,
    given: [.../* @__PURE__ */ new Set([...inputs, ...initializerNames(graph)])],
    outputs,
    opsets,
    graph
  };
}

// src/onnx/check/names.ts
function checkNames(model, report) {
  if (model.graph !== void 0) checkScope(mainScope(model, model.graph), void 0, report);
  for (const body of model.functions) checkScope(functionScope(body), void 0, report);
}
function checkScope(scope, outer, report) {
  const known = { names: new Set(scope.given), outer };
  const made = new Set(scope.nodes.flatMap((node) => node.output));
  let disorder = 0;
  scope.nodes.forEach((node, index) => {
    const where = nodePath(scope, node, index);
    disorder += checkInputs(node, where, known, made, report);
    for (const nested of nestedScopes(scope, node, index)) checkScope(nested, { names: made, outer: known }, report);
    checkOutputs(node, where, known, report);
  });
  if (disorder > 0) checkCycle(scope, report);
  for (const output of scope.outputs)
    if (output !== "" && !isKnown(output, known))
      report(
        "error",
        "output-unmade",
        `${scope.path}/output ${output}`,
        "No node, input or initialiser has this name.",
        "The graph is incomplete: export it again."
      );
}
function checkInputs(node, where, known, made, report) {
  let later = 0;
  for (const input of node.input) {
    if (input === "" || isKnown(input, known)) continue;
    if (made.has(input)) later += 1;
    else
      report(
        "error",
        "value-unmade",
        where,
        `It reads \`${input}\`, which nothing makes.`,
        "The graph is incomplete: export it again."
      );
  }
  if (later > 0)
    report(
      "warning",
      "node-order",
      where,
      "It stands before a node whose output it reads.",
      "Sort the nodes topologically; other runtimes refuse this model."
    );
  return later;
}
function checkOutputs(node, where, known, report) {
  for (const output of node.output) {
    if (output === "") continue;
    if (known.names.has(output))
      report(
        "error",
        "value-remade",
        where,
        `It makes \`${output}\`, which was made before.`,
        "Every value must be made once: rename one of the two."
      );
    else if (isKnown(output, known))
      report(
        "warning",
        "value-shadowed",
        where,
        `It makes \`${output}\`, which a graph around it has too.`,
        "Rename one of the two."
      );
    known.names.add(output);
  }
}
function isKnown(name, known) {
  for (let scope = known; scope !== void 0; scope = scope.outer) if (scope.names.has(name)) return true;
  return false;
}
function checkCycle(scope, report) {
  const maker = new Map(scope.nodes.flatMap((node, index) => node.output.map((output) => [output, index])));
  const waits = scope.nodes.map((node) => new Set(node.input.flatMap((input) => maker.get(input) ?? [])));
  const readers = scope.nodes.map(() => []);
  waits.forEach((makers, index) => {
    for (const made of makers) readers[made]?.push(index);
  });
  const ready = waits.flatMap((makers, index) => makers.size === 0 ? [index] : []);
  for (const done of ready)
    for (const reader of readers[done] ?? [])
      if (waits[reader]?.delete(done) && waits[reader].size === 0) ready.push(reader);
  const stuck = waits.findIndex((makers) => makers.size > 0);
  if (stuck >= 0)
    report(
      "error",
      "graph-cycle",
      nodePath(scope, scope.nodes[stuck], stuck),
      "It waits for its own output, through other nodes.",
      "Break the circle; a graph must be acyclic."
    );
}

// src/onnx/operator-table.ts
var operatorTable = `
[]
Abs 1:1,1,1,1 6 13
Acos 7:1,1,1,1 22
Acosh 9:1,1,1,1 22
Add 1:2,2,1,1 6 7 13 14
AffineGrid 20:2,2,1,1
And 1:2,2,1,1 7
ArgMax 1:1,1,1,1 11 12 13
ArgMin 1:1,1,1,1 11 12 13
Asin 7:1,1,1,1 22
Asinh 9:1,1,1,1 22
Atan 7:1,1,1,1 22
Atanh 9:1,1,1,1 22
Attention 23:3,6,1,4 24:3,7,1,4 25
AveragePool 1:1,1,1,1 7 10 11 19 22
BatchNormalization 1:5,5,1,5 6 7 9 14:5,5,1,3 15
Bernoulli 15:1,1,1,1 22
BitCast 26:1,1,1,1
BitShift 11:2,2,1,1 28
BitwiseAnd 18:2,2,1,1
BitwiseNot 18:1,1,1,1
BitwiseOr 18:2,2,1,1
BitwiseXor 18:2,2,1,1
BlackmanWindow 17:1,1,1,1
Cast 1:1,1,1,1 6 9 13 19 21 23 24 25 28
CastLike 15:2,2,1,1 19 21 23 24 25
CausalConvWithState 27:2,4,2,2
Ceil 1:1,1,1,1 6 13
Celu 12:1,1,1,1 28
CenterCropPad 18:2,2,1,1
Clip 1:1,1,1,1 6 11:1,3,1,1 12 13
Col2Im 18:3,3,1,1
Compress 9:2,2,1,1 11 28
Concat 1:1,*,1,1 4 11 13
ConcatFromSequence 11:1,1,1,1
Constant 1:0,0,1,1 9 11 12 13 19 21 23 24 25
ConstantOfShape 9:1,1,1,1 20 21 23 24 25
Conv 1:2,3,1,1 11 22
ConvInteger 10:2,4,1,1
ConvTranspose 1:2,3,1,1 11 22
Cos 7:1,1,1,1 22
Cosh 9:1,1,1,1 22
CumProd 26:2,2,1,1
CumSum 11:2,2,1,1 14
DFT 17:1,2,1,1 20:1,3,1,1
DeformConv 19:3,5,1,1 22
DepthToSpace 1:1,1,1,1 11 13 28
DequantizeLinear 10:2,3,1,1 13 19 21 23 24 25 28
Det 11:1,1,1,1 22
Div 1:2,2,1,1 6 7 13 14
Dropout 1:1,1,1,2 6 7 10 12:1,3,1,2 13 22
DynamicQuantizeLinear 11:1,1,3,3
Einsum 12:1,*,1,1 28
Elu 1:1,1,1,1 6 22
Equal 1:2,2,1,1 7 11 13 19
Erf 9:1,1,1,1 13
Exp 1:1,1,1,1 6 13
Expand 8:2,2,1,1 13
EyeLike 9:1,1,1,1 22
Flatten 1:1,1,1,1 9 11 13 21 23 24 25
Floor 1:1,1,1,1 6 13
GRU 1:3,6,2,2 3:3,6,0,2 7 14 22
Gather 1:2,2,1,1 11 13
GatherElements 11:2,2,1,1 13
GatherND 11:2,2,1,1 12 13
Gelu 20:1,1,1,1
Gemm 1:3,3,1,1 6 7 9 11:2,3,1,1 13
GlobalAveragePool 1:1,1,1,1 22
GlobalLpPool 1:1,1,1,1 2 22
GlobalMaxPool 1:1,1,1,1 22
Greater 1:2,2,1,1 7 9 13
GreaterOrEqual 12:2,2,1,1 16
GridSample 16:2,2,1,1 20 22
GroupNormalization 18! 21:3,3,1,1
HammingWindow 17:1,1,1,1
HannWindow 17:1,1,1,1
HardSigmoid 1:1,1,1,1 6 22
HardSwish 14:1,1,1,1 22
Hardmax 1:1,1,1,1 11 13
Identity 1:1,1,1,1 13 14 16 19 21 23 24 25
If 1:1,1,1,* 11 13 16 19 21 23 24 25
ImageDecoder 20:1,1,1,1
InstanceNormalization 1:3,3,1,1 6 22
IsInf 10:1,1,1,1 20
IsNaN 9:1,1,1,1 13 20
LRN 1:1,1,1,1 13
LSTM 1:3,8,0,3 7 14 22
LayerNormalization 17:2,3,1,3
LeakyRelu 1:1,1,1,1 6 16
Less 1:2,2,1,1 7 9 13
LessOrEqual 12:2,2,1,1 16
LinearAttention 27:3,6,2,2
Log 1:1,1,1,1 6 13
LogSoftmax 1:1,1,1,1 11 13
Loop 1:3,*,1,* 11:2,*,1,* 13 16 19 21 23 24 25
LpNormalization 1:1,1,1,1 22
LpPool 1:1,1,1,1 2 11 18 22
MatMul 1:2,2,1,1 9 13
MatMulInteger 10:2,4,1,1
Max 1:1,*,1,1 6 8 12 13
MaxPool 1:1,1,1,1 8:1,1,1,2 10 11 12 22
MaxRoiPool 1:2,2,1,1 22
MaxUnpool 9:2,3,1,1 11 22
Mean 1:1,*,1,1 6 8 13
MeanVarianceNormalization 9:1,1,1,1 13
MelWeightMatrix 17:5,5,1,1
Min 1:1,*,1,1 6 8 12 13
Mish 18:1,1,1,1 22
Mod 10:2,2,1,1 13 28
Mul 1:2,2,1,1 6 7 13 14
Multinomial 7:1,1,1,1 22
Neg 1:1,1,1,1 6 13
NegativeLogLikelihoodLoss 12:2,3,1,1 13 22
NonMaxSuppression 10:2,5,1,1 11
NonZero 9:1,1,1,1 13
Not 1:1,1,1,1
OneHot 9:3,3,1,1 11 28
Optional 15:0,1,1,1 28
OptionalGetElement 15:1,1,1,1 18 28
OptionalHasElement 15:1,1,1,1 18:0,1,1,1 28
Or 1:2,2,1,1 7
PRelu 1:2,2,1,1 6 7 9 16
Pad 1:1,1,1,1 2 11:2,3,1,1 13 18:2,4,1,1 19 21 23 24 25
Pow 1:2,2,1,1 7 12 13 15
QLinearConv 10:8,9,1,1
QLinearMatMul 10:8,8,1,1 21
QuantizeLinear 10:2,3,1,1 13 19 21 23 24 25 28
RMSNormalization 23:2,2,1,1
RNN 1:3,6,0,2 7 14 22
RandomNormal 1:0,0,1,1 22
RandomNormalLike 1:1,1,1,1 22
RandomUniform 1:0,0,1,1 22
RandomUniformLike 1:1,1,1,1 22
Range 11:3,3,1,1 27
Reciprocal 1:1,1,1,1 6 13
ReduceL1 1:1,1,1,1 11 13 18:1,2,1,1
ReduceL2 1:1,1,1,1 11 13 18:1,2,1,1
ReduceLogSum 1:1,1,1,1 11 13 18:1,2,1,1 28
ReduceLogSumExp 1:1,1,1,1 11 13 18:1,2,1,1 28
ReduceMax 1:1,1,1,1 11 12 13 18:1,2,1,1 20
ReduceMean 1:1,1,1,1 11 13 18:1,2,1,1
ReduceMin 1:1,1,1,1 11 12 13 18:1,2,1,1 20
ReduceProd 1:1,1,1,1 11 13 18:1,2,1,1
ReduceSum 1:1,1,1,1 11 13:1,2,1,1
ReduceSumSquare 1:1,1,1,1 11 13 18:1,2,1,1
RegexFullMatch 20:1,1,1,1
Relu 1:1,1,1,1 6 13 14
Reshape 1:1,1,1,1 5:2,2,1,1 13 14 19 21 23 24 25
Resize 10:2,2,1,1 11:3,4,1,1 13:1,4,1,1 18 19
ReverseSequence 10:2,2,1,1 28
RoiAlign 10:3,3,1,1 16 22
RotaryEmbedding 23:3,4,1,1
Round 11:1,1,1,1 22
STFT 17:2,4,1,1
Scan 8:2,*,1,* 9:1,*,1,* 11 16 19 21 23 24 25
Scatter 9:3,3,1,1 11!
ScatterElements 11:3,3,1,1 13 16 18
ScatterND 11:3,3,1,1 13 16 18
Selu 1:1,1,1,1 6 22
SequenceAt 11:2,2,1,1
SequenceConstruct 11:1,*,1,1
SequenceEmpty 11:0,0,1,1
SequenceErase 11:1,2,1,1
SequenceInsert 11:2,3,1,1
SequenceLength 11:1,1,1,1
SequenceMap 17:1,*,1,*
Shape 1:1,1,1,1 13 15 19 21 23 24 25
Shrink 9:1,1,1,1
Sigmoid 1:1,1,1,1 6 13
Sign 9:1,1,1,1 13
Sin 7:1,1,1,1 22
Sinh 9:1,1,1,1 22
Size 1:1,1,1,1 13 19 21 23 24 25
Slice 1:1,1,1,1 10:3,5,1,1 11 13
Softmax 1:1,1,1,1 11 13
SoftmaxCrossEntropyLoss 12:2,3,1,2 13
Softplus 1:1,1,1,1 22
Softsign 1:1,1,1,1 22
SpaceToDepth 1:1,1,1,1 13 28
Split 1:1,2,1,* 2:1,1,1,* 11 13:1,2,1,* 18
SplitToSequence 11:1,2,1,1 24
Sqrt 1:1,1,1,1 6 13
Squeeze 1:1,1,1,1 11 13:1,2,1,1 21 23 24 25
StringConcat 20:2,2,1,1
StringNormalizer 10:1,1,1,1
StringSplit 20:1,1,2,2
Sub 1:2,2,1,1 6 7 13 14
Sum 1:1,*,1,1 6 8 13
SwiGLU 28:2,2,1,1
Swish 24:1,1,1,1
Tan 7:1,1,1,1 22
Tanh 1:1,1,1,1 6 13
TensorScatter 24:2,3,1,1
TfIdfVectorizer 9:1,1,1,1
ThresholdedRelu 10:1,1,1,1 22
Tile 1:3,3,1,1 6:2,2,1,1 13
TopK 1:1,1,2,2 10:2,2,2,2 11 24
Transpose 1:1,1,1,1 13 21 23 24 25
Trilu 14:1,2,1,1
Unique 11:1,1,1,4 28
Unsqueeze 1:1,1,1,1 11 13:2,2,1,1 21 23 24 25
Upsample 1:1,1,1,1 7 9:2,2,1,1 10!
Where 9:3,3,1,1 16
Xor 1:2,2,1,1 7
[ai.onnx.ml]
ArrayFeatureExtractor 1:2,2,1,1
Binarizer 1:1,1,1,1
CastMap 1:1,1,1,1
CategoryMapper 1:1,1,1,1
DictVectorizer 1:1,1,1,1
FeatureVectorizer 1:1,*,1,1
Imputer 1:1,1,1,1
LabelEncoder 1:1,1,1,1 2 4
LinearClassifier 1:1,1,2,2
LinearRegressor 1:1,1,1,1
Normalizer 1:1,1,1,1
OneHotEncoder 1:1,1,1,1
SVMClassifier 1:1,1,2,2
SVMRegressor 1:1,1,1,1
Scaler 1:1,1,1,1
TreeEnsemble 5:1,1,1,1
TreeEnsembleClassifier 1:1,1,2,2 3 5!
TreeEnsembleRegressor 1:1,1,1,1 3 5!
ZipMap 1:1,1,1,1
[ai.onnx.preview]
FlexAttention 1:3,3,1,1
[ai.onnx.preview.training]
Adagrad 1:3,*,1,*
Adam 1:3,*,1,*
Gradient 1:1,*,1,*
Momentum 1:3,*,1,*
`;

// src/onnx/operators.ts
var parsed;
function operatorVersions(domain, operator) {
  parsed ??= parseTable(operatorTable);
  const operators = parsed.get(domain === "ai.onnx" ? "" : domain);
  return operators === void 0 ? void 0 : operators.get(operator) ?? [];
}
function operatorSchema(versions, opset) {
  return versions.findLast((version) => version.since <= opset);
}
function parseTable(text) {
  const domains = /* @__PURE__ */ new Map();
  let current = /* @__PURE__ */ new Map();
  for (const line of text.trim().split("\n")) {
    const [name = "", ...versions] = line.split(" ");
    if (line.startsWith("[")) {
      current = /* @__PURE__ */ new Map();
      domains.set(line.slice(1, -1), current);
    } else current.set(name, parseVersions(versions));
  }
  return domains;
}
function parseVersions(words) {
  let arity = [0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY];
  return words.map((word) => {
    const [since = "", numbers] = word.replace("!", "").split(":");
    if (numbers !== void 0)
      arity = numbers.split(",").map((bound) => bound === "*" ? Number.POSITIVE_INFINITY : Number(bound));
    const [minIn = 0, maxIn = 0, minOut = 0, maxOut = 0] = arity;
    return {
      since: Number(since),
      deprecated: word.endsWith("!"),
      inputs: { min: minIn, max: maxIn },
      outputs: { min: minOut, max: maxOut }
    };
  });
}

// src/onnx/check/operators.ts
function checkOperators(model, report) {
  const functions = new Set(model.functions.map((body) => qualified(body.domain, body.name)));
  const unchecked = /* @__PURE__ */ new Set();
  for (const scope of scopesOf(model)) {
    scope.nodes.forEach((node, index) => {
      if (functions.has(qualified(node.domain, node.opType))) return;
      checkOperator(node, nodePath(scope, node, index), scope, unchecked, report);
    });
  }
  for (const name of [...unchecked].sort())
    report(
      "note",
      "operator-unchecked",
      "model",
      `${name} is not of the ONNX standard; whether it exists shows when the model runs.`,
      "Keep the `runs` check on."
    );
}
function checkOperator(node, where, scope, unchecked, report) {
  const domain = node.domain === "" ? "ai.onnx" : node.domain;
  const opset = scope.opsets.find((set) => (set.domain || "ai.onnx") === domain)?.version;
  const versions = operatorVersions(node.domain, node.opType);
  if (opset === void 0)
    report(
      "error",
      "domain-missing",
      where,
      `Its domain ${domain} is not imported.`,
      "Add the domain to `opset_import`."
    );
  else if (versions === void 0) unchecked.add(`${domain}.${node.opType}`);
  else if (versions.length === 0)
    report(
      "error",
      "operator-unknown",
      where,
      `There is no operator ${node.opType} in ${domain}.`,
      "Check its spelling and its domain, or define it as a function of the model."
    );
  else checkVersion(node, where, opset, versions, report);
}
function checkVersion(node, where, opset, versions, report) {
  const schema = operatorSchema(versions, opset);
  if (schema === void 0)
    report(
      "error",
      "operator-too-new",
      where,
      `${node.opType} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`,
      "Export with a later opset."
    );
  else if (schema.deprecated)
    report(
      "warning",
      "operator-deprecated",
      where,
      `${node.opType} is deprecated since opset ${schema.since}.`,
      "Export with its successor; other runtimes refuse this model."
    );
  else {
    checkCount(node, where, "input", node.input.length, schema.inputs, report);
    checkCount(node, where, "output", node.output.length, schema.outputs, report);
  }
}
function checkCount(node, where, what, count, { min, max }, report) {
  if (count >= min && count <= max) return;
  const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
  report(
    "error",
    `${what}-count`,
    where,
    `${node.opType} has ${count} ${what}s and takes ${range}.`,
    "Export the model again with a matching opset."
  );
}
function qualified(domain, name) {
  return `${domain}.${name}`;
}

// src/onnx/check/structure.ts
var onnxruntimeLimits = { irVersion: 13, opset: { min: 7, max: 26 } };
function checkStructure(model, limits, report) {
  checkVersions(model, limits, report);
  checkOnce(
    model.metadataProps.map((entry) => entry.key),
    (key) => report(
      "warning",
      "metadata-duplicate",
      "metadata",
      `The metadata key \`${key}\` is there twice.`,
      "Keep one of them."
    )
  );
  if (model.graph !== void 0) checkMainGraph(model, model.graph, report);
  for (const scope of scopesOf(model)) {
    if (scope.graph !== void 0) checkGraph(scope.graph, scope, report);
    scope.nodes.forEach((node, index) => {
      checkAttributes(node, nodePath(scope, node, index), report);
    });
  }
}
function checkVersions(model, limits, report) {
  const ir = model.irVersion;
  if (ir === void 0 || ir < 1)
    report("error", "ir-missing", "model", "The model states no IR version.", "Export it again.");
  else if (ir > limits.irVersion)
    report(
      "error",
      "ir-too-new",
      "model",
      `IR version ${ir} is newer than the runtime reads (${limits.irVersion}).`,
      `Export with \`ir_version <= ${limits.irVersion}\`.`
    );
  if (model.opsetImport.length === 0 && (ir ?? 0) >= 3)
    report(
      "error",
      "opset-missing",
      "model",
      "The model imports no operator set.",
      "Export it again; a file cut off at its end looks like this too."
    );
  checkOnce(
    model.opsetImport.map((set) => standard(set.domain)),
    (domain) => report(
      "error",
      "opset-duplicate",
      "model",
      `The operators of ${domain} are imported twice.`,
      "Import one version of each domain."
    )
  );
  const opset = model.opsetImport.find((set) => standard(set.domain) === "ai.onnx")?.version;
  if (opset !== void 0) checkOpset(opset, limits, report);
}
function checkOpset(opset, { opset: { min, max } }, report) {
  const hint = `Convert the model to an opset between ${min} and ${max}.`;
  if (opset > max || opset < 1)
    report("error", "opset-range", "model", `Opset ${opset} is not one the runtime knows (up to ${max}).`, hint);
  else if (opset < min)
    report("warning", "opset-old", "model", `Opset ${opset} is older than the runtime supports (from ${min}).`, hint);
}
function checkMainGraph(model, graph, report) {
  if (graph.output.length === 0)
    report("error", "outputs-missing", "graph", "The graph has no outputs.", "Name at least one output when exporting.");
  for (const input of graph.input) checkDeclaration(input, `graph/input ${input.name}`, report);
  for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report);
  if ((model.irVersion ?? 4) >= 4) return;
  const inputs = new Set(graph.input.map((input) => input.name));
  for (const name of initializerNames(graph))
    if (!inputs.has(name))
      report(
        "warning",
        "initializer-not-input",
        `graph/initializer ${name}`,
        "Before IR version 4 every initialiser must be listed among the inputs.",
        "Set the IR version to 4 or later."
      );
}
function checkDeclaration(value, where, report) {
  const hint = "Export it with an element type, and with dims (symbolic ones where they vary).";
  if (typeText(value.type).includes("unknown"))
    report("error", "type-missing", where, "Its element type is not declared.", hint);
  else if (value.type?.tensorType !== void 0 && value.type.tensorType.shape === void 0)
    report("warning", "shape-missing", where, "Not even its number of dimensions is declared.", hint);
}
function checkGraph(graph, scope, report) {
  if (graph.name === "")
    report("note", "graph-nameless", scope.path, "The graph has no name.", "The standard wants one.");
  const say = (kind) => (name) => report(
    "error",
    `${kind}-duplicate`,
    `${scope.path}/${kind} ${name}`,
    `There are two ${kind}s of this name.`,
    "Give each its own name."
  );
  checkOnce(
    graph.input.map((value) => value.name),
    say("input")
  );
  checkOnce(
    graph.output.map((value) => value.name),
    say("output")
  );
  checkOnce(initializerNames(graph), say("initializer"));
}
function checkAttributes(node, where, report) {
  checkOnce(
    node.attribute.map((attribute) => attribute.name),
    (name) => report("error", "attribute-duplicate", where, `The attribute \`${name}\` is there twice.`, "Keep one of them.")
  );
  for (const attribute of node.attribute)
    if (attribute.name === "")
      report("error", "attribute-nameless", where, "An attribute has no name.", "Export the model again.");
}
function checkOnce(names, tell) {
  const seen = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  for (const name of names) {
    if (seen.has(name) && !told.has(name)) {
      told.add(name);
      tell(name);
    }
    seen.add(name);
  }
}
function standard(domain) {
  return domain === "" ? "ai.onnx" : domain;
}

// src/onnx/elements.ts
var arrays = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  bool: Uint8Array
};
function elementsOf(tensor) {
  const type = elementType(tensor.dataType);
  if (type === void 0 || tensor.dataLocation === 1) return void 0;
  const data = type.name === "string" ? textsOf(tensor) : numbersOf(tensor, type);
  return data?.length === sizeOf(tensor.dims) ? data : void 0;
}
function textsOf(tensor) {
  return tensor.stringData.map((bytes) => new TextDecoder().decode(bytes));
}
function numbersOf(tensor, type) {
  const array = arrays[type.name];
  if (array === void 0) return void 0;
  if (tensor.rawData === void 0) return array.from(typedFieldOf(tensor, type));
  if (tensor.rawData.length * 8 % (type.bits ?? 8) !== 0) return void 0;
  return new array(Uint8Array.from(tensor.rawData).buffer);
}
function typedFieldOf(tensor, type) {
  const field = type.field === "stringData" ? void 0 : tensor[type.field];
  if (type.name === "uint32") return Array.from(field ?? [], Number);
  return field ?? [];
}

// src/onnx/check/weights.ts
function checkWeights(model, report) {
  for (const [where, tensor] of constantsOf(model)) checkTensor(tensor, where, report);
}
function constantsOf(model) {
  return scopesOf(model).flatMap((scope) => [
    ...(scope.graph?.initializer ?? []).map((tensor) => named(`${scope.path}/initializer ${tensor.name}`, tensor)),
    ...(scope.graph?.sparseInitializer ?? []).flatMap(
      ({ values, indices }) => [values, indices].flatMap(
        (tensor) => tensor === void 0 ? [] : [named(`${scope.path}/initializer ${tensor.name}`, tensor)]
      )
    ),
    ...scope.nodes.flatMap(
      (node, index) => node.attribute.flatMap(
        (attribute) => [...attribute.t === void 0 ? [] : [attribute.t], ...attribute.tensors].map(
          (tensor) => named(`${nodePath(scope, node, index)}/${attribute.name}`, tensor)
        )
      )
    )
  ]);
}
function named(where, tensor) {
  return [where, tensor];
}
function checkTensor(tensor, where, report) {
  const type = elementType(tensor.dataType);
  if (type === void 0)
    report(
      "error",
      "weights-type",
      where,
      `Its element type ${tensor.dataType ?? "is missing:"} is not one.`,
      "Export the model again."
    );
  else if (!areSizes(tensor.dims))
    report(
      "error",
      "weights-dims",
      where,
      `Its dims [${tensor.dims.join(", ")}] are not sizes.`,
      "Export the model again."
    );
  else if (tensor.dataLocation !== 1) checkData(tensor, type, where, report);
}
function areSizes(dims) {
  return dims.every((dim) => Number.isSafeInteger(dim) && dim >= 0) && Number.isSafeInteger(sizeOf(dims));
}
function checkData(tensor, type, where, report) {
  const trouble = sizeTrouble(tensor, type);
  if (trouble === void 0) checkFinite(tensor, where, report);
  else report("error", "weights-size", where, trouble, "The file is damaged: export it again.");
}
function sizeTrouble(tensor, type) {
  const wanted = sizeOf(tensor.dims);
  const filled = ["floatData", "int32Data", "int64Data", "uint64Data", "doubleData", "stringData"].filter(
    (field) => (tensor[field]?.length ?? 0) > 0
  );
  if (filled.length + ((tensor.rawData?.length ?? 0) > 0 ? 1 : 0) > 1)
    return "It has its data twice, in different fields.";
  if ((tensor.rawData?.length ?? 0) > 0) {
    const bytes = Math.ceil(wanted * (type.bits ?? 0) / 8);
    return tensor.rawData?.length === bytes ? void 0 : `It has ${tensor.rawData?.length} bytes where its dims need ${bytes}.`;
  }
  if (filled[0] !== void 0 && filled[0] !== type.field)
    return `Its ${type.name} elements stand in the field of another type.`;
  const count = tensor[type.field]?.length ?? 0;
  const needed = fieldLength(wanted, type);
  return count === needed ? void 0 : `It has ${count} elements where its dims need ${needed}.`;
}
function fieldLength(elements, type) {
  if (type.name.startsWith("complex")) return 2 * elements;
  return (type.bits ?? 8) < 8 ? Math.ceil(elements * (type.bits ?? 8) / 8) : elements;
}
function checkFinite(tensor, where, report) {
  const { nan, infinite } = countNonFinite(tensor);
  if (nan > 0)
    report(
      "error",
      "weights-nan",
      where,
      `${nan} of its elements are NaN.`,
      "The training diverged: go back to an earlier checkpoint."
    );
  if (infinite > 0)
    report(
      "warning",
      "weights-infinite",
      where,
      `${infinite} of its elements are infinite.`,
      "Normal in attention masks; elsewhere the training diverged."
    );
}
function countNonFinite(tensor) {
  const read = floats[elementType(tensor.dataType)?.name ?? ""];
  const counts = { nan: 0, infinite: 0 };
  if (read === void 0) return counts;
  for (const element of elementsOf(tensor) ?? []) {
    const value = read(element);
    if (Number.isNaN(value)) counts.nan += 1;
    else if (!Number.isFinite(value)) counts.infinite += 1;
  }
  return counts;
}
var floats = {
  float32: (element) => element,
  float64: (element) => element,
  float16: fromFloat16,
  bfloat16: fromBfloat16
};
function fromBfloat16(half) {
  return new Float32Array(Uint32Array.of(half << 16).buffer)[0];
}

// src/onnx/findings.ts
var listed = 20;
function collectFindings(run) {
  const findings = [];
  const counts = /* @__PURE__ */ new Map();
  const last = /* @__PURE__ */ new Map();
  run((severity, code, where, message, hint) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    const finding = { severity, code, where, message, hint };
    if (count <= listed) findings.push(finding);
    else last.set(code, finding);
  });
  for (const [code, finding] of last) findings.push(more(finding, (counts.get(code) ?? 0) - listed));
  return findings;
}
function more(finding, count) {
  return { ...finding, where: "model", message: `${count} more of these, the last at ${finding.where}.` };
}

// src/onnx/check.ts
function checkModel(model, limits = onnxruntimeLimits) {
  return collectFindings((report) => {
    checkStructure(model, limits, report);
    checkNames(model, report);
    checkOperators(model, report);
    checkWeights(model, report);
  });
}

// src/onnx/diff.ts
function diffInterface(a, b) {
  const before = interfaceOf(a);
  const after = interfaceOf(b);
  const differences = [...inputDifferences(before, after), ...outputDifferences(before, after)];
  const breaking2 = differences.filter((difference) => difference.breaking);
  const additive2 = differences.filter((difference) => !difference.breaking);
  return {
    change: breaking2.length > 0 ? "breaking" : additive2.length > 0 ? "additive" : "compatible",
    reasons: [...breaking2, ...additive2].map((difference) => difference.reason)
  };
}
function inputDifferences(before, after) {
  const fresh = after.inputs.filter((input) => !before.inputs.some((old) => old.name === input.name));
  return [
    ...before.inputs.flatMap((old) => inputDifference(old, find(after.inputs, old.name))),
    ...fresh.map((input) => ({
      breaking: !input.optional,
      reason: `input \`${input.name}\` is new${input.optional ? ", with a default" : " and required"}`
    }))
  ];
}
function inputDifference(old, port) {
  if (port === void 0) return [breaking(`input \`${old.name}\` is gone`)];
  if (port.type !== old.type) return [breaking(`input \`${old.name}\` changed from ${old.type} to ${port.type}`)];
  const fits = accepts(port.dims, old.dims);
  const differences = [];
  if (!fits) differences.push(breaking(`input \`${old.name}\` takes ${shape(port)}, no longer ${shape(old)}`));
  else if (!accepts(old.dims, port.dims))
    differences.push(additive(`input \`${old.name}\` takes ${shape(port)}, beyond ${shape(old)}`));
  if (old.optional && !port.optional)
    differences.push(breaking(`input \`${old.name}\` lost its default and is now required`));
  if (!old.optional && port.optional) differences.push(additive(`input \`${old.name}\` has a default now`));
  return differences;
}
function outputDifferences(before, after) {
  const fresh = after.outputs.filter((output) => find(before.outputs, output.name) === void 0);
  return [
    ...before.outputs.flatMap((old, index) => outputDifference(old, index, before, after)),
    ...fresh.map((output) => additive(`output \`${output.name}\` is new`))
  ];
}
function outputDifference(old, index, before, after) {
  const port = find(after.outputs, old.name);
  if (port === void 0) return [breaking(`output \`${old.name}\` is gone`)];
  if (port.type !== old.type) return [breaking(`output \`${old.name}\` changed from ${old.type} to ${port.type}`)];
  if (!promises(port, old, before, after))
    return [breaking(`output \`${old.name}\` has ${shape(port)}, no longer ${shape(old)}`)];
  if (after.outputs[index]?.name !== old.name)
    return [breaking(`output \`${old.name}\` is no longer at position ${index + 1}`)];
  return [];
}
function accepts(mine, theirs) {
  if (mine === void 0) return true;
  if (theirs === void 0 || mine.length !== theirs.length) return false;
  return mine.every((dim, index) => typeof dim === "string" || dim === theirs[index]);
}
function promises(port, old, before, after) {
  if (old.dims === void 0) return true;
  if (port.dims?.length !== old.dims.length) return false;
  return old.dims.every((was, index) => {
    const is = port.dims?.[index];
    if (typeof was === "number") return is === was || valuesAtOldInputs(is, before, after).includes(was);
    return typeof is === "string" || !isInputSymbol(was, before);
  });
}
function valuesAtOldInputs(symbol, before, after) {
  if (typeof symbol !== "string" || symbol === "") return [];
  return after.inputs.flatMap(
    (input) => (input.dims ?? []).flatMap(
      (dim, index) => dim === symbol ? find(before.inputs, input.name)?.dims?.[index] ?? [] : []
    )
  );
}
function isInputSymbol(symbol, before) {
  return symbol !== "" && before.inputs.some((input) => input.dims?.includes(symbol));
}
function find(ports, name) {
  return ports.find((port) => port.name === name);
}
function shape(port) {
  return port.dims === void 0 ? "any shape" : `[${port.dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
function breaking(reason) {
  return { breaking: true, reason };
}
function additive(reason) {
  return { breaking: false, reason };
}

export {
  scopesOf,
  constantsOf,
  collectFindings,
  checkModel,
  diffInterface
};
