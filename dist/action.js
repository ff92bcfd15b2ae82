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
} from "./chunks/chunk-LW53JJRO.js";
import "./chunks/chunk-I23DE2CS.js";
import "./chunks/chunk-45RTSTQ2.js";
import "./chunks/chunk-J3A2LD26.js";
import "./chunks/chunk-AC2XY3HH.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import "./chunks/chunk-LBYI3NTL.js";
import "./chunks/chunk-RR2LUVEI.js";
import "./chunks/chunk-OWEBD55X.js";
import "./chunks/chunk-NFA3NMWE.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-V672DZ7T.js";
import "./chunks/chunk-Z3AQDMYJ.js";
import "./chunks/chunk-MCMIJKR5.js";
import "./chunks/chunk-RMGXD2XU.js";
import "./chunks/chunk-RNCS5KLK.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-TPBCC5VN.js";
import "./chunks/chunk-MAQU3KCA.js";
import "./chunks/chunk-3I6RA3UA.js";
import "./chunks/chunk-GFTSFJ7W.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-5JPP5RFL.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-LIMUQ4AG.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-B2NQQHU2.js";
import "./chunks/chunk-FZVAZGKR.js";
import "./chunks/chunk-67SRNGMA.js";
import "./chunks/chunk-HUSIJSQ4.js";
import "./chunks/chunk-QW5I7LFI.js";
import "./chunks/chunk-HDH6BZSW.js";
import "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-U6C5IWEH.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-PT6ILIYM.js";
import "./chunks/chunk-TNAUFFJQ.js";
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
