import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  findRun,
  formats,
  renderTerminal,
  verifyEvidence
} from "./chunk-6O3CRUU2.js";
import "./chunk-LMLHCWAE.js";
import "./chunk-STULN7PS.js";
import {
  homeOf
} from "./chunk-DK3P7JVM.js";
import "./chunk-OKGRDJDJ.js";
import "./chunk-LI52RCIJ.js";
import {
  verdictError
} from "./chunk-XDYCZZDE.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import {
  terminalOf
} from "./chunk-MORT2R73.js";
import "./chunk-CBRLMCP6.js";
import "./chunk-RP7UHRVK.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-GSDF2R77.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-3F67QG7H.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/entry/cli/report.ts
import path from "node:path";
async function verifyCommand(entry, file, options) {
  const absolute = path.resolve(entry.world.cwd, file);
  const { same, differences, rows } = verifyEvidence(await jsonFile(entry, absolute));
  if (options.json) entry.out(`${JSON.stringify({ same, differences, rows }, null, 2)}
`);
  else if (same)
    entry.out(
      `\u2713 ${rows.length} ${rows.length === 1 ? "verdict" : "verdicts"} recomputed from the raw samples: the same.
`
    );
  else
    entry.out(
      `\u2717 The recomputed verdicts differ from the recorded ones:
${differences.map((line) => `  ${line}
`).join("")}`
    );
  return same ? exitCodes.pass : exitCodes.fail;
}
async function reportCommand(entry, runId, options) {
  const format = formats.find((each) => each.name === options.format);
  if (format === void 0)
    throw entryError("report-format-unknown", { name: options.format, valid: formats.map((each) => each.name) });
  const home = homeOf(entry.world);
  const started = await findRun(home, entry.world, { runId });
  const report = await jsonFile(entry, path.join(home.runs, started.runId, "report.json"));
  const onTerminal = format.name === "text" && options.out === void 0;
  const text = onTerminal ? renderTerminal(report, terminalOf(entry)) : await format.render(report);
  if (options.out === void 0) entry.out(text);
  else await entry.world.files.writeText(path.resolve(entry.world.cwd, options.out), text);
  return exitCodes.pass;
}
async function jsonFile(entry, file) {
  const text = await entry.world.files.readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw verdictError("evidence-wrong", { path: file, reason: "it is not JSON" }, { cause });
  }
}
export {
  reportCommand,
  verifyCommand
};
