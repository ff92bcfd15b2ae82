import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  metricNamed
} from "./chunk-67SRNGMA.js";

// src/stages/benchmark/asked.ts
var nothing = { speed: false, parameters: false, quality: [], custom: [], insists: false };
function askedBy(questions) {
  if (questions.length === 0) {
    return { speed: true, parameters: true, quality: ["accuracy", "agreement"], custom: [], insists: false };
  }
  const asks = (how) => questions.flatMap(({ metric }) => metricNamed(metric)?.metric.how === how ? [metric] : []);
  return {
    speed: asks("ratio").length > 0,
    parameters: asks("exact").includes("parameters"),
    quality: asks("paired"),
    custom: questions.filter(({ uses }) => uses !== void 0),
    insists: true
  };
}

export {
  nothing,
  askedBy
};
