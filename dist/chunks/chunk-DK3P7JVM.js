import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/pipeline/home.ts
import path from "node:path";
function homeOf(world) {
  const folder = path.resolve(world.cwd, world.env["AIRWORTHY_HOME"] ?? ".airworthy");
  return {
    folder,
    store: path.join(folder, "store"),
    cache: path.join(folder, "cache"),
    runs: path.join(folder, "runs"),
    measurements: path.join(folder, "measurements")
  };
}

export {
  homeOf
};
