import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  defineStage,
  load,
  pipelineOf,
  plan,
  run,
  stageKinds
} from "./chunks/chunk-TUP3OM24.js";
import {
  formats,
  metrics,
  verifyEvidence
} from "./chunks/chunk-JIT5EQAJ.js";
import "./chunks/chunk-KDADRZVT.js";
import "./chunks/chunk-APUJC5QJ.js";
import {
  external_exports,
  processWorld
} from "./chunks/chunk-XTDHRPFQ.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y3IYCKO4.js";
import "./chunks/chunk-EYTLL457.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-ZRUJQAPV.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-2QK7UFA7.js";
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
