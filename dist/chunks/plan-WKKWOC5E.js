import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-DVWEVTO7.js";
import {
  matrixOf
} from "./chunk-Y64LQKCZ.js";
import {
  plan
} from "./chunk-D22K7OGI.js";
import "./chunk-RR2LUVEI.js";
import {
  load
} from "./chunk-DTCFF5JI.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-KG56XVOA.js";
import "./chunk-V3IR37H7.js";
import "./chunk-HBZQX6P6.js";
import "./chunk-A2SZSR3X.js";
import "./chunk-S3GEBIFQ.js";
import "./chunk-4JTVCBB6.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-RIL4PWCB.js";
import "./chunk-MBC3XQ4I.js";
import {
  runnerLabels
} from "./chunk-VU3L5MFX.js";
import "./chunk-TQST7OSB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-67SRNGMA.js";
import "./chunk-HUSIJSQ4.js";
import {
  terminalText
} from "./chunk-RP7UHRVK.js";
import "./chunk-APUJC5QJ.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import {
  userError
} from "./chunk-GGAAUG5X.js";
import "./chunk-SUYYSLAR.js";

// src/entry/plan-text.ts
var verbs = { run: "run", cached: "cached", skip: "skip", refuse: "REFUSE" };
function planLines(plan2) {
  const rows = plan2.stages.map((stage) => [
    verbs[stage.action],
    stage.name,
    stage.effects,
    stage.measures ? "alone" : "",
    stage.action === "run" ? `~${seconds(stage.estimateMs)}` : "",
    terminalText(stage.why)
  ]);
  const header = ["", "stage", "effects", "", "time", ""];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
  const production = plan2.subject.production;
  const against = production === void 0 ? "nothing yet: the first release" : production.version ?? production.artifact.name;
  return [
    `${plan2.pipeline}: ${terminalText(plan2.subject.candidate.name)} against ${terminalText(against)}`,
    ...[header, ...rows].map(line),
    `about ${seconds(plan2.estimateMs)} in all`,
    ""
  ].join("\n");
}
function mermaid(plan2) {
  const id = (name) => `s${plan2.stages.findIndex((stage) => stage.name === name)}`;
  const shape = (stage) => {
    const label = `"${stage.name}"`;
    if (stage.measures) return `{{${label}}}`;
    return stage.effects === "remote" ? `[[${label}]]` : `[${label}]`;
  };
  const nodes = plan2.stages.map((stage) => `  ${id(stage.name)}${shape(stage)}`);
  const edges = plan2.stages.flatMap((stage) => stage.needs.map((need) => `  ${id(need)} --> ${id(stage.name)}`));
  const idle = plan2.stages.filter((stage) => stage.action !== "run").map((stage) => id(stage.name));
  const styles = idle.length === 0 ? [] : [`  style ${idle.join(",")} stroke-dasharray: 4 4`];
  return `${["flowchart TD", ...nodes, ...edges, ...styles].join("\n")}
`;
}
function seconds(ms) {
  if (ms < 1e4) return `${(ms / 1e3).toFixed(1)} s`;
  return ms < 12e4 ? `${Math.round(ms / 1e3)} s` : `${Math.round(ms / 6e4)} min`;
}

// src/entry/commands/plan.ts
async function planCommand(entry, file, options) {
  const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) });
  if (options.matrix) {
    entry.out(`${JSON.stringify(matrixOf(pipeline, runnerOf(options.defaultRunner)))}
`);
    return exitCodes.pass;
  }
  const planned = await plan(pipeline, entry.world, options);
  if (options.json) entry.out(`${JSON.stringify(planned, null, 2)}
`);
  else entry.out(options.graph ? mermaid(planned) : planLines(planned));
  return exitCodes.pass;
}
function runnerOf(text) {
  const labels = runnerLabels.safeParse(text.split(",").map((label) => label.trim()));
  if (labels.success) return labels.data;
  const argument = `--default-runner ${text}`;
  throw userError("argument-wrong", { argument, expected: "labels separated by commas, such as self-hosted,quiet" });
}
export {
  planCommand
};
