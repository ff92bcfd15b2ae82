import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findProvider,
  providerNames,
  providers
} from "./chunk-XZ2QXBHB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-OILPY5SZ.js";
import "./chunk-LVF6VVIE.js";
import "./chunk-SUYYSLAR.js";
export {
  findProvider,
  providerNames,
  providers
};
