import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  mean,
  quantileSorted
} from "./chunk-FZVAZGKR.js";

// src/stats/describe.ts
function quantile(values, p) {
  return quantileSorted(Float64Array.from(values).sort(), p);
}
function median(values) {
  return quantile(values, 0.5);
}
function mean2(values) {
  return mean(values);
}

export {
  quantile,
  median,
  mean2 as mean
};
