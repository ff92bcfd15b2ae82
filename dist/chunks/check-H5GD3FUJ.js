import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-NX5EZPB4.js";
import "./chunk-XY2JZBLE.js";
import {
  load
} from "./chunk-MF7JOC7M.js";
import "./chunk-NBHMQJJI.js";
import "./chunk-KG56XVOA.js";
import "./chunk-OKGRDJDJ.js";
import "./chunk-OVRQ76BB.js";
import "./chunk-VWXG6MCY.js";
import "./chunk-3VN7KAAN.js";
import "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import "./chunk-XO5JQL67.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-WODW6QLJ.js";
import "./chunk-YNM2ISVB.js";
import "./chunk-HNLYTX22.js";
import "./chunk-6CN4LEXX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-GSDF2R77.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import {
  UserError
} from "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/entry/cli/check.ts
async function checkCommand(entry, files, options) {
  const inputs = inputsOf(options.input ?? []);
  const problems = [];
  for (const file of files) problems.push(...await checkFile(entry, file, inputs, options));
  const [first, ...others] = problems;
  if (first !== void 0) throw new UserError([first, ...others]);
  return exitCodes.pass;
}
async function checkFile(entry, file, inputs, { json }) {
  try {
    const pipeline = await load(file, entry.world, { inputs });
    const stages = pipeline.stages.map((stage) => stage.name);
    const value = { file: pipeline.file, pipeline: pipeline.name, stages, sound: true };
    entry.out(json ? `${JSON.stringify(value)}
` : `\u2713 ${file}: ${stages.length} stages (${stages.join(", ")})
`);
    return [];
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.problems;
    throw thrown;
  }
}
export {
  checkCommand
};
