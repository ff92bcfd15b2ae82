import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/core/runtime.ts
import { createRequire } from "node:module";
import path from "node:path";
function resolveRuntime(folder, name = "onnxruntime-node") {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return createRequire(path.join(folder, "package.json")).resolve(name);
  }
}

export {
  resolveRuntime
};
