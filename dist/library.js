import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-YHKDHLJK.js";
import {
  formats,
  verifyEvidence
} from "./chunks/chunk-UWCGNKGJ.js";
import "./chunks/chunk-457V4WT6.js";
import {
  plan
} from "./chunks/chunk-V2QLVO3H.js";
import "./chunks/chunk-RR2LUVEI.js";
import {
  defineStage,
  load,
  pipelineOf,
  stageKinds
} from "./chunks/chunk-LH6T6MXV.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-NFA3NMWE.js";
import "./chunks/chunk-UFREODDI.js";
import "./chunks/chunk-VNL2PMJ3.js";
import {
  processWorld
} from "./chunks/chunk-CVEMMS3V.js";
import "./chunks/chunk-3Q2FPKM4.js";
import "./chunks/chunk-APUJC5QJ.js";
import "./chunks/chunk-IRRGZGQU.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-SSYPSLP2.js";
import "./chunks/chunk-DIYHSLTA.js";
import "./chunks/chunk-4YHHZ4J2.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-GIG26RJM.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-OILPY5SZ.js";
import "./chunks/chunk-RQI5MXWB.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-MX72VVKX.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-CCHQRBAK.js";
import {
  metrics
} from "./chunks/chunk-67SRNGMA.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-HUSIJSQ4.js";
import {
  external_exports
} from "./chunks/chunk-DC5UOV2E.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-FNARNXA6.js";
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
