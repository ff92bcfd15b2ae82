import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-4SVUPBI6.js";
import {
  plan
} from "./chunks/chunk-ABQJLILT.js";
import {
  defineStage,
  load,
  pipelineOf,
  stageKinds
} from "./chunks/chunk-K73QOAR5.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-NFA3NMWE.js";
import {
  formats,
  verifyEvidence
} from "./chunks/chunk-APRISE6G.js";
import "./chunks/chunk-2ODYR4NC.js";
import "./chunks/chunk-RR2LUVEI.js";
import "./chunks/chunk-STULN7PS.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-SN657HMZ.js";
import "./chunks/chunk-UTL7ZH3M.js";
import "./chunks/chunk-OMPJI4UT.js";
import {
  metrics
} from "./chunks/chunk-67SRNGMA.js";
import "./chunks/chunk-MY2S665H.js";
import "./chunks/chunk-MX72VVKX.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-XCXQ4QDL.js";
import "./chunks/chunk-HUSIJSQ4.js";
import "./chunks/chunk-BMMET3QK.js";
import "./chunks/chunk-ZWMSUAVA.js";
import "./chunks/chunk-I4KIYHW5.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-P5PD3PWY.js";
import "./chunks/chunk-B2NQQHU2.js";
import "./chunks/chunk-FZVAZGKR.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-APUJC5QJ.js";
import {
  processWorld
} from "./chunks/chunk-GVBBZDXZ.js";
import "./chunks/chunk-PH7UJ7TP.js";
import "./chunks/chunk-IRRGZGQU.js";
import "./chunks/chunk-Y32QYVUL.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import {
  external_exports
} from "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-XZ2QXBHB.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-OILPY5SZ.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-LVF6VVIE.js";
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
