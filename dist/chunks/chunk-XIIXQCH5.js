import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  terminalText
} from "./chunk-RP7UHRVK.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import {
  portProblem
} from "./chunk-GSDF2R77.js";
import {
  Bug,
  Cancelled,
  UserError
} from "./chunk-IY3EL66N.js";

// src/entry/failure.ts
function failureOf(thrown) {
  if (thrown instanceof UserError) return { exitCode: exitCodes.input, problems: thrown.problems };
  if (thrown instanceof Cancelled)
    return { exitCode: exitCodes.cancelled, problems: [portProblem("run-cancelled", {})] };
  const detail = thrown instanceof Error && !(thrown instanceof Bug) ? thrown.stack ?? thrown.message : thrown instanceof Error ? thrown.message : String(thrown);
  return { exitCode: exitCodes.bug, problems: [portProblem("bug", { detail })] };
}
function problemLines(problems) {
  return problems.map(({ code, message, hint, where }) => {
    const place = where === void 0 ? "" : `${terminalText(where.file)}:${where.line}:${where.column}: `;
    return `${place}error[${code}]: ${terminalText(message)}
  ${terminalText(hint)}
`;
  }).join("");
}

export {
  failureOf,
  problemLines
};
