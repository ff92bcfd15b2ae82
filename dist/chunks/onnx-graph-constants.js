import { arrayTypes, elementType, externalRange, isExternal, isSize, sizeOf } from "./workers.js";
import { edited, rangeOf } from "./onnx-format-read-message.js";
import { sha256 } from "./start.js";
import { bytesOf, memory, piecesOf, whole } from "./core-bytes.js";
import { fromFloat16 } from "./core-float16.js";
function graphsOf(model) {
	const graphs = model.graph === void 0 ? [] : [model.graph];
	graphs.push(...model.functions.flatMap((body) => body.node.flatMap(subgraphsOf)));
	for (const graph of graphs) for (const node of graph.node) for (const nested of subgraphsOf(node)) graphs.push(nested);
	return graphs;
}
function nodesOf(model) {
	return [...graphsOf(model).flatMap((graph) => graph.node), ...model.functions.flatMap((body) => body.node)];
}
function subgraphsOf(node) {
	return node.attribute.flatMap(graphsIn);
}
function graphsIn({ g, graphs }) {
	return g === void 0 ? graphs : [g];
}
function mapInitializers(model, change) {
	const graphOf = (graph) => kept(graph, {
		initializer: each(graph.initializer, change),
		node: each(graph.node, nodeOf)
	});
	const nodeOf = (node) => kept(node, { attribute: each(node.attribute, attributeOf) });
	const attributeOf = (attribute) => kept(attribute, {
		...attribute.g === void 0 ? {} : { g: graphOf(attribute.g) },
		graphs: each(attribute.graphs, graphOf)
	});
	return kept(model, {
		...model.graph === void 0 ? {} : { graph: graphOf(model.graph) },
		functions: each(model.functions, (body) => kept(body, { node: each(body.node, nodeOf) }))
	});
}
function each(list, change) {
	const changed = list.map(change);
	return changed.every((value, index) => value === list[index]) ? list : changed;
}
function kept(message, members) {
	return Object.keys(members).every((name) => message[name] === members[name]) ? message : edited(message, members);
}
function mainScope(model, graph) {
	return graphScope(graph, "graph", model.opsetImport);
}
function functionScope(body) {
	return {
		path: `function ${body.name}`,
		nodes: body.node,
		inputs: body.input,
		outputs: body.output,
		opsets: body.opsetImport,
		body
	};
}
function nestedScopes(scope, node, index) {
	if (node.attribute.length === 0) return [];
	return node.attribute.flatMap((attribute) => graphsIn(attribute).map((graph) => ({
		...graphScope(graph, `${nodePath(scope, node, index)}/${attribute.name}`, scope.opsets),
		body: scope.body,
		outer: scope
	})));
}
const known$1 = new WeakMap();
function scopesOf(model) {
	const scopes = known$1.get(model) ?? foundScopes(model);
	known$1.set(model, scopes);
	return scopes;
}
function foundScopes(model) {
	return withNested([...model.graph === void 0 ? [] : [mainScope(model, model.graph)], ...model.functions.map(functionScope)]);
}
function withNested(outermost) {
	const scopes = [...outermost];
	for (const scope of scopes) scope.nodes.forEach((node, index) => {
		for (const nested of nestedScopes(scope, node, index)) scopes.push(nested);
	});
	return scopes;
}
function nodePath(scope, node, index) {
	return `${scope.path}/node ${node.name === "" ? `${node.opType} (#${index})` : node.name}`;
}
function initializerNames({ initializer, sparseInitializer }) {
	const names = initializer.map((tensor) => tensor.name);
	for (const sparse of sparseInitializer) names.push(sparse.values?.name ?? "");
	return names;
}
function standardDomain(domain) {
	return domain === "" ? "ai.onnx" : domain;
}
function isStandard(domain) {
	return standardDomain(domain) === "ai.onnx";
}
function opsetOf(opsets, domain) {
	return importsOf(opsets).get(standardDomain(domain));
}
function isImported(opsets, domain) {
	return importsOf(opsets).has(standardDomain(domain));
}
const knownImports = new WeakMap();
function importsOf(opsets) {
	const known = knownImports.get(opsets);
	if (known !== void 0) return known;
	const imports = new Map();
	for (const { domain, version } of opsets) if (!imports.has(standardDomain(domain))) imports.set(standardDomain(domain), version);
	knownImports.set(opsets, imports);
	return imports;
}
function graphScope(graph, path, opsets) {
	return {
		path,
		nodes: graph.node,
		...namesOnce(graph),
		opsets,
		graph
	};
}
const knownNames = new WeakMap();
function namesOnce(graph) {
	const known = knownNames.get(graph);
	if (known !== void 0) return known;
	const names = {
		inputs: graph.input.map((value) => value.name),
		outputs: graph.output.map((value) => value.name)
	};
	knownNames.set(graph, names);
	return names;
}
const layouts = {
	float8e4m3fn: {
		exponent: 4,
		mantissa: 3,
		bias: 7,
		special: "ones"
	},
	float8e4m3fnuz: {
		exponent: 4,
		mantissa: 3,
		bias: 8,
		special: "minus-zero"
	},
	float8e5m2: {
		exponent: 5,
		mantissa: 2,
		bias: 15,
		special: "ieee"
	},
	float8e5m2fnuz: {
		exponent: 5,
		mantissa: 2,
		bias: 16,
		special: "minus-zero"
	},
	float8e8m0: {
		exponent: 8,
		mantissa: 0,
		bias: 127,
		special: "ones",
		unsigned: true
	},
	float4e2m1: {
		exponent: 2,
		mantissa: 1,
		bias: 1,
		special: "none"
	},
	float6e2m3: {
		exponent: 2,
		mantissa: 3,
		bias: 1,
		special: "none"
	},
	float6e3m2: {
		exponent: 3,
		mantissa: 2,
		bias: 3,
		special: "none"
	}
};
const tables = new Map();
function smallFloats(type) {
	const layout = layouts[type];
	if (layout === void 0) return void 0;
	const table = tables.get(type) ?? tableOf(layout);
	tables.set(type, table);
	return table;
}
function tableOf(layout) {
	const width = layout.exponent + layout.mantissa + (layout.unsigned ? 0 : 1);
	return Float64Array.from({ length: 2 ** width }, (_, bits) => floatOf(bits, layout));
}
function floatOf(bits, { exponent, mantissa, bias, special, unsigned }) {
	const magnitudes = 2 ** (exponent + mantissa);
	const magnitude = bits % magnitudes;
	const negative = !unsigned && bits >= magnitudes;
	if (special === "minus-zero" && negative && magnitude === 0) return NaN;
	if (special === "ones" && magnitude === magnitudes - 1) return NaN;
	const power = Math.floor(magnitude / 2 ** mantissa);
	const fraction = magnitude % 2 ** mantissa / 2 ** mantissa;
	const sign = negative ? -1 : 1;
	if (special === "ieee" && power === 2 ** exponent - 1) return fraction === 0 ? sign * Infinity : NaN;
	if (power === 0 && mantissa > 0) return sign * fraction * 2 ** (1 - bias);
	return sign * (1 + fraction) * 2 ** (power - bias);
}
const arrays = {
	...arrayTypes,
	bfloat16: Uint16Array
};
function elementsOf(tensor, external) {
	const type = elementType(tensor.dataType);
	if (type === void 0 || !tensor.dims.every(isSize)) return void 0;
	const data = type.name === "string" ? textsOf(tensor) : arrayOf(tensor, type, external);
	return data?.length === sizeOf(tensor.dims) ? data : void 0;
}
function valuesOf(tensor, external) {
	const type = elementType(tensor.dataType);
	if (type === void 0 || type.name === "string" || !tensor.dims.every(isSize)) return void 0;
	const bytes = rawBytesOf(tensor, external);
	if (bytes === void 0) return void 0;
	const count = sizeOf(tensor.dims) * (type.name.startsWith("complex") ? 2 : 1);
	const values = decoded(bytes, type, count);
	return values.length === count ? values : void 0;
}
const pieceBytes = 3 * 2 ** 18;
function valuePieces(tensor) {
	const type = elementType(tensor.dataType);
	const range = tensor.dims.every(isSize) ? rawRangeOf(tensor) : void 0;
	if (type?.bits === void 0 || range === void 0) return void 0;
	const elements = sizeOf(tensor.dims);
	if (range.end - range.start !== Math.ceil(elements * type.bits / 8)) return void 0;
	return decodedPieces(range, type, elements * (type.name.startsWith("complex") ? 2 : 1));
}
function* decodedPieces(range, type, count) {
	const bits = type.name.startsWith("complex") ? (type.bits ?? 8) / 2 : type.bits ?? 8;
	let rest = count;
	for (const piece of piecesOf(range, pieceBytes)) {
		const here = Math.min(rest, piece.length * 8 / bits);
		yield decoded(piece, type, Math.floor(here));
		rest -= Math.floor(here);
	}
}
function rawRangeOf(tensor, external) {
	const type = elementType(tensor.dataType);
	if (type?.bits === void 0) return void 0;
	if (isExternal(tensor)) return external === void 0 ? void 0 : externalRange(tensor, external);
	return rangeOf(tensor, "rawData") ?? whole(memory(bytesOfField(tensor, type)));
}
function rawBytesOf(tensor, external) {
	const range = rawRangeOf(tensor, external);
	return range === void 0 ? void 0 : bytesOf(range);
}
function textsOf(tensor) {
	return tensor.stringData.map((bytes) => new TextDecoder().decode(bytes));
}
function arrayOf(tensor, type, external) {
	const array = arrays[type.name];
	const bytes = array === void 0 ? void 0 : rawBytesOf(tensor, external);
	if (array === void 0 || bytes === void 0 || bytes.length * 8 % (type.bits ?? 8) !== 0) return void 0;
	return new array(aligned(bytes));
}
function aligned(bytes) {
	return bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : Uint8Array.from(bytes).buffer;
}
const narrow = {
	8: Uint8Array,
	16: Uint16Array,
	32: Int32Array
};
function bytesOfField(tensor, type) {
	const field = type.field === "stringData" ? void 0 : tensor[type.field];
	if (field === void 0) return new Uint8Array();
	const bits = type.bits ?? 8;
	const list = type.name === "uint32" ? Uint32Array.from(field, Number) : type.field === "int32Data" ? narrow[Math.max(8, bits)]?.from(field) : field;
	return list === void 0 ? new Uint8Array() : new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}
function decoded(bytes, type, count) {
	const array = arrays[type.name] ?? wide[type.name];
	if (array !== void 0 && bytes.length * 8 % (array === wide[type.name] ? 32 : type.bits ?? 8) !== 0) return new Uint8Array();
	const half = halves[type.name];
	if (half !== void 0) return Float32Array.from(new Uint16Array(aligned(bytes)), half);
	if (array !== void 0) return new array(aligned(bytes));
	const table = smallFloats(type.name);
	const bits = type.bits ?? 8;
	if (bytes.length !== Math.ceil(count * bits / 8)) return new Uint8Array();
	const patterns = unpacked(bytes, bits, count);
	if (table !== void 0) return Float32Array.from(patterns, (pattern) => table[pattern]);
	return type.name.startsWith("int") ? Int8Array.from(patterns, (pattern) => signed(pattern, bits)) : patterns;
}
const wide = {
	complex64: Float32Array,
	complex128: Float64Array
};
const halves = {
	float16: fromFloat16,
	bfloat16: fromBfloat16
};
const float = new Float32Array(1);
const floatBits = new Uint32Array(float.buffer);
function fromBfloat16(half) {
	floatBits[0] = half << 16;
	return float[0];
}
function unpacked(bytes, bits, count) {
	if (bits === 8) return bytes;
	const patterns = new Uint8Array(count);
	for (let index = 0; index < count; index++) {
		const at = index * bits;
		const word = bytes[at >> 3] | (bytes[(at >> 3) + 1] ?? 0) << 8;
		patterns[index] = word >> (at & 7) & 2 ** bits - 1;
	}
	return patterns;
}
function signed(pattern, bits) {
	return pattern >= 2 ** (bits - 1) ? pattern - 2 ** bits : pattern;
}
function operatorOf({ domain, opType, overload }) {
	const name = isStandard(domain) ? opType : `${domain}.${opType}`;
	return overload === "" ? name : `${name}:${overload}`;
}
function constantOf(node) {
	return isConstant(node) ? node.attribute.find((attribute) => attribute.t !== void 0)?.t : void 0;
}
function isConstant(node) {
	return node.opType === "Constant" && isStandard(node.domain);
}
const structural = 64;
function constantSignature(tensor) {
	const type = elementType(tensor.dataType)?.name ?? String(tensor.dataType);
	const shape = `${type}[${tensor.dims.join(",")}]`;
	const elements = [
		"int64",
		"int32",
		"bool",
		"string"
	].includes(type) && sizeOf(tensor.dims) <= structural ? elementsOf(tensor) : void 0;
	return elements === void 0 ? shape : `${shape}=${JSON.stringify([...elements].map(String))}`;
}
function attributesSignature(node) {
	if (node.attribute.length === 0) return "";
	return [...node.attribute].sort((a, b) => a.name < b.name ? -1 : 1).map((attribute) => `${JSON.stringify(attribute.name)}=${attributeText(attribute)}`).join(" ");
}
function attributeText(attribute) {
	const { f, i, s, t, floats, ints, strings, refAttrName } = attribute;
	return [
		...f === void 0 ? [] : [String(f)],
		...i === void 0 ? [] : [String(i)],
		...s === void 0 ? [] : [bytesText(s)],
		...[...t === void 0 ? [] : [t], ...attribute.tensors].map(tensorText),
		...floats === void 0 ? [] : [`[${floats.join(", ")}]`],
		...ints === void 0 ? [] : [`[${ints.join(", ")}]`],
		...strings.length === 0 ? [] : [`[${strings.map(bytesText).join(", ")}]`],
		...graphsIn(attribute).map(graphSignature),
		...refAttrName === "" ? [] : [`@${refAttrName}`]
	].join(" ");
}
function tensorText(tensor) {
	const elements = sizeOf(tensor.dims) <= structural ? elementsOf(tensor) : void 0;
	return elements === void 0 ? constantSignature(tensor) : `${constantSignature(tensor)} ${[...elements].join(", ")}`;
}
function graphSignature(graph) {
	const places = new Map();
	for (const [index, value] of graph.input.entries()) places.set(value.name, `in${index}`);
	for (const tensor of graph.initializer) places.set(tensor.name, constantSignature(tensor));
	const nodes = graph.node.map((node, index) => {
		const constant = constantOf(node);
		if (constant !== void 0) {
			places.set(node.output[0] ?? "", constantSignature(constant));
			return "";
		}
		const inputs = node.input.map((name) => name === "" ? "" : places.get(name) ?? "outer");
		for (const [place, name] of node.output.entries()) places.set(name, `${index}.${place}`);
		return `${operatorOf(node)}(${inputs.join()}){${attributesSignature(node)}}`;
	});
	const outputs = graph.output.map((value) => places.get(value.name) ?? "outer");
	return `graph:${sha256([...nodes.filter((text) => text !== ""), ...outputs].join("\n"))}`;
}
function nestedNodes(node) {
	return subgraphsOf(node).reduce((sum, graph) => sum + graph.node.reduce((inner, each) => inner + 1 + nestedNodes(each), 0), 0);
}
function bytesText(bytes) {
	return bytes.length <= 200 ? JSON.stringify(new TextDecoder().decode(bytes)) : sha256(bytes);
}
const known = new WeakMap();
function constantsOf(model) {
	const constants = known.get(model) ?? foundConstants(model);
	known.set(model, constants);
	return constants;
}
function foundConstants(model) {
	return [...constantsIn(scopesOf(model)), ...defaultsOf(model).flatMap(([where, attribute]) => tensorsIn(attribute).map((tensor) => named(where, tensor)))];
}
function tensorsAnywhere(model) {
	const training = model.trainingInfo.flatMap(({ initialization, algorithm }, at) => [[`training ${at}/initialization`, initialization], [`training ${at}/algorithm`, algorithm]]);
	const defaults = defaultsOf(model).flatMap(([where, attribute]) => graphsIn(attribute).map((graph) => [where, graph]));
	const scopes = [...training, ...defaults].flatMap(([where, graph]) => graph === void 0 ? [] : [graphScope(graph, where, model.opsetImport)]);
	return scopes.length === 0 ? constantsOf(model) : [...constantsOf(model), ...constantsIn(withNested(scopes))];
}
function defaultsOf(model) {
	return model.functions.flatMap((body) => body.attributeProto.map((attribute) => [`function ${body.name}/attribute ${attribute.name}`, attribute]));
}
function constantsIn(scopes) {
	const found = [];
	for (const scope of scopes) {
		for (const tensor of initializersOf(scope)) found.push([`${scope.path}/initializer ${tensor.name}`, tensor]);
		scope.nodes.forEach((node, index) => {
			if (node.attribute.length === 0) return;
			for (const attribute of node.attribute) for (const tensor of tensorsIn(attribute)) found.push([`${nodePath(scope, node, index)}/${attribute.name}`, tensor]);
		});
	}
	return found;
}
function initializersOf({ graph }) {
	return [...graph?.initializer ?? [], ...(graph?.sparseInitializer ?? []).flatMap(partsOf)];
}
function tensorsIn({ t, tensors, sparseTensor, sparseTensors }) {
	const sparse = [...sparseTensor === void 0 ? [] : [sparseTensor], ...sparseTensors];
	return [
		...t === void 0 ? [] : [t],
		...tensors,
		...sparse.flatMap(partsOf)
	];
}
function partsOf({ values, indices }) {
	return [values, indices].filter((tensor) => tensor !== void 0);
}
function named(where, tensor) {
	return [where, tensor];
}
function weightsOf(model) {
	return scopesOf(model).flatMap((scope) => {
		const weight = (value, tensor) => tensor === void 0 ? [] : [{
			name: scope.path === "graph" ? value : `${scope.path}/${value}`,
			value,
			scope,
			tensor
		}];
		return [
			...(scope.graph?.initializer ?? []).flatMap((tensor) => weight(tensor.name, tensor)),
			...(scope.graph?.sparseInitializer ?? []).flatMap(({ values }) => weight(values?.name ?? "", values)),
			...scope.nodes.flatMap((node) => weight(node.output[0] ?? "", constantOf(node)))
		];
	});
}
function parametersOf(model) {
	const inScopes = scopesOf(model).flatMap((scope) => [
		...(scope.graph?.initializer ?? []).map(sizeOfTensor),
		...(scope.graph?.sparseInitializer ?? []).map(({ values }) => sizeOfTensor(values)),
		...scope.nodes.flatMap((node) => node.attribute.map((attribute) => numbersIn(attribute, isConstant(node))))
	]);
	const inDefaults = defaultsOf(model).map(([, attribute]) => numbersIn(attribute, false));
	return [...inScopes, ...inDefaults].reduce((sum, count) => sum + count, 0);
}
function numbersIn(attribute, isOfConstant) {
	const { t, tensors, sparseTensor, sparseTensors, floats, f, ints, i, s, strings } = attribute;
	const dense = [...t === void 0 ? [] : [t], ...tensors];
	const sparse = [...sparseTensor === void 0 ? [] : [sparseTensor], ...sparseTensors];
	const listed = isOfConstant ? [
		f,
		i,
		s
	].filter((one) => one !== void 0).length + (ints?.length ?? 0) + strings.length : 0;
	return [...dense, ...sparse.map(({ values }) => values)].reduce((sum, tensor) => sum + sizeOfTensor(tensor), (floats?.length ?? 0) + listed);
}
function sizeOfTensor(tensor) {
	return tensor === void 0 ? 0 : sizeOf(tensor.dims);
}
export { attributeText, attributesSignature, constantOf, constantSignature, constantsOf, elementsOf, functionScope, graphScope, initializerNames, isConstant, isImported, isStandard, mainScope, mapInitializers, nestedNodes, nestedScopes, nodePath, nodesOf, operatorOf, opsetOf, parametersOf, rawRangeOf, scopesOf, smallFloats, standardDomain, subgraphsOf, tensorsAnywhere, valuePieces, valuesOf, weightsOf };
