import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  loadData
} from "./chunk-K4GQAJD5.js";
import "./chunk-BTJ3NGSG.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-PQV43O3M.js";
import "./chunk-SUYYSLAR.js";
export {
  loadData
};
