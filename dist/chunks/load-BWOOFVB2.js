import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadData
} from "./chunk-DZH3GT4E.js";
import "./chunk-3JO2SQBN.js";
import "./chunk-WPFSSG2G.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-GSDF2R77.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-27J4YHGF.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";
export {
  loadData
};
