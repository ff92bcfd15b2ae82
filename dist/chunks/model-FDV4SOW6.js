import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  progressOn
} from "./chunk-4DAEE4U7.js";
import {
  problemLines
} from "./chunk-4GZFRWUF.js";
import {
  run
} from "./chunk-YHKDHLJK.js";
import {
  formats,
  renderJson,
  renderTerminal
} from "./chunk-UWCGNKGJ.js";
import "./chunk-457V4WT6.js";
import {
  openStore
} from "./chunk-V2QLVO3H.js";
import {
  homeOf
} from "./chunk-RR2LUVEI.js";
import {
  pipelineOf
} from "./chunk-LH6T6MXV.js";
import "./chunk-KG56XVOA.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-UFREODDI.js";
import "./chunk-VNL2PMJ3.js";
import {
  terminalOf
} from "./chunk-CVEMMS3V.js";
import "./chunk-3Q2FPKM4.js";
import "./chunk-APUJC5QJ.js";
import {
  terminalText
} from "./chunk-IRRGZGQU.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-SSYPSLP2.js";
import "./chunk-DIYHSLTA.js";
import {
  readModel,
  summarize
} from "./chunk-4YHHZ4J2.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-GIG26RJM.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-OILPY5SZ.js";
import "./chunk-RQI5MXWB.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-MX72VVKX.js";
import "./chunk-XQU7DUIC.js";
import {
  median,
  quantile
} from "./chunk-CCHQRBAK.js";
import {
  metricNamed
} from "./chunk-67SRNGMA.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-DC5UOV2E.js";
import {
  userError
} from "./chunk-FNARNXA6.js";
import "./chunk-SUYYSLAR.js";

// src/entry/commands/model.ts
import path from "node:path";

// src/entry/model-text.ts
function summaryLines(summary, file) {
  const opset = Object.entries(summary.opset).map(
    ([domain, version]) => `${domain === "" ? "ai.onnx" : domain} ${version}`
  );
  const operators = Object.entries(summary.operators).sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} \xD7 ${count}`);
  return [
    `${file}: ${summary.bytes} bytes, ${summary.parameters} parameters, ${summary.nodes} nodes`,
    `  made by    ${summary.producer || "not said"}; IR ${summary.irVersion}; opset ${opset.join(", ")}`,
    ...summary.inputs.map((value) => `  input      ${valueText(value)}`),
    ...summary.outputs.map((value) => `  output     ${valueText(value)}`),
    `  operators  ${operators.join(", ")}`,
    ""
  ].map(terminalText).join("\n");
}
function valueText({ name, type, dims }) {
  return `${name}: ${type}[${dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
function findingLines(findings) {
  return findings.map((finding) => `${finding.severity}[${finding.code}] ${finding.where}: ${finding.message}
  ${finding.hint}`).map((text) => `${text.split("\n").map(terminalText).join("\n")}
`).join("");
}
function speedLines(measured) {
  const lines = measured.speed.flatMap(
    ({ scenario, blocks, profiles }) => measured.contenders.map(({ id, model }) => {
      const medians = blocks.flatMap((block) => {
        const samples2 = block.runs[id]?.samplesMs;
        return samples2 === void 0 ? [] : [median([...samples2])];
      });
      const samples = blocks.flatMap((block) => block.runs[id]?.samplesMs ?? []);
      const spread = `blocks ${time(Math.min(...medians))} to ${time(Math.max(...medians))}`;
      return `${scenario.id}  ${model.name}: p50 ${time(median(medians))} (${spread}), p99 ${time(quantile(samples, 0.99))}; ${samples.length} ${scenario.rate === void 0 ? "runs" : "requests"} in ${blocks.length} blocks${busy(blocks, id)}${profiled(profiles?.[id])}`;
    })
  );
  return `${lines.map(terminalText).join("\n")}
`;
}
function busy(blocks, id) {
  const loads = blocks.flatMap(({ runs }) => runs[id]?.load ?? []);
  return loads.length === 0 ? "" : `, busy ${Math.round(100 * median(loads))} % of the time`;
}
function profiled(profile) {
  if (profile === void 0) return "";
  const { wallMs, kernelMs, copyMs, clock } = profile;
  return `; of a profiled run of ${time(wallMs)}, kernels ${time(kernelMs)} by the ${clock}'s clock and copies ${time(copyMs)}`;
}
function time(ms) {
  return ms < 1 ? `${(ms * 1e3).toPrecision(3)} \xB5s` : `${ms.toPrecision(3)} ms`;
}

// src/entry/commands/model.ts
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
async function inspectCommand(entry, model, options) {
  const file = path.resolve(entry.world.cwd, model);
  if (await entry.world.files.size(file) === void 0)
    throw userError("model-missing", { role: "candidate", path: file });
  const bytes = await entry.world.files.read(file);
  const summary = summarize(readModel(bytes), bytes.length);
  entry.out(options.json ? `${JSON.stringify(summary, null, 2)}
` : summaryLines(summary, model));
  return exitCodes.pass;
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
    throw userError("argument-wrong", {
      argument: `${argument} ${text}`,
      expected: "whole numbers separated by commas"
    });
  });
}
function shapeOf(text) {
  const [, name, dims] = /^([^=]+)=((?:\d+(?:x\d+)*)?)$/.exec(text) ?? [];
  if (name === void 0 || dims === void 0) {
    throw userError("argument-wrong", { argument: `--shape ${text}`, expected: "name=AxBxC, such as x=1x3x224x224" });
  }
  return [name, dims === "" ? [] : dims.split("x").map(Number)];
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
  inspectCommand,
  optimizeCommand,
  validateCommand
};
