import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  actionWorld,
  annotationsOf,
  asAction,
  choice,
  context,
  exitCodeOf,
  modes,
  pipelineInputs,
  publish,
  runOnGitHub,
  runPipeline,
  setOutput,
  tell
} from "./chunks/chunk-JK3DIRAR.js";
import "./chunks/chunk-I23DE2CS.js";
import "./chunks/chunk-NK7D44AY.js";
import "./chunks/chunk-5CJZMCIK.js";
import "./chunks/chunk-FJ425EJV.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import "./chunks/chunk-D22K7OGI.js";
import "./chunks/chunk-RR2LUVEI.js";
import "./chunks/chunk-DTCFF5JI.js";
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
import "./chunks/chunk-67SRNGMA.js";
import "./chunks/chunk-HUSIJSQ4.js";
import "./chunks/chunk-VXHIOF5T.js";
import "./chunks/chunk-M6V6JOVD.js";
import "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-U6C5IWEH.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-PT6ILIYM.js";
import "./chunks/chunk-GGAAUG5X.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/entry/action.ts
process.exitCode = await asAction(async (mask) => {
  const here = runOnGitHub(process.env, context.payload);
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
  setOutput("shard", ran.report.files["shard"] ?? "");
  await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), here, world, wanted);
  return exitCodeOf(ran.report, inputs.failOn);
});
