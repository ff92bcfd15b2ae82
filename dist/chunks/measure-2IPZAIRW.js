import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit,
  loadData
} from "./chunk-BOYYSMDV.js";
import {
  scenariosOf
} from "./chunk-CCNHSZH7.js";
import "./chunk-QFKW7E46.js";
import {
  digest
} from "./chunk-XBNBSL6G.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import "./chunk-O57HV5NX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-WALTNPZX.js";
import {
  loadMetric,
  outputsOf,
  topClasses
} from "./chunk-U42MA3RS.js";
import {
  median2 as median
} from "./chunk-6FCHUBST.js";
import {
  contendersOf,
  isProduction,
  metrics
} from "./chunk-2EH3SHKJ.js";
import {
  batchFor,
  makeInputs
} from "./chunk-VQX3AZKM.js";
import {
  readModel,
  summarize
} from "./chunk-6ROHMHKB.js";
import {
  createRandom
} from "./chunk-JORE5Z3H.js";
import "./chunk-DA4IMPZO.js";
import "./chunk-5W2HGUAS.js";
import {
  Cancelled,
  userError
} from "./chunk-FNGT7Y45.js";
import "./chunk-SUYYSLAR.js";

// src/bench/environment.ts
function environmentOf(machine) {
  const { cpu, cores, memoryBytes, platform, node, onnxruntime } = machine;
  const fingerprint = digest({ cpu, cores, memory: Math.round(memoryBytes / 2 ** 30), platform, node, onnxruntime });
  return { cpu, cores, memoryBytes, platform, node, onnxruntime, fingerprint };
}

// src/bench/schedule.ts
function blockOrder(contenders, seed, index) {
  const order = createRandom(seed, Math.floor(index / 2)).shuffle(contenders);
  return index % 2 === 0 ? order : order.reverse();
}
function turns(order, rounds) {
  const there = [...order, ...order.toReversed()];
  return Array.from({ length: rounds }, () => there).flat();
}
function anotherBlock(done, spentMs, { budgetMs, min, max }) {
  if (done < min) return true;
  return done < max && spentMs + spentMs / done <= budgetMs;
}

// src/bench/block.ts
async function runBlock(plan, tools) {
  const started = [];
  try {
    for (const id of plan.order) started.push(await start(id, plan, tools));
    const order = turns(plan.order, roundsFor(Math.max(...started.map(({ runMs }) => runMs))));
    for (const id of order) await takeTurn(started.find((each) => each.id === id));
    const runs = {};
    for (const each of started) runs[each.id] = await sampleOf(each);
    return { block: { order, runs }, pinned: started.every(({ worker }) => worker.cpu !== void 0) };
  } finally {
    await Promise.all(started.map(({ worker }) => worker.close()));
  }
}
var warmupMs = 60;
var turn = { forMs: 12, runs: 100 };
var measuredMs = 300;
function roundsFor(runMs) {
  return Math.max(1, Math.round(measuredMs / (2 * Math.max(turn.forMs, runMs))));
}
async function start(id, plan, tools) {
  const { path, feeds, slowdown } = plan.members.get(id);
  const options = { signal: tools.signal, ...plan.cpu === void 0 ? {} : { cpu: plan.cpu } };
  const worker = await tools.world.processes.worker("bench", options);
  try {
    const { provider, threads } = plan.scenario;
    const opened = await ask(worker, { do: "open", model: path, provider, threads, slowdown });
    const first = await ask(worker, {
      do: "measure",
      feeds,
      warmup: { runs: 1, forMs: 0 },
      runs: 1e5,
      forMs: warmupMs
    });
    const [firstRunMs = 0] = first.warmupMs;
    return { id, worker, sessionMs: opened.sessionMs, firstRunMs, runMs: median(first.samplesMs), samplesMs: [] };
  } catch (thrown) {
    await worker.close();
    throw thrown;
  }
}
async function takeTurn({ worker, samplesMs }) {
  const measured = await ask(worker, { do: "measure", ...turn });
  samplesMs.push(...measured.samplesMs);
}
async function sampleOf({ worker, sessionMs, firstRunMs, samplesMs }) {
  const { peakBytes } = await ask(worker, { do: "peak" });
  return { samplesMs: samplesMs.map(tidy), sessionMs: tidy(sessionMs), firstRunMs: tidy(firstRunMs), peakBytes };
}
function tidy(ms) {
  return Math.round(ms * 1e5) / 1e5;
}
function ask(worker, request) {
  return worker.ask(request);
}

// src/bench/progress.ts
function blocksSaved(values, key) {
  return values.flatMap((value) => {
    const parsed = savedBlock.safeParse(value);
    return parsed.success && parsed.data.key === key ? [parsed.data] : [];
  });
}
var workerSample = external_exports.object({
  samplesMs: external_exports.array(external_exports.number()),
  sessionMs: external_exports.number(),
  firstRunMs: external_exports.number(),
  peakBytes: external_exports.number()
});
var savedBlock = external_exports.object({
  key: external_exports.string(),
  block: external_exports.object({ order: external_exports.array(external_exports.string()), runs: external_exports.record(external_exports.string(), workerSample) }),
  pinned: external_exports.boolean(),
  spentMs: external_exports.number()
});

// src/bench/experiment.ts
async function runExperiment(plan, tools) {
  const key = keyOf(plan);
  const saved = blocksSaved(await tools.checkpoint.read(), key);
  while (anotherBlock(saved.length, spent(saved), plan.blocks)) {
    if (tools.signal.aborted) throw new Cancelled(`the benchmark of ${plan.scenario.id} was cancelled`);
    tools.progress(`${plan.scenario.id}: block ${saved.length + 1}`, fractionDone(saved, plan.blocks));
    const next = await measureBlock(plan, tools, key, saved.length);
    await tools.checkpoint.append(next);
    saved.push(next);
  }
  return { blocks: saved.map(({ block }) => block), warnings: warningsOf(plan, saved) };
}
function keyOf({ scenario, runners, seed, environment }) {
  const models = runners.map(({ contender, slowdown = 1 }) => [contender.id, contender.model.sha256, slowdown]);
  return digest({ scenario, models, seed, environment });
}
async function measureBlock(plan, tools, key, index) {
  const start2 = tools.world.clock.monotonicMs();
  const members = new Map(plan.runners.map((runner) => [runner.contender.id, runner]));
  const order = blockOrder([...members.keys()], plan.seed, index);
  const given = { scenario: plan.scenario, order, members, cpu: processorOf(plan, tools, index) };
  const { block, pinned } = await runBlock(given, tools);
  return { key, block, pinned, spentMs: Math.round(tools.world.clock.monotonicMs() - start2) };
}
function processorOf({ scenario }, { processors }, index) {
  return scenario.threads === 1 ? processors[Math.floor(index / 2) % Math.max(1, processors.length)] : void 0;
}
function spent(saved) {
  return saved.reduce((sum, { spentMs }) => sum + spentMs, 0);
}
function fractionDone(saved, { budgetMs, min }) {
  return Math.min(1, Math.max(spent(saved) / budgetMs, saved.length < min ? saved.length / min : 0));
}
function warningsOf(plan, saved) {
  const warnings = [];
  if (plan.scenario.threads === 1 && saved.some(({ pinned }) => !pinned)) {
    warnings.push({
      code: "not-pinned",
      message: `The workers of ${plan.scenario.id} could not be pinned to one processor, so the figures vary more than they need to.`,
      remedy: "Run on Linux with `taskset` (package util-linux); elsewhere give the benchmark a larger `budget:`."
    });
  }
  const seconds = Math.round(spent(saved) / 1e3);
  if (spent(saved) > plan.blocks.budgetMs * overrun) {
    warnings.push({
      code: "budget-overrun",
      message: `${plan.scenario.id} took ${seconds} s instead of ${plan.blocks.budgetMs / 1e3} s: fewer than ${plan.blocks.min} blocks would prove nothing.`,
      remedy: `Give the benchmark a \`budget:\` of ${seconds} s or more for each scenario, or fewer scenarios.`
    });
  }
  return warnings;
}
var overrun = 1.5;

// src/bench/inspect.ts
async function inspectModels(models, provider, tools) {
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const { processors } = await ask2(worker, { do: "describe", provider });
    const interfaces = {};
    for (const { id, path } of models) {
      const { inputs, outputs } = await ask2(worker, { do: "open", model: path, provider, threads: 1 });
      interfaces[id] = { inputs, outputs };
    }
    return { interfaces, processors };
  } finally {
    await worker.close();
  }
}
function ask2(worker, request) {
  return worker.ask(request);
}

// src/stages/benchmark/asked.ts
var nothing = { speed: false, parameters: false, quality: [], custom: [], insists: false };
function askedBy(questions) {
  if (questions.length === 0) {
    return { speed: true, parameters: true, quality: ["accuracy", "agreement"], custom: [], insists: false };
  }
  const asks = (how) => questions.flatMap(({ metric }) => metrics.some((row) => row.name === metric && row.how === how) ? [metric] : []);
  return {
    speed: asks("ratio").length > 0,
    parameters: asks("exact").includes("parameters"),
    quality: asks("paired"),
    custom: questions.filter(({ uses }) => uses !== void 0),
    insists: true
  };
}

// src/bench/predict.ts
async function predict(plan, take, tools) {
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const opened = await ask3(worker, { do: "open", model: plan.path, provider: plan.provider, threads: 0 });
    const fixed = fixedBatch(opened);
    const size = fixed ?? usualBatch;
    for (let start2 = 0; start2 < plan.examples; start2 += size) {
      const count = Math.min(size, plan.examples - start2);
      const rows = fixed ?? count;
      const feeds = plan.batch(start2, start2 + rows);
      const { outputs } = await ask3(worker, { do: "run", feeds });
      await take(outputs, start2, count, rows);
    }
  } finally {
    await worker.close();
  }
}
var usualBatch = 64;
function fixedBatch({ inputs }) {
  const first = inputs.find(({ dims }) => typeof dims[0] === "number")?.dims[0];
  const open = inputs.some(({ dims }) => typeof dims[0] === "string");
  return open || typeof first !== "number" ? void 0 : first;
}
function ask3(worker, request) {
  return worker.ask(request);
}

// src/stages/benchmark/quality.ts
async function measureQuality(contenders, data, asked, provider, tools) {
  const wanted = [...asked.quality, ...asked.custom.map(({ metric }) => metric)];
  if (wanted.length === 0) return void 0;
  if (!asked.insists && data?.labels === void 0) return void 0;
  if (data === void 0)
    throw userError("quality-without-data", { metric: wanted[0], names: tools.dataNames });
  if (asked.quality.includes("accuracy") && data.labels === void 0) {
    throw userError("data-without-labels", { data: data.name, metric: "accuracy" });
  }
  const own = await loadOwn(asked, tools);
  const predictions = {};
  const custom = Object.fromEntries(
    [...own.keys()].map((name) => [name, {}])
  );
  for (const { contender, path } of contenders) {
    if (contender.role === "copy") continue;
    tools.progress(`${contender.id}: predictions on ${data.examples} examples`);
    const found = await runOver(contender.id, path, data, { classes: asked.quality.length > 0, own, provider }, tools);
    if (asked.quality.length > 0) predictions[contender.id] = found.classes;
    for (const [name, values] of Object.entries(found.custom))
      custom[name][contender.id] = values;
  }
  return {
    data: data.name,
    examples: data.examples,
    ...data.labels === void 0 ? {} : { labels: data.labels },
    predictions,
    custom
  };
}
async function loadOwn({ custom }, { world }) {
  const loaded = custom.map(async ({ metric, uses }) => {
    const path = uses?.path;
    return [metric, await loadMetric({ path, sha256: await world.files.hash(path) }, world.trust)];
  });
  return new Map(await Promise.all(loaded));
}
async function runOver(id, path, data, wanted, tools) {
  const classes = [];
  const custom = Object.fromEntries([...wanted.own.keys()].map((name) => [name, []]));
  const plan = {
    path,
    provider: wanted.provider,
    examples: data.examples,
    batch: (start2, end) => batchOf(data, start2, end)
  };
  await predict(
    plan,
    async (outputs, start2, count, rows) => {
      if (wanted.classes) classes.push(...topClasses(outputs, rows, id).slice(0, count));
      if (wanted.own.size === 0) return;
      for (let at = 0; at < count; at++) {
        const index = start2 + at;
        const example = { outputs: outputsOf(outputs, at, rows, id), label: data.labels?.[index], index };
        for (const [name, metric] of wanted.own) custom[name].push(await metric(example));
      }
    },
    tools
  );
  return { classes, custom };
}

// src/stages/benchmark/measure.ts
async function measure({
  settings,
  given: { subject, variants },
  tools
}) {
  const contenders = contendersOf(subject, variants, settings["noise-floor"]);
  const chosen = contenders.at(-1)?.id;
  const asked = isProduction(contenders, chosen) ? nothing : askedBy(tools.questions);
  const located = await Promise.all(
    contenders.map(async (contender) => ({ contender, path: await tools.store.path(contender.model) }))
  );
  const environment = environmentOf(tools.world.machine);
  const data = await dataFor(settings, subject, tools);
  const scenarios = scenariosOf(settings);
  const counts = await countsOf(located, asked, tools);
  const inspection = await inspectAll(located, scenarios, tools);
  if (data !== void 0) for (const { inputs } of Object.values(inspection.interfaces)) checkFit(data, inputs);
  const provider = scenarios[0]?.provider ?? "cpu";
  const quality = await measureQuality(located, data, asked, provider, {
    ...tools,
    dataNames: Object.keys(subject.data)
  });
  const { speed, warnings } = asked.speed ? await measureSpeed({ settings, scenarios, located, data, inspection, environment }, tools) : { speed: [], warnings: [] };
  const product = {
    environment,
    seed: settings.seed,
    contenders,
    chosen,
    speed,
    ...quality === void 0 ? {} : { quality },
    counts,
    warnings
  };
  return { product, summary: summaryOf(product), warnings };
}
async function dataFor(settings, subject, tools) {
  const name = settings.data ?? "eval";
  const reference = Object.hasOwn(subject.data, name) ? subject.data[name] : void 0;
  if (reference === void 0) {
    if (settings.data === void 0) return void 0;
    throw userError("data-set-unknown", { data: name, names: Object.keys(subject.data) });
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
    const model = readModel(await world.files.read(path), name);
    counts[contender.id] = { size: bytes, parameters: summarize(model, bytes).parameters };
  }
  return counts;
}
async function inspectAll(located, scenarios, tools) {
  const models = located.map(({ contender, path }) => ({ id: contender.id, path }));
  const names = [...new Set(scenarios.map(({ provider }) => provider))];
  const inspections = [];
  for (const provider of names) inspections.push(await inspectModels(models, provider, tools));
  return inspections[0];
}
async function measureSpeed(plan, tools) {
  const { settings, scenarios, located, data, inspection, environment } = plan;
  const { interfaces, processors } = inspection;
  const runs = scenarios.map((scenario) => ({
    scenario,
    runners: located.map((each) => {
      const inputs = interfaces[each.contender.id]?.inputs ?? [];
      return { ...each, feeds: feedsFor(inputs, data, scenario.batch, settings.seed) };
    })
  }));
  const speed = [];
  const warnings = [];
  for (const [at, { scenario, runners }] of runs.entries()) {
    const blocks = { ...settings.blocks, budgetMs: settings.budget / scenarios.length };
    const experiment = await runExperiment(
      { scenario, runners, seed: settings.seed, environment: environment.fingerprint, blocks },
      { ...tools, processors, progress: (message, fraction) => tools.progress(message, (at + fraction) / runs.length) }
    );
    speed.push({ scenario, blocks: experiment.blocks });
    warnings.push(...experiment.warnings.filter(({ code }) => warnings.every((known) => known.code !== code)));
  }
  return { speed, warnings };
}
function feedsFor(inputs, data, batch, seed) {
  return data === void 0 ? makeInputs(inputs, batch, seed) : batchOf(data, 0, batchFor(inputs, batch));
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
