import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findProvider,
  providerNames,
  providers
} from "./chunk-GIG26RJM.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-OILPY5SZ.js";
import "./chunk-FNARNXA6.js";
import "./chunk-SUYYSLAR.js";
export {
  findProvider,
  providerNames,
  providers
};
