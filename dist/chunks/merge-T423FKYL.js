import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  runAndTell
} from "./chunk-TSEOFKSG.js";
import {
  inputsOf
} from "./chunk-YFKBBOIH.js";
import "./chunk-I23DE2CS.js";
import {
  readShards
} from "./chunk-J3A2LD26.js";
import "./chunk-AC2XY3HH.js";
import "./chunk-LMLHCWAE.js";
import "./chunk-STULN7PS.js";
import "./chunk-LBYI3NTL.js";
import "./chunk-RR2LUVEI.js";
import {
  load
} from "./chunk-OWEBD55X.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-KG56XVOA.js";
import "./chunk-V672DZ7T.js";
import "./chunk-Z3AQDMYJ.js";
import "./chunk-MCMIJKR5.js";
import "./chunk-RMGXD2XU.js";
import "./chunk-RNCS5KLK.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-TPBCC5VN.js";
import "./chunk-MAQU3KCA.js";
import "./chunk-3I6RA3UA.js";
import "./chunk-GFTSFJ7W.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-5JPP5RFL.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-LIMUQ4AG.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-67SRNGMA.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-QW5I7LFI.js";
import "./chunk-HDH6BZSW.js";
import "./chunk-RP7UHRVK.js";
import "./chunk-APUJC5QJ.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-PT6ILIYM.js";
import "./chunk-TNAUFFJQ.js";
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
