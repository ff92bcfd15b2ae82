import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  runAndTell
} from "./chunk-WFEMGLPM.js";
import {
  inputsOf
} from "./chunk-PHQ2W3NF.js";
import "./chunk-I23DE2CS.js";
import {
  readShards
} from "./chunk-672CUPRY.js";
import "./chunk-IPMWGLAC.js";
import "./chunk-LMLHCWAE.js";
import "./chunk-STULN7PS.js";
import "./chunk-D3MNHM3Q.js";
import "./chunk-RR2LUVEI.js";
import {
  load
} from "./chunk-OTCB7UWD.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-KG56XVOA.js";
import "./chunk-4RQSOCUE.js";
import "./chunk-4HSRPX7R.js";
import "./chunk-UWPZEQSC.js";
import "./chunk-6BHLIQUL.js";
import "./chunk-ABHXRZ2X.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-RDMF7W7Q.js";
import "./chunk-HXDM2KBM.js";
import "./chunk-BIW7PQZU.js";
import "./chunk-ZJI7OUNB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-JIP3ELL2.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-LIMUQ4AG.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-67SRNGMA.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-RFMJCUXM.js";
import "./chunk-ISQYJVLM.js";
import "./chunk-APUJC5QJ.js";
import "./chunk-RP7UHRVK.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-PT6ILIYM.js";
import "./chunk-WAOXRTUR.js";
import "./chunk-SUYYSLAR.js";

// src/entry/commands/merge.ts
async function mergeCommand(entry, file, places, { input = [], dryRun, json }) {
  const inputs = inputsOf(input);
  const pipeline = await load(file, entry.world, { inputs });
  const merge = await readShards(places, entry.world);
  return runAndTell(entry, pipeline, { inputs, dryRun, merge }, json);
}
export {
  mergeCommand
};
