import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-SWTL4PUH.js";
import {
  progressOn
} from "./chunk-K6STULAW.js";
import {
  run
} from "./chunk-CZ7IMOOP.js";
import "./chunk-5O6TADZM.js";
import {
  load
} from "./chunk-AEJBXUUO.js";
import "./chunk-KG56XVOA.js";
import "./chunk-NCCMKEPE.js";
import {
  findRun,
  formats,
  renderJson,
  renderTerminal
} from "./chunk-KSUN47DC.js";
import {
  homeOf
} from "./chunk-WTIC6QGB.js";
import "./chunk-APUJC5QJ.js";
import {
  terminalOf
} from "./chunk-5WW35YD6.js";
import "./chunk-IRRGZGQU.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-SQJIO5HP.js";
import "./chunk-4XCWQDZZ.js";
import "./chunk-CCNHSZH7.js";
import "./chunk-QFKW7E46.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-O57HV5NX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-WALTNPZX.js";
import "./chunk-33RT6KSM.js";
import "./chunk-SFZSCBFI.js";
import "./chunk-U42MA3RS.js";
import "./chunk-6FCHUBST.js";
import "./chunk-2EH3SHKJ.js";
import "./chunk-W2K2Z4DQ.js";
import "./chunk-VQX3AZKM.js";
import "./chunk-6ROHMHKB.js";
import "./chunk-JORE5Z3H.js";
import "./chunk-DA4IMPZO.js";
import "./chunk-5W2HGUAS.js";
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
