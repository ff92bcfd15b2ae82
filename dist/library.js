import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  matrixOf
} from "./chunks/chunk-Y64LQKCZ.js";
import {
  readShards,
  run
} from "./chunks/chunk-5CJZMCIK.js";
import {
  formats,
  verifyEvidence
} from "./chunks/chunk-FJ425EJV.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import {
  plan
} from "./chunks/chunk-D22K7OGI.js";
import "./chunks/chunk-RR2LUVEI.js";
import {
  defineStage,
  load,
  pipelineOf,
  stageKinds
} from "./chunks/chunk-DTCFF5JI.js";
import "./chunks/chunk-NFA3NMWE.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-V3IR37H7.js";
import "./chunks/chunk-HBZQX6P6.js";
import "./chunks/chunk-A2SZSR3X.js";
import "./chunks/chunk-S3GEBIFQ.js";
import "./chunks/chunk-4JTVCBB6.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-RIL4PWCB.js";
import "./chunks/chunk-MBC3XQ4I.js";
import "./chunks/chunk-VU3L5MFX.js";
import "./chunks/chunk-TQST7OSB.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-D4LULRKH.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-66IREITO.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-B2NQQHU2.js";
import "./chunks/chunk-FZVAZGKR.js";
import {
  metrics
} from "./chunks/chunk-67SRNGMA.js";
import "./chunks/chunk-HUSIJSQ4.js";
import {
  processWorld
} from "./chunks/chunk-VXHIOF5T.js";
import "./chunks/chunk-M6V6JOVD.js";
import "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import {
  combine,
  exitCodes
} from "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import {
  external_exports
} from "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-PT6ILIYM.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunks/chunk-GGAAUG5X.js";
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
