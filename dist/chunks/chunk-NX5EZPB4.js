import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  entryError
} from "./chunk-XY2JZBLE.js";

// src/entry/cli/inputs.ts
function inputsOf(pairs) {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw entryError("argument-wrong", { argument: `--input ${pair}`, expected: "name=value" });
      return [pair.slice(0, at), typed(pair.slice(at + 1))];
    })
  );
}
function typed(text) {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export {
  inputsOf
};
