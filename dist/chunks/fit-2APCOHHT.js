import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit
} from "./chunk-UUNZDAA3.js";
import "./chunk-WPFSSG2G.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";
export {
  batchOf,
  checkFit
};
