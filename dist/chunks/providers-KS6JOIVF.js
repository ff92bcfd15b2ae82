import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findProvider,
  providerNames,
  providers
} from "./chunk-TQST7OSB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-GGAAUG5X.js";
import "./chunk-SUYYSLAR.js";
export {
  findProvider,
  providerNames,
  providers
};
