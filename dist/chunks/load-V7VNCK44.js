import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadData
} from "./chunk-RU5ZFSSY.js";
import "./chunk-ULF42NEA.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-27J4YHGF.js";
import "./chunk-TNAUFFJQ.js";
import "./chunk-SUYYSLAR.js";
export {
  loadData
};
