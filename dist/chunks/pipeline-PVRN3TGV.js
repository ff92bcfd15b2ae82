import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  progressOn
} from "./chunk-MRFV2E4U.js";
import {
  load,
  plan,
  run
} from "./chunk-5UA52EAU.js";
import {
  findRun,
  formats,
  homeOf,
  renderJson,
  renderTerminal
} from "./chunk-55SED2UM.js";
import "./chunk-6UOV2P43.js";
import "./chunk-APUJC5QJ.js";
import {
  terminalOf,
  terminalText
} from "./chunk-V3YYC3TL.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-XWIIEGBG.js";
import "./chunk-EYTLL457.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-C7XK67JF.js";
import {
  userError
} from "./chunk-FNGT7Y45.js";
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

// src/entry/commands/pipeline.ts
async function runCommand(entry, file, options) {
  const { pipeline, inputs, resume } = await chosen(entry, file, options);
  const report = await run(pipeline, entry.world, {
    resume,
    inputs,
    fresh: options.fresh,
    dryRun: options.dryRun,
    formats,
    command: entry.command,
    signal: entry.signal,
    listener: progressOn(entry)
  });
  const terminal = terminalOf(entry);
  entry.out(options.json ? renderJson(report) : `
${renderTerminal(report, terminal)}`);
  return report.exitCode;
}
async function chosen(entry, file, options) {
  const given = inputsOf(options.input ?? []);
  const resumes = options.resume === true || options.run !== void 0;
  if (!resumes) {
    if (file === void 0) throw userError("argument-missing", { argument: "PIPELINE", command: "run" });
    return { pipeline: await load(file, entry.world, { inputs: given }), inputs: given, resume: void 0 };
  }
  const absolute = file === void 0 ? void 0 : (await load(file, entry.world, { inputs: given })).file;
  const started = await findRun(homeOf(entry.world), entry.world, { runId: options.run, file: absolute });
  const inputs = { ...started.inputs, ...given };
  return { pipeline: await load(started.file, entry.world, { inputs }), inputs, resume: started.runId };
}
async function checkCommand(entry, files, options) {
  for (const file of files) {
    const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) });
    const stages = pipeline.stages.map((stage) => stage.name);
    const value = { file: pipeline.file, pipeline: pipeline.name, stages, sound: true };
    entry.out(
      options.json ? `${JSON.stringify(value)}
` : `\u2713 ${file}: ${stages.length} stages (${stages.join(", ")})
`
    );
  }
  return exitCodes.pass;
}
async function planCommand(entry, file, options) {
  const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) });
  const planned = await plan(pipeline, entry.world, options);
  if (options.json) entry.out(`${JSON.stringify(planned, null, 2)}
`);
  else entry.out(options.graph ? mermaid(planned) : planLines(planned));
  return exitCodes.pass;
}
function inputsOf(pairs) {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw userError("argument-wrong", { argument: `--input ${pair}`, expected: "name=value" });
      return [pair.slice(0, at), typed(pair.slice(at + 1))];
    })
  );
}
function typed(text) {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
export {
  checkCommand,
  planCommand,
  runCommand
};
