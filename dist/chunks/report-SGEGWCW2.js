import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findRun,
  formats,
  renderTerminal,
  verifyEvidence
} from "./chunk-KSUN47DC.js";
import {
  homeOf
} from "./chunk-WTIC6QGB.js";
import {
  terminalOf
} from "./chunk-5WW35YD6.js";
import "./chunk-IRRGZGQU.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-4XCWQDZZ.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-WALTNPZX.js";
import "./chunk-33RT6KSM.js";
import "./chunk-SFZSCBFI.js";
import "./chunk-U42MA3RS.js";
import "./chunk-6FCHUBST.js";
import "./chunk-2EH3SHKJ.js";
import "./chunk-JORE5Z3H.js";
import "./chunk-DA4IMPZO.js";
import "./chunk-5W2HGUAS.js";
import {
  userError
} from "./chunk-FNGT7Y45.js";
import "./chunk-SUYYSLAR.js";

// src/entry/commands/report.ts
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
    throw userError("report-format-unknown", { name: options.format, valid: formats.map((each) => each.name) });
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
    throw userError("evidence-wrong", { path: file, reason: "it is not JSON" }, { cause });
  }
}
export {
  reportCommand,
  verifyCommand
};
