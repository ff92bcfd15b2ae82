import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-CZ7IMOOP.js";
import {
  plan
} from "./chunks/chunk-5O6TADZM.js";
import {
  defineStage,
  load,
  pipelineOf,
  stageKinds
} from "./chunks/chunk-AEJBXUUO.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-NCCMKEPE.js";
import {
  formats,
  verifyEvidence
} from "./chunks/chunk-KSUN47DC.js";
import "./chunks/chunk-WTIC6QGB.js";
import "./chunks/chunk-APUJC5QJ.js";
import {
  processWorld
} from "./chunks/chunk-5WW35YD6.js";
import "./chunks/chunk-IRRGZGQU.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-SQJIO5HP.js";
import "./chunks/chunk-4XCWQDZZ.js";
import "./chunks/chunk-CCNHSZH7.js";
import "./chunks/chunk-QFKW7E46.js";
import "./chunks/chunk-XBNBSL6G.js";
import {
  external_exports
} from "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-O57HV5NX.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-WALTNPZX.js";
import "./chunks/chunk-33RT6KSM.js";
import "./chunks/chunk-SFZSCBFI.js";
import "./chunks/chunk-U42MA3RS.js";
import "./chunks/chunk-6FCHUBST.js";
import {
  metrics
} from "./chunks/chunk-2EH3SHKJ.js";
import "./chunks/chunk-W2K2Z4DQ.js";
import "./chunks/chunk-VQX3AZKM.js";
import "./chunks/chunk-6ROHMHKB.js";
import "./chunks/chunk-JORE5Z3H.js";
import "./chunks/chunk-DA4IMPZO.js";
import "./chunks/chunk-5W2HGUAS.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-FNGT7Y45.js";
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
