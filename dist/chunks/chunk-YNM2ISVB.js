import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  providerNames
} from "./chunk-6CN4LEXX.js";
import {
  duration
} from "./chunk-L5IA356N.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";

// src/stages/benchmark/runners.ts
var defaultShard = "default";
var label = external_exports.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "expected letters, digits and . _ - between them").refine((text) => !text.includes(separator), "two underscores in a row separate labels").refine((text) => text.toLowerCase() !== defaultShard, `${defaultShard} is the shard of scenarios without a runner`);
var separator = "__";
var longestName = 100;
var runnerLabels = external_exports.union([label, external_exports.array(label).min(1)]).transform((given) => [given].flat()).refine((labels) => shardName(labels).length <= longestName, `expected at most ${longestName} characters together`);
function shardName(labels) {
  if (labels === void 0) return defaultShard;
  return [...new Set(labels.map((each) => each.toLowerCase()))].toSorted().join(separator);
}

// src/providers/options.ts
var device = external_exports.strictObject({
  device: external_exports.int().min(0).optional().describe("Number of the GPU, as CUDA counts them; 0 when left out.")
});
var providerOptions = {
  cpu: external_exports.strictObject({}),
  wasm: external_exports.strictObject({}),
  cuda: device,
  tensorrt: device,
  /** What the runtime really reads: others, such as powerPreference, are taken without a word and have no effect. */
  webgpu: external_exports.strictObject({
    "preferred-layout": external_exports.enum(["NCHW", "NHWC"]).optional().describe("Layout of images inside the graph."),
    "validation-mode": external_exports.enum(["disabled", "wgpuOnly", "basic", "full"]).optional().describe("How much of each call is checked; costs time."),
    "force-cpu-nodes": external_exports.array(external_exports.string().min(1)).min(1).optional().describe("Names of nodes to run on the CPU; needs `allow-fallback`.")
  })
};

// src/stages/benchmark/settings.ts
var oneOrMore = (least) => external_exports.union([external_exports.int().min(least), external_exports.array(external_exports.int().min(least)).min(1)]);
var scenario = external_exports.strictObject({
  provider: external_exports.enum(providerNames).default("cpu").describe("What runs the model."),
  batch: oneOrMore(1).default(1).describe("Examples in one run; a list measures each."),
  threads: oneOrMore(0).default(1).describe("Threads inside one operator; 0 leaves the choice to the runtime; a list measures each."),
  options: external_exports.record(external_exports.string(), external_exports.unknown()).optional().describe("The provider's own options, such as `{ device: 1 }` for cuda."),
  "allow-fallback": external_exports.boolean().default(false).describe(
    "Lets the CPU run nodes that the provider does not take, with a warning that names them; else that is an error."
  ),
  rate: external_exports.union([external_exports.number().positive(), external_exports.array(external_exports.number().positive()).min(1)]).optional().describe(
    "Requests a second, sent at random moments whether or not earlier ones are answered, so that waiting counts (an open loop); a list measures each. One run after the other, when left out."
  ),
  order: external_exports.enum(["interleaved", "isolated"]).default("interleaved").describe(
    "`interleaved`: short turns, one contender after the other; `isolated`: each alone, for models whose workers disturb one another even when idle."
  ),
  runner: runnerLabels.optional().describe(
    "The machine that measures it in a workflow with a matrix: a label or a list of labels, as in `runs-on`. See `airworthy plan --matrix`."
  )
}).superRefine(({ provider, options = {} }, context) => {
  const checked = providerOptions[provider].safeParse(options);
  for (const issue of checked.error?.issues ?? [])
    context.addIssue({ code: "custom", path: ["options", ...issue.path], message: `${provider}: ${issue.message}` });
});
var blocks = external_exports.strictObject({
  min: external_exports.int().min(1).default(8).describe("Blocks that are measured even beyond the budget."),
  max: external_exports.int().min(1).default(1e3).describe("Blocks after which it stops within the budget.")
}).refine(({ min, max }) => min <= max, "`min` is larger than `max`");
var benchmarkSettings = external_exports.strictObject({
  scenarios: external_exports.array(scenario).min(1).prefault([{}]).describe("The conditions to measure under: every combination of provider, batch and threads of each entry."),
  budget: duration().prefault("20s").describe(
    "The most time for measuring speed, shared by all scenarios; it ends sooner when every question is answered."
  ),
  blocks: blocks.prefault({}).describe("How many blocks of fresh processes; a verdict at 1 % needs at least 8."),
  data: external_exports.string().optional().describe(
    "The data set that feeds the models and that quality is measured on. The one called eval, when left out and there."
  ),
  shapes: external_exports.record(external_exports.string(), external_exports.array(external_exports.int().min(1))).default({}).describe("Shapes of made-up inputs, by name, where the model leaves them open and the usual ones do not fit."),
  seed: external_exports.int().default(1).describe("Orders of turns and made-up inputs follow from it."),
  "noise-floor": external_exports.boolean().default(true).describe(
    "Measures a second copy of production in every fourth pair of blocks: where the two differ certainly, no verdict on speed is given."
  )
});
function scenariosOf(settings) {
  const all = settings.scenarios.flatMap(
    (entry) => listOf(entry.batch).flatMap(
      (batch) => listOf(entry.threads).flatMap(
        (threads) => ratesOf(entry).map((rate) => toScenario(entry, { batch, threads, rate }))
      )
    )
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
function ratesOf({ rate }) {
  return rate === void 0 ? [void 0] : listOf(rate);
}
function toScenario(entry, { batch, threads, rate }) {
  const { provider, order, runner, options = {} } = entry;
  const marks = [
    ...Object.entries(options).map(([name, value]) => `${name}=${String(value)}`),
    ...rate === void 0 ? [] : [`rate=${rate}`],
    ...order === "isolated" ? ["isolated"] : [],
    ...runner === void 0 ? [] : [`runner=${shardName(runner)}`]
  ];
  return {
    id: [`${provider}/b${batch}/t${threads}`, ...marks].join("/"),
    provider,
    batch,
    threads,
    ...runner === void 0 ? {} : { runner },
    ...Object.keys(options).length === 0 ? {} : { options },
    ...entry["allow-fallback"] ? { allowFallback: true } : {},
    ...rate === void 0 ? {} : { rate },
    ...order === "isolated" ? { order } : {}
  };
}
function listOf(value) {
  return typeof value === "number" ? [value] : value;
}

export {
  runnerLabels,
  shardName,
  benchmarkSettings,
  scenariosOf
};
