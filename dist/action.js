import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  actionWorld,
  annotationsOf,
  asAction,
  choice,
  exitCodeOf,
  modes,
  pipelineInputs,
  publish,
  runOnGitHub,
  runPipeline,
  tell
} from "./chunks/chunk-BASZNDJ4.js";
import "./chunks/chunk-DPMAJRRF.js";
import "./chunks/chunk-TJ7RTNVY.js";
import "./chunks/chunk-4SVUPBI6.js";
import "./chunks/chunk-ABQJLILT.js";
import "./chunks/chunk-K73QOAR5.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-NFA3NMWE.js";
import "./chunks/chunk-APRISE6G.js";
import "./chunks/chunk-2ODYR4NC.js";
import "./chunks/chunk-RR2LUVEI.js";
import "./chunks/chunk-STULN7PS.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-SN657HMZ.js";
import "./chunks/chunk-UTL7ZH3M.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-67SRNGMA.js";
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
  eventPayload
} from "./chunks/chunk-GVBBZDXZ.js";
import "./chunks/chunk-PH7UJ7TP.js";
import "./chunks/chunk-IRRGZGQU.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-XZ2QXBHB.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-OILPY5SZ.js";
import "./chunks/chunk-LVF6VVIE.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/entry/action.ts
process.exitCode = await asAction(async (mask) => {
  const here = runOnGitHub(process.env, eventPayload());
  const inputs = pipelineInputs(here);
  const wanted = {
    comment: choice("comment", modes),
    check: choice("check", modes),
    status: choice("status", ["never", "auto", "always"]),
    silentWhen: choice("silent-when", ["never", "pass"])
  };
  const world = actionWorld(inputs.folder, mask);
  const ran = await runPipeline(inputs, world, here, mask);
  await tell(ran, here, mask);
  await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), here, world, wanted);
  return exitCodeOf(ran.report, inputs.failOn);
});
