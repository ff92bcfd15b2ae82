import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-NX5EZPB4.js";
import {
  progressOn
} from "./chunk-KHVQF5YN.js";
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  run
} from "./chunk-GVFMBHZ7.js";
import {
  findRun,
  formats,
  renderJson,
  renderTerminal
} from "./chunk-6O3CRUU2.js";
import {
  homeOf
} from "./chunk-DK3P7JVM.js";
import {
  load
} from "./chunk-MF7JOC7M.js";
import {
  terminalOf
} from "./chunk-MORT2R73.js";

// src/entry/cli/run.ts
function overrideOf({ override: reason = "", by = "" }) {
  return reason === "" && by === "" ? void 0 : { by, reason };
}
async function runCommand(entry, file, options) {
  const { pipeline, inputs, resume } = await chosen(entry, file, options);
  const { fresh, dryRun, shard, json } = options;
  const override = overrideOf(options);
  return runAndTell(entry, pipeline, { resume, inputs, fresh, dryRun, shard, override }, json);
}
async function runAndTell(entry, pipeline, options, json) {
  const report = await run(pipeline, entry.world, {
    ...options,
    formats,
    command: entry.command,
    signal: entry.signal,
    listener: progressOn(entry)
  });
  const terminal = terminalOf(entry);
  entry.out(json ? renderJson(report) : `
${renderTerminal(report, terminal)}`);
  return report.exitCode;
}
async function chosen(entry, file, options) {
  const given = inputsOf(options.input ?? []);
  const resumes = options.resume === true || options.run !== void 0;
  if (!resumes) {
    if (file === void 0) throw entryError("argument-missing", { argument: "PIPELINE", command: "run" });
    return { pipeline: await load(file, entry.world, { inputs: given }), inputs: given, resume: void 0 };
  }
  const absolute = file === void 0 ? void 0 : (await load(file, entry.world, { inputs: given })).file;
  const started = await findRun(homeOf(entry.world), entry.world, { runId: options.run, file: absolute });
  const inputs = { ...started.inputs, ...given };
  return { pipeline: await load(started.file, entry.world, { inputs }), inputs, resume: started.runId };
}

export {
  runCommand,
  runAndTell
};
