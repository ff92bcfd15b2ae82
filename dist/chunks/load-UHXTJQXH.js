import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadData
} from "./chunk-WX4GZQBF.js";
import "./chunk-O2W5UZNB.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-27J4YHGF.js";
import "./chunk-WAOXRTUR.js";
import "./chunk-SUYYSLAR.js";
export {
  loadData
};
