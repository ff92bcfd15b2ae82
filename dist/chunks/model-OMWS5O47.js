import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findingLines,
  shapeOf,
  speedLines
} from "./chunk-4GK6ZZHY.js";
import {
  progressOn
} from "./chunk-KHVQF5YN.js";
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  problemLines
} from "./chunk-XIIXQCH5.js";
import {
  run
} from "./chunk-GVFMBHZ7.js";
import {
  formats,
  renderJson,
  renderTerminal
} from "./chunk-6O3CRUU2.js";
import "./chunk-LMLHCWAE.js";
import "./chunk-STULN7PS.js";
import {
  openStore
} from "./chunk-IU6T7IGS.js";
import {
  homeOf
} from "./chunk-DK3P7JVM.js";
import "./chunk-YLML3NYY.js";
import {
  pipelineOf
} from "./chunk-MF7JOC7M.js";
import "./chunk-NBHMQJJI.js";
import "./chunk-KG56XVOA.js";
import "./chunk-OKGRDJDJ.js";
import "./chunk-OVRQ76BB.js";
import "./chunk-VWXG6MCY.js";
import "./chunk-3VN7KAAN.js";
import "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import "./chunk-XO5JQL67.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-WODW6QLJ.js";
import "./chunk-MWR6NNKJ.js";
import "./chunk-YNM2ISVB.js";
import "./chunk-HNLYTX22.js";
import "./chunk-6CN4LEXX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-XDYCZZDE.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import {
  metricNamed
} from "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import {
  terminalOf
} from "./chunk-MORT2R73.js";
import "./chunk-CBRLMCP6.js";
import "./chunk-RP7UHRVK.js";
import "./chunk-APUJC5QJ.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-GSDF2R77.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-3F67QG7H.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/entry/cli/model.ts
import path from "node:path";
async function validateCommand(entry, model, options) {
  const report = await runOn(entry, model, options.production, { validate: {} }, {}, options);
  const validation = report.validation;
  if (validation === void 0) return tellProblems(entry, report, options);
  if (!options.json) entry.out(validationText(validation, model));
  return report.outcome === "pass" ? exitCodes.pass : exitCodes.fail;
}
async function optimizeCommand(entry, model, options) {
  const out = path.resolve(entry.world.cwd, options.out);
  const report = await runOn(entry, model, void 0, { optimize: { level: options.level } }, {}, options);
  if (report.variants === void 0) return tellProblems(entry, report, options);
  const store = openStore(homeOf(entry.world).store, entry.world.files);
  const { chosen, variants } = report.variants;
  await entry.world.files.copy(await store.path(chosen.model), out);
  if (!options.json) {
    for (const variant of variants) entry.out(`${variant.kept ? "\u2713" : "-"} ${variant.id}: ${variant.why}
`);
    entry.out(`Wrote ${options.out}: ${chosen.id}, ${chosen.model.bytes} bytes.
`);
  }
  return exitCodes.pass;
}
async function benchCommand(entry, model, options) {
  const report = await runOn(
    entry,
    model,
    void 0,
    { benchmark: benchmarkSettings(options) },
    dataOf(options),
    options
  );
  const measured = report.measurements;
  if (measured === void 0) return tellProblems(entry, report, options);
  if (!options.json) entry.out(speedLines(measured));
  return exitCodes.pass;
}
async function compareCommand(entry, production, candidate, options) {
  const stages = { benchmark: benchmarkSettings(options), compare: { metrics: metricsOf(options) }, gate: {} };
  const report = await runOn(entry, candidate, production, stages, dataOf(options), options);
  if (!options.json) entry.out(`
${renderTerminal(report, terminalOf(entry))}`);
  const page = report.files["html"];
  if (options.html !== void 0 && page !== void 0)
    await entry.world.files.copy(page, path.resolve(entry.world.cwd, options.html));
  return report.exitCode;
}
async function runOn(entry, candidate, production, stages, data, options) {
  const { world } = entry;
  const value = {
    pipeline: nameOf(candidate),
    model: { candidate, ...production === void 0 ? {} : { production } },
    ...data,
    stages,
    registry: { scratch: true }
  };
  const pipeline = pipelineOf(value, world.cwd, world);
  const report = await run(pipeline, world, {
    formats,
    command: entry.command,
    signal: entry.signal,
    listener: progressOn(entry)
  });
  if (options.json) entry.out(renderJson(report));
  return report;
}
function tellProblems(entry, report, { json }) {
  if (!json) entry.err(problemLines(report.stages.flatMap((stage) => stage.problems)));
  return report.exitCode;
}
function nameOf(file) {
  const stem = path.basename(file).replace(/\.onnx$/i, "");
  return stem.replace(/[^a-zA-Z0-9_/-]+/g, "-").replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, "") || "model";
}
function benchmarkSettings(options) {
  const scenario = {
    provider: options.provider,
    batch: numbers(options.batch, "--batch"),
    threads: numbers(options.threads, "--threads"),
    ...options.rate === void 0 ? {} : { rate: numbers(options.rate, "--rate") }
  };
  const shapes = Object.fromEntries(options.shape.map(shapeOf));
  return {
    scenarios: [scenario],
    budget: options.budget,
    shapes,
    ...options.data === void 0 ? {} : { data: "eval" }
  };
}
function dataOf(options) {
  if (options.data === void 0) return {};
  return { data: { eval: { from: options.data, ...options.label === void 0 ? {} : { label: options.label } } } };
}
function metricsOf(options) {
  const pairs = options.metric.map(metricOf);
  const judgesQuality = pairs.some(([name]) => metricNamed(name)?.metric.how === "paired");
  const usual = options.label === void 0 || judgesQuality ? {} : { accuracy: {} };
  return { ...Object.fromEntries(pairs), ...usual };
}
function metricOf(pair) {
  const [, name = pair, margin] = /^([^=[]+(?:\[[^\]]*\])?)(?:=(.*))?$/.exec(pair) ?? [];
  return [name, margin === void 0 ? {} : { margin }];
}
function numbers(text, argument) {
  return text.split(",").map((word) => {
    if (/^\d+$/.test(word.trim())) return Number(word);
    throw entryError("argument-wrong", {
      argument: `${argument} ${text}`,
      expected: "whole numbers separated by commas"
    });
  });
}
function validationText(validation, model) {
  const findings = validation.checks.flatMap((check) => check.findings);
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const head = errors === 0 ? `\u2713 ${model} is sound` : `\u2717 ${model}: ${errors} ${errors === 1 ? "error" : "errors"}`;
  const checks = validation.checks.map((check) => check.check).join(", ");
  return `${findingLines(findings)}${head} (checked: ${checks}).
`;
}
export {
  benchCommand,
  compareCommand,
  optimizeCommand,
  validateCommand
};
