import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findProvider,
  providerNames,
  providers
} from "./chunk-GFTSFJ7W.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-TNAUFFJQ.js";
import "./chunk-SUYYSLAR.js";
export {
  findProvider,
  providerNames,
  providers
};
