import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  findProvider,
  providerNames,
  providers
} from "./chunk-ZJI7OUNB.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-WAOXRTUR.js";
import "./chunk-SUYYSLAR.js";
export {
  findProvider,
  providerNames,
  providers
};
