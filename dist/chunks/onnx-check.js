import { formalAt, inferTypes, newest, newestOpset, operatorSchema, operatorVersions } from "./onnx-infer.js";
import { byteCount, constantsOf, elementsOf, externalEntry, functionScope, initializerNames, isExternal, isStandard, mainScope, nestedScopes, nodePath, opsetOf, rawRangeOf, scopesOf, smallFloats, standardDomain, subgraphsOf } from "./onnx-graph-constants.js";
import { elementType, isSize, refusals, typeText } from "./start.js";
import { sizeOf as sizeOf$1 } from "./workers.js";
import { deferredOf, rangeOf } from "./onnx-format-read-message.js";
import { eachPiece } from "./core-bytes.js";
import { externalFiles } from "./onnx-graph.js";
const contribOperators = new Set(`Attention AttnLSTM BeamSearch BiasAdd BiasDropout BiasGelu BiasSoftmax BiasSplitGelu BifurcationDetector BitmaskBiasDropout
BitmaskDropout CDist CausalConvWithState ComplexMul ComplexMulConj ConvTransposeWithDynamicPads CropAndResize DecoderAttention
DecoderMaskedMultiHeadAttention DecoderMaskedSelfAttention DequantizeBFP DequantizeLinear DequantizeWithOrder
DynamicQuantizeLSTM DynamicQuantizeMatMul DynamicTimeWarping EPContext EmbedLayerNormalization EngramGate ExpandDims FastGelu
FusedConv FusedGemm FusedMatMul FusedMatMulActivation GatedAdd GatedDeltaNet GatedRMSNorm GatedRelativePositionBias
GatherBlockQuantized GatherND Gelu GemmFastGelu GemmFloat8 GemmaRotaryEmbedding GreedySearch GridSample GroupNorm
GroupQueryAttention Inverse Irfft IsAllFinite LinearAttention LinearAttentionGate LongformerAttention MRotaryEmbedding
MatMulBlockQuantizedFp4Weight MatMulBlockQuantizedFp8Weight MatMulBnb4 MatMulFpQ4 MatMulInteger16 MatMulIntegerToFloat
MatMulNBits MatMulNBitsMlp MatMulNBitsQkv MaxpoolWithMask MoE MulInteger MultiHeadAttention MurmurHash3 NGramHashMapping
NGramRepeatBlock NhwcConv NhwcFusedConv NhwcMaxPool PackedAttention PackedMultiHeadAttention Pad PagedAttention QAttention
QEmbedLayerNormalization QGemm QLinearAdd QLinearAveragePool QLinearConcat QLinearConv QLinearGlobalAveragePool
QLinearLeakyRelu QLinearMul QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere QMoE QOrderedAttention QOrderedGelu
QOrderedLayerNormalization QOrderedLongformerAttention QOrderedMatMul QuantizeBFP QuantizeLinear QuantizeWithOrder QuickGelu
Range ReduceSumInteger RelativePositionBias RemovePadding RestorePadding Rfft RotaryEmbedding SampleOp Sampling SkipGroupNorm
SkipLayerNormalization SkipSimplifiedLayerNormalization Snpe SparseAttention SparseToDenseMatMul Tokenizer TorchEmbedding
TransposeMatMul Trilu UnfoldTensor Unique VarlenCausalConvWithState VarlenNGramHashMapping WhisperBeamSearch
WordConvEmbedding`.split(/\s/));
function checkOperators(model, report) {
	const functions = functionNames(model);
	const overloads = new Set(model.functions.map(({ domain, name, overload }) => `${qualified(domain, name)}:${overload}`));
	const foreign = new Set();
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		const name = qualified(node.domain, node.opType);
		if (!functions.has(name)) checkOperator(node, where, scope, foreign, report);
		else if (!isImported(node.domain, scope)) report("domain-missing", where, `Its domain ${standardDomain(node.domain)} is not imported.`);
		else if (!overloads.has(`${name}:${node.overload}`)) report("operator-unknown", where, `The function ${name} has no overload \`${node.overload}\`.`);
	});
	for (const name of [...foreign].sort()) if (name.startsWith(contrib)) report("operator-contrib", "model", `${name} is an operator of onnxruntime alone.`);
	else report("operator-unchecked", "model", `${name} is not of the ONNX standard; whether it exists shows when the model runs.`);
}
function functionNames(model) {
	return new Set(model.functions.map((body) => qualified(body.domain, body.name)));
}
function qualified(domain, name) {
	return `${standardDomain(domain)}.${name}`;
}
function schemaOf(node, scope, functions) {
	if (functions.has(qualified(node.domain, node.opType))) return void 0;
	const schema = operatorSchema(operatorVersions(node.domain, node.opType) ?? [], opsetOf(scope.opsets, node.domain) ?? 0);
	return schema?.deprecated === true ? void 0 : schema;
}
const contrib = "com.microsoft.";
function checkOperator(node, where, scope, foreign, report) {
	const domain = standardDomain(node.domain);
	const opset = opsetOf(scope.opsets, domain);
	const versions = operatorVersions(domain, node.opType);
	const isUnknown = node.opType === "" || versions?.length === 0 || `${domain}.` === contrib && !contribOperators.has(node.opType);
	if (node.input.length === 0 && node.output.length === 0) report("node-empty", where, "It has neither inputs nor outputs.");
	if (!isImported(domain, scope)) report("domain-missing", where, `Its domain ${domain} is not imported.`);
	else if (isUnknown) report("operator-unknown", where, `There is no operator ${node.opType} in ${domain}.`);
	else if (versions === void 0) foreign.add(qualified(domain, node.opType));
	else if (opset !== void 0) checkVersion(node, where, opset, versions, report);
}
function isImported(domain, { opsets }) {
	return opsets.some((set) => standardDomain(set.domain) === standardDomain(domain));
}
function checkVersion(node, where, opset, versions, report) {
	const schema = operatorSchema(versions, opset);
	if (schema === void 0) report("operator-too-new", where, `${node.opType} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`);
	else if (schema.deprecated) report("operator-deprecated", where, `${node.opType} is deprecated since opset ${schema.since}.`);
	else {
		checkCount(node, where, "input", schema.inputs, report);
		checkCount(node, where, "output", schema.outputs, report);
		checkLeftOut(node, where, "input", schema.takes, report);
		checkLeftOut(node, where, "output", schema.gives, report);
		checkGiven(node, where, report);
	}
}
const graphRunners = [
	"Loop",
	"Scan",
	"SequenceMap"
];
function checkGiven(node, where, report) {
	const at = node.output.indexOf("");
	if (at >= 0 && graphRunners.includes(node.opType)) report("output-count", where, `It leaves out output ${at}, which it must have.`);
}
function checkCount(node, where, side, { min, max }, report) {
	const count = node[side].length;
	if (count >= min && count <= max) return;
	const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
	report(`${side}-count`, where, `${node.opType} has ${count} ${side}s and takes ${range}.`);
}
function checkLeftOut(node, where, side, formals, report) {
	node[side].forEach((name, index) => {
		const option = formalAt(formals, index)?.option;
		if (name === "" && (option === "single" || option === "variadic" && side === "input")) report(side === "input" ? "input-missing" : "output-count", where, `It leaves out ${side} ${index}, which it must have.`);
	});
}
const onnxruntimeLimits = {
	irVersion: 13,
	opset: {
		min: 7,
		max: 26
	}
};
newest.irVersion, newest.opset;
function checkStructure(model, limits, report) {
	checkVersions(model, limits, report);
	checkMetadata(model.metadataProps, "metadata", report);
	if (model.graph !== void 0) checkMainGraph(model, model.graph, report);
	checkSizes(model, report);
	for (const scope of scopesOf(model)) {
		if (scope.graph !== void 0) checkGraph(scope.graph, scope, model.irVersion ?? 4, report);
		checkOnce(scope.nodes.map((node) => node.name).filter((name) => name !== ""), (name) => report("node-duplicate", `${scope.path}/node ${name}`, "Another node of this graph has its name."));
	}
}
function checkMetadata(entries, where, report) {
	checkOnce(entries.map((entry) => entry.key), (key) => report("metadata-duplicate", where, `The metadata key \`${key}\` is there twice.`));
	if (entries.some((entry) => entry.key === "")) report("metadata-nameless", where, "A metadata key is empty.");
}
function checkVersions(model, limits, report) {
	const ir = model.irVersion;
	if (ir === void 0 || ir < 1) report("ir-missing", "model", "The model states no IR version.");
	else if (ir > limits.irVersion) report("ir-too-new", "model", `IR version ${ir} is newer than the runtime reads (${limits.irVersion}).`, `Export with \`ir_version <= ${limits.irVersion}\`.`);
	if (model.opsetImport.length === 0 && (ir ?? 0) >= 3) report("opset-missing", "model", "The model imports no operator set.");
	if (model.opsetImport.length > 0 && ir !== void 0 && ir < 3) report("opset-early", "model", `It imports operator sets, and has IR version ${ir}.`);
	for (const [where, opsets] of importsOf(model)) {
		checkOnce(opsets.map((set) => standardDomain(set.domain)), (domain) => tellImports(domain, opsets, where, report));
		for (const set of opsets) checkOpset$1(set, where, limits, report);
	}
}
function tellImports(domain, opsets, where, report) {
	const versions = new Set(opsets.filter((set) => standardDomain(set.domain) === domain).map(({ version }) => version));
	if (versions.size === 1) report("opset-repeated", where, `The import of ${domain} is there twice.`);
	else report("opset-duplicate", where, `The operators of ${domain} are imported in versions ${[...versions].join(", ")}.`);
}
function importsOf(model) {
	return [["model", model.opsetImport], ...model.functions.map((body) => [`function ${body.name}`, body.opsetImport])];
}
function checkOpset$1(set, where, limits, report) {
	const domain = standardDomain(set.domain);
	const version = set.version ?? 0;
	const max = domain === "ai.onnx" ? limits.opset.max : newestOpset(domain) ?? Number.POSITIVE_INFINITY;
	const { min } = limits.opset;
	const said = domain === "ai.onnx" ? "Opset" : `${domain}, opset`;
	if (version > max || version < 1) report("opset-range", where, `${said} ${version} is not one the runtime knows${max === Number.POSITIVE_INFINITY ? "" : ` (up to ${max})`}.`, domain === "ai.onnx" ? `Convert the model to an opset between ${min} and ${max}.` : void 0);
	else if (domain === "ai.onnx" && version < min) report("opset-old", where, `Opset ${version} is older than the runtime supports (from ${min}).`, `Convert the model to an opset between ${min} and ${max}.`);
}
function checkSizes(model, report) {
	const declared = scopesOf(model).flatMap(({ graph }) => [
		...graph?.input ?? [],
		...graph?.output ?? [],
		...graph?.valueInfo ?? []
	]);
	const inFunctions = model.functions.flatMap((body) => body.valueInfo);
	const negative = [...declared, ...inFunctions].filter(({ type }) => hasNegative(type));
	const [first] = negative;
	if (first === void 0) return;
	const more = negative.length - 1;
	const others = more === 0 ? "" : ` and of ${more} other ${more === 1 ? "value" : "values"}`;
	report("dims-negative", "model", `The declared sizes of \`${first.name}\`${others} are negative.`);
}
function hasNegative(type) {
	const { shape } = type?.tensorType ?? type?.sparseTensorType ?? {};
	const inner = type?.sequenceType?.elemType ?? type?.optionalType?.elemType ?? type?.mapType?.valueType;
	return shape?.dim.some(({ dimValue = 0 }) => dimValue < 0) === true || inner !== void 0 && hasNegative(inner);
}
function checkMainGraph(model, graph, report) {
	if (graph.output.length === 0) report("outputs-missing", "graph", "The graph has no outputs.");
	for (const input of graph.input) checkDeclaration(input, `graph/input ${input.name}`, report);
	for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report);
	if ((model.irVersion ?? 4) >= 4) return;
	const inputs = new Set(graph.input.map((input) => input.name));
	for (const name of initializerNames(graph)) if (!inputs.has(name)) report("initializer-not-input", `graph/initializer ${name}`, "Before IR version 4 every initialiser must be listed among the inputs.");
}
function checkDeclaration(value, where, report) {
	if (typeText(value.type).includes("unknown")) report("type-missing", where, "Its element type is not declared.");
	else if (value.type?.tensorType !== void 0 && value.type.tensorType.shape === void 0) report("shape-missing", where, "Not even its number of dimensions is declared.");
}
function checkGraph(graph, scope, irVersion, report) {
	if (graph.name === "") report("graph-nameless", scope.path, "The graph has no name.");
	const told = {
		input: graph.input.map(nameOf),
		output: graph.output.map(nameOf),
		initializer: initializerNames(graph)
	};
	for (const kind of [
		"input",
		"output",
		"initializer"
	]) {
		checkOnce(told[kind], (name) => report(`${kind}-duplicate`, `${scope.path}/${kind} ${name}`, `There are two ${kind}s of this name.`));
		if (told[kind].includes("")) report(kind === "initializer" ? "initializer-nameless" : "value-nameless", scope.path, `An ${kind} has no name.`);
	}
	if (irVersion < 10 && graph.metadataProps.length > 0) report("metadata-early", scope.path, `It has metadata, and the model has IR version ${irVersion}.`);
	checkAnnotations(graph, scope, report);
}
function nameOf(value) {
	return value.name;
}
function checkAnnotations(graph, scope, report) {
	const names = new Set([...scope.given, ...graph.node.flatMap((node) => node.output)]);
	for (const { tensorName, quantParameterTensorNames } of graph.quantizationAnnotation) for (const name of [tensorName, ...quantParameterTensorNames.map((entry) => entry.value)]) if (!names.has(name)) report("annotation-unknown", scope.path, `The quantisation annotation of \`${tensorName}\` names \`${name}\`.`);
}
function checkOnce(names, tell) {
	const seen = new Set();
	const told = new Set();
	for (const name of names) {
		if (seen.has(name) && !told.has(name)) {
			told.add(name);
			tell(name);
		}
		seen.add(name);
	}
}
function checkAttributes(model, report) {
	const functions = functionNames(model);
	const isTyped = (model.irVersion ?? 1) >= 2;
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		checkForm(node, scope, where, isTyped, report);
		const schema = schemaOf(node, scope, functions);
		if (schema !== void 0) checkAgainst(node, schema, where, report);
	});
}
function checkForm(node, scope, where, isTyped, report) {
	checkOnce(node.attribute.map((attribute) => attribute.name), (name) => report("attribute-duplicate", where, `The attribute \`${name}\` is there twice.`));
	for (const attribute of node.attribute) {
		if (attribute.name === "") report("attribute-nameless", where, "An attribute has no name.");
		if (isTyped && (attribute.type ?? 0) === 0) report("attribute-untyped", where, `\`${attribute.name}\` does not say its type.`);
		checkContent(attribute, where, report);
		if (attribute.refAttrName !== "") checkReference(attribute, scope, where, report);
	}
}
const contents = [
	[1, ({ f }) => f !== void 0],
	[2, ({ i }) => i !== void 0],
	[3, ({ s }) => s !== void 0],
	[4, ({ t }) => t !== void 0],
	[5, ({ g }) => g !== void 0],
	[6, ({ floats }) => isFilled(floats)],
	[7, ({ ints }) => isFilled(ints)],
	[8, ({ strings }) => isFilled(strings)],
	[9, ({ tensors }) => isFilled(tensors)],
	[10, ({ graphs }) => isFilled(graphs)],
	[11, ({ sparseTensor }) => sparseTensor !== void 0],
	[12, ({ sparseTensors }) => isFilled(sparseTensors)],
	[13, ({ tp }) => tp !== void 0],
	[14, ({ typeProtos }) => isFilled(typeProtos)]
];
function isFilled(list) {
	return (list?.length ?? 0) > 0;
}
const messageTypes = [
	4,
	5,
	11,
	13
];
function checkContent(attribute, where, report) {
	const held = contents.filter(([, holds]) => holds(attribute)).map(([type]) => type);
	const [first] = held;
	const { name, type = 0, refAttrName } = attribute;
	if (type > contents.length) report("attribute-content", where, `\`${name}\` has type ${type}, which is not one.`);
	else if (held.length > 1) report("attribute-content", where, `\`${name}\` holds ${held.length} values.`);
	else if (first !== void 0 && type !== 0 && first !== type) report("attribute-content", where, `\`${name}\` holds a value of type ${typeName(first)} and says ${typeName(type)}.`);
	else if (held.length === 0 && refAttrName === "" && messageTypes.includes(type)) report("attribute-content", where, `\`${name}\` holds nothing.`);
	else if (held.length > 0 && refAttrName !== "") report("attribute-content", where, `\`${name}\` refers to \`${refAttrName}\` and has a value too.`);
}
const typeNames = "FLOAT INT STRING TENSOR GRAPH FLOATS INTS STRINGS TENSORS GRAPHS SPARSE_TENSOR SPARSE_TENSORS TYPE_PROTO TYPE_PROTOS".split(" ");
function typeName(type) {
	return typeNames[type - 1] ?? String(type);
}
function checkReference({ name, refAttrName }, { body }, where, report) {
	if (body === void 0) report("attribute-reference", where, `\`${name}\` refers to \`${refAttrName}\`, and is not in a function.`);
	else if (!body.attribute.includes(refAttrName) && !body.attributeProto.some((attribute) => attribute.name === refAttrName)) report("attribute-reference", where, `\`${name}\` refers to \`${refAttrName}\`, which the function does not declare.`);
}
function checkAgainst(node, schema, where, report) {
	for (const { name, type = 0 } of node.attribute) {
		const formal = schema.attributes.get(name);
		if (formal === void 0 && !name.startsWith("__") && name !== "") report("attribute-unknown", where, `${node.opType} of opset ${schema.since} has no attribute \`${name}\`.`);
		else if (formal !== void 0 && type !== 0 && type !== formal.type) report("attribute-type", where, `\`${name}\` is ${typeName(type)} where ${typeName(formal.type)} is wanted.`);
	}
	for (const [name, { required }] of schema.attributes) if (required && !node.attribute.some((attribute) => attribute.name === name)) report("attribute-missing", where, `${node.opType} must have an attribute \`${name}\`.`);
	if (node.opType === "Constant" && schema.attributes.size > 1) checkConstant(node, where, report);
	for (const { name, i } of node.attribute) if (i !== void 0 && typeAttributes.includes(name) && elementType(Number(i)) === void 0) report("value-range", where, `\`${name}\` is ${i}, which is not an element type.`);
}
const typeAttributes = [
	"to",
	"dtype",
	"output_datatype"
];
function checkConstant(node, where, report) {
	const count = node.attribute.length;
	if (count === 0) report("attribute-missing", where, "A Constant must have a value.");
	else if (count > 1) report("attribute-content", where, `It has ${count} values, and must have one.`);
}
const maxDepth = 100;
function checkCycles(model, report) {
	const bodies = new Map(model.functions.map((body) => [keyOf$1(body.domain, body.name, body.overload), body]));
	const calls = new Map([...bodies].map(([key, body]) => [key, callsIn(body).filter((callee) => bodies.has(callee))]));
	const depths = new Map();
	const depthOf = (key, path) => {
		if (path.includes(key) || path.length > maxDepth) return Number.POSITIVE_INFINITY;
		const known = depths.get(key);
		if (known !== void 0) return known;
		const within = [...path, key];
		const depth = (calls.get(key) ?? []).reduce((most, callee) => Math.max(most, 1 + depthOf(callee, within)), 1);
		depths.set(key, depth);
		return depth;
	};
	for (const [key, { name }] of bodies) if (depthOf(key, []) > maxDepth) report("function-cycle", `function ${name}`, `It calls itself, or others more than ${maxDepth} deep.`);
}
function callsIn(body) {
	const nodes = [...body.node];
	for (const node of nodes) for (const graph of subgraphsOf(node)) for (const nested of graph.node) nodes.push(nested);
	return [...new Set(nodes.map((node) => keyOf$1(node.domain, node.opType, node.overload)))];
}
function keyOf$1(domain, name, overload) {
	return `${standardDomain(domain)} ${name} ${overload}`;
}
const alignment = 4096;
function checkExternal(model, external, report) {
	const pieces = constantsOf(model).flatMap(([where, tensor]) => pieceOf(where, tensor, external, report) ?? []);
	for (const { where, location, start, end } of pieces) {
		const size = sizeOf(external, location);
		if (end > size || start > size) report("external-end", where, `It takes bytes ${start} to ${end} of \`${location}\`, which has ${size}.`);
		if (start % alignment !== 0) report("external-alignment", where, `It begins at byte ${start} of \`${location}\`.`);
	}
	checkOverlaps(pieces, report);
}
function pieceOf(where, tensor, external, report) {
	if (!isExternal(tensor)) return void 0;
	const location = externalEntry(tensor, "location") ?? "";
	const size = sizeOf(external, location);
	if (size === void 0) {
		const why = external.get(location) ?? "missing";
		report("external-missing", where, `Its file \`${location}\` ${refusals[why]}.`);
		return;
	}
	const start = Number(externalEntry(tensor, "offset") ?? 0);
	const end = start + Number(externalEntry(tensor, "length") ?? size - start);
	return Number.isSafeInteger(start) && Number.isSafeInteger(end) ? {
		where,
		location,
		start,
		end
	} : void 0;
}
function sizeOf(external, location) {
	const source = external.get(location);
	return typeof source === "string" ? void 0 : source?.length;
}
function checkOverlaps(pieces, report) {
	const ends = new Map();
	for (const piece of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const before = ends.get(piece.location);
		if (before !== void 0 && piece.start < before.end) report("external-overlap", piece.where, `It shares bytes of \`${piece.location}\` with ${before.where}.`);
		if (before === void 0 || piece.end > before.end) ends.set(piece.location, piece);
	}
}
const findingCatalogue = {
	"ir-missing": [
		"error",
		"The model states no IR version.",
		"Export it again."
	],
	"ir-too-new": [
		"error",
		"The IR version is newer than the runtime reads.",
		"Export with an older `ir_version`; none is newer than what is published."
	],
	"opset-missing": [
		"error",
		"The model imports no operator set.",
		"Export it again; a file cut off at its end looks like this too."
	],
	"opset-duplicate": [
		"error",
		"The operators of one domain are imported in different versions.",
		"Import one version of each domain."
	],
	"opset-repeated": [
		"warning",
		"The import of one domain is there twice.",
		"Remove one of the two."
	],
	"opset-range": [
		"error",
		"An operator set has a version that does not exist, or that the runtime does not know.",
		"Convert the model to a version that exists."
	],
	"opset-old": [
		"warning",
		"The operator set is older than the runtime supports.",
		"Convert the model to a later operator set."
	],
	"opset-early": [
		"error",
		"Operator sets are imported before IR version 3.",
		"Set the IR version to 3 or later."
	],
	"outputs-missing": [
		"error",
		"The graph has no outputs.",
		"Name at least one output when exporting."
	],
	"graph-nameless": [
		"error",
		"A graph has no name.",
		"Give it one: the standard wants it."
	],
	"value-nameless": [
		"error",
		"An input or output has no name.",
		"Export the model again."
	],
	"type-missing": [
		"error",
		"An input or output of the model declares no element type.",
		"Export it with an element type, and with dims (symbolic ones where they vary)."
	],
	"shape-missing": [
		"error",
		"An input or output of the model declares not even its number of dimensions.",
		"Export it with an element type, and with dims (symbolic ones where they vary)."
	],
	"dims-negative": [
		"warning",
		"Declared sizes are negative: they are taken as unknown.",
		"Leave an unknown size out, or give it a symbol."
	],
	"input-duplicate": [
		"error",
		"Two inputs of a graph have one name.",
		"Give each its own name."
	],
	"output-duplicate": [
		"error",
		"Two outputs of a graph have one name.",
		"Give each its own name."
	],
	"initializer-duplicate": [
		"error",
		"Two initialisers of a graph have one name.",
		"Give each its own name."
	],
	"initializer-nameless": [
		"error",
		"An initialiser has no name.",
		"Export the model again."
	],
	"initializer-not-input": [
		"error",
		"Before IR version 4 every initialiser must be listed among the inputs.",
		"Set the IR version to 4 or later."
	],
	"initializer-unused": [
		"note",
		"No node reads an initialiser.",
		"Remove it, to make the file smaller."
	],
	"external-data": [
		"note",
		"The model keeps weights in other files.",
		"Keep the files together: a model without its weights does not load."
	],
	"text-address": [
		"note",
		"A text of the model names an address.",
		"Nothing here opens it; see whether it belongs there."
	],
	"text-hidden": [
		"warning",
		"A text of the model has characters that are not seen, or that turn the text around them.",
		"It is shown here without them. Find out who wrote them, and why."
	],
	"text-long": [
		"warning",
		"A text of the model is as long as a file.",
		"See what it holds: documentation is shorter, and data belongs into tensors."
	],
	"text-markup": [
		"warning",
		"A text of the model has HTML, a link or a workflow command in it.",
		"It is shown here as text. Other tools may not escape it: find out who wrote it, and why."
	],
	"metadata-duplicate": [
		"error",
		"A metadata key is there twice.",
		"Keep one of them."
	],
	"metadata-nameless": [
		"warning",
		"A metadata key is empty.",
		"Give it a key, or remove it."
	],
	"metadata-early": [
		"note",
		"Graphs, nodes and tensors have metadata from IR version 10 on.",
		"Set the IR version to 10 or later."
	],
	"annotation-unknown": [
		"warning",
		"A quantisation annotation names a tensor that is not there.",
		"Remove the annotation, or quantise the model again."
	],
	"node-duplicate": [
		"error",
		"Two nodes of a graph have one name.",
		"Give each its own name, or none."
	],
	"node-empty": [
		"error",
		"A node has neither inputs nor outputs.",
		"Remove it."
	],
	"node-unused": [
		"note",
		"Nobody reads what a node makes.",
		"Optimise the model: such nodes cost time."
	],
	"node-order": [
		"error",
		"A node stands before one whose output it reads.",
		"Sort the nodes topologically."
	],
	"graph-cycle": [
		"error",
		"A node waits for its own output.",
		"Break the circle; a graph must be acyclic."
	],
	"value-unmade": [
		"error",
		"A node reads what nothing makes.",
		"The graph is incomplete: export it again."
	],
	"value-remade": [
		"error",
		"A value is made twice.",
		"Every value must be made once: rename one of the two."
	],
	"value-shadowed": [
		"error",
		"A nested graph makes a value that a graph around it has.",
		"Rename one of the two."
	],
	"name-shadowed": [
		"warning",
		"A nested graph has a name that a graph around it has too.",
		"Rename one of the two: the standard has each name once, and other runtimes may read the other value."
	],
	"output-unmade": [
		"error",
		"Nothing makes an output of the graph.",
		"The graph is incomplete: export it again."
	],
	"output-outer": [
		"error",
		"A nested graph gives out a value of the graph around it, unchanged.",
		"Pass it through an Identity node."
	],
	"subgraph-count": [
		"error",
		"A nested graph has another number of inputs or outputs than its node.",
		"Export the model again."
	],
	"domain-missing": [
		"error",
		"The domain of an operator is not imported.",
		"Add the domain to `opset_import`."
	],
	"operator-unknown": [
		"error",
		"The domain has no such operator.",
		"Check its spelling and its domain, or define it as a function of the model."
	],
	"operator-too-new": [
		"error",
		"The operator exists only in later operator sets.",
		"Export with a later opset."
	],
	"operator-deprecated": [
		"error",
		"The operator is deprecated in the operator set.",
		"Export with its successor."
	],
	"operator-contrib": [
		"note",
		"An operator is not of the ONNX standard: onnxruntime alone runs it.",
		"Keep the `runs` check on."
	],
	"operator-unchecked": [
		"note",
		"An operator is not of the ONNX standard; whether it exists shows when the model runs.",
		"Keep the `runs` check on."
	],
	"input-count": [
		"error",
		"A node has too few or too many inputs.",
		"Export the model again with a matching opset."
	],
	"output-count": [
		"error",
		"A node has too few or too many outputs.",
		"Export the model again with a matching opset."
	],
	"input-missing": [
		"error",
		"A node leaves out an input that it must have.",
		"Export the model again."
	],
	"attribute-duplicate": [
		"error",
		"A node has an attribute twice.",
		"Keep one of them."
	],
	"attribute-nameless": [
		"error",
		"An attribute has no name.",
		"Export the model again."
	],
	"attribute-unknown": [
		"error",
		"The operator has no such attribute in this version.",
		"Export the model again with a matching opset."
	],
	"attribute-missing": [
		"error",
		"The operator must have an attribute that is not there.",
		"Export the model again."
	],
	"attribute-type": [
		"error",
		"An attribute is of a type that the operator does not take.",
		"Export the model again."
	],
	"attribute-content": [
		"error",
		"An attribute holds several values, or one of another type than it says.",
		"Export the model again."
	],
	"attribute-untyped": [
		"error",
		"An attribute does not say its type.",
		"Set the type; it is required since IR version 2."
	],
	"attribute-reference": [
		"error",
		"An attribute refers to one that is not there.",
		"References are for the nodes of functions, to attributes that the function declares."
	],
	"type-mismatch": [
		"error",
		"A node is given an element type that its operator does not take there.",
		"Insert a Cast, or export the model again."
	],
	"shape-mismatch": [
		"error",
		"Shapes do not fit one another.",
		"Correct the dims, or export the model again."
	],
	"declared-wrong": [
		"error",
		"A declared type or shape contradicts what follows from the graph.",
		"Remove or correct the declaration."
	],
	"value-range": [
		"error",
		"An attribute or constant has a value out of range.",
		"Correct the value."
	],
	"function-duplicate": [
		"error",
		"Two functions have one name, domain and overload.",
		"Give each its own name."
	],
	"function-nameless": [
		"error",
		"A function has no name.",
		"Export the model again."
	],
	"function-parameters": [
		"error",
		"A function lists a parameter twice.",
		"Give each its own name."
	],
	"function-arity": [
		"error",
		"A call has more inputs than the function, or another number of outputs.",
		"Export the model again."
	],
	"function-early": [
		"warning",
		"Functions exist from IR version 8 on, their overloads from 10 on.",
		"Set the IR version to 10 or later."
	],
	"function-opset": [
		"error",
		"A function and its model import versions of a domain in which an operator differs.",
		"Import one version of the domain everywhere."
	],
	"function-cycle": [
		"error",
		"A function calls itself, or others endlessly.",
		"Export the model without this function."
	],
	"too-many-nodes": [
		"error",
		"The model has more than 1,000,000 nodes.",
		"Export it without unrolling loops."
	],
	"nested-too-deep": [
		"error",
		"Graphs are nested more than 16 deep.",
		"Flatten the branches and loops."
	],
	"weights-type": [
		"error",
		"A constant has an element type that does not exist.",
		"Export the model again."
	],
	"weights-dims": [
		"error",
		"The dims of a constant are not sizes.",
		"Export the model again."
	],
	"weights-size": [
		"error",
		"A constant has more or less data than its dims need.",
		"The file is damaged: export it again."
	],
	"weights-range": [
		"error",
		"Elements of a constant are outside of the range of their type.",
		"The file is damaged: export it again."
	],
	"weights-padding": [
		"warning",
		"The unused bits behind packed elements are not zero.",
		"Pack the elements again, with zero padding."
	],
	"weights-nan": [
		"error",
		"Elements of a constant are NaN.",
		"The training diverged: go back to an earlier checkpoint."
	],
	"weights-infinite": [
		"warning",
		"Elements of a constant are infinite.",
		"Normal in attention masks; elsewhere the training diverged."
	],
	"sparse-shape": [
		"error",
		"The values, indices and dims of a sparse tensor do not fit one another.",
		"Values are [NNZ], indices int64 [NNZ] or [NNZ, rank]."
	],
	"sparse-indices": [
		"error",
		"The indices of a sparse tensor are out of range, unsorted or there twice.",
		"Write them in ascending order, each once."
	],
	"external-location": [
		"error",
		"External data is not beside the model.",
		"Save the external data beside the model, under a plain file name."
	],
	"external-key": [
		"error",
		"External data has a key that is not one.",
		"Save the model again."
	],
	"external-range": [
		"error",
		"The offset or length of external data is not a number of bytes.",
		"Save the model again."
	],
	"external-size": [
		"error",
		"External data is longer or shorter than the dims need.",
		"Save the model again."
	],
	"external-missing": [
		"error",
		"The file of external data is not there, or may not be read.",
		"Put it beside the model: a plain file, neither a link nor outside of the folder."
	],
	"external-end": [
		"error",
		"External data reaches past the end of its file.",
		"The file is cut off: copy it again."
	],
	"external-overlap": [
		"warning",
		"Two tensors share bytes of a file.",
		"Save the model again, unless it is meant."
	],
	"external-alignment": [
		"note",
		"External data does not begin at a multiple of 4096 bytes.",
		"Save the model again with aligned data: it can then be mapped into memory."
	]
};
const listed$1 = 20;
function collectFindings(run) {
	const findings = [];
	const counts = new Map();
	const last = new Map();
	run((code, where, message, hint) => {
		const count = (counts.get(code) ?? 0) + 1;
		counts.set(code, count);
		const [severity, , usual] = findingCatalogue[code];
		const finding = {
			severity,
			code,
			where,
			message,
			hint: hint ?? usual
		};
		if (count <= listed$1) findings.push(finding);
		else last.set(code, finding);
	});
	for (const [code, finding] of last) findings.push(more(finding, (counts.get(code) ?? 0) - listed$1));
	return findings;
}
function more(finding, count) {
	return {
		...finding,
		where: "model",
		message: `${count} more of these, the last at ${finding.where}.`
	};
}
function checkFunctions(model, report) {
	checkOnce(model.functions.map(keyOf), (key) => report("function-duplicate", `function ${key}`, "There are two functions of this domain, name and overload."));
	checkAge(model, report);
	for (const body of model.functions) {
		const where = `function ${body.name}`;
		if (body.name === "") report("function-nameless", where, "A function has no name.");
		for (const kind of ["input", "output"]) checkOnce(body[kind], parameterTwice(kind, where, report));
		checkOnce([...body.attribute, ...body.attributeProto.map((attribute) => attribute.name)], parameterTwice("attribute", where, report));
	}
	const bodies = new Map(model.functions.map((body) => [keyOf(body), body]));
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		const called = bodies.get(keyOf({
			...node,
			name: node.opType
		}));
		if (called !== void 0) checkCall(node, called, where, report);
		else if (scope.body !== void 0) checkOpset(node, scope.body, model, where, report);
	});
}
function keyOf({ domain, name, overload }) {
	return `${standardDomain(domain)}.${name}${overload === "" ? "" : `:${overload}`}`;
}
function parameterTwice(kind, where, report) {
	return (name) => report("function-parameters", where, `It has two ${kind}s \`${name}\`.`);
}
function checkAge(model, report) {
	const ir = model.irVersion ?? 0;
	const overloads = model.functions.some((body) => body.overload !== "");
	if (model.functions.length > 0 && (ir < 8 || overloads && ir < 10)) report("function-early", "model", `It has functions${ir < 8 ? "" : " with overloads"}, and IR version ${ir}.`);
}
function checkCall(node, body, where, report) {
	const { input, output } = node;
	for (const [kind, isWrong] of [["input", input.length > body.input.length], ["output", output.length !== body.output.length]]) if (isWrong) report("function-arity", where, `It has ${node[kind].length} ${kind}s, and the function ${body.name} ${body[kind].length}.`);
}
function checkOpset(node, body, model, where, report) {
	const versions = operatorVersions(node.domain, node.opType) ?? [];
	const [inside, outside] = [opsetOf(body.opsetImport, node.domain), opsetOf(model.opsetImport, node.domain)];
	if (inside === void 0 || outside === void 0 || inside === outside) return;
	if (operatorSchema(versions, inside)?.since !== operatorSchema(versions, outside)?.since) report("function-opset", where, `${node.opType} differs between opset ${inside}, which the function imports, and ${outside}, the model's.`);
}
function checkNames(model, report) {
	if (model.graph !== void 0) checkScope(mainScope(model, model.graph), void 0, [], report);
	for (const body of model.functions) checkScope(functionScope(body), void 0, [], report);
}
function checkScope(scope, outer, own, report) {
	const made = new Set(scope.nodes.flatMap((node) => node.output));
	const known = {
		names: new Set(scope.given),
		made,
		outer,
		own
	};
	checkShadows(scope, known, report);
	let disorder = 0;
	scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		disorder += checkInputs(node, where, known, report);
		for (const nested of nestedScopes(scope, node, index)) checkScope(nested, known, node.output, report);
		checkOutputs(node, where, known, report);
	});
	if (disorder > 0) checkCycle(scope, report);
	checkGraphOutputs(scope, known, report);
}
function checkShadows(scope, known, report) {
	const inputs = new Set(scope.graph?.input.map(({ name }) => name));
	for (const name of scope.given) {
		const where = `${scope.path}/${inputs.has(name) ? "input" : "initializer"} ${name}`;
		if (name !== "" && isKnown(name, known.outer)) report("name-shadowed", where, "A graph around it has its name too.");
		else if (isLater(name, known)) report("name-shadowed", where, "A graph around it makes a value of its name later.");
	}
}
function checkGraphOutputs(scope, known, report) {
	for (const output of scope.outputs) {
		const isMadeHere = scope.graph === void 0 ? known.made.has(output) : known.names.has(output);
		if (output === "" || isMadeHere) continue;
		const where = `${scope.path}/output ${output}`;
		if (isKnown(output, known.outer)) report("output-outer", where, "It is a value of a graph around it.");
		else if (scope.graph === void 0) report("output-unmade", where, "No node of the function makes it.");
		else report("output-unmade", where, "No node, input or initialiser has this name.");
	}
}
function checkInputs(node, where, known, report) {
	const absent = node.input.filter((input) => input !== "" && !isKnown(input, known));
	const unmade = absent.filter((input) => !isMade(input, known));
	for (const input of unmade) report("value-unmade", where, `It reads \`${input}\`, which nothing makes.`);
	const later = absent.length - unmade.length;
	if (later > 0) report("node-order", where, "It stands before a node whose output it reads.");
	return later;
}
function checkOutputs(node, where, known, report) {
	for (const output of node.output) {
		if (output === "") continue;
		if (known.names.has(output)) report("value-remade", where, `It makes \`${output}\`, which was made before.`);
		else if (isKnown(output, known)) report("value-shadowed", where, `It makes \`${output}\`, which a graph around it has too.`);
		else if (isLater(output, known)) report("name-shadowed", where, `It makes \`${output}\`, which a graph around it makes later.`);
		known.names.add(output);
	}
}
function isKnown(name, known) {
	for (let scope = known; scope !== void 0; scope = scope.outer) if (scope.names.has(name)) return true;
	return false;
}
function isLater(name, known) {
	for (let { own, outer } = known; outer !== void 0; {own, outer} = outer) if (outer.made.has(name) && !outer.names.has(name) && !own.includes(name)) return true;
	return false;
}
function isMade(name, known) {
	for (let scope = known; scope !== void 0; scope = scope.outer) if (scope.made.has(name)) return true;
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
	for (const done of ready) for (const reader of readers[done] ?? []) if (waits[reader]?.delete(done) && waits[reader].size === 0) ready.push(reader);
	const stuck = waits.findIndex((makers) => makers.size > 0);
	if (stuck >= 0) report("graph-cycle", nodePath(scope, scope.nodes[stuck], stuck), "It waits for its own output, through other nodes.");
}
const int64 = 7;
function checkSparse(model, report) {
	for (const scope of scopesOf(model)) {
		for (const sparse of scope.graph?.sparseInitializer ?? []) checkTensor$1(sparse, `${scope.path}/initializer ${sparse.values?.name ?? ""}`, report);
		scope.nodes.forEach((node, index) => {
			for (const attribute of node.attribute) for (const sparse of [attribute.sparseTensor ?? [], attribute.sparseTensors].flat()) checkTensor$1(sparse, `${nodePath(scope, node, index)}/${attribute.name}`, report);
		});
	}
}
function checkTensor$1({ values, indices, dims }, where, report) {
	const trouble = shapeTrouble(values, indices, dims);
	if (trouble !== void 0) report("sparse-shape", where, trouble);
	else if (indices !== void 0) {
		const disorder = indexTrouble(indices, dims);
		if (disorder !== void 0) report("sparse-indices", where, disorder);
	}
}
function shapeTrouble(values, indices, dims) {
	if (values === void 0) return "It has no values.";
	if (dims.length === 0) return "It has no dims.";
	if (dims.some((dim) => dim <= 0)) return `Its dims [${dims.join(", ")}] are not sizes.`;
	if (values.dims.length !== 1) return `Its values have ${values.dims.length} dimensions and not 1.`;
	const count = values.dims[0] ?? 0;
	if (indices === void 0) return count === 0 ? void 0 : "It has values and no indices.";
	if (indices.dataType !== int64) return "Its indices are not int64.";
	return [`${count}`, `${count},${dims.length}`].includes(indices.dims.join(",")) ? void 0 : `It has ${count} values, and indices of dims [${indices.dims.join(", ")}].`;
}
function indexTrouble(indices, dims) {
	const elements = elementsOf(indices);
	if (!(elements instanceof BigInt64Array)) return void 0;
	const places = indices.dims.length === 1 ? [...elements].map(Number) : flattened(elements, dims);
	if (places.find((place) => !(place >= 0 && place < sizeOf$1(dims))) !== void 0) return `Its indices reach outside of its dims [${dims.join(", ")}].`;
	return places.every((place, at) => at === 0 || place > places[at - 1]) ? void 0 : "Its indices are not in ascending order, each once.";
}
function flattened(elements, dims) {
	return Array.from({ length: elements.length / dims.length }, (_, row) => dims.reduce((place, dim, axis) => {
		const index = Number(elements[row * dims.length + axis]);
		return index >= 0 && index < dim ? place * dim + index : NaN;
	}, 0));
}
function checkSubgraphs(model, report) {
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		if (!isStandard(node.domain)) return;
		for (const attribute of node.attribute) if (attribute.g !== void 0) {
			const wanted = counts.get(node.opType)?.(node, opsetOf(scope.opsets, "") ?? 1);
			const where = `${nodePath(scope, node, index)}/${attribute.name}`;
			if (wanted !== void 0) checkCounts(attribute.g, wanted, where, report);
		}
	});
}
const counts = new Map([
	["If", (node) => ({
		inputs: 0,
		outputs: node.output.length
	})],
	["Loop", (node) => ({
		inputs: Math.max(node.input.length, 2),
		outputs: node.output.length + 1
	})],
	["Scan", (node, opset) => ({
		inputs: node.input.length - (opset < 9 ? 1 : 0),
		outputs: node.output.length
	})],
	["SequenceMap", (node) => ({
		inputs: node.input.length,
		outputs: node.output.length
	})]
]);
function checkCounts(graph, wanted, where, report) {
	const given = new Set(initializerNames(graph));
	const found = {
		inputs: graph.input.filter(({ name }) => !given.has(name)).length,
		outputs: graph.output.length
	};
	for (const kind of ["inputs", "outputs"]) if (found[kind] !== wanted[kind]) report("subgraph-count", where, `It has ${found[kind]} ${kind} where its node needs ${wanted[kind]}.`);
}
const codes = {
	type: "type-mismatch",
	shape: "shape-mismatch",
	declared: "declared-wrong",
	value: "value-range",
	missing: "attribute-missing",
	attribute: "attribute-type",
	input: "input-missing"
};
function checkTypes(model, inference, report) {
	const functions = functionNames(model);
	const told = new Set();
	const types = typesIn(inference.scopes);
	for (const { scope } of inference.scopes) scope.nodes.forEach((node, index) => {
		const schema = schemaOf(node, scope, functions);
		if (schema === void 0) return;
		const where = nodePath(scope, node, index);
		const trouble = nodeTrouble(node, schema, (name) => types(scope, name));
		if (trouble !== void 0) {
			told.add(where);
			report("type-mismatch", where, trouble);
		}
	});
	for (const { kind, where, message } of inference.problems) if (!(kind === "type" && told.has(where))) report(codes[kind], where, message);
}
function typesIn(scopes) {
	const byScope = new Map(scopes.map((each) => [each.scope, each.types]));
	return (scope, name) => {
		for (let at = scope; at !== void 0; at = at.outer) {
			const found = byScope.get(at)?.get(name);
			if (found !== void 0) return found;
		}
	};
}
function nodeTrouble(node, schema, typeOf) {
	const bound = new Map();
	const sideTrouble = (side, formals) => {
		for (let index = 0; index < node[side].length; index++) {
			const name = node[side][index];
			const type = name === "" ? void 0 : valueText(typeOf(name));
			const formal = formalAt(formals, index);
			const wanted = type === void 0 || formal === void 0 ? void 0 : wantedBut(type, formal, schema, bound);
			if (wanted !== void 0) return `Its ${side} \`${name}\` is ${type} where ${node.opType} has ${wanted}.`;
		}
	};
	return sideTrouble("input", schema.takes) ?? sideTrouble("output", schema.gives);
}
function wantedBut(type, { fixed, variable, option, homogeneous }, schema, bound) {
	if (variable === void 0) return fixed === void 0 || fixed === type ? void 0 : fixed;
	const allowed = schema.constraints.get(variable);
	if (allowed !== void 0 && !allowed.has(type)) return listed([...allowed]);
	if (option === "variadic" && !homogeneous) return void 0;
	const other = bound.get(variable);
	bound.set(variable, other ?? type);
	return other === void 0 || other === type ? void 0 : `${other}, as elsewhere`;
}
function listed(types) {
	return types.length <= 4 ? types.join(" or ") : `one of ${types.slice(0, 4).join(", ")} and ${types.length - 4} more`;
}
function valueText(type) {
	if (type === void 0) return void 0;
	if ("element" in type) return type.kind === "sparse" ? void 0 : elementType(type.element)?.name;
	if (type.kind === "map") {
		const [key, value] = [elementType(type.key)?.name, valueText(type.value)];
		return key === void 0 || value === void 0 ? void 0 : `map(${key}, ${value})`;
	}
	const { kind, of } = type;
	const inner = valueText(of);
	return inner === void 0 ? void 0 : `${kind}(${inner})`;
}
function checkUnused(model, report) {
	const scopes = scopesOf(model);
	const read = readIn(scopes);
	for (const scope of scopes) {
		const used = read.get(scope) ?? new Set();
		scope.nodes.forEach((node, index) => {
			const outputs = node.output.filter((name) => name !== "");
			if (outputs.length > 0 && !outputs.some((name) => used.has(name))) report("node-unused", nodePath(scope, node, index), "Nobody reads what it makes.");
		});
		for (const name of scope.graph === void 0 ? [] : initializerNames(scope.graph)) if (!used.has(name)) report("initializer-unused", `${scope.path}/initializer ${name}`, "No node reads it.");
	}
}
function readIn(scopes) {
	const read = new Map(scopes.map((scope) => [scope, new Set(scope.outputs)]));
	for (const scope of scopes) for (let around = scope; around !== void 0; around = around.outer) for (const node of scope.nodes) for (const name of node.input) read.get(around)?.add(name);
	return read;
}
const finiteWasm = "AGFzbQEAAAABDAJgAn9/AX9gAX8BfwMEAwABAQUDAQARByIEBm1lbW9yeQIABWFueTE2AAAFYW55MzIAAQVhbnk2NAACCtYCA2sCAX8CeyAB/RAhBAJAA0AgAiAATw0BIAMgAv0ABAAgBP1OIAT9LSAC/QAEECAE/U4gBP0t/VAgAv0ABCAgBP1OIAT9LSAC/QAEMCAE/U4gBP0t/VD9UP1QIQMgAkHAAGohAgwACwsgA/1TC28CAX8Ce0GAgID8B/0RIQMCQANAIAEgAE8NASACIAH9AAQAIAP9TiAD/TcgAf0ABBAgA/1OIAP9N/1QIAH9AAQgIAP9TiAD/TcgAf0ABDAgA/1OIAP9N/1Q/VD9UCECIAFBwABqIQEMAAsLIAL9Uwt4AgF/AntCgICAgICAgPj/AP0SIQMCQANAIAEgAE8NASACIAH9AAQAIAP9TiAD/dYBIAH9AAQQIAP9TiAD/dYB/VAgAf0ABCAgA/1OIAP91gEgAf0ABDAgA/1OIAP91gH9UP1Q/VAhAiABQcAAaiEBDAALCyAC/VML";
function countNonFinite(raw, type) {
	const total = {
		nan: 0,
		infinite: 0
	};
	const add = ({ nan, infinite }) => {
		total.nan += nan;
		total.infinite += infinite;
	};
	const wide = wideFloats[type];
	const table = wide === void 0 ? tableOf(type) : void 0;
	if (wide !== void 0) eachSuspect(raw, wide, (piece) => add(wide.count(piece)));
	else if (table !== void 0) eachPiece(raw, (piece) => add(countValues(Float64Array.from(piece, (bits) => table[bits]))));
	return total;
}
const float32 = {
	any: ({ any32 }, end) => any32(end),
	count: (piece) => countValues(new Float32Array(piece.buffer, piece.byteOffset, piece.length >> 2))
};
const float64 = {
	any: ({ any64 }, end) => any64(end),
	count: (piece) => countValues(new Float64Array(piece.buffer, piece.byteOffset, piece.length >> 3))
};
const wideFloats = {
	float32,
	complex64: float32,
	float64,
	complex128: float64,
	float16: float16(31744),
	bfloat16: float16(32640)
};
function float16(infinity) {
	return {
		any: ({ any16 }, end) => any16(end, infinity),
		count: (piece) => {
			const magnitudes = new Uint16Array(piece.buffer, piece.byteOffset, piece.length >> 1).map((half) => half & 32767);
			return {
				nan: magnitudes.filter((magnitude) => magnitude > infinity).length,
				infinite: magnitudes.filter((magnitude) => magnitude === infinity).length
			};
		}
	};
}
const { WebAssembly } = globalThis;
let loaded;
function load() {
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(finiteWasm, "base64")));
	const scanner = exports;
	return {
		scanner,
		buffer: new Uint8Array(scanner.memory.buffer, 0, 2 ** 20)
	};
}
function eachSuspect(raw, { any }, look) {
	loaded ??= load();
	const { scanner, buffer } = loaded;
	eachPiece(raw, (piece) => {
		const end = Math.ceil(piece.length / 64) * 64;
		buffer.fill(0, piece.length, end);
		if (any(scanner, end) !== 0) look(piece);
	}, buffer);
}
function countValues(values) {
	let [nan, infinite] = [0, 0];
	for (const value of values) if (Number.isNaN(value)) nan += 1;
	else if (!Number.isFinite(value)) infinite += 1;
	return {
		nan,
		infinite
	};
}
function tableOf(type) {
	const table = smallFloats(type);
	return table?.length === 256 && !table.every(Number.isFinite) ? table : void 0;
}
const branchMember = 6;
function separatorPaths(model) {
	return new Set(scopesOf(model).flatMap((scope) => scope.nodes.flatMap((node, index) => {
		if (node.opType !== "TreeEnsemble" || node.domain !== "ai.onnx.ml") return [];
		const path = nodePath(scope, node, index);
		return [`${path}/membership_values`, ...splitsAreSound(node) ? [`${path}/nodes_splits`] : []];
	})));
}
function splitsAreSound(node) {
	const modes = numbersIn(tensorOf(node, "nodes_modes"));
	return numbersIn(tensorOf(node, "nodes_splits")).every((split, at) => !Number.isNaN(split) || modes[at] === branchMember);
}
function tensorOf(node, name) {
	return node.attribute.find((attribute) => attribute.name === name)?.t;
}
function numbersIn(tensor) {
	const elements = tensor === void 0 ? void 0 : elementsOf(tensor);
	return Array.from(elements ?? [], Number);
}
function meantNaN(model) {
	let found;
	return (where, tensor) => {
		found ??= {
			paths: new Set([...separatorPaths(model), ...encoderPaths(model)]),
			uses: usesIn(model)
		};
		const { paths, uses } = found;
		const value = uses.values.get(where);
		return paths.has(where) || value !== void 0 && isMarker(value, elementsIn(tensor), uses, new Set());
	};
}
function elementsIn({ dims }) {
	return dims.reduce((size, dim) => size * dim, 1);
}
function encoderPaths(model) {
	return scopesOf(model).flatMap((scope) => scope.nodes.flatMap((node, index) => node.opType === "LabelEncoder" && node.domain === "ai.onnx.ml" ? node.attribute.map(({ name }) => `${nodePath(scope, node, index)}/${name}`) : []));
}
function usesIn(model) {
	const scopes = scopesOf(model);
	const readers = new Map(scopes.map((scope) => [scope, new Map()]));
	const own = new Map(scopes.map((scope) => [scope, namesOf(scope)]));
	for (const scope of scopes) for (const node of scope.nodes) for (const [input, name] of node.input.entries()) {
		let at = scope;
		while (at !== void 0 && own.get(at)?.has(name) !== true) at = at.outer;
		const known = at === void 0 ? void 0 : readers.get(at);
		known?.set(name, [...known.get(name) ?? [], {
			scope,
			node,
			input
		}]);
	}
	return {
		values: new Map(scopes.flatMap(constantValues)),
		readers
	};
}
function namesOf(scope) {
	return new Set([...scope.given, ...scope.nodes.flatMap((node) => node.output)]);
}
function constantValues(scope) {
	return [...(scope.graph === void 0 ? [] : initializerNames(scope.graph)).map((name) => [`${scope.path}/initializer ${name}`, {
		scope,
		name
	}]), ...scope.nodes.flatMap((node, index) => isStandard(node.domain) && ["Constant", "ConstantOfShape"].includes(node.opType) ? [[`${nodePath(scope, node, index)}/value`, {
		scope,
		name: node.output[0] ?? ""
	}]] : [])];
}
const asking = new Set([
	"Equal",
	"IsInf",
	"IsNaN"
]);
const filling = {
	OneHot: [2],
	Pad: [2],
	Scatter: [2],
	ScatterElements: [2],
	ScatterND: [2],
	Where: [1, 2]
};
const passing = new Set("Cast CastLike Concat Expand Flatten Identity Reshape Slice Squeeze Tile Transpose Unsqueeze".split(" "));
function isMarker(value, elements, uses, seen) {
	const { scope, name } = value;
	const id = `${scope.path} ${name}`;
	const readers = uses.readers.get(scope)?.get(name) ?? [];
	if (seen.has(id) || readers.length === 0 || scope.outputs.includes(name)) return false;
	seen.add(id);
	return readers.every(({ scope: around, node, input }) => {
		if (standardDomain(node.domain) !== "ai.onnx") return false;
		if (asking.has(node.opType)) return true;
		if ((elements === 1 || node.opType === "OneHot" && elements === 2) && Object.hasOwn(filling, node.opType)) return filling[node.opType]?.includes(input) === true;
		return passing.has(node.opType) && (input === 0 || node.opType === "Concat") && isMarker({
			scope: around,
			name: node.output[0] ?? ""
		}, elements, uses, seen);
	});
}
function checkWeights(model, report, external) {
	const isMeant = meantNaN(model);
	for (const [where, tensor] of constantsOf(model)) {
		const judge = (code, ...words) => {
			if (!(code === "weights-nan" && isMeant(where, tensor))) report(code, ...words);
		};
		checkTensor(tensor, where, judge, external);
	}
}
function checkTensor(tensor, where, report, external) {
	const type = elementType(tensor.dataType);
	if (type === void 0) report("weights-type", where, `Its element type ${tensor.dataType ?? "is missing:"} is not one.`);
	else if (!areSizes(tensor.dims)) report("weights-dims", where, `Its dims [${tensor.dims.join(", ")}] are not sizes.`);
	else if (isExternal(tensor)) {
		checkNoData(tensor, where, report);
		checkFinite(tensor, type, where, report, external);
	} else checkData(tensor, type, where, report);
}
function checkNoData(tensor, where, report) {
	if (filledFields(tensor).length > 0 || rawBytes(tensor) > 0) report("weights-size", where, "It has data in the model though its data are in another file.");
}
function areSizes(dims) {
	return dims.every(isSize) && Number.isSafeInteger(sizeOf$1(dims));
}
function checkData(tensor, type, where, report) {
	const trouble = sizeTrouble(tensor, type);
	if (trouble !== void 0) report("weights-size", where, trouble);
	else {
		checkFinite(tensor, type, where, report, void 0);
		checkRange(tensor, type, where, report);
		checkPadding(tensor, type, where, report);
	}
}
function filledFields(tensor) {
	return [
		"floatData",
		"int32Data",
		"int64Data",
		"uint64Data",
		"doubleData",
		"stringData"
	].filter((field) => deferredOf(tensor, field) !== void 0 || (tensor[field]?.length ?? 0) > 0);
}
function rawBytes(tensor) {
	const range = rangeOf(tensor, "rawData");
	return range === void 0 ? 0 : range.end - range.start;
}
function limitsOf({ name, bits = 32 }) {
	if (name === "bool") return [0, 1];
	if (bits < 8) return [-128, 255];
	return /^int\d/.test(name) ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
}
function checkRange(tensor, type, where, report) {
	if (type.field !== "int32Data" || type.name === "int32") return;
	const [least, most] = limitsOf(type);
	const outside = (tensor.int32Data ?? new Int32Array()).find((value) => value < least || value > most);
	if (outside !== void 0) report("weights-range", where, `One of its elements is ${outside}, which no ${type.name} is.`);
}
function checkPadding(tensor, type, where, report) {
	const used = sizeOf$1(tensor.dims) * (type.bits ?? 8) % 8;
	if (used === 0) return;
	const last = (tensor.rawData?.at(-1) ?? tensor.int32Data?.at(-1) ?? 0) & 255;
	const unused = last >> used;
	const isSign = type.name.startsWith("int") && unused === 255 >> used && (last >> used - 1 & 1) === 1;
	if (unused !== 0 && !isSign) report("weights-padding", where, `The last ${8 - used} bits of its data are not zero.`);
}
function sizeTrouble(tensor, type) {
	const wanted = sizeOf$1(tensor.dims);
	const filled = filledFields(tensor);
	if (filled.length + (rawBytes(tensor) > 0 ? 1 : 0) > 1) return "It has its data twice, in different fields.";
	const given = rawBytes(tensor);
	if (given > 0) {
		if (type.bits === void 0) return "Texts cannot be raw data.";
		const bytes = Math.ceil(wanted * type.bits / 8);
		return given === bytes ? void 0 : `It has ${given} bytes where its dims need ${bytes}.`;
	}
	if (filled[0] !== void 0 && filled[0] !== type.field) return `Its ${type.name} elements stand in the field of another type.`;
	const count = tensor[type.field]?.length ?? 0;
	const needed = fieldLength(wanted, type);
	return count === needed ? void 0 : `It has ${count} elements where its dims need ${needed}.`;
}
function fieldLength(elements, type) {
	if (type.name.startsWith("complex")) return 2 * elements;
	return (type.bits ?? 8) < 8 ? Math.ceil(elements * (type.bits ?? 8) / 8) : elements;
}
function checkFinite(tensor, type, where, report, external) {
	const raw = rawRangeOf(tensor, external);
	if (raw === void 0) return;
	const { nan, infinite } = countNonFinite(raw, type.name);
	if (nan > 0) report("weights-nan", where, `${nan} of its elements are NaN.`);
	if (infinite > 0) report("weights-infinite", where, `${infinite} of its elements are infinite.`);
}
const longText = 2 ** 16;
function checkRisks(model) {
	return collectFindings((report) => {
		for (const [where, text] of textsOf(model)) checkText(where, text, report);
		const files = externalFiles(model);
		if (files.length > 0) report("external-data", "model", `It keeps weights in ${files.length} other ${files.length === 1 ? "file" : "files"}.`);
	});
}
function* textsOf(model) {
	yield ["producer", `${model.producerName} ${model.producerVersion}`];
	yield ["domain", model.domain];
	yield ["documentation", model.docString];
	yield* entriesOf("metadata", model.metadataProps);
	for (const scope of scopesOf(model)) {
		const { graph } = scope;
		yield [scope.path, `${graph?.name ?? ""} ${graph?.docString ?? ""}`];
		yield* entriesOf(scope.path, graph?.metadataProps ?? []);
		for (const { name, docString } of [
			...graph?.input ?? [],
			...graph?.output ?? [],
			...graph?.initializer ?? []
		]) yield [`${scope.path}/value`, `${name} ${docString}`];
		for (const [index, node] of scope.nodes.entries()) {
			yield [nodePath(scope, node, index), `${node.name} ${node.opType} ${node.domain} ${node.docString} ${node.output.join(" ")}`];
			yield* entriesOf(nodePath(scope, node, index), node.metadataProps);
		}
	}
}
function entriesOf(where, entries) {
	return entries.map(({ key, value }) => [`${where}/${key}`, `${key} ${value}`]);
}
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const markup = /<\/?[a-z!][^<>]{0,500}>|\]\(\s*\w+:|^::\w+/imu;
const address = /\b(?:https?|ftp|file|data|javascript):[^\s]{3,}/iu;
function checkText(where, text, report) {
	if (text.length > longText) report("text-long", where, `It has ${text.length} characters.`);
	const start = text.slice(0, longText);
	if (hidden.test(start)) report("text-hidden", where, "It has characters that are not seen or that turn text around.");
	if (markup.test(start)) report("text-markup", where, "It has HTML, a link or a workflow command in it.");
	const found = address.exec(start)?.[0];
	if (found !== void 0) report("text-address", where, `It names the address ${JSON.stringify(found.slice(0, 80))}.`);
}
const maxNodes = 1e6;
const maxNesting = 16;
function checkSafety(model) {
	return collectFindings((report) => {
		checkExtent(model, report);
		checkCycles(model, report);
		for (const [where, tensor] of constantsOf(model)) checkExternalData(tensor, where, report);
	});
}
function checkExtent(model, report) {
	const scopes = scopesOf(model);
	const nodes = scopes.reduce((sum, scope) => sum + scope.nodes.length, 0);
	if (nodes > maxNodes) report("too-many-nodes", "model", `It has ${nodes} nodes, more than ${maxNodes}.`);
	for (const scope of scopes) if (scope.path.split("/node ").length - 1 > maxNesting) report("nested-too-deep", scope.path, `Its graphs are nested more than ${maxNesting} deep.`);
}
const externalKeys = [
	"location",
	"offset",
	"length",
	"checksum",
	"basepath"
];
function checkExternalData(tensor, where, report) {
	if (!isExternal(tensor)) return;
	const location = externalEntry(tensor, "location") ?? "";
	const trouble = locationTrouble(location);
	if (trouble !== void 0) report("external-location", where, `Its weights are in \`${location}\`, ${trouble}.`);
	for (const { key } of tensor.externalData) if (!externalKeys.includes(key)) report("external-key", where, `\`${key}\` is not a key of external data.`, `Known are ${externalKeys.join(", ")}.`);
	for (const key of ["offset", "length"]) if (byteCount(externalEntry(tensor, key) ?? "0") === void 0) report("external-range", where, `Its ${key} \`${externalEntry(tensor, key)}\` is not a number of bytes.`);
	checkLength(tensor, where, report);
}
function checkLength(tensor, where, report) {
	const length = externalEntry(tensor, "length");
	const bits = elementType(tensor.dataType)?.bits;
	if (length === void 0 || bits === void 0) return;
	const wanted = Math.ceil(sizeOf$1(tensor.dims) * bits / 8);
	if (Number(length) !== wanted) report("external-size", where, `It takes ${length} bytes of its file where its dims need ${wanted}.`);
}
function locationTrouble(location) {
	if (location === "") return "which names no file";
	if (/[\0\\]/.test(location)) return "which is not a portable path";
	if (location.startsWith("/") || /^[A-Za-z]:/.test(location)) return "an absolute path";
	return location.split("/").includes("..") ? "outside of the model's folder" : void 0;
}
function checkModel(model, limits = onnxruntimeLimits, external) {
	return collectFindings((report) => {
		checkStructure(model, limits, report);
		checkNames(model, report);
		checkOperators(model, report);
		checkAttributes(model, report);
		checkFunctions(model, report);
		checkCycles(model, report);
		checkSubgraphs(model, report);
		checkTypes(model, inferTypes(model), report);
		checkWeights(model, report, external);
		checkSparse(model, report);
		if (external !== void 0) checkExternal(model, external, report);
		checkUnused(model, report);
	});
}
export { checkModel, checkRisks, checkSafety, onnxruntimeLimits };
