import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  checkPlacement,
  inspectModels
} from "./chunk-NBMYCN3Y.js";
import "./chunk-MAF54J44.js";
import {
  batchFor,
  makeInputs
} from "./chunk-XB7MMGHV.js";
import {
  summarize
} from "./chunk-LKELK36L.js";
import {
  askedBy,
  contendersOf,
  nothing
} from "./chunk-5YLSCA72.js";
import {
  batchOf,
  checkFit
} from "./chunk-UUNZDAA3.js";
import {
  isWhole,
  loadData,
  loadUserExports
} from "./chunk-DZH3GT4E.js";
import "./chunk-3JO2SQBN.js";
import {
  dataError
} from "./chunk-WPFSSG2G.js";
import {
  environmentOf
} from "./chunk-BKTQUDV5.js";
import {
  fromFloat16
} from "./chunk-OURY2R3Y.js";
import {
  readModel
} from "./chunk-WODW6QLJ.js";
import {
  partOf
} from "./chunk-MWR6NNKJ.js";
import {
  scenariosOf
} from "./chunk-YNM2ISVB.js";
import {
  stageError
} from "./chunk-HNLYTX22.js";
import {
  findProvider
} from "./chunk-6CN4LEXX.js";
import "./chunk-OTSDDIBK.js";
import {
  rows,
  sizeOf
} from "./chunk-5W2HGUAS.js";
import {
  clocksDrifted,
  compareRows,
  isDistribution,
  lossOf,
  means,
  rankOf,
  replicate,
  resamplesFor,
  softmax,
  topClass
} from "./chunk-XDYCZZDE.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import {
  createRandom
} from "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import {
  median
} from "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import {
  isProduction,
  metricNamed,
  sliceName
} from "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import {
  cgroupFolders
} from "./chunk-Y32QYVUL.js";
import "./chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import "./chunk-27J4YHGF.js";
import {
  digest
} from "./chunk-XBNBSL6G.js";
import {
  Cancelled,
  UserError
} from "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/measure/gpu/parse.ts
var reasonBits = {
  gpu_idle: 1,
  applications_clocks_setting: 2,
  sw_power_cap: 4,
  hw_slowdown: 8,
  sync_boost: 16,
  sw_thermal_slowdown: 32,
  hw_thermal_slowdown: 64,
  hw_power_brake_slowdown: 128,
  display_clock_setting: 256
};
function parseGpus(text, query) {
  return rows2(text, query).flatMap((row) => {
    const { index, uuid, name, driver } = row;
    if (uuid === void 0 || name === void 0 || number(index) === void 0) return [];
    return {
      index: Number(index),
      uuid,
      name,
      driver: driver ?? "unknown",
      memoryBytes: mebibytes(row.memoryTotal),
      baseMHz: number(row.defaultSm),
      maxMHz: number(row.maxSm),
      mig: row.mig === "Enabled"
    };
  });
}
function parseSamples(text, query) {
  return rows2(text, query).flatMap((row) => {
    const atMs = moment(row.at);
    if (atMs === void 0 || row.uuid === void 0) return [];
    const percent3 = number(row.utilization);
    return {
      atMs,
      uuid: row.uuid,
      utilization: percent3 === void 0 ? void 0 : percent3 / 100,
      memoryBytes: mebibytes(row.memoryUsed),
      smMHz: number(row.sm),
      watts: number(row.power),
      celsius: number(row.temperature),
      reasons: reasonsOf(row.reasons)
    };
  });
}
function parseInstances(text) {
  let gpu = "";
  return text.split("\n").flatMap((line) => {
    const [, uuid] = /\(UUID: ([^)]+)\)/.exec(line) ?? [];
    const [, profile] = /^\s+MIG\s+(\S+)/.exec(line) ?? [];
    if (uuid === void 0) return [];
    if (profile !== void 0) return [{ gpu, uuid, profile }];
    gpu = uuid;
    return [];
  });
}
function parseBaseClock(text) {
  return number(/(\d+)\s*MHz/i.exec(text)?.[1]);
}
function rows2(text, { keys }) {
  return text.split("\n").map((line) => line.split(",").map((value) => value.trim())).filter((values) => values.length === keys.length && values.every((value) => value !== "")).map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]])));
}
function number(text) {
  return text !== void 0 && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : void 0;
}
function mebibytes(text) {
  const count2 = number(text);
  return count2 === void 0 ? void 0 : count2 * 2 ** 20;
}
function moment(text) {
  const parts = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(text ?? "");
  if (parts === null) return void 0;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = parts.slice(1).map(Number);
  return new Date(year, month - 1, day, hour, minute, second, ms).getTime();
}
function reasonsOf(mask) {
  if (mask === void 0 || !/^0x[0-9a-f]+$/i.test(mask)) return [];
  const bits = BigInt(mask);
  return Object.keys(reasonBits).filter((reason) => (bits & BigInt(reasonBits[reason])) !== 0n);
}

// src/measure/gpu/query.ts
var identity = [
  { key: "index", names: ["index"] },
  { key: "uuid", names: ["uuid", "gpu_uuid"] },
  { key: "name", names: ["name", "gpu_name"] },
  { key: "driver", names: ["driver_version"] },
  { key: "memoryTotal", names: ["memory.total"] },
  { key: "maxSm", names: ["clocks.max.sm"] },
  { key: "defaultSm", names: ["clocks.default_applications.graphics"] },
  { key: "mig", names: ["mig.mode.current"] }
];
var state = [
  { key: "at", names: ["timestamp"] },
  { key: "uuid", names: ["uuid", "gpu_uuid"] },
  { key: "utilization", names: ["utilization.gpu"] },
  { key: "memoryUsed", names: ["memory.used"] },
  { key: "sm", names: ["clocks.current.sm", "clocks.sm"] },
  { key: "power", names: ["power.draw.instant", "power.draw"] },
  { key: "temperature", names: ["temperature.gpu"] },
  { key: "reasons", names: ["clocks_event_reasons.active", "clocks_throttle_reasons.active"] }
];
function queryFor(columns, refused) {
  const asked = columns.flatMap(({ key, names }) => {
    const name = names.find((each) => !refused.has(each));
    return name === void 0 ? [] : [{ key, name }];
  });
  return {
    args: [`--query-gpu=${asked.map(({ name }) => name).join(",")}`, "--format=csv,noheader,nounits"],
    keys: asked.map(({ key }) => key)
  };
}
function refusedField(said) {
  return /Field "([^"]+)" is not a valid field to query/.exec(said)?.[1];
}

// src/measure/gpu/find.ts
async function findGpu(device, tools) {
  const known = await ask(identity, tools);
  const gpus = known === void 0 ? [] : parseGpus(known.text, known.query);
  const cut = gpus.some(({ mig }) => mig);
  const instances = cut ? parseInstances((await smi(["-L"], tools))?.stdout ?? "") : [];
  const gpu = visibleGpu(gpus, instances, device, tools.world.env);
  if (gpu === void 0) return void 0;
  const { query } = await ask(state, tools) ?? {};
  return query === void 0 ? void 0 : { gpu: { ...gpu, baseMHz: await baseClock(gpu, tools) }, query };
}
async function ask(columns, tools) {
  const refused = /* @__PURE__ */ new Set();
  for (; ; ) {
    const query = queryFor(columns, refused);
    const result = await smi(query.args, tools);
    if (result?.code === 0) return { text: result.stdout, query };
    const field = refusedField(`${result?.stdout}
${result?.stderr}`);
    if (field === void 0 || refused.has(field)) return void 0;
    refused.add(field);
  }
}
var patienceMs = 3e4;
async function smi(args, { world, signal }) {
  try {
    return await world.processes.run("nvidia-smi", args, { timeoutMs: patienceMs, signal });
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code === "program-missing") return void 0;
    throw thrown;
  }
}
function visibleGpu(gpus, instances, device, env) {
  const byIndex = gpus.toSorted((a, b) => a.index - b.index);
  const ordered = env["CUDA_DEVICE_ORDER"] === "PCI_BUS_ID" || new Set(gpus.map(({ name }) => name)).size === 1;
  const at = (index) => ordered ? byIndex[index] : void 0;
  const listed = env["CUDA_VISIBLE_DEVICES"]?.split(",").map((entry2) => entry2.trim());
  if (listed === void 0) return cutOf(at(device), instances);
  const entry = listed[device] ?? "";
  if (/^\d+$/.test(entry)) return cutOf(at(Number(entry)), instances);
  if (entry.startsWith("MIG-")) {
    const instance = instances.find(({ uuid }) => uuid.startsWith(entry));
    return instance && named(
      byIndex.find(({ uuid }) => uuid === instance.gpu),
      instance
    );
  }
  return entry.startsWith("GPU-") ? cutOf(
    byIndex.find(({ uuid }) => uuid.startsWith(entry)),
    instances
  ) : void 0;
}
function cutOf(gpu, instances) {
  const first = gpu?.mig ? instances.find((instance) => instance.gpu === gpu.uuid) : void 0;
  return first === void 0 ? gpu : named(gpu, first);
}
function named(gpu, { profile }) {
  return gpu && { ...gpu, name: `${gpu.name} MIG ${profile}` };
}
async function baseClock({ index, baseMHz, maxMHz }, tools) {
  const said = await smi(["base-clocks", "-i", String(index)], tools);
  return (said?.code === 0 ? parseBaseClock(said.stdout) : void 0) ?? baseMHz ?? maxMHz;
}

// src/data/outputs.ts
function scoresOf(outputs, examples, contender) {
  const output = Object.values(outputs).find(isFloat);
  if (output === void 0) throw notClasses(contender, "no output holds floating-point numbers");
  const classes = output.dims.length === 1 ? 1 : output.dims.at(-1) ?? 0;
  if (classes < 1 || output.dims[0] !== examples || sizeOf(output.dims) !== examples * classes) {
    const shape = `[${output.dims.join(", ")}], not [${examples}, classes]`;
    throw notClasses(contender, `its first floating-point output has the shape ${shape}`);
  }
  const values = floatsOf(output);
  return { classes, row: (example) => values.subarray(example * classes, (example + 1) * classes) };
}
function classScoresOf(outputs, examples, contender) {
  const scores = scoresOf(outputs, examples, contender);
  if (scores.classes > 1) return scores;
  throw notClasses(
    contender,
    "it gives a single number for each example, and nothing says from which on it means class 1"
  );
}
function outputsOf(outputs, at, examples, contender) {
  const entries = Object.entries(outputs).map(([name, tensor]) => {
    if (tensor.dims[0] !== examples) throw notRows(contender, name, tensor, examples);
    return [name, rows(tensor, at, at + 1)];
  });
  return Object.fromEntries(entries);
}
function floatOutputsOf(outputs, examples, contender) {
  const floats = Object.entries(outputs).filter(([, tensor]) => isFloat(tensor));
  if (floats.length === 0)
    throw dataError("output-not-rows", { contender, reason: "no output holds floating-point numbers" });
  return new Map(
    floats.map(([name, tensor]) => {
      if (tensor.dims[0] !== examples) throw notRows(contender, name, tensor, examples);
      const [width, values] = [sizeOf(tensor.dims.slice(1)), floatsOf(tensor)];
      return [name, (at) => values.subarray(at * width, (at + 1) * width)];
    })
  );
}
function isFloat({ type }) {
  return type.startsWith("float");
}
function floatsOf({ type, data }) {
  return type === "float16" ? Float32Array.from(data, fromFloat16) : data;
}
function notClasses(contender, reason) {
  return dataError("output-not-classes", { contender, reason });
}
function notRows(contender, name, { dims }, examples) {
  const reason = `its output ${name} has the shape [${dims.join(", ")}] for ${examples} examples`;
  return dataError("output-not-rows", { contender, reason });
}

// src/data/output-error.ts
function nothingServed() {
  return { examples: [], numbers: 0 };
}
function errorRecorder({ contender, served: served2 }) {
  const errors = [];
  const first = served2.examples.length === 0;
  return {
    take({ outputs, start, count: count2, rows: rows3 }) {
      const floats = floatOutputsOf(outputs, rows3, contender);
      for (let at = 0; at < count2; at++) {
        const given = new Map([...floats].map(([name, row]) => [name, row(at)]));
        if (first) keep(served2, given);
        const index = start + at;
        const expected = served2.examples[index] ?? /* @__PURE__ */ new Map();
        errors.push(first ? 0 : relativeError(given, expected, { contender, index }));
      }
    },
    finish: () => errors
  };
}
var mostNumbers = 2 ** 28;
function keep(served2, given) {
  for (const row of given.values()) served2.numbers += row.length;
  if (served2.numbers > mostNumbers) {
    const why = `production's outputs on all examples take more than ${mostNumbers} numbers`;
    throw dataError("metric-too-large", { metric: "output-error", why });
  }
  served2.examples.push(given);
}
function relativeError(given, expected, { contender, index }) {
  let [distance, size] = [0, 0];
  for (const [name, row] of expected) {
    const other = given.get(name);
    if (other?.length !== row.length) throw differs(contender, name, row.length, other?.length);
    for (let at = 0; at < row.length; at++) {
      const [value, wanted] = [other[at], row[at]];
      if (Number.isFinite(wanted)) size += wanted ** 2;
      if (Object.is(value, wanted)) continue;
      if (!Number.isFinite(value - wanted))
        throw dataError("output-not-finite", { contender, value: String(value), example: index });
      distance += (value - wanted) ** 2;
    }
  }
  if (distance === 0) return 0;
  return size === 0 ? 1 : Number(Math.sqrt(distance / size).toPrecision(9));
}
function differs(contender, name, expected, given) {
  const numbers = (count2) => `${count2} ${count2 === 1 ? "number" : "numbers"}`;
  const reason = given === void 0 ? `it has no floating-point output ${name}` : `its output ${name} holds ${numbers(given)} for each example, production's ${numbers(expected)}`;
  return dataError("output-differs", { contender, reason });
}

// src/data/quality.ts
var qualityNeeds = {
  accuracy: { record: "classes", labels: "classes" },
  "top-5": { record: "ranks", labels: "classes" },
  precision: { record: "classes", labels: "classes" },
  recall: { record: "classes", labels: "classes" },
  f1: { record: "classes", labels: "classes" },
  auc: { record: "scores", labels: "classes" },
  "log-loss": { record: "losses", labels: "classes" },
  rmse: { record: "outputs", labels: "numbers" },
  mae: { record: "outputs", labels: "numbers" },
  r2: { record: "outputs", labels: "numbers" },
  agreement: { record: "classes" },
  "output-error": { record: "errors" }
};

// src/data/records.ts
var recorders = {
  classes: (recording) => oneOfEach(recording, classScoresOf, (row) => topClass(row)),
  ranks: (recording) => oneOfEach(recording, classScoresOf, (row, index) => rankOf(labelAmong(row.length, recording, index), row)),
  scores: scoreRecorder,
  losses: lossRecorder,
  outputs: (recording) => oneOfEach(recording, scoresOf, (row, index) => numberOf(row, recording, index)),
  errors: errorRecorder
};
var mostScores = 1e6;
function eachRow({ contender }, read, each) {
  return ({ outputs, start, count: count2, rows: rows3 }) => {
    const { row } = read(outputs, rows3, contender);
    for (let at = 0; at < count2; at++) each(row(at), start + at);
  };
}
function oneOfEach(recording, read, number2) {
  const values = [];
  const take = eachRow(recording, read, (row, index) => values.push(short(number2(row, index))));
  return { take, finish: () => values };
}
function lossRecorder(recording) {
  const [ofProbabilities, ofLogits] = [[], []];
  let distributions = true;
  const take = eachRow(recording, scoresOf, (row, index) => {
    const label = labelAmong(row.length, recording, index);
    if (!row.some(Number.isNaN)) distributions &&= isDistribution(row);
    ofProbabilities.push(short(lossOf(label, row, "probabilities")));
    ofLogits.push(short(lossOf(label, row, "logits")));
  });
  return { take, finish: () => distributions ? ofProbabilities : ofLogits };
}
function scoreRecorder(recording) {
  const [ofProbabilities, ofLogits] = [[], []];
  let distributions = true;
  const take = eachRow(recording, scoresOf, (row, index) => {
    checkSize(row.length, recording);
    labelAmong(row.length, recording, index);
    const scores = row.map((score) => finite(score, recording, index));
    distributions &&= isDistribution(scores);
    for (const score of scores.length === 2 ? scores.subarray(1) : scores) ofProbabilities.push(short(score));
    for (const score of scores.length < 3 ? [oddsOf(scores)] : softmax(scores)) ofLogits.push(short(score));
  });
  return { take, finish: () => distributions ? ofProbabilities : ofLogits };
}
function oddsOf(logits) {
  return logits.length === 1 ? logits[0] : logits[1] - logits[0];
}
function checkSize(classes, { contender, examples }) {
  const scores = classes < 3 ? examples : examples * classes;
  if (scores <= mostScores) return;
  const why = `${contender} gives ${classes} scores for each of ${examples} examples, and evidence holds ${mostScores} in all`;
  throw dataError("metric-too-large", { metric: "auc", why });
}
function labelAmong(scores, { data, labels, contender }, index) {
  const label = labels[index];
  const classes = Math.max(2, scores);
  if (label < classes) return label;
  const reason = `the label of example ${index} is ${label}, and ${contender} tells classes 0 to ${classes - 1} apart`;
  throw dataError("data-label", { data, reason });
}
function numberOf(row, recording, index) {
  if (row.length === 1) return finite(row[0], recording, index);
  throw dataError("output-not-number", { contender: recording.contender, numbers: row.length });
}
function finite(value, { contender }, index) {
  if (Number.isFinite(value)) return value;
  throw dataError("output-not-finite", { contender, value: String(value), example: index });
}
function short(value) {
  return Number(value.toPrecision(9));
}

// src/measure/predict.ts
async function predict(plan, take, tools) {
  const worker = await tools.world.processes.worker("bench", {
    signal: tools.signal,
    runtime: findProvider(plan.provider).runtime
  });
  try {
    const opened = await ask2(worker, { do: "open", model: plan.path, provider: plan.provider, threads: 0 });
    const fixed = fixedBatch(opened);
    const size = fixed ?? usualBatch;
    for (let start = 0; start < plan.examples; start += size) {
      const count2 = Math.min(size, plan.examples - start);
      const rows3 = fixed ?? count2;
      const feeds = plan.batch(start, start + rows3);
      const { outputs } = await ask2(worker, { do: "run", feeds });
      await take(outputs, start, count2, rows3);
    }
  } finally {
    await worker.close();
  }
}
var usualBatch = 64;
function fixedBatch({ inputs }) {
  const first = inputs.find(({ dims }) => typeof dims[0] === "number")?.dims[0];
  const open2 = inputs.some(({ dims }) => typeof dims[0] === "string");
  return open2 || typeof first !== "number" ? void 0 : first;
}
function ask2(worker, request) {
  return worker.ask(request);
}

// src/stages/benchmark/own-quality.ts
import { isDeepStrictEqual } from "node:util";

// src/data/own-metric.ts
async function loadMetric(module, trust) {
  const { path } = module;
  const { default: of, combine } = await loadUserExports(module, trust);
  if (combine !== void 0)
    return {
      of: async (example) => of(example),
      combine: (kept) => finite2(combine(kept), path, `${kept.length} examples`)
    };
  return { of: async (example) => finite2(await of(example), path, `example ${example.index}`) };
}
function finite2(value, path, what) {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw dataError("user-module", { path, reason: `it gave ${String(value)} for ${what}` });
}

// src/stages/benchmark/own-quality.ts
function loadOwn(questions, { files, trust }) {
  return Promise.all(
    questions.map(async ({ metric, uses, alpha }) => {
      const path = uses?.path;
      return { metric, module: await loadMetric({ path, sha256: await files.hash(path) }, trust), alpha };
    })
  );
}
function ownRecorder({ module }, contender, { labels }) {
  const kept = [];
  return {
    async take({ outputs, start, count: count2, rows: rows3 }) {
      for (let at = 0; at < count2; at++) {
        const index = start + at;
        kept.push(await module.of({ outputs: outputsOf(outputs, at, rows3, contender), label: labels?.[index], index }));
      }
    },
    kept
  };
}
function ownQuality(own, kept, data, seed) {
  const custom = {};
  const corpus = {};
  for (const each of own) {
    const { combine } = each.module;
    if (combine === void 0) custom[each.metric] = byContender(kept, each, (values) => values);
    else
      corpus[each.metric] = byContender(
        kept,
        each,
        (values, served2) => figuresOf({ ...each, combine }, values, served2, data, seed)
      );
  }
  return { custom, ...Object.keys(corpus).length === 0 ? {} : { corpus } };
}
function byContender(kept, { metric }, map) {
  const all = [...kept].map(([contender, metrics]) => [contender, metrics.get(metric) ?? []]);
  const [, served2 = []] = all[0] ?? [];
  return Object.fromEntries(all.map(([contender, values]) => [contender, map(values, served2)]));
}
function figuresOf({ combine, alpha }, values, served2, { examples, groups }, seed) {
  const weighted = (weights) => values.flatMap((value, at) => Array(weights[at]).fill(value));
  const resampling = { seed, resamples: resamplesFor(examples, alpha) };
  const figures = replicate((weights) => combine(weighted(weights)), { examples, groups }, resampling);
  const differing = values.filter((value, at) => !isDeepStrictEqual(value, served2[at])).length;
  return { ...figures, differing };
}

// src/stages/benchmark/slices.ts
function slicesOf(metrics, data) {
  const slices = metrics.flatMap((metric) => metricNamed(metric)?.slice ?? []);
  if (slices.length === 0) return {};
  return { slices: Object.fromEntries(slices.map((slice) => [sliceName(slice), examplesOf(slice, data)])) };
}
function examplesOf(slice, { name, columns }) {
  const column = Object.hasOwn(columns, slice.array) ? columns[slice.array] : void 0;
  const examples = column?.flatMap((value, example) => value === slice.value ? [example] : []) ?? [];
  if (examples.length > 0) return examples;
  const known = column === void 0 ? Object.keys(columns) : [...new Set(column)];
  throw stageError("data-slice-unknown", {
    data: name,
    slice: sliceName(slice),
    what: column === void 0 ? "arrays" : "values",
    known
  });
}

// src/stages/benchmark/quality.ts
async function measureQuality(contenders, data, asked, provider, tools) {
  const [first] = [...asked.quality, ...asked.custom.map(({ metric }) => metric)];
  if (first === void 0) return void 0;
  if (!asked.insists && !data?.labels?.every(isWhole)) return void 0;
  if (data === void 0) throw stageError("quality-without-data", { metric: first, names: tools.dataNames });
  for (const metric of asked.quality) checkLabels(metric, data);
  const slices = slicesOf(asked.quality, data);
  const own = await loadOwn(asked.custom, tools.world);
  const names = [...new Set(asked.quality.flatMap((metric) => needsOf(metric)?.record ?? []))];
  const plan = { data, provider, names, own, served: nothingServed() };
  const runs = [];
  try {
    for (const each of contenders) if (each.contender.role !== "copy") runs.push(await runOver(each, plan, tools));
  } catch (thrown) {
    if (!asked.insists && thrown instanceof UserError && thrown.code === "output-not-classes") return void 0;
    throw thrown;
  }
  const kept = new Map(runs.map((run) => [run.contender, run.own]));
  return { ...qualityOf(data, runs), ...slices, ...ownQuality(own, kept, data, tools.seed) };
}
function needsOf(metric) {
  return qualityNeeds[metricNamed(metric)?.metric.name ?? ""];
}
function checkLabels(metric, data) {
  const needed = needsOf(metric)?.labels;
  if (needed === void 0) return;
  const { name, labels } = data;
  if (labels === void 0) throw stageError("data-without-labels", { data: name, metric });
  const wrong = needed === "classes" ? labels.findIndex((label) => !isWhole(label)) : -1;
  if (wrong < 0) return;
  const reason = `the label of example ${wrong} is ${labels[wrong]}, and ${metric} needs the index of a class`;
  throw dataError("data-label", { data: name, reason });
}
async function runOver({ contender, path }, plan, tools) {
  const { data, provider, names, served: served2 } = plan;
  const { name, examples, labels = [] } = data;
  const recording = { data: name, contender: contender.id, examples, labels, served: served2 };
  const records = names.map((record) => [record, recorders[record](recording)]);
  const own = plan.own.map((each) => [each.metric, ownRecorder(each, contender.id, data)]);
  tools.progress(`${contender.id}: predictions on ${examples} examples`);
  await predict(
    { path, provider, examples, batch: (start, end) => batchOf(data, start, end) },
    async (outputs, start, count2, rows3) => {
      const batch = { outputs, start, count: count2, rows: rows3 };
      for (const [, recorder] of records) recorder.take(batch);
      for (const [, recorder] of own) await recorder.take(batch);
    },
    tools
  );
  return {
    contender: contender.id,
    records: new Map(records.map(([record, recorder]) => [record, recorder.finish()])),
    own: new Map(own.map(([metric, recorder]) => [metric, recorder.kept]))
  };
}
function qualityOf({ name, examples, labels, groups }, runs) {
  const held = /* @__PURE__ */ new Map();
  for (const { contender, records: records2 } of runs)
    for (const [record, values] of records2) held.set(record, { ...held.get(record), [contender]: values });
  const { classes = {}, ...records } = Object.fromEntries(held);
  return {
    data: name,
    examples,
    ...labels === void 0 ? {} : { labels },
    ...groups === void 0 ? {} : { groups },
    predictions: classes,
    ...Object.keys(records).length === 0 ? {} : { records }
  };
}

// src/measure/schedule.ts
function blockOrder(contenders, seed, index) {
  const order = createRandom(seed, Math.floor(index / 2)).shuffle(contenders);
  return index % 2 === 0 ? order : order.reverse();
}
function turns(order, rounds) {
  const there = [...order, ...order.toReversed()];
  return Array.from({ length: rounds }, () => there).flat();
}
var turnMs = 5;
var fastMs = 2.5;
var measuredMs = { fast: 500, slow: 900 };
function turnPlan(runMs) {
  const wanted = runMs < fastMs ? measuredMs.fast : measuredMs.slow;
  const runs = Math.min(1e3, Math.max(1, Math.round(turnMs / runMs)));
  return { rounds: Math.max(1, Math.round(wanted / (2 * runs * runMs))), runs, settle: runs >= 3 ? 1 : 0 };
}
var window = { leastMs: 200, leastRequests: 10 };
var openRounds = 2;
function arrivals(rate, random) {
  const windowMs = windowOf(rate);
  const times = [];
  for (let at = gap(rate, random); at < windowMs; at += gap(rate, random)) times.push(at);
  return times.length === 0 ? [windowMs] : times;
}
function windowOf(rate) {
  return Math.max(window.leastMs, 1e3 * window.leastRequests / rate);
}
function gap(rate, random) {
  return -1e3 * Math.log1p(-random.uniform()) / rate;
}

// src/measure/block.ts
function runBlock(plan, tools) {
  return plan.scenario.order === "isolated" ? isolatedBlock(plan, tools) : interleavedBlock(plan, tools);
}
async function interleavedBlock(plan, tools) {
  const crew = await startCrew(plan.order.length, plan, tools);
  try {
    const pinned = await pinAll(crew, plan.cpu);
    const started = [];
    for (const [at, id] of plan.order.entries()) started.push(await open(id, crew[at], plan));
    const { rounds, turn } = turnsOf(plan, Math.max(...started.map(({ runMs }) => runMs)));
    const order = turns(plan.order, rounds);
    for (const id of order) {
      const one = started.find((each) => each.id === id);
      await takeTurn(one, turn(one.turns.length));
    }
    return { block: { order, runs: await samplesOf(started) }, pinned };
  } finally {
    await dismiss(crew);
  }
}
async function isolatedBlock(plan, tools) {
  const runs = {};
  let pinned = true;
  for (const id of plan.order) {
    const crew = await startCrew(1, plan, tools);
    try {
      pinned = await pinAll(crew, plan.cpu) && pinned;
      const started = await open(id, crew[0], plan);
      const work = async () => {
        for (const turn of turnsAlone(plan, started.runMs)) await takeTurn(started, turn);
      };
      const gpu = await (tools.watch === void 0 ? work() : tools.watch(work));
      for (const [name, sample] of Object.entries(await samplesOf([started])))
        runs[name] = gpu === void 0 ? sample : { ...sample, gpu };
    } finally {
      await dismiss(crew);
    }
  }
  return { block: { order: plan.order, runs }, pinned };
}
async function startCrew(count2, { scenario }, tools) {
  const starting = await Promise.allSettled(Array.from({ length: count2 }, () => startOne(scenario.provider, tools)));
  const crew = starting.flatMap((each) => each.status === "fulfilled" ? [each.value] : []);
  const failed = starting.find((each) => each.status === "rejected");
  if (failed === void 0) return crew;
  await dismiss(crew);
  throw failed.reason;
}
async function startOne(provider, { world, signal }) {
  const worker = await world.processes.worker("bench", {
    signal,
    measured: true,
    runtime: findProvider(provider).runtime
  });
  try {
    await ask3(worker, { do: "prepare", provider });
    return worker;
  } catch (thrown) {
    await worker.close();
    throw thrown;
  }
}
async function dismiss(crew) {
  await Promise.all(crew.map((worker) => worker.close()));
}
async function pinAll(crew, cpu) {
  if (cpu === void 0) return false;
  const pinned = await Promise.all(crew.map((worker) => worker.pin(cpu)));
  return pinned.every(Boolean);
}
function turnsOf({ scenario: { rate }, seed }, runMs) {
  if (rate !== void 0) return { rounds: openRounds, turn: (at) => served(rate, seed, at) };
  const { rounds, ...turn } = turnPlan(runMs);
  return { rounds, turn: () => ({ do: "measure", ...turn }) };
}
function turnsAlone({ scenario: { rate }, seed }, runMs) {
  if (rate !== void 0) return Array.from({ length: 2 * openRounds }, (_, at) => served(rate, seed, at));
  const { rounds, runs } = turnPlan(runMs);
  return [{ do: "measure", runs: 2 * rounds * runs, settle: 0 }];
}
function served(rate, seed, turn) {
  return { do: "serve", arrivals: arrivals(rate, createRandom(...seed, turn)) };
}
async function open(id, worker, plan) {
  const { path, feeds, slowdown } = plan.members.get(id);
  const { provider, threads, options, allowFallback } = plan.scenario;
  const request = { model: path, provider, threads, options, allowFallback, slowdown };
  const { sessionMs } = await ask3(worker, { do: "open", ...request });
  const warmed = await ask3(worker, { do: "warm", feeds });
  return { id, worker, sessionMs, warmed, runMs: warmed.runMs, samplesMs: [], turns: [], served: { ms: 0, busyMs: 0 } };
}
async function takeTurn({ worker, samplesMs, turns: counts, served: served2 }, turn) {
  const measured = await ask3(worker, turn);
  for (const ms of measured.samplesMs) samplesMs.push(tidy(ms));
  counts.push(measured.samplesMs.length);
  served2.ms += measured.served?.ms ?? 0;
  served2.busyMs += measured.served?.busyMs ?? 0;
}
async function samplesOf(started) {
  const runs = {};
  for (const { id, worker, samplesMs, turns: counts, sessionMs, warmed, served: served2 } of started) {
    const { peakBytes } = await ask3(worker, { do: "peak" });
    runs[id] = {
      samplesMs,
      turns: counts,
      sessionMs: tidy(sessionMs),
      firstRunMs: tidy(warmed.firstRunMs),
      peakBytes,
      warmup: { runs: warmed.runs, ms: tidy(warmed.ms), steady: warmed.steady },
      ...served2.ms === 0 ? {} : { load: tidy(served2.busyMs / served2.ms) }
    };
  }
  return runs;
}
function tidy(ms) {
  return Math.round(ms * 1e5) / 1e5;
}
function ask3(worker, request) {
  return worker.ask(request);
}

// src/measure/counters.ts
async function readCounters(files) {
  const read = (path) => files.readText(path).catch(() => "");
  const [stat, uptime, own, vmstat, pressure] = await Promise.all(
    ["/proc/stat", "/proc/uptime", "/proc/self/stat", "/proc/vmstat", "/proc/pressure/cpu"].map(read)
  );
  const processors = processorTicks(stat ?? "");
  if (processors === void 0) return void 0;
  return {
    uptimeMs: Number.parseFloat(uptime ?? "") * 1e3,
    ticks: { ...processors, ours: ownTicks(own ?? "") },
    swappedPages: count(vmstat, /^pswpin (\d+)$/m) + count(vmstat, /^pswpout (\d+)$/m),
    hotEvents: await hotEvents(files, read),
    quotaMs: await quotaMs(read),
    waitingMs: pressure === "" ? void 0 : count(pressure, /^some .*total=(\d+)$/m) / 1e3
  };
}
function processorTicks(stat) {
  const line = /^cpu +(\d.*)$/m.exec(stat)?.[1];
  if (line === void 0) return void 0;
  const fields = line.split(" ").map(Number).slice(0, 8);
  const [, , , idle = 0, waitingForDisk = 0, , , stolen2 = 0] = fields;
  return { all: fields.reduce((sum, each) => sum + each, 0), idle: idle + waitingForDisk, stolen: stolen2 };
}
function ownTicks(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
async function hotEvents(files, read) {
  const cpus = "/sys/devices/system/cpu";
  const names = (await files.list(cpus)).filter((name) => /^cpu\d+$/.test(name));
  const counts = await Promise.all(
    names.map(async (name) => {
      const [core, wholePackage] = await Promise.all(
        ["core", "package"].map((of) => read(`${cpus}/${name}/thermal_throttle/${of}_throttle_count`))
      );
      return { core: count(core, /(\d+)/), wholePackage: count(wholePackage, /(\d+)/) };
    })
  );
  return counts.reduce((sum, { core }) => sum + core, 0) + Math.max(0, ...counts.map(({ wholePackage }) => wholePackage));
}
async function quotaMs(read) {
  const folders = cgroupFolders(await read("/proc/self/cgroup"), "cpu");
  const stats = await Promise.all(folders.map((folder) => read(`${folder}/cpu.stat`)));
  const times = stats.map(
    (stat) => count(stat, /^throttled_usec (\d+)$/m) / 1e3 + count(stat, /^throttled_time (\d+)$/m) / 1e6
  );
  return Math.max(0, ...times);
}
function count(text, pattern) {
  return Number(pattern.exec(text ?? "")?.[1] ?? 0);
}

// src/measure/gpu/summary.ts
var slowBelow = 0.75;
function summarizeGpu(gpu, samples, windows) {
  const pieces = piecesOf(samples, windows);
  const seconds = pieces.reduce((sum, piece) => sum + piece.seconds, 0);
  if (seconds === 0) return void 0;
  const working = pieces.filter(({ sample }) => !isIdle(sample));
  const { baseMHz } = gpu;
  return {
    seconds,
    utilization: mean(pieces, ({ utilization }) => utilization),
    smMHz: mean(working, ({ smMHz }) => smMHz),
    slowShare: baseMHz === void 0 ? void 0 : mean(working, ({ smMHz }) => smMHz === void 0 ? void 0 : Number(smMHz < slowBelow * baseMHz)),
    memoryBytes: most(pieces, ({ memoryBytes }) => memoryBytes),
    celsius: most(pieces, ({ celsius }) => celsius),
    joules: gpu.mig ? void 0 : joulesOf(samples, windows),
    reasons: reasonShares(pieces, seconds)
  };
}
function mustRepeat(summary) {
  return (summary?.slowShare ?? 0) > 0.1;
}
function piecesOf(samples, windows) {
  return samples.map((sample, at) => {
    const before = samples[at - 1]?.atMs ?? sample.atMs;
    const after = samples[at + 1]?.atMs ?? sample.atMs;
    const span = { fromMs: (before + sample.atMs) / 2, toMs: (sample.atMs + after) / 2 };
    return { sample, seconds: (windows ?? [span]).reduce((sum, window2) => sum + overlap(span, window2), 0) / 1e3 };
  }).filter(({ seconds }) => seconds > 0);
}
function overlap(a, b) {
  return Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs));
}
function isIdle({ reasons }) {
  return reasons.includes("gpu_idle");
}
function mean(pieces, of) {
  let [sum, seconds] = [0, 0];
  for (const piece of pieces) {
    const value = of(piece.sample);
    if (value === void 0) continue;
    sum += value * piece.seconds;
    seconds += piece.seconds;
  }
  return seconds === 0 ? void 0 : sum / seconds;
}
function most(pieces, of) {
  const values = pieces.map(({ sample }) => of(sample)).filter((value) => value !== void 0);
  return values.length === 0 ? void 0 : Math.max(...values);
}
function reasonShares(pieces, seconds) {
  const shares = {};
  for (const { sample, seconds: share } of pieces)
    for (const reason of sample.reasons) shares[reason] = (shares[reason] ?? 0) + share / seconds;
  return shares;
}
function joulesOf(samples, windows) {
  const known = samples.filter((sample) => sample.watts !== void 0);
  if (known.length < 2) return void 0;
  let joules = 0;
  for (const [at, to] of known.entries()) {
    const from = known[at - 1];
    if (from === void 0) continue;
    const span = { fromMs: from.atMs, toMs: to.atMs };
    for (const window2 of windows ?? [span]) {
      const seconds = overlap(span, window2) / 1e3;
      if (seconds === 0) continue;
      const middle = (Math.max(span.fromMs, window2.fromMs) + Math.min(span.toMs, window2.toMs)) / 2;
      const along = (middle - span.fromMs) / (span.toMs - span.fromMs);
      joules += (from.watts + along * (to.watts - from.watts)) * seconds;
    }
  }
  return joules;
}

// src/measure/gpu/trouble.ts
var remedies = {
  sw_power_cap: "Lock the clock lower than the power limit reaches (`nvidia-smi -lgc`), or raise the limit (`nvidia-smi -pl`).",
  hw_slowdown: "Look at its cooling and its power supply: the board itself halves its clocks.",
  sw_thermal_slowdown: "Cool it better, or lock the clock lower with `nvidia-smi -lgc`, so that it stays below its limit.",
  hw_thermal_slowdown: "Cool it better: the board itself halves its clocks.",
  hw_power_brake_slowdown: "Look at the machine's power supply, which asks the board to slow down."
};
var tellFrom = 0.01;
function gpuTroubles(gpu, blocks) {
  if (blocks.length === 0) return [unwatched(gpu)];
  return [...throttled(gpu, blocks), ...slow(gpu, blocks), ...drifted(gpu, blocks), ...shared(gpu)];
}
function unwatched({ name }) {
  return {
    code: "gpu-unwatched",
    message: `nvidia-smi gave no figures of ${name} while it was measured: clocks, power and throttling are not known.`,
    remedy: "See whether `nvidia-smi --query-gpu=clocks.sm,power.draw --format=csv` works here."
  };
}
function throttled({ name }, blocks) {
  return Object.keys(remedies).flatMap((reason) => {
    const share = overTime(blocks, ({ reasons }) => reasons[reason] ?? 0);
    if (share < tellFrom) return [];
    return {
      code: "gpu-throttled",
      message: `${name} held its clocks down for ${percent(share)} of the time: ${reason}.`,
      remedy: remedies[reason]
    };
  });
}
function slow({ name, baseMHz }, blocks) {
  const count2 = blocks.filter(mustRepeat).length;
  if (count2 === 0 || baseMHz === void 0) return [];
  return [
    {
      code: "gpu-clock-low",
      message: `In ${count2} of ${blocks.length} blocks the clock of ${name} stayed under 75 % of ${baseMHz} MHz, also when they were measured again.`,
      remedy: "Cool the GPU, free it of other work, or lock its clock with `nvidia-smi -lgc` before measuring."
    }
  ];
}
function drifted({ name }, blocks) {
  const clocks = blocks.flatMap(({ smMHz }) => smMHz ?? []);
  if (!clocksDrifted(clocks)) return [];
  return [
    {
      code: "gpu-clock-drift",
      message: `The clock of ${name} drifted between ${Math.round(Math.min(...clocks))} and ${Math.round(Math.max(...clocks))} MHz from block to block.`,
      remedy: "Lock it with `nvidia-smi -lgc MHZ` where you may. Interleaved contenders meet the same clock; with `order: isolated` a verdict has to hold in clock cycles too."
    }
  ];
}
function shared({ name, mig }) {
  if (!mig) return [];
  return [
    {
      code: "gpu-shared",
      message: `${name} is an instance of a GPU that others may use: its power is not known, and its clocks follow theirs.`,
      remedy: "Measure on a GPU of its own where energy counts."
    }
  ];
}
function overTime(blocks, of) {
  const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0);
  return blocks.reduce((sum, block) => sum + of(block) * block.seconds, 0) / seconds;
}
function percent(share) {
  return `${Math.round(share * 100)} %`;
}

// src/measure/gpu/watch.ts
var everyMs = 100;
var atMostMs = 36e5;
function watchGpu({ gpu, query }, tools) {
  const done = new AbortController();
  const running = tools.world.processes.run("nvidia-smi", [...query.args, `--id=${gpu.uuid}`, `--loop-ms=${everyMs}`], {
    until: done.signal,
    signal: tools.signal,
    timeoutMs: atMostMs
  });
  running.catch(() => void 0);
  return {
    async stop() {
      done.abort();
      return parseSamples((await running).stdout, query).filter(({ uuid }) => uuid === gpu.uuid);
    }
  };
}

// src/measure/looks.ts
var firstShare = 0.8;
function shareAfter(tranche) {
  return tranche < 0 ? 0 : 1 - (1 - firstShare) / 2 ** tranche;
}
function trancheAfter(looks) {
  let [index, from] = [0, 0];
  for (const { blocks, spent: spent2 } of looks) {
    if (spent2 < shareAfter(index)) continue;
    index++;
    from = blocks;
  }
  return { index, from };
}
function lookDue(blocks, looks, { index, from, to }, { least, ended }) {
  const [start, end] = [shareAfter(index - 1), shareAfter(index)];
  if (ended) return { blocks, spent: end };
  const last = looks.at(-1)?.blocks ?? 0;
  if (blocks < least || blocks % 2 === 1 || blocks < Math.ceil(last * rarity)) return void 0;
  const share = Math.min(1, (blocks - from) / (to - from));
  return { blocks, spent: start + (end - start) * share ** 2 };
}
var rarity = 1.125;

// src/measure/progress.ts
function progressOf(values) {
  const progress = { blocks: [], looks: [] };
  for (const value of values) {
    const block = savedBlock.safeParse(value);
    if (block.success) progress.blocks.push(block.data);
    const look = savedLook.safeParse(value);
    if (look.success) progress.looks.push(look.data.look);
  }
  return progress;
}
var gpuState = external_exports.object({
  seconds: external_exports.number(),
  utilization: external_exports.number().optional(),
  smMHz: external_exports.number().optional(),
  slowShare: external_exports.number().optional(),
  memoryBytes: external_exports.number().optional(),
  celsius: external_exports.number().optional(),
  joules: external_exports.number().optional(),
  reasons: external_exports.record(external_exports.string(), external_exports.number())
});
var workerSample = external_exports.object({
  samplesMs: external_exports.array(external_exports.number()),
  turns: external_exports.array(external_exports.number()),
  sessionMs: external_exports.number(),
  firstRunMs: external_exports.number(),
  peakBytes: external_exports.number(),
  warmup: external_exports.object({ runs: external_exports.number(), ms: external_exports.number(), steady: external_exports.boolean() }),
  load: external_exports.number().optional(),
  gpu: gpuState.optional()
});
var savedBlock = external_exports.object({
  block: external_exports.object({ order: external_exports.array(external_exports.string()), runs: external_exports.record(external_exports.string(), workerSample), gpu: gpuState.optional() }),
  pinned: external_exports.boolean(),
  spentMs: external_exports.number()
});
var savedLook = external_exports.object({ look: external_exports.object({ blocks: external_exports.number(), spent: external_exports.number() }) });

// src/measure/trouble.ts
function troubles(before, after) {
  if (before === void 0 || after === void 0) return [];
  const change = changeOf(before, after);
  if (!(change.ms >= 200)) return [];
  return [stolen, busy, waiting, quota, swapping, hot].flatMap((check) => check(change) ?? []);
}
function changeOf(before, after) {
  const ticks = (key) => after.ticks[key] - before.ticks[key];
  return {
    ms: after.uptimeMs - before.uptimeMs,
    all: ticks("all"),
    worked: ticks("all") - ticks("idle") - ticks("stolen"),
    ours: ticks("ours"),
    stolen: ticks("stolen"),
    swappedPages: after.swappedPages - before.swappedPages,
    hotEvents: after.hotEvents - before.hotEvents,
    quotaMs: after.quotaMs - before.quotaMs,
    waitingMs: (after.waitingMs ?? 0) - (before.waitingMs ?? 0)
  };
}
var stealFrom = 0.01;
function stolen({ stolen: ticks, worked }) {
  const share = ticks / (worked + ticks);
  if (!(share >= stealFrom)) return void 0;
  return {
    code: "cpu-steal",
    message: `The host gave ${percent2(share)} of the processor time that was wanted here to other virtual machines.`,
    remedy: "Measure on a machine of its own, or with dedicated processors; bursting instances are throttled this way too."
  };
}
var busyFrom = 0.05;
function busy({ all, worked, ours }) {
  const share = (worked - ours) / all;
  if (!(share >= busyFrom)) return void 0;
  return {
    code: "cpu-busy",
    message: `Other programs used ${percent2(share)} of the time of all processors while this was measured.`,
    remedy: "Stop them, or measure on a machine of its own: verdicts hold, but take more blocks."
  };
}
var waitingFrom = 0.5;
function waiting({ waitingMs, ms }) {
  const share = waitingMs / ms;
  if (!(share >= waitingFrom)) return void 0;
  return {
    code: "cpu-pressure",
    message: `For ${percent2(share)} of the time some process was ready to run and had to wait for a processor.`,
    remedy: "Give `threads:` no more than there are processors, and leave the machine to the benchmark."
  };
}
function quota({ quotaMs: quotaMs2 }) {
  if (quotaMs2 < 1) return void 0;
  return {
    code: "cpu-quota",
    message: `The container used up its share of the processors and was stopped for ${Math.round(quotaMs2)} ms.`,
    remedy: "Raise its limit of processors above `threads:`, or take the limit away and pin it with a cpuset."
  };
}
var swapFrom = 256;
function swapping({ swappedPages }) {
  if (swappedPages < swapFrom) return void 0;
  return {
    code: "swapping",
    message: `${swappedPages} pages went between memory and swap while this was measured.`,
    remedy: "Free memory, measure smaller batches, or turn swap off (`swapoff -a`): disks are not what is to be measured."
  };
}
function hot({ hotEvents: hotEvents2 }) {
  if (hotEvents2 < 1) return void 0;
  return {
    code: "cpu-hot",
    message: `The processors cut their clock ${hotEvents2} times because they were too hot.`,
    remedy: "Cool the machine better, or cap its clock (`cpupower frequency-set --max`), so that it need not."
  };
}
function percent2(share) {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

// src/measure/warnings.ts
function blockWarnings(plan, saved) {
  return [notPinned, overrun, unsteady, overloaded].flatMap((check) => check(plan, saved) ?? []);
}
function notPinned({ scenario }, saved) {
  if (scenario.threads !== 1 || saved.every(({ pinned }) => pinned)) return void 0;
  return {
    code: "not-pinned",
    message: `The workers of ${scenario.id} could not be pinned to one processor, so the figures vary more than they need to.`,
    remedy: "Run on Linux with `taskset` (package util-linux); elsewhere give the benchmark a larger `budget:`."
  };
}
var tolerated = 1.5;
function overrun({ scenario, blocks }, saved) {
  const ms = saved.slice(0, blocks.min).reduce((sum, { spentMs }) => sum + spentMs, 0);
  if (ms <= blocks.budgetMs * tolerated) return void 0;
  const seconds = Math.round(ms / 1e3);
  return {
    code: "budget-overrun",
    message: `${scenario.id} took ${seconds} s instead of ${blocks.budgetMs / 1e3} s: fewer than ${blocks.min} blocks would prove nothing.`,
    remedy: `Give the benchmark a \`budget:\` of ${seconds} s or more for each scenario, or fewer scenarios.`
  };
}
var unsteadyShare = 0.1;
function unsteady({ scenario }, saved) {
  const workers = saved.flatMap(({ block }) => Object.values(block.runs));
  const count2 = workers.filter(({ warmup }) => !warmup.steady).length;
  if (count2 <= unsteadyShare * workers.length) return void 0;
  return {
    code: "not-steady",
    message: `${count2} of ${workers.length} workers of ${scenario.id} were still getting faster after a second of warming up.`,
    remedy: "Read the figures as those of the first seconds of a process; look at `first-run` too, which serving will meet."
  };
}
var mostLoad = 0.95;
function overloaded({ scenario }, saved) {
  if (scenario.rate === void 0) return void 0;
  const ids = Object.keys(saved[0]?.block.runs ?? {});
  const loadOf = (id) => median(saved.flatMap(({ block }) => block.runs[id]?.load ?? []));
  const over = ids.filter((id) => loadOf(id) > mostLoad);
  if (over.length === 0) return void 0;
  return {
    code: "overloaded",
    message: `At ${scenario.rate} requests a second ${over.join(" and ")} had no time to spare: latencies at ${scenario.id} are as long as the turns made them.`,
    remedy: "Send fewer: `rate:` below what `throughput` says; `throughput[p99<20ms]` finds the rate that keeps a limit."
  };
}

// src/measure/experiment.ts
async function runExperiment(plan, tools) {
  const measurements = tools.measurements(keyOf(plan));
  const progress = progressOf(await measurements.read());
  const keepLook = async (look) => {
    await measurements.append({ look });
    progress.looks.push(look);
  };
  const before = await readCounters(tools.world.files);
  const keep2 = { block: (saved) => measurements.append(saved), look: keepLook };
  for (let tranches = 0; tranches <= plan.extensions && !answered(plan, progress); tranches++)
    await runTranche(plan, tools, progress, keep2);
  const speed = speedOf(plan, progress);
  const warnings = [
    ...blockWarnings(plan, progress.blocks),
    ...troubles(before, await readCounters(tools.world.files)),
    ...tools.gpu === void 0 ? [] : gpuTroubles(tools.gpu.gpu, watched(progress))
  ];
  return { ...speed, answered: plan.answered(speed), warnings };
}
function keyOf({ scenario, runners, seed, environment, inputs }) {
  const models = runners.map(({ contender, slowdown = 1 }) => [contender.id, contender.model.sha256, slowdown]);
  return digest({ scenario, models, seed, environment, inputs, protocol });
}
var protocol = 3;
function answered(plan, progress) {
  return progress.looks.length > 0 && plan.answered(speedOf(plan, progress));
}
function speedOf({ scenario, environment }, { blocks, looks }) {
  const seen = blocks.slice(0, looks.at(-1)?.blocks ?? 0);
  return { scenario, environment, blocks: seen.map(({ block }) => block), looks: [...looks] };
}
function watched({ blocks }) {
  return blocks.flatMap(({ block }) => block.gpu === void 0 ? [] : [block.gpu]);
}
async function runTranche(plan, tools, progress, keep2) {
  const { index, from } = trancheAfter(progress.looks);
  for (; ; ) {
    const mine = progress.blocks.slice(from);
    const to = from + blocksFor(mine, plan.blocks);
    const ended = mine.length >= plan.blocks.min && (progress.blocks.length >= to || overBudget(mine, plan.blocks));
    const look = dueLook(plan, progress, { index, from, to }, ended);
    if (look !== void 0) await keep2.look(look);
    if (ended || look !== void 0 && answered(plan, progress)) return;
    if (tools.signal.aborted) throw new Cancelled(`the benchmark of ${plan.scenario.id} was cancelled`);
    tools.progress(progressText(plan, progress, index), fractionDone(mine, plan.blocks));
    const next = await measureBlock(plan, tools, progress.blocks.length);
    await keep2.block(next);
    progress.blocks.push(next);
  }
}
function dueLook(plan, progress, tranche, ended) {
  const blocks = progress.blocks.length;
  if (blocks <= (progress.looks.at(-1)?.blocks ?? 0)) return void 0;
  return lookDue(blocks, progress.looks, tranche, { least: plan.blocks.min, ended });
}
function blocksFor(mine, { budgetMs, min, max }) {
  if (mine.length < Math.min(4, min)) return max;
  const price = median(mine.slice(0, 4).map(({ spentMs }) => spentMs));
  return Math.max(min, Math.min(max, Math.floor(budgetMs / price)));
}
function overBudget(mine, { budgetMs }) {
  return spent(mine) + spent(mine) / mine.length > budgetMs;
}
function spent(saved) {
  return saved.reduce((sum, { spentMs }) => sum + spentMs, 0);
}
async function measureBlock(plan, tools, index) {
  const start = tools.world.clock.monotonicMs();
  const members = new Map(membersOf(plan, index).map((runner) => [runner.contender.id, runner]));
  const order = blockOrder([...members.keys()], plan.seed, index);
  const seed = [plan.seed, index];
  const given = { scenario: plan.scenario, order, members, cpu: processorOf(plan, tools, index), seed };
  const { block, pinned } = await watchedBlock(given, tools);
  return { block, pinned, spentMs: Math.round(tools.world.clock.monotonicMs() - start) };
}
async function watchedBlock(given, tools) {
  const { gpu } = tools;
  if (gpu === void 0) return runBlock(given, tools);
  for (let attempt = 1; ; attempt++) {
    const watch = watchGpu(gpu, tools);
    const result = await runBlock(given, { ...tools, watch: (work) => watching(work, gpu, tools) }).finally(
      () => watch.stop()
    );
    const summary = summarizeGpu(gpu.gpu, await watch.stop());
    if (mustRepeat(summary) && attempt < mostAttempts) continue;
    return summary === void 0 ? result : { ...result, block: { ...result.block, gpu: summary } };
  }
}
async function watching(work, gpu, tools) {
  const watch = watchGpu(gpu, tools);
  await work().finally(() => watch.stop());
  return summarizeGpu(gpu.gpu, await watch.stop());
}
var mostAttempts = 3;
function membersOf({ runners }, index) {
  return Math.floor(index / 2) % 4 === 3 ? runners : runners.filter(({ contender }) => contender.role !== "copy");
}
function processorOf({ scenario }, { processors }, index) {
  return scenario.threads === 1 ? processors[Math.floor(index / 2) % Math.max(1, processors.length)] : void 0;
}
function progressText({ scenario }, { blocks }, tranche) {
  const again = tranche === 0 ? "" : `, extension ${tranche}`;
  return `${scenario.id}: block ${blocks.length + 1}${again}`;
}
function fractionDone(mine, { budgetMs, min }) {
  return Math.min(1, Math.max(spent(mine) / budgetMs, mine.length < min ? mine.length / min : 0));
}

// src/stages/benchmark/speed.ts
async function measureSpeed(plan, tools) {
  const { settings, scenarios, located, data, inputs: source, inspection, gpu, environment, unmeasured } = plan;
  const { interfaces, processors } = inspection;
  const runs = scenarios.map((scenario) => ({
    scenario,
    runners: located.map((each) => {
      const inputs = interfaces[each.contender.id]?.inputs ?? [];
      return { ...each, feeds: feedsFor(inputs, data, scenario.batch, settings) };
    })
  }));
  const placed = [];
  for (const each of runs) placed.push(await placementsOf(each, tools));
  const experiments = [];
  for (const [at, { scenario, runners }] of runs.entries()) {
    const experiment = await runExperiment(
      {
        scenario,
        runners,
        seed: settings.seed,
        environment,
        inputs: source,
        blocks: { ...settings.blocks, budgetMs: settings.budget / scenariosOf(settings).length },
        extensions: tools.extensions,
        answered: (speed) => answers({ ...unmeasured, speed: [speed] }, scenario, tools.questions)
      },
      {
        ...tools,
        processors,
        gpu: findProvider(scenario.provider).device === "gpu" ? gpu : void 0,
        progress: (message, fraction) => tools.progress(message, (at + fraction) / runs.length)
      }
    );
    const { warnings, profiles } = placed[at];
    experiments.push({
      ...experiment,
      ...Object.keys(profiles).length === 0 ? {} : { profiles },
      warnings: [...warnings, ...experiment.warnings]
    });
  }
  return experiments;
}
async function placementsOf({ scenario, runners }, tools) {
  const warnings = [];
  const profiles = {};
  for (const { contender, path, feeds } of runners) {
    const found = await checkPlacement({ path, feeds, name: contender.model.name }, scenario, tools);
    if (found.warning !== void 0) warnings.push(found.warning);
    if (found.profile !== void 0) profiles[contender.id] = found.profile;
  }
  return { warnings, profiles };
}
function answers(measurements, scenario, questions) {
  const meant = questions.filter(({ metric }) => metricNamed(metric)?.metric.how === "ratio" && means(metric, scenario));
  const rows3 = meant.flatMap((question) => compareRows(measurements, [question], question.alpha));
  const answerable = meant.length === 0 ? questions.length > 0 : rows3.length > 0;
  return answerable && rows3.every(({ verdict }) => verdict !== "inconclusive");
}
function feedsFor(inputs, data, batch, { seed, shapes }) {
  return data === void 0 ? makeInputs(inputs, batch, seed, shapes) : batchOf(data, 0, batchFor(inputs, batch));
}

// src/stages/benchmark/measure.ts
async function measure({
  settings,
  given: { subject, variants },
  tools
}) {
  const contenders = contendersOf(subject, variants, settings["noise-floor"]);
  const chosen = contenders.at(-1)?.id;
  const part = partOf(settings, tools.share);
  const asked = isProduction(contenders, chosen) ? nothing : askedOf(part, tools);
  const located = await Promise.all(
    contenders.map(async (contender) => ({ contender, path: await tools.store.path(contender.model) }))
  );
  const data = await dataFor(settings, subject, tools);
  const { scenarios } = part;
  const counts = await countsOf(located, asked, tools);
  const infers = asked.speed || data !== void 0;
  const inspection = infers ? await inspectAll(located, scenarios, tools) : uninspected;
  const gpu = await watchedGpu(scenarios, tools);
  const environment = environmentOf(tools.world.machine, {
    runtimes: inspection.runtimes,
    ...gpu === void 0 ? {} : { gpus: [gpu.gpu] }
  });
  if (data !== void 0) for (const { inputs: inputs2 } of Object.values(inspection.interfaces)) checkFit(data, inputs2);
  const provider = scenarios[0]?.provider ?? "cpu";
  const quality = await measureQuality(located, data, asked, provider, {
    ...tools,
    dataNames: Object.keys(subject.data),
    seed: settings.seed
  });
  const unmeasured = {
    environments: [environment],
    seed: settings.seed,
    contenders,
    chosen,
    speed: [],
    ...quality === void 0 ? {} : { quality },
    counts,
    warnings: []
  };
  if (!asked.speed) return { product: unmeasured, summary: summaryOf(unmeasured), warnings: [] };
  const inputs = inputsDigest(data, subject, settings);
  const experiments = await measureSpeed(
    { settings, scenarios, located, data, inputs, inspection, gpu, environment: environment.fingerprint, unmeasured },
    tools
  );
  const warnings = firstOfEach([
    ...tools.share === void 0 ? elsewhere(scenarios) : [],
    ...experiments.flatMap((experiment) => experiment.warnings)
  ]);
  const product = { ...unmeasured, speed: experiments.map(speedOf2), warnings };
  const settled = tools.questions.length === 0 || experiments.every(({ answered: answered2 }) => answered2);
  return { product, summary: summaryOf(product), warnings, settled };
}
function askedOf({ quality }, { questions }) {
  const asked = askedBy(questions);
  return quality ? asked : { ...asked, quality: [], custom: [] };
}
function elsewhere(scenarios) {
  const meant = scenarios.filter(({ runner }) => runner !== void 0);
  if (meant.length === 0) return [];
  return [
    {
      code: "runner-ignored",
      message: `${meant.map(({ id }) => id).join(", ")} named a runner, and ${meant.length === 1 ? "was" : "were"} measured on this machine all the same.`,
      remedy: "Measure each where it belongs: `airworthy plan --matrix`, `airworthy run --shard`, `airworthy merge`."
    }
  ];
}
function speedOf2({ scenario, environment, profiles, blocks, looks }) {
  return { scenario, environment, ...profiles === void 0 ? {} : { profiles }, blocks, looks };
}
function firstOfEach(warnings) {
  return warnings.filter(({ code }, at) => warnings.findIndex((other) => other.code === code) === at);
}
function inputsDigest(data, subject, { shapes }) {
  return data === void 0 ? digest({ shapes }) : subject.data[data.name]?.artifact.sha256 ?? data.name;
}
async function dataFor(settings, subject, tools) {
  const name = settings.data ?? "eval";
  const reference = Object.hasOwn(subject.data, name) ? subject.data[name] : void 0;
  if (reference === void 0) {
    if (settings.data === void 0) return void 0;
    throw stageError("data-set-unknown", { data: name, names: Object.keys(subject.data) });
  }
  const { files, trust } = tools.world;
  return loadData(name, reference, { path: await tools.store.path(reference.artifact), files, trust });
}
async function countsOf(located, asked, { world }) {
  const counts = {};
  for (const { contender, path } of located) {
    const { bytes, name } = contender.model;
    counts[contender.id] = { size: bytes };
    if (!asked.parameters) continue;
    const model = readModel(await world.files.open(path), name);
    counts[contender.id] = { size: bytes, parameters: summarize(model, bytes).parameters };
  }
  return counts;
}
var uninspected = {
  interfaces: {},
  processors: [],
  runtime: "none",
  runtimes: []
};
async function inspectAll(located, scenarios, tools) {
  const models = located.map(({ contender, path }) => ({ id: contender.id, path }));
  const names = [...new Set(scenarios.map(({ provider }) => provider))];
  const inspections = [];
  for (const provider of names) inspections.push(await inspectModels(models, provider, tools));
  return { ...inspections[0], runtimes: inspections.map(({ runtime }) => runtime) };
}
async function watchedGpu(scenarios, tools) {
  const onGpu = scenarios.find(({ provider }) => findProvider(provider).device === "gpu");
  return onGpu === void 0 ? void 0 : findGpu(Number(onGpu.options?.["device"] ?? 0), tools);
}
function summaryOf({ speed, quality, contenders }) {
  const blocks = speed.reduce((sum, measured) => sum + measured.blocks.length, 0);
  const scenarios = speed.length === 1 ? "1 scenario" : `${speed.length} scenarios`;
  const parts = [`${contenders.map(({ id }) => id).join(", ")}`];
  if (speed.length > 0) parts.push(`${blocks} blocks in ${scenarios}`);
  if (speed.length === 0 && quality === void 0) parts.push("sizes only");
  if (quality !== void 0) parts.push(`predictions on ${quality.examples} examples of ${quality.data}`);
  return parts.join("; ");
}
export {
  measure
};
