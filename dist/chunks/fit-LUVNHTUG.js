import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  batchOf,
  checkFit
} from "./chunk-EUHXLNTY.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-LVF6VVIE.js";
import "./chunk-SUYYSLAR.js";
export {
  batchOf,
  checkFit
};
