import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadData
} from "./chunk-OFT6YZXF.js";
import "./chunk-6LA7NJIX.js";
import "./chunk-27J4YHGF.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-LVF6VVIE.js";
import "./chunk-SUYYSLAR.js";
export {
  loadData
};
