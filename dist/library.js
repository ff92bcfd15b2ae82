import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  processWorld
} from "./chunks/chunk-3UNSVQ5J.js";
import "./chunks/chunk-4ATCTQXN.js";
import {
  defineStage,
  load,
  pipelineOf,
  plan,
  run,
  stageKinds
} from "./chunks/chunk-SXOPELKL.js";
import {
  formats,
  metrics,
  verifyEvidence
} from "./chunks/chunk-YLG52JFU.js";
import "./chunks/chunk-EG5K6APU.js";
import "./chunks/chunk-APUJC5QJ.js";
import {
  external_exports
} from "./chunks/chunk-AA2TNV3P.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-MVTLTIXU.js";
import "./chunks/chunk-EYTLL457.js";
import "./chunks/chunk-5W2HGUAS.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-JX7LOOPC.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/entry/library.ts
import path from "node:path";
function createWorldHere(cwd) {
  return processWorld({ cwd: cwd === void 0 ? void 0 : path.resolve(cwd) });
}
function compare(production, candidate, options = {}) {
  const world = options.world ?? createWorldHere();
  const asked = options.metrics ?? { "latency.p50": "3%", size: "5%" };
  const value = {
    pipeline: "comparison",
    model: { candidate: path.resolve(world.cwd, candidate), production: path.resolve(world.cwd, production) },
    ...options.data === void 0 ? {} : { data: { eval: { ...options.data, from: path.resolve(world.cwd, options.data.from) } } },
    stages: {
      benchmark: {
        scenarios: [{ provider: options.provider ?? "cpu", batch: options.batch ?? 1, threads: options.threads ?? 1 }],
        budget: options.budget ?? "20s",
        ...options.data === void 0 ? {} : { data: "eval" }
      },
      compare: { metrics: Object.fromEntries(Object.entries(asked).map(([name, margin]) => [name, { margin }])) },
      gate: {}
    }
  };
  return run(pipelineOf(value, world.cwd, world), world, options);
}
export {
  Bug,
  Cancelled,
  UserError,
  combine,
  compare,
  createWorldHere,
  defineStage,
  exitCodes,
  formats,
  load,
  metrics,
  pipelineOf,
  plan,
  run,
  stageKinds,
  verifyEvidence,
  external_exports as z
};
