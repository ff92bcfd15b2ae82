import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  externalEntry,
  isExternal
} from "./chunk-D3UMHPRW.js";
import {
  graphsOf,
  nodesOf
} from "./chunk-WODW6QLJ.js";

// src/onnx/graph/external-files.ts
async function openExternal(model, folder, files) {
  const names = externalFiles(model);
  return new Map(await Promise.all(names.map(async (name) => [name, await files.openWithin(folder, name)])));
}
function externalFiles(model) {
  const names = /* @__PURE__ */ new Set();
  for (const tensor of tensorsOf(model)) if (isExternal(tensor)) names.add(externalEntry(tensor, "location") ?? "");
  return [...names].sort();
}
function* tensorsOf(model) {
  for (const graph of graphsOf(model)) {
    yield* graph.initializer;
    for (const { values, indices } of graph.sparseInitializer)
      yield* [values, indices].filter((each) => each !== void 0);
  }
  for (const node of nodesOf(model))
    for (const { t, tensors, sparseTensor, sparseTensors } of node.attribute) {
      yield* tensors;
      const sparse = [sparseTensor, ...sparseTensors].flatMap((each) => [each?.values, each?.indices]);
      yield* [t, ...sparse].filter((each) => each !== void 0);
    }
}

export {
  openExternal,
  externalFiles
};
