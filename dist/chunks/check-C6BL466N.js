import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-SWTL4PUH.js";
import {
  load
} from "./chunk-AEJBXUUO.js";
import "./chunk-KG56XVOA.js";
import "./chunk-NCCMKEPE.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-SQJIO5HP.js";
import "./chunk-CCNHSZH7.js";
import "./chunk-QFKW7E46.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-O57HV5NX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-WALTNPZX.js";
import "./chunk-2EH3SHKJ.js";
import "./chunk-W2K2Z4DQ.js";
import "./chunk-VQX3AZKM.js";
import "./chunk-6ROHMHKB.js";
import "./chunk-JORE5Z3H.js";
import "./chunk-DA4IMPZO.js";
import "./chunk-5W2HGUAS.js";
import {
  UserError
} from "./chunk-FNGT7Y45.js";
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
