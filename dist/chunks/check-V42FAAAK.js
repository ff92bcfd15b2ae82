import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-DVWEVTO7.js";
import {
  load
} from "./chunk-DTCFF5JI.js";
import "./chunk-NFA3NMWE.js";
import "./chunk-KG56XVOA.js";
import "./chunk-V3IR37H7.js";
import "./chunk-HBZQX6P6.js";
import "./chunk-A2SZSR3X.js";
import "./chunk-S3GEBIFQ.js";
import "./chunk-4JTVCBB6.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-RIL4PWCB.js";
import "./chunk-VU3L5MFX.js";
import "./chunk-TQST7OSB.js";
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
} from "./chunk-GGAAUG5X.js";
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
