import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  inputsOf
} from "./chunk-SWTL4PUH.js";
import {
  load
} from "./chunk-YLBHA2VM.js";
import "./chunk-M3SQD2LX.js";
import "./chunk-6UOV2P43.js";
import "./chunk-DC5UOV2E.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-OWETQM6L.js";
import "./chunk-EYTLL457.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-WALTNPZX.js";
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
