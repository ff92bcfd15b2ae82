import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  runAndTell
} from "./chunk-PUUJ3DEQ.js";
import {
  inputsOf
} from "./chunk-DVWEVTO7.js";
import "./chunk-I23DE2CS.js";
import {
  readShards
} from "./chunk-5CJZMCIK.js";
import "./chunk-FJ425EJV.js";
import "./chunk-LMLHCWAE.js";
import "./chunk-STULN7PS.js";
import "./chunk-D22K7OGI.js";
import "./chunk-RR2LUVEI.js";
import {
  load
} from "./chunk-DTCFF5JI.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-KG56XVOA.js";
import "./chunk-V3IR37H7.js";
import "./chunk-HBZQX6P6.js";
import "./chunk-A2SZSR3X.js";
import "./chunk-S3GEBIFQ.js";
import "./chunk-4JTVCBB6.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-RIL4PWCB.js";
import "./chunk-MBC3XQ4I.js";
import "./chunk-VU3L5MFX.js";
import "./chunk-TQST7OSB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-D4LULRKH.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-67SRNGMA.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-VXHIOF5T.js";
import "./chunk-M6V6JOVD.js";
import "./chunk-RP7UHRVK.js";
import "./chunk-APUJC5QJ.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-PT6ILIYM.js";
import "./chunk-GGAAUG5X.js";
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
