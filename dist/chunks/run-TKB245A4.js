import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-SWTL4PUH.js";
import {
  progressOn
} from "./chunk-DP5TI2ZB.js";
import {
  run
} from "./chunk-2UDPBHPH.js";
import "./chunk-2BIHQW5X.js";
import {
  load
} from "./chunk-YLBHA2VM.js";
import {
  findRun,
  formats,
  renderJson,
  renderTerminal
} from "./chunk-ZAKYLHBW.js";
import {
  homeOf
} from "./chunk-WTIC6QGB.js";
import "./chunk-M3SQD2LX.js";
import "./chunk-6UOV2P43.js";
import "./chunk-APUJC5QJ.js";
import {
  terminalOf
} from "./chunk-3U7QDPAQ.js";
import "./chunk-IRRGZGQU.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-OWETQM6L.js";
import "./chunk-EYTLL457.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-4XCWQDZZ.js";
import "./chunk-WALTNPZX.js";
import {
  userError
} from "./chunk-FNGT7Y45.js";
import "./chunk-SUYYSLAR.js";

// src/entry/commands/run.ts
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
export {
  runCommand
};
