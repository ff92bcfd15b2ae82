import { none } from "./onnx-format-fields.js";
import { elementTypes, externalEntry, externalRange, isExternal } from "./workers.js";
import { constantsOf, isStandard, mapInitializers, nodesOf, parametersOf, standardDomain } from "./onnx-graph-constants.js";
import { defer, edited } from "./onnx-format-read-message.js";
import { interfaceOf, interfaceValue } from "./onnx-graph-interface.js";
const attributeTypes = {
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
		opsetImport: Object.entries({
			"": parts.opset,
			...parts.domains
		}).map(([domain, version]) => ({
			domain,
			version
		})),
		metadataProps: entries(parts.metadata ?? {}),
		trainingInfo: none,
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
	const shape = dims === void 0 ? {} : { shape: { dim: dims.map(dimension) } };
	return {
		name,
		type: {
			tensorType: {
				elemType: codeOf(type),
				...shape
			},
			denotation: ""
		},
		docString: "",
		metadataProps: none
	};
}
function dimension(dim) {
	return typeof dim === "number" ? {
		dimValue: dim,
		dimParam: "",
		denotation: ""
	} : {
		dimParam: dim,
		denotation: ""
	};
}
function codeOf(type) {
	return elementTypes.find((row) => row.name === type)?.code;
}
function entries(record) {
	return Object.entries(record).map(([key, text]) => ({
		key,
		value: text
	}));
}
async function openExternal(model, folder, files) {
	const names = externalFiles(model);
	return new Map(await Promise.all(names.map(async (name) => [name, await files.openWithin(folder, name)])));
}
function externalFiles(model) {
	const names = new Set();
	for (const [, tensor] of constantsOf(model)) if (isExternal(tensor)) names.add(externalEntry(tensor, "location") ?? "");
	return [...names].sort();
}
function withInlineData(model, external) {
	return mapInitializers(model, (tensor) => {
		const range = isExternal(tensor) ? externalRange(tensor, external) : void 0;
		if (range === void 0) return tensor;
		const inline = edited(tensor, {
			...emptied,
			dataLocation: void 0,
			externalData: none
		});
		defer(inline, "rawData", {
			payloads: [range],
			make: ([bytes]) => bytes
		});
		return inline;
	});
}
const emptied = {
	floatData: void 0,
	int32Data: void 0,
	int64Data: void 0,
	rawData: void 0,
	doubleData: void 0,
	uint64Data: void 0
};
function summarize(model, bytes) {
	const nodes = nodesOf(model);
	const { inputs, outputs } = interfaceOf(model);
	return {
		irVersion: model.irVersion ?? 0,
		opset: Object.fromEntries(model.opsetImport.map((set) => [standardDomain(set.domain), set.version ?? 0])),
		producer: `${model.producerName} ${model.producerVersion}`.trim(),
		nodes: nodes.length,
		operators: countOperators(nodes),
		parameters: parametersOf(model),
		bytes,
		inputs: inputs.map(interfaceValue),
		outputs: outputs.map(interfaceValue)
	};
}
function countOperators(nodes) {
	const counts = new Map();
	for (const node of nodes) {
		const name = isStandard(node.domain) ? node.opType : `${node.domain}.${node.opType}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return Object.fromEntries(counts);
}
export { attributeTypes, buildGraph, buildModel, externalFiles, openExternal, summarize, value, withInlineData };
