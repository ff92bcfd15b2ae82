import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit
} from "./chunk-VIMMO3U3.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-WAOXRTUR.js";
import "./chunk-SUYYSLAR.js";
export {
  batchOf,
  checkFit
};
