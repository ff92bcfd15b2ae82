import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  endGroup,
  runProgram
} from "./chunk-CBRLMCP6.js";
import "./chunk-GSDF2R77.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/world/exec-role.ts
function createExecRole() {
  let running;
  process.on("exit", () => {
    if (running !== void 0) endGroup(running);
  });
  return async (request) => {
    const { program, args, options } = request;
    const result = await runProgram(program, args, options, (child) => {
      running = child;
    });
    running = void 0;
    return result;
  };
}
export {
  createExecRole
};
