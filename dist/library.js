import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  matrixOf
} from "./chunks/chunk-R7G44KWK.js";
import {
  readShards,
  run
} from "./chunks/chunk-GVFMBHZ7.js";
import {
  formats,
  verifyEvidence
} from "./chunks/chunk-6O3CRUU2.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import {
  plan
} from "./chunks/chunk-IU6T7IGS.js";
import "./chunks/chunk-DK3P7JVM.js";
import "./chunks/chunk-YLML3NYY.js";
import {
  defineStage,
  load,
  pipelineOf,
  stageKinds
} from "./chunks/chunk-MF7JOC7M.js";
import "./chunks/chunk-NBHMQJJI.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-OKGRDJDJ.js";
import "./chunks/chunk-OVRQ76BB.js";
import "./chunks/chunk-VWXG6MCY.js";
import "./chunks/chunk-3VN7KAAN.js";
import "./chunks/chunk-D3UMHPRW.js";
import "./chunks/chunk-LI52RCIJ.js";
import "./chunks/chunk-XO5JQL67.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-WODW6QLJ.js";
import "./chunks/chunk-MWR6NNKJ.js";
import "./chunks/chunk-YNM2ISVB.js";
import "./chunks/chunk-HNLYTX22.js";
import "./chunks/chunk-6CN4LEXX.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-XDYCZZDE.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-66IREITO.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-B2NQQHU2.js";
import "./chunks/chunk-FZVAZGKR.js";
import {
  metrics
} from "./chunks/chunk-PA7GLSC6.js";
import "./chunks/chunk-L5IA356N.js";
import {
  processWorld
} from "./chunks/chunk-MORT2R73.js";
import "./chunks/chunk-CBRLMCP6.js";
import "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-3F67QG7H.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-IY3EL66N.js";
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
  matrixOf,
  metrics,
  pipelineOf,
  plan,
  readShards,
  run,
  stageKinds,
  verifyEvidence,
  external_exports as z
};
