import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-6HC73IYY.js";
import {
  progressOn
} from "./chunk-4DAEE4U7.js";
import {
  run
} from "./chunk-YHKDHLJK.js";
import {
  findRun,
  formats,
  renderJson,
  renderTerminal
} from "./chunk-UWCGNKGJ.js";
import "./chunk-457V4WT6.js";
import "./chunk-V2QLVO3H.js";
import {
  homeOf
} from "./chunk-RR2LUVEI.js";
import {
  load
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
import "./chunk-IRRGZGQU.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-SSYPSLP2.js";
import "./chunk-DIYHSLTA.js";
import "./chunk-4YHHZ4J2.js";
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
import "./chunk-CCHQRBAK.js";
import "./chunk-67SRNGMA.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-DC5UOV2E.js";
import {
  userError
} from "./chunk-FNARNXA6.js";
import "./chunk-SUYYSLAR.js";

// src/entry/commands/run.ts
function overrideOf({ override: reason = "", by = "" }) {
  return reason === "" && by === "" ? void 0 : { by, reason };
}
async function runCommand(entry, file, options) {
  const { pipeline, inputs, resume } = await chosen(entry, file, options);
  const report = await run(pipeline, entry.world, {
    resume,
    inputs,
    fresh: options.fresh,
    dryRun: options.dryRun,
    override: overrideOf(options),
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
