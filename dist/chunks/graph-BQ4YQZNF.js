import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  checkModel
} from "./chunk-D5GHBUG4.js";
import "./chunk-2MUBADGG.js";
import {
  makeInputs
} from "./chunk-XB7MMGHV.js";
import {
  summarize
} from "./chunk-LKELK36L.js";
import {
  diffInterface
} from "./chunk-3VN7KAAN.js";
import "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import {
  fromFloat16
} from "./chunk-OURY2R3Y.js";
import {
  readModel
} from "./chunk-WODW6QLJ.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-XBNBSL6G.js";
import {
  UserError
} from "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/optimize/graph.ts
import path from "node:path";

// src/optimize/agree.ts
function largestDifference(wanted, given) {
  const distances = Object.entries(wanted).map(([name, tensor]) => distance(tensor, given[name]));
  return Math.max(0, ...distances);
}
function distance(wanted, given) {
  if (given?.type !== wanted.type || given.dims.join() !== wanted.dims.join()) return Number.POSITIVE_INFINITY;
  const [left, right] = [floatsOf(wanted), floatsOf(given)];
  if (left !== void 0 && right !== void 0) return relativeDistance(left, right);
  for (let i = 0; i < wanted.data.length; i++) if (wanted.data[i] !== given.data[i]) return Number.POSITIVE_INFINITY;
  return 0;
}
function floatsOf(tensor) {
  if (tensor.type === "float16") return Float32Array.from(tensor.data, fromFloat16);
  return tensor.type === "float32" || tensor.type === "float64" ? tensor.data : void 0;
}
function relativeDistance(wanted, given) {
  let largest = 1;
  let apart = 0;
  for (let i = 0; i < wanted.length; i++) {
    const [a, b] = [wanted[i], given[i]];
    if (Number.isFinite(a) && Number.isFinite(b)) {
      apart = Math.max(apart, Math.abs(a - b));
      largest = Math.max(largest, Math.abs(a));
    } else if (!Object.is(a, b)) return Number.POSITIVE_INFINITY;
  }
  return apart / largest;
}

// src/optimize/answers.ts
var trials = [
  { batch: 1, seed: 1 },
  { batch: 3, seed: 2 },
  { batch: 1, seed: 3 }
];
var impossible = ["model-rejected", "model-run-failed", "input-unsupported"];
async function compareAnswers(wanted, given, tools) {
  try {
    const reference = await answersOf(wanted, tools);
    const answers = await answersOf(given, tools);
    return {
      difference: Math.max(...reference.map((outputs, trial) => largestDifference(outputs, answers[trial] ?? {})))
    };
  } catch (error) {
    if (!(error instanceof UserError && impossible.includes(error.code))) throw error;
    return { impossible: await inWords(error.message, [wanted, given], tools) };
  }
}
async function inWords(message, models, tools) {
  let words = message.replace(/\.$/, "");
  for (const model of models) words = words.replaceAll(await tools.store.path(model), model.name);
  return words;
}
async function answersOf(artifact, tools) {
  const model = await tools.store.path(artifact);
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const opened = await worker.ask({
      do: "open",
      model,
      provider: "cpu",
      threads: 1,
      optimization: "disabled"
    });
    return await runTrials(worker, opened.inputs);
  } finally {
    await worker.close();
  }
}
async function runTrials(worker, inputs) {
  const answers = [];
  const open = inputs.some((input) => input.dims.some((dim) => typeof dim === "string"));
  for (const { batch, seed } of trials) {
    const { outputs } = await worker.ask({ do: "run", feeds: makeInputs(inputs, open ? batch : 1, seed) });
    answers.push(outputs);
  }
  return answers;
}

// src/optimize/graph.ts
var growth = { factor: 1.05, bytes: 4096 };
async function optimizeGraph(candidate, settings, tools) {
  const original = await tools.store.path(candidate);
  const written = path.join(tools.scratch, `${path.basename(candidate.name, ".onnx")}.${settings.level}.onnx`);
  await writeOptimized(original, written, settings, tools);
  const model = await tools.store.putFile(written);
  const seen = await judgeGraph(candidate, model, settings.level, tools);
  const { kept, why } = seen.kept ? await judgeAnswers(candidate, model, seen.why, settings, tools) : seen;
  return { id: "graph", model, how: `onnxruntime graph optimisation, level ${settings.level}`, kept, why };
}
async function writeOptimized(original, written, settings, tools) {
  await tools.world.files.makeDirectory(tools.scratch);
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const request = { do: "open", model: original, provider: "cpu", threads: 1, optimization: settings.level };
    await worker.ask({ ...request, optimizedPath: written });
  } finally {
    await worker.close();
  }
}
async function judgeGraph(candidate, model, level, tools) {
  const {
    store,
    world: { files }
  } = tools;
  const before = readModel(await files.open(await store.path(candidate)), candidate.name);
  const after = readModel(await files.open(await store.path(model)), model.name);
  const error = checkModel(after).find((finding) => finding.severity === "error" && !isOwnOperator(finding, level));
  const { change, reasons } = diffInterface(before, after);
  const nodes = [summarize(before, candidate.bytes).nodes, summarize(after, model.bytes).nodes];
  if (error !== void 0) return dropped(`is not a sound model (${error.where}: ${error.message})`);
  if (change !== "compatible") return dropped(`has another interface (${reasons.join(", ")})`);
  if (nodes[1] >= nodes[0]) return dropped(`leaves all ${nodes[0]} nodes, so there is nothing to gain`);
  if (model.bytes > growth.factor * candidate.bytes + growth.bytes)
    return dropped(`grows from ${candidate.bytes} to ${model.bytes} bytes`);
  return {
    kept: true,
    why: `has ${nodes[1]} nodes instead of ${nodes[0]}, ${model.bytes} bytes instead of ${candidate.bytes}`
  };
}
async function judgeAnswers(candidate, model, why, settings, tools) {
  const compared = await compareAnswers(candidate, model, tools);
  if ("impossible" in compared) return dropped(`could not be compared: ${compared.impossible}`);
  const { difference } = compared;
  const figure = difference === 0 ? "no difference" : `a difference of ${difference.toExponential(1)}`;
  if (difference > settings.tolerance)
    return dropped(`answers with ${figure}, beyond the tolerance of ${settings.tolerance}`);
  return { kept: true, why: `${why}, and answers with ${figure}` };
}
function isOwnOperator(finding, level) {
  return level === "extended" && (finding.code === "operator-too-new" || finding.code === "operator-unknown");
}
function dropped(why) {
  return { kept: false, why };
}
export {
  optimizeGraph
};
