import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit
} from "./chunk-V7EDY2MK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-TNAUFFJQ.js";
import "./chunk-SUYYSLAR.js";
export {
  batchOf,
  checkFit
};
