import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-YFKBBOIH.js";
import {
  load
} from "./chunk-OWEBD55X.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-KG56XVOA.js";
import "./chunk-V672DZ7T.js";
import "./chunk-Z3AQDMYJ.js";
import "./chunk-MCMIJKR5.js";
import "./chunk-RMGXD2XU.js";
import "./chunk-RNCS5KLK.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-TPBCC5VN.js";
import "./chunk-3I6RA3UA.js";
import "./chunk-GFTSFJ7W.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-67SRNGMA.js";
import "./chunk-HUSIJSQ4.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import {
  UserError
} from "./chunk-TNAUFFJQ.js";
import "./chunk-SUYYSLAR.js";

// src/entry/commands/check.ts
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
