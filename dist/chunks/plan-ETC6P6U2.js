import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-NX5EZPB4.js";
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  matrixOf
} from "./chunk-R7G44KWK.js";
import {
  plan
} from "./chunk-IU6T7IGS.js";
import "./chunk-DK3P7JVM.js";
import "./chunk-YLML3NYY.js";
import {
  load
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
import {
  runnerLabels
} from "./chunk-YNM2ISVB.js";
import "./chunk-HNLYTX22.js";
import "./chunk-6CN4LEXX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import {
  terminalText
} from "./chunk-RP7UHRVK.js";
import "./chunk-APUJC5QJ.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-GSDF2R77.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/entry/cli/plan-text.ts
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

// src/entry/cli/plan.ts
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
  throw entryError("argument-wrong", { argument, expected: "labels separated by commas, such as self-hosted,quiet" });
}
export {
  planCommand
};
