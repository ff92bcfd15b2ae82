import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  duration
} from "./chunk-BZWDRUXY.js";
import {
  findProvider,
  providerNames
} from "./chunk-74UHXTVH.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";

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
  order: external_exports.enum(["interleaved", "isolated"]).default("interleaved").describe(
    "`interleaved`: short turns, one contender after the other; `isolated`: each alone, for models whose workers disturb one another even when idle."
  )
}).superRefine(({ provider, options = {} }, context) => {
  const checked = findProvider(provider).options.safeParse(options);
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
    (entry) => listOf(entry.batch).flatMap((batch) => listOf(entry.threads).map((threads) => toScenario(entry, batch, threads)))
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
function toScenario(entry, batch, threads) {
  const { provider, order, options = {} } = entry;
  const marks = [
    ...Object.entries(options).map(([name, value]) => `${name}=${String(value)}`),
    ...order === "isolated" ? ["isolated"] : []
  ];
  return {
    id: [`${provider}/b${batch}/t${threads}`, ...marks].join("/"),
    provider,
    batch,
    threads,
    ...Object.keys(options).length === 0 ? {} : { options },
    ...entry["allow-fallback"] ? { allowFallback: true } : {},
    ...order === "isolated" ? { order } : {}
  };
}
function listOf(value) {
  return typeof value === "number" ? [value] : value;
}

export {
  benchmarkSettings,
  scenariosOf
};
