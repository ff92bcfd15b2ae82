import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadUserModule
} from "./chunk-6FCHUBST.js";
import {
  fromFloat16
} from "./chunk-DA4IMPZO.js";
import {
  rows,
  sizeOf
} from "./chunk-5W2HGUAS.js";
import {
  userError
} from "./chunk-FNGT7Y45.js";

// src/data/quality.ts
var noClass = -1;
function topClasses(outputs, examples, contender) {
  const scores = Object.values(outputs).find(({ type }) => type.startsWith("float"));
  if (scores === void 0)
    throw userError("output-not-classes", { contender, reason: "no output holds floating-point scores" });
  const classes = scores.dims.at(-1) ?? 1;
  if (scores.dims.length < 2 || classes < 2 || scores.dims[0] !== examples || sizeOf(scores.dims) !== examples * classes) {
    const reason = `its first floating-point output has the shape [${scores.dims.join(", ")}], not [${examples}, classes]`;
    throw userError("output-not-classes", { contender, reason });
  }
  const values = valuesOf(scores);
  return Array.from(
    { length: examples },
    (_, example) => argmax(values.subarray(example * classes, (example + 1) * classes))
  );
}
function correctness(predictions, labels) {
  return predictions.map((top, example) => top === labels[example] ? 1 : 0);
}
function agreements(predictions, others) {
  return predictions.map((top, example) => top !== noClass && top === others[example] ? 1 : 0);
}
async function loadMetric(module, trust) {
  const call = await loadUserModule(module, trust);
  return async (example) => {
    const value = await call(example);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw userError("user-module", {
      path: module.path,
      reason: `it gave ${String(value)} for example ${example.index}`
    });
  };
}
function outputsOf(outputs, at, examples, contender) {
  const entries = Object.entries(outputs).map(([name, tensor]) => {
    if (tensor.dims[0] === examples) return [name, rows(tensor, at, at + 1)];
    const reason = `its output ${name} has the shape [${tensor.dims.join(", ")}] for ${examples} examples`;
    throw userError("output-not-classes", { contender, reason });
  });
  return Object.fromEntries(entries);
}
function argmax(scores) {
  let best = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at];
    if (Number.isNaN(score)) return noClass;
    if (score > scores[best]) best = at;
  }
  return best;
}
function valuesOf({ type, data }) {
  return type === "float16" ? Float32Array.from(data, fromFloat16) : data;
}

export {
  topClasses,
  correctness,
  agreements,
  loadMetric,
  outputsOf
};
