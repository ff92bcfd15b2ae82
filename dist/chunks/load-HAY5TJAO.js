import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadData
} from "./chunk-YZ4ZBHK4.js";
import "./chunk-AJXPLF2Y.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-27J4YHGF.js";
import "./chunk-GGAAUG5X.js";
import "./chunk-SUYYSLAR.js";
export {
  loadData
};
