import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-X3EFNKLD.js";
import {
  progressOn
} from "./chunk-DPMAJRRF.js";
import {
  run
} from "./chunk-4SVUPBI6.js";
import "./chunk-ABQJLILT.js";
import {
  load
} from "./chunk-K73QOAR5.js";
import "./chunk-KG56XVOA.js";
import "./chunk-NFA3NMWE.js";
import {
  findRun,
  formats,
  renderJson,
  renderTerminal
} from "./chunk-APRISE6G.js";
import "./chunk-2ODYR4NC.js";
import {
  homeOf
} from "./chunk-RR2LUVEI.js";
import "./chunk-STULN7PS.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-SN657HMZ.js";
import "./chunk-UTL7ZH3M.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-67SRNGMA.js";
import "./chunk-MY2S665H.js";
import "./chunk-MX72VVKX.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-XCXQ4QDL.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-BMMET3QK.js";
import "./chunk-ZWMSUAVA.js";
import "./chunk-I4KIYHW5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-P5PD3PWY.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-APUJC5QJ.js";
import {
  terminalOf
} from "./chunk-GVBBZDXZ.js";
import "./chunk-PH7UJ7TP.js";
import "./chunk-IRRGZGQU.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XZ2QXBHB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-OILPY5SZ.js";
import {
  userError
} from "./chunk-LVF6VVIE.js";
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
