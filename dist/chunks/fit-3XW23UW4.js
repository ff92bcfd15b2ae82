import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit
} from "./chunk-V3OIKZAE.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-GGAAUG5X.js";
import "./chunk-SUYYSLAR.js";
export {
  batchOf,
  checkFit
};
