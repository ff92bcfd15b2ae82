import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  median,
  quantile
} from "./chunk-FZVAZGKR.js";
import {
  terminalText
} from "./chunk-RP7UHRVK.js";

// src/entry/cli/model-text.ts
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

// src/entry/cli/shape.ts
function shapeOf(text) {
  const [, name, dims] = /^([^=]+)=((?:\d+(?:x\d+)*)?)$/.exec(text) ?? [];
  if (name === void 0 || dims === void 0) {
    throw entryError("argument-wrong", { argument: `--shape ${text}`, expected: "name=AxBxC, such as x=1x3x224x224" });
  }
  return [name, dims === "" ? [] : dims.split("x").map(Number)];
}

export {
  summaryLines,
  findingLines,
  speedLines,
  shapeOf
};
