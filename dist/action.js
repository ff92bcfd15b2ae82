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
} from "./chunks/chunk-UPLF4IWN.js";
import "./chunks/chunk-KHVQF5YN.js";
import "./chunks/chunk-XY2JZBLE.js";
import "./chunks/chunk-XIIXQCH5.js";
import "./chunks/chunk-GVFMBHZ7.js";
import "./chunks/chunk-6O3CRUU2.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import "./chunks/chunk-IU6T7IGS.js";
import "./chunks/chunk-DK3P7JVM.js";
import "./chunks/chunk-YLML3NYY.js";
import "./chunks/chunk-MF7JOC7M.js";
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
import "./chunks/chunk-PA7GLSC6.js";
import "./chunks/chunk-L5IA356N.js";
import "./chunks/chunk-MORT2R73.js";
import "./chunks/chunk-CBRLMCP6.js";
import "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-GSDF2R77.js";
import "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-U6C5IWEH.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-3F67QG7H.js";
import "./chunks/chunk-IY3EL66N.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/entry/action/index.ts
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
