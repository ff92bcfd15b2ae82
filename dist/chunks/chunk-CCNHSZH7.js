import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  duration
} from "./chunk-QFKW7E46.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  providerNames
} from "./chunk-O57HV5NX.js";

// src/stages/benchmark/settings.ts
var oneOrMore = (least) => external_exports.union([external_exports.int().min(least), external_exports.array(external_exports.int().min(least)).min(1)]);
var scenario = external_exports.strictObject({
  provider: external_exports.enum(providerNames).default("cpu").describe("What runs the model."),
  batch: oneOrMore(1).default(1).describe("Examples in one run; a list measures each."),
  threads: oneOrMore(0).default(1).describe("Threads inside one operator; 0 leaves the choice to the runtime; a list measures each.")
});
var blocks = external_exports.strictObject({
  min: external_exports.int().min(1).default(8).describe("Blocks that are measured even beyond the budget."),
  max: external_exports.int().min(1).default(60).describe("Blocks after which it stops within the budget.")
}).refine(({ min, max }) => min <= max, "`min` is larger than `max`");
var benchmarkSettings = external_exports.strictObject({
  scenarios: external_exports.array(scenario).min(1).prefault([{}]).describe("The conditions to measure under: every combination of provider, batch and threads of each entry."),
  budget: duration().prefault("20s").describe("Time for measuring speed, shared by all scenarios."),
  blocks: blocks.prefault({}).describe("How many blocks of fresh processes; a verdict at 1 % needs at least 7."),
  data: external_exports.string().optional().describe(
    "The data set that feeds the models and that quality is measured on. The one called eval, when left out and there."
  ),
  seed: external_exports.int().default(1).describe("Orders of turns and made-up inputs follow from it."),
  "noise-floor": external_exports.boolean().default(false).describe("Measures a second copy of production too: where the two differ, no verdict on speed is given.")
});
function scenariosOf(settings) {
  const all = settings.scenarios.flatMap(
    ({ provider, batch, threads }) => listOf(batch).flatMap((size) => listOf(threads).map((count) => toScenario(provider, size, count)))
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
function toScenario(provider, batch, threads) {
  return { id: `${provider}/b${batch}/t${threads}`, provider, batch, threads };
}
function listOf(value) {
  return typeof value === "number" ? [value] : value;
}

export {
  benchmarkSettings,
  scenariosOf
};
