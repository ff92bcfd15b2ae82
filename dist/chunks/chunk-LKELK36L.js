import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  graphsOf,
  interfaceOf,
  interfaceValue,
  nodesOf
} from "./chunk-WODW6QLJ.js";
import {
  sizeOf
} from "./chunk-5W2HGUAS.js";

// src/onnx/graph/summarize.ts
function summarize(model, bytes) {
  const nodes = nodesOf(model);
  const { inputs, outputs } = interfaceOf(model);
  return {
    irVersion: model.irVersion ?? 0,
    opset: Object.fromEntries(model.opsetImport.map((set) => [set.domain || "ai.onnx", set.version ?? 0])),
    producer: `${model.producerName} ${model.producerVersion}`.trim(),
    nodes: nodes.length,
    operators: countOperators(nodes),
    parameters: weightsOf(model).reduce((sum, tensor) => sum + sizeOf(tensor.dims), 0),
    bytes,
    inputs: inputs.map(interfaceValue),
    outputs: outputs.map(interfaceValue)
  };
}
function countOperators(nodes) {
  const counts = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const name = node.domain === "" || node.domain === "ai.onnx" ? node.opType : `${node.domain}.${node.opType}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
function weightsOf(model) {
  const graphs = graphsOf(model);
  const constants = nodesOf(model).filter((node) => node.opType === "Constant");
  return [
    ...graphs.flatMap((graph) => graph.initializer),
    ...graphs.flatMap((graph) => graph.sparseInitializer.flatMap((sparse) => sparse.values ?? [])),
    ...constants.flatMap((node) => node.attribute.flatMap((attribute) => attribute.t ?? []))
  ];
}

export {
  summarize
};
