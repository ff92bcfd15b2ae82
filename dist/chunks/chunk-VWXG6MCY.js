import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  targetSetting
} from "./chunk-XO5JQL67.js";
import {
  elementTypes
} from "./chunk-WODW6QLJ.js";
import {
  byteSize,
  duration,
  share
} from "./chunk-L5IA356N.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";

// src/stages/validate/settings.ts
import path from "node:path";
var checkNames = ["graph", "interface", "safety", "runs", "determinism"];
function goldenFile({ from }, folder) {
  return path.resolve(folder, from);
}
var tensorTypes = elementTypes.map(({ name }) => name);
function declared(text) {
  const match = /^\s*(\w+)\s*(?:\[([^\]]*)\])?\s*$/.exec(text);
  const type = match?.[1] ?? "";
  if (!tensorTypes.includes(type)) return void 0;
  const inside = match?.[2]?.trim();
  if (inside === void 0) return { type };
  const dims = inside === "" ? [] : inside.split(",").map((dim) => dim.trim());
  if (dims.includes("")) return void 0;
  return { type, dims: dims.map((dim) => /^\d+$/.test(dim) ? Number(dim) : dim) };
}
var declaration = external_exports.string().transform((text, context) => {
  const found = declared(text);
  if (found !== void 0) return found;
  context.addIssue({ code: "custom", message: "expected an element type and dims, such as float32[N, 28, 28]" });
  return external_exports.NEVER;
}).meta({ description: "Element type and dims, such as `float32[N, 28, 28]`; a name for a dimension that varies." });
var contract = external_exports.strictObject({
  inputs: external_exports.record(external_exports.string(), declaration).default({}).describe("Every input that callers give, by name."),
  outputs: external_exports.record(external_exports.string(), declaration).default({}).describe("Every output that callers read, by name.")
});
var tolerance = {
  absolute: external_exports.number().min(0).describe("How far an element may be off, in its own unit."),
  relative: external_exports.number().min(0).describe("How far it may be off as a part of the expected value.")
};
var golden = external_exports.strictObject({
  from: external_exports.string().describe("A `.npz` file: an array for each input of the model and for each output to compare, under its name."),
  absolute: tolerance.absolute.default(1e-5),
  relative: tolerance.relative.default(1e-3),
  outputs: external_exports.record(
    external_exports.string(),
    external_exports.strictObject({
      array: external_exports.string().optional(),
      absolute: tolerance.absolute.optional(),
      relative: tolerance.relative.optional()
    })
  ).default({}).describe("Outputs with tolerances of their own, or whose expected values stand in an array of another name."),
  inputs: external_exports.record(external_exports.string(), external_exports.string()).default({}).describe("Inputs that are fed from an array of another name.")
});
function loadTest(targets) {
  return external_exports.strictObject({
    target: targetSetting(targets.filter(({ ownProcesses }) => ownProcesses === true)).describe(
      "What serves the candidate meanwhile, with its settings."
    ),
    for: duration().refine((ms) => ms > 0, "expected more than no time").prefault("5s").describe("How long requests are sent."),
    errors: share().prefault("0%").describe("Largest share of requests that may fail."),
    latency: duration().optional().describe("What 95 % of the requests must be answered in.")
  });
}
var limits = external_exports.strictObject({
  size: byteSize().optional().describe("Largest file, such as `20MB`."),
  parameters: external_exports.int().positive().optional().describe("Most elements of all weights."),
  opset: external_exports.strictObject({
    min: external_exports.int().positive().optional().describe("Oldest version of the standard operators."),
    max: external_exports.int().positive().optional().describe("Newest version of the standard operators.")
  }).optional().describe("Versions of the standard operators that what serves can run."),
  latency: duration().optional().describe("Longest run on made-up inputs, batch 1, one thread of the CPU. A look; the benchmark measures.")
});
function validateSettings(targets) {
  return external_exports.strictObject({
    checks: external_exports.array(external_exports.enum(checkNames)).min(1).default([...checkNames]).describe(
      "What to check: `graph` (the rules of ONNX), `interface` (what callers of production would notice), `safety` (nothing outside of its folder, nothing endless), `runs` (it loads and gives finite outputs), `determinism` (the same answer twice, and in a batch)."
    ),
    contract: contract.optional().describe("The interface that callers rely on."),
    golden: external_exports.union([golden.transform((one) => [one]), external_exports.array(golden)]).default([]).describe("Inputs with the outputs that are expected of them; one set or a list."),
    limits: limits.optional().describe("What the model may not exceed."),
    license: external_exports.array(external_exports.string()).default([]).describe("Licences of which the model must state one, such as `[MIT, Apache-2.0]`."),
    metadata: external_exports.array(external_exports.string()).default([]).describe(
      "Keys of its metadata under which the model must say something; also `producer`, `description`, `domain`."
    ),
    "load-test": loadTest(targets).optional().describe("Requests to a real server that serves the candidate.")
  });
}

export {
  checkNames,
  goldenFile,
  validateSettings
};
