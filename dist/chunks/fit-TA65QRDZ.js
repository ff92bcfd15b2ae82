import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit
} from "./chunk-2RCMPM4C.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-PQV43O3M.js";
import "./chunk-SUYYSLAR.js";
export {
  batchOf,
  checkFit
};
