import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  checkModel,
  collectFindings,
  constantsOf,
  onnxruntimeLimits
} from "./chunk-D5GHBUG4.js";
import {
  buildGraph,
  buildModel,
  value
} from "./chunk-2MUBADGG.js";
import {
  makeInputs
} from "./chunk-XB7MMGHV.js";
import {
  summarize
} from "./chunk-LKELK36L.js";
import {
  readNpz
} from "./chunk-3JO2SQBN.js";
import "./chunk-WPFSSG2G.js";
import {
  externalFiles,
  openExternal
} from "./chunk-YLML3NYY.js";
import {
  checkNames,
  goldenFile
} from "./chunk-VWXG6MCY.js";
import {
  diffInterface
} from "./chunk-3VN7KAAN.js";
import {
  byteCount,
  externalEntry,
  isExternal,
  nodePath,
  scopesOf
} from "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import {
  openTarget
} from "./chunk-XO5JQL67.js";
import {
  fromFloat16
} from "./chunk-OURY2R3Y.js";
import {
  elementType,
  readModel
} from "./chunk-WODW6QLJ.js";
import "./chunk-HNLYTX22.js";
import "./chunk-OTSDDIBK.js";
import {
  rows,
  sizeOf
} from "./chunk-5W2HGUAS.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import {
  quantile
} from "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-L5IA356N.js";
import {
  combine
} from "./chunk-V6L2EAQG.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-27J4YHGF.js";
import "./chunk-XBNBSL6G.js";
import {
  UserError
} from "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/stages/validate/check-all.ts
import path from "node:path";

// src/onnx/check/risks.ts
var longText = 2 ** 16;
function checkRisks(model) {
  return collectFindings((report) => {
    for (const [where, text] of textsOf(model)) checkText(where, text, report);
    const files = externalFiles(model);
    if (files.length > 0)
      report(
        "external-data",
        "model",
        `It keeps weights in ${files.length} other ${files.length === 1 ? "file" : "files"}.`
      );
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
    ])
      yield [`${scope.path}/value`, `${name} ${docString}`];
    for (const [index, node] of scope.nodes.entries()) {
      yield [
        nodePath(scope, node, index),
        `${node.name} ${node.opType} ${node.domain} ${node.docString} ${node.output.join(" ")}`
      ];
      yield* entriesOf(nodePath(scope, node, index), node.metadataProps);
    }
  }
}
function entriesOf(where, entries) {
  return entries.map(({ key, value: value2 }) => [`${where}/${key}`, `${key} ${value2}`]);
}
var hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
var markup = /<\/?[a-z!][^<>]{0,500}>|\]\(\s*\w+:|^::\w+/imu;
var address = /\b(?:https?|ftp|file|data|javascript):[^\s]{3,}/iu;
function checkText(where, text, report) {
  if (text.length > longText) report("text-long", where, `It has ${text.length} characters.`);
  const start = text.slice(0, longText);
  if (hidden.test(start)) report("text-hidden", where, "It has characters that are not seen or that turn text around.");
  if (markup.test(start)) report("text-markup", where, "It has HTML, a link or a workflow command in it.");
  const found = address.exec(start)?.[0];
  if (found !== void 0) report("text-address", where, `It names the address ${JSON.stringify(found.slice(0, 80))}.`);
}

// src/onnx/check/safety.ts
var maxNodes = 1e6;
var maxNesting = 16;
var maxFunctionDepth = 100;
function checkSafety(model) {
  return collectFindings((report) => {
    checkExtent(model, report);
    checkFunctions(model, report);
    for (const [where, tensor] of constantsOf(model)) checkExternalData(tensor, where, report);
  });
}
function checkExtent(model, report) {
  const scopes = scopesOf(model);
  const nodes = scopes.reduce((sum, scope) => sum + scope.nodes.length, 0);
  if (nodes > maxNodes) report("too-many-nodes", "model", `It has ${nodes} nodes, more than ${maxNodes}.`);
  for (const scope of scopes)
    if (scope.path.split("/node ").length - 1 > maxNesting)
      report("nested-too-deep", scope.path, `Its graphs are nested more than ${maxNesting} deep.`);
}
function checkFunctions(model, report) {
  const depths = /* @__PURE__ */ new Map();
  const calls = new Map(
    model.functions.map((body) => [
      `${body.domain}.${body.name}`,
      new Set(body.node.map((node) => `${node.domain}.${node.opType}`))
    ])
  );
  const depthOf = (name, path2) => {
    if (path2.includes(name) || path2.length > maxFunctionDepth) return Number.POSITIVE_INFINITY;
    const called = depths.get(name) ?? 1 + Math.max(
      0,
      ...[...calls.get(name) ?? []].filter((callee) => calls.has(callee)).map((callee) => depthOf(callee, [...path2, name]))
    );
    depths.set(name, called);
    return called;
  };
  for (const name of calls.keys())
    if (depthOf(name, []) > maxFunctionDepth)
      report("function-cycle", `function ${name}`, `It calls itself, or others more than ${maxFunctionDepth} deep.`);
}
var externalKeys = ["location", "offset", "length", "checksum", "basepath"];
function checkExternalData(tensor, where, report) {
  if (!isExternal(tensor)) return;
  const location = externalEntry(tensor, "location") ?? "";
  const trouble = locationTrouble(location);
  if (trouble !== void 0) report("external-location", where, `Its weights are in \`${location}\`, ${trouble}.`);
  for (const { key } of tensor.externalData)
    if (!externalKeys.includes(key))
      report("external-key", where, `\`${key}\` is no key of external data.`, `Known are ${externalKeys.join(", ")}.`);
  for (const key of ["offset", "length"])
    if (byteCount(externalEntry(tensor, key) ?? "0") === void 0)
      report("external-range", where, `Its ${key} \`${externalEntry(tensor, key)}\` is not a number of bytes.`);
  checkLength(tensor, where, report);
}
function checkLength(tensor, where, report) {
  const length = externalEntry(tensor, "length");
  const bits = elementType(tensor.dataType)?.bits;
  if (length === void 0 || bits === void 0) return;
  const wanted = Math.ceil(sizeOf(tensor.dims) * bits / 8);
  if (Number(length) !== wanted)
    report("external-size", where, `It takes ${length} bytes of its file where its dims need ${wanted}.`);
}
function locationTrouble(location) {
  if (location === "") return "which names no file";
  if (/[\0\\]/.test(location)) return "which is not a portable path";
  if (location.startsWith("/") || /^[A-Za-z]:/.test(location)) return "an absolute path";
  return location.split("/").includes("..") ? "outside of the model's folder" : void 0;
}

// src/stages/validate/contract.ts
function checkContract(contract, model) {
  const { change, reasons } = diffInterface(contractModel(contract, model), model);
  return reasons.map((reason) => ({
    severity: change === "breaking" ? "error" : "note",
    code: change === "breaking" ? "contract-broken" : "contract-extended",
    where: "interface",
    message: `Against the contract, ${reason}.`,
    hint: "Export the model with these names, types and shapes, or change `contract:` with its callers."
  }));
}
function contractModel({ inputs, outputs }, { opsetImport }) {
  const values = (declared) => Object.entries(declared).map(([name, { type, dims }]) => value(name, type, dims));
  const graph = buildGraph({ inputs: values(inputs), outputs: values(outputs), nodes: [] });
  return { ...buildModel({ graph, opset: 1 }), opsetImport };
}

// src/stages/validate/closeness.ts
function distanceOf(expected, found, tolerance) {
  const [wanted, given] = [valueAt(expected), valueAt(found)];
  let [beyond2, furthest, at] = [0, Number.NEGATIVE_INFINITY, 0];
  for (let index = 0; index < expected.data.length; index++) {
    const excess = excessOf(wanted(index), given(index), tolerance);
    if (excess <= 0) continue;
    beyond2 += 1;
    if (excess <= furthest) continue;
    furthest = excess;
    at = index;
  }
  if (beyond2 === 0) return void 0;
  const worst = { index: at, expected: String(wanted(at)), found: String(given(at)) };
  return { beyond: beyond2, elements: expected.data.length, worst };
}
function valueAt({ type, data }) {
  if (type === "float16") return (index) => fromFloat16(data[index]);
  return (index) => data[index];
}
function excessOf(expected, found, { absolute, relative }) {
  if (expected === found || Object.is(expected, found)) return 0;
  if (typeof expected === "string" || typeof found === "string") return Infinity;
  const [wanted, given] = [Number(expected), Number(found)];
  if (!Number.isFinite(wanted) || !Number.isFinite(given)) return Infinity;
  const apart = typeof expected === "bigint" && typeof found === "bigint" ? Number(found - expected) : given - wanted;
  return Math.abs(apart) - (absolute + relative * Math.abs(wanted));
}
function placeIn(dims, index) {
  let rest = index;
  const place = dims.toReversed().map((dim) => {
    const at = rest % dim;
    rest = Math.floor(rest / dim);
    return at;
  });
  return `[${place.reverse().join(", ")}]`;
}

// src/stages/validate/session.ts
var blamed = ["model-rejected", "model-run-failed", "worker-died"];
async function whileLoaded(artifact, tools, look) {
  const model = await tools.store.path(artifact);
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const { inputs, outputs } = await worker.ask({ do: "open", model, provider: "cpu", threads: 1 });
    return await look({
      inputs,
      outputs,
      run: async (feeds) => (await worker.ask({ do: "run", feeds })).outputs,
      warm: (feeds) => worker.ask({ do: "warm", feeds })
    });
  } catch (error) {
    if (tools.signal.aborted || !(error instanceof UserError)) throw error;
    const severity = severityOf(error);
    if (severity !== void 0) return [runFinding(severity, error, [model, artifact.name])];
    throw error;
  } finally {
    await worker.close();
  }
}
function severityOf({ code }) {
  if (code === "input-unsupported") return "note";
  return blamed.includes(code) ? "error" : void 0;
}
function runFinding(severity, error, [path2, name] = ["", ""]) {
  const message = path2 === "" ? error.message : error.message.replaceAll(path2, name);
  return { severity, code: error.code, where: "model", message, hint: error.hint };
}

// src/stages/validate/determinism.ts
var seed = 2;
var batch = 3;
var batchTolerance = { absolute: 1e-4, relative: 1e-3 };
function checkDeterminism(artifact, tools) {
  return whileLoaded(artifact, tools, async (loaded) => {
    try {
      return [...await twice(loaded), ...await batched(loaded)];
    } catch (error) {
      if (error instanceof UserError && error.code === "model-run-failed")
        return [unchecked("it does not run on made-up inputs")];
      throw error;
    }
  });
}
async function twice({ inputs, run }) {
  const feeds = makeInputs(inputs, 1, seed);
  const [first, second] = [await run(feeds), await run(feeds)];
  return Object.entries(first).flatMap(
    ([name, tensor]) => differing(name, tensor, second[name], { absolute: 0, relative: 0 }).map((what) => ({
      severity: "error",
      code: "not-deterministic",
      where: `output ${name}`,
      message: `The same input gives another output the second time: ${what}.`,
      hint: "Look for operators that draw random numbers (RandomNormal, Multinomial, Dropout in training mode) and export them with a seed, or out of the model."
    }))
  );
}
async function batched({ inputs, outputs, run }) {
  if (!batchFirst(inputs) || !batchFirst(outputs))
    return [unchecked("not every input and output has a batch as its first dimension")];
  const feeds = makeInputs(inputs, batch, seed);
  const together = await run(feeds);
  for (let example = 0; example < batch; example++) {
    const alone = await run(slice(feeds, example));
    for (const [name, tensor] of Object.entries(together)) {
      if (tensor.dims[0] !== batch)
        return [unchecked(`output \`${name}\` has ${tensor.dims[0]} rows for a batch of ${batch}`)];
      const [what] = differing(name, alone[name], rows(tensor, example, example + 1), batchTolerance);
      if (what !== void 0) return [dependent(name, example, what)];
    }
  }
  return [];
}
function batchFirst(ports) {
  const first = new Set(ports.map(({ dims }) => dims[0]));
  return ports.length > 0 && first.size === 1 && typeof ports[0]?.dims[0] === "string" && ports[0].dims[0] !== "";
}
function slice(feeds, example) {
  return Object.fromEntries(Object.entries(feeds).map(([name, tensor]) => [name, rows(tensor, example, example + 1)]));
}
function differing(name, expected, found, tolerance) {
  if (found === void 0 || found.dims.join() !== expected.dims.join()) return [`\`${name}\` has another shape`];
  const distance = distanceOf(expected, found, tolerance);
  if (distance === void 0) return [];
  const { worst, beyond: beyond2, elements } = distance;
  return [
    `${beyond2} of ${elements} elements, at ${placeIn(expected.dims, worst.index)} ${worst.expected} and then ${worst.found}`
  ];
}
function dependent(name, example, what) {
  return {
    severity: "warning",
    code: "batch-dependent",
    where: `output ${name}`,
    message: `Example ${example} of a batch of ${batch} gets another answer than alone: ${what}.`,
    hint: "Normal where activations are quantised over the whole batch (DynamicQuantizeLinear); else look for a reduction over the batch."
  };
}
function unchecked(why) {
  return {
    severity: "note",
    code: "batch-unchecked",
    where: "model",
    message: `Whether an example's answer depends on its batch was not checked: ${why}.`,
    hint: "Give inputs and outputs a symbolic first dimension of one name when exporting."
  };
}

// src/stages/validate/golden.ts
async function checkGolden(golden, artifact, tools) {
  const file = goldenFile(golden, tools.folder);
  const arrays = readNpz(await tools.world.files.read(file), golden.from);
  return whileLoaded(artifact, tools, async ({ inputs, outputs, run }) => {
    const missing = inputs.filter(({ name }) => arrays[golden.inputs[name] ?? name] === void 0);
    if (missing.length > 0) return missing.map(({ name }) => withoutInput(name, golden));
    const feeds = Object.fromEntries(inputs.map(({ name }) => [name, arrays[golden.inputs[name] ?? name]]));
    const expected = outputs.flatMap(({ name }) => {
      const found = arrays[golden.outputs[name]?.array ?? name];
      return found === void 0 ? [] : [[name, found]];
    });
    const strangers = Object.keys(golden.outputs).filter((name) => !expected.some(([known]) => known === name));
    if (strangers.length > 0 || expected.length === 0)
      return (strangers.length > 0 ? strangers : [""]).map((name) => withoutOutput(name, golden));
    const given = await run(feeds);
    return expected.flatMap(([name, tensor]) => compared(name, tensor, given[name], toleranceOf(golden, name)));
  });
}
function toleranceOf({ absolute, relative, outputs }, output) {
  const own = outputs[output];
  return { absolute: own?.absolute ?? absolute, relative: own?.relative ?? relative };
}
function compared(output, expected, found, tolerance) {
  const where = `output ${output}`;
  const shape = ({ type, dims }) => `${type}[${dims.join(", ")}]`;
  if (found === void 0 || shape(found) !== shape(expected))
    return [
      finding(
        "golden-shape",
        where,
        `It is ${found === void 0 ? "missing" : shape(found)} where ${shape(expected)} is expected.`
      )
    ];
  const distance = distanceOf(expected, found, tolerance);
  if (distance === void 0) return [];
  const { beyond: beyond2, elements, worst } = distance;
  const place = placeIn(expected.dims, worst.index);
  return [
    finding(
      "golden-differs",
      where,
      `${beyond2} of ${elements} elements differ; the furthest, at ${place}, is ${worst.found} where ${worst.expected} is expected.`
    )
  ];
}
function withoutInput(name, { from }) {
  return finding(
    "golden-input",
    `input ${name}`,
    `${from} holds no array for it.`,
    "Add one of its name, or name another under `golden: inputs`."
  );
}
function withoutOutput(name, { from }) {
  if (name === "") return finding("golden-output", "model", `${from} holds no array for any of its outputs.`);
  return finding("golden-output", `output ${name}`, `The model has no such output, or ${from} no array for it.`);
}
function finding(code, where, message, hint = "If the model is right, write the expected outputs anew; if it is nearly right, widen the tolerance of the output.") {
  return { severity: "error", code, where, message, hint };
}

// src/stages/validate/limits.ts
function checkLimits(summary, limits) {
  const opset = summary.opset["ai.onnx"] ?? 0;
  const { size = Number.POSITIVE_INFINITY, parameters = Number.POSITIVE_INFINITY } = limits;
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits.opset ?? {};
  return [
    ...summary.bytes > size ? [beyond("size", `It has ${summary.bytes} bytes, more than the ${size} allowed.`, "Quantise or prune it")] : [],
    ...summary.parameters > parameters ? [
      beyond(
        "parameters",
        `It has ${summary.parameters} parameters, more than the ${parameters} allowed.`,
        "Use a smaller architecture"
      )
    ] : [],
    ...opset < min || opset > max ? [beyond("opset", `Its opset ${opset} is not within ${min} to ${max}.`, "Export it with another opset")] : []
  ];
}
function beyond(what, message, remedy) {
  return {
    severity: "error",
    code: `limit-${what}`,
    where: "model",
    message,
    hint: `${remedy}, or raise \`limits: ${what}\`.`
  };
}
function checkLatency(artifact, { latency }, tools) {
  if (latency === void 0) return [];
  return whileLoaded(artifact, tools, async ({ inputs, warm }) => {
    const { runMs } = await warm(makeInputs(inputs, 1, 1));
    if (runMs <= latency) return [];
    return [
      beyond("latency", `A run takes ${runMs.toPrecision(3)} ms, more than the ${latency} ms allowed.`, "Optimise it")
    ];
  });
}

// src/stages/validate/load-test.ts
async function checkLoad(test, subject, tools) {
  const target = openTarget(test.target, subject, tools);
  try {
    const path2 = await tools.store.path(subject.candidate);
    await target.prepare(void 0, { version: "candidate", artifact: subject.candidate, path: path2 });
    await target.apply(1);
    const { candidate } = await target.observe(test.for);
    return judged(test, candidate.requests, candidate.errors, candidate.latenciesMs);
  } finally {
    await target.close();
  }
}
function judged(test, requests, errors, latenciesMs) {
  const seconds = test.for / 1e3;
  if (requests === 0)
    return [
      finding2(
        "load-nothing",
        `Nothing was asked of it in ${seconds} s.`,
        "Let the test run longer, or raise the rate of the target."
      )
    ];
  const failed = errors / requests > test.errors;
  const p95 = latenciesMs.length === 0 ? Number.NaN : quantile(latenciesMs, 0.95);
  const slow = test.latency !== void 0 && !(p95 <= test.latency);
  return [
    ...failed ? [
      finding2(
        "load-errors",
        `${errors} of ${requests} requests failed within ${seconds} s.`,
        "Run it with `airworthy validate` to see whether it fails on its own inputs, or give it less load."
      )
    ] : [],
    ...slow ? [
      finding2(
        "load-slow",
        `95 % of ${requests} requests took ${p95.toFixed(1)} ms, more than the ${test.latency} ms allowed.`,
        "Lower the rate, give it more threads, or use a faster variant."
      )
    ] : []
  ];
}
function finding2(code, message, hint) {
  return { severity: "error", code, where: "server", message, hint };
}

// src/stages/validate/requirements.ts
function statements(model) {
  const own = [
    ["producer", model.producerName],
    ["description", model.docString],
    ["domain", model.domain]
  ];
  return new Map([...own, ...model.metadataProps.map(({ key, value: value2 }) => [key, value2])]);
}
function checkLicense(model, allowed) {
  const said = model.metadataProps.find(({ key }) => /^licen[cs]e$/i.test(key))?.value.trim();
  const hint = `Write one of ${allowed.join(", ")} into the metadata of the model, under the key \`license\`.`;
  if (said === void 0 || said === "") return [finding3("license-missing", "It states no licence.", hint)];
  const known = allowed.some((license) => license.toLowerCase() === said.toLowerCase());
  return known ? [] : [finding3("license-refused", `Its licence \`${said}\` is not one that is allowed.`, hint)];
}
function checkMetadata(model, required) {
  const said = statements(model);
  return required.filter((key) => (said.get(key) ?? "").trim() === "").map(
    (key) => finding3(
      "metadata-missing",
      `It says nothing under \`${key}\`.`,
      "Add it when exporting: `onnx.helper.set_model_props(model, {\u2026})`."
    )
  );
}
function finding3(code, message, hint) {
  return { severity: "error", code, where: "metadata", message, hint };
}

// src/stages/validate/runs.ts
var seed2 = 1;
function checkRuns(artifact, tools) {
  return whileLoaded(artifact, tools, runOnce);
}
async function runOnce({ inputs, run }) {
  try {
    const outputs = await run(makeInputs(inputs, 1, seed2));
    return Object.entries(outputs).flatMap(([name, tensor]) => allFinite(tensor) ? [] : [notFinite(name)]);
  } catch (error) {
    if (error instanceof UserError && error.code === "model-run-failed" && guessed(inputs))
      return [runFinding("warning", error)];
    throw error;
  }
}
function guessed(inputs) {
  const symbols = inputs.flatMap((input) => input.dims).filter((dim) => typeof dim === "string");
  return new Set(symbols).size > 1 || symbols.includes("");
}
function allFinite(tensor) {
  if (tensor.type === "float16") return tensor.data.every((bits) => Number.isFinite(fromFloat16(bits)));
  if (tensor.type !== "float32" && tensor.type !== "float64") return true;
  return tensor.data.every((element) => Number.isFinite(element));
}
function notFinite(output) {
  return {
    severity: "error",
    code: "output-not-finite",
    where: `output ${output}`,
    message: "On made-up inputs it has elements that are NaN or infinite.",
    hint: "Try it on inputs of your own; if they are finite there, leave out the `runs` check."
  };
}

// src/stages/validate/check-all.ts
var finds = {
  graph: ({ candidate, external }) => checkModel(candidate, onnxruntimeLimits, external),
  interface: checkInterface,
  safety: ({ candidate }) => [...checkSafety(candidate), ...checkRisks(candidate)],
  runs: ({ subject, tools }) => checkRuns(subject.candidate, tools),
  determinism: ({ subject, tools }) => checkDeterminism(subject.candidate, tools)
};
var checks = [
  ...checkNames.map((name) => ({
    name,
    asked: ({ checks: chosen }) => chosen.includes(name),
    find: finds[name]
  })),
  {
    name: "contract",
    asked: ({ contract }) => contract !== void 0,
    find: ({ settings: { contract }, candidate }) => contract === void 0 ? [] : checkContract(contract, candidate)
  },
  {
    name: "golden",
    asked: ({ golden }) => golden.length > 0,
    async find({ settings: { golden }, subject, tools }) {
      const found = [];
      for (const set of golden) found.push(...await checkGolden(set, subject.candidate, tools));
      return found;
    }
  },
  {
    name: "limits",
    asked: ({ limits }) => limits !== void 0,
    find: async ({ settings: { limits = {} }, summary, subject, tools }) => [
      ...checkLimits(summary, limits),
      ...await checkLatency(subject.candidate, limits, tools)
    ]
  },
  {
    name: "license",
    asked: ({ license }) => license.length > 0,
    find: ({ settings: { license }, candidate }) => checkLicense(candidate, license)
  },
  {
    name: "metadata",
    asked: ({ metadata }) => metadata.length > 0,
    find: ({ settings: { metadata }, candidate }) => checkMetadata(candidate, metadata)
  },
  {
    name: "load-test",
    asked: (settings) => settings["load-test"] !== void 0,
    find: ({ settings: { "load-test": test }, subject, tools }) => test === void 0 ? [] : checkLoad(test, subject, tools)
  }
];
async function checkAll({
  settings,
  given: { subject },
  tools
}) {
  const candidate = await load(subject.candidate, tools);
  const folder = path.dirname(await tools.store.path(subject.candidate));
  const external = await openExternal(candidate, folder, tools.world.files);
  const summary = summarize(candidate, subject.candidate.bytes);
  const done = [];
  const asked = checks.filter((check) => check.asked(settings));
  for (const [at, { name, find }] of asked.entries()) {
    if (name === "determinism" && done.some(({ check, verdict: verdict2 }) => check === "runs" && verdict2 === "fail")) continue;
    tools.progress(`check ${name}`, at / asked.length);
    const findings = await find({ subject, candidate, external, summary, settings, tools });
    const failed = findings.some(({ severity }) => severity === "error");
    done.push({ check: name, verdict: failed ? "fail" : "pass", findings });
  }
  const verdict = combine(done.map((check) => check.verdict));
  return { product: { checks: done, summary }, verdict, summary: sentence(done, summary) };
}
async function load(artifact, { store, world }) {
  return readModel(await world.files.open(await store.path(artifact)), path.basename(artifact.name));
}
async function checkInterface({ subject: { production }, candidate, tools }) {
  const where = "interface";
  if (production === void 0)
    return [
      {
        severity: "note",
        code: "interface-first",
        where,
        message: "Nothing is in production to compare the interface with.",
        hint: "The next release will be compared with this one."
      }
    ];
  const { change, reasons } = diffInterface(await load(production.artifact, tools), candidate);
  return reasons.map((reason) => ({
    severity: change === "breaking" ? "warning" : "note",
    code: `interface-${change}`,
    where,
    message: `Against production, ${reason}.`,
    hint: change === "breaking" ? "Callers must change with it: release it as a major version." : "Callers need not change."
  }));
}
function sentence(done, summary) {
  const findings = done.flatMap((check) => check.findings);
  const errors = findings.filter((finding4) => finding4.severity === "error");
  const first = errors[0];
  if (first !== void 0) {
    const others = errors.length === 1 ? "" : ` (and ${errors.length - 1} more)`;
    return `${first.where}: ${first.message.replace(/\.$/, "")}${others}`;
  }
  const warnings = findings.filter((finding4) => finding4.severity === "warning").length;
  const but = warnings === 0 ? "" : `, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
  return `${done.map((check) => check.check).join(", ")}: sound (${summary.nodes} nodes, ${summary.parameters} parameters${but})`;
}
export {
  checkAll
};
