import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  sharedStage
} from "./chunk-IU6T7IGS.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";

// src/pipeline/matrix.ts
var mostJobs = 256;
function matrixOf(pipeline, defaultRunner = ["ubuntu-latest"]) {
  const { shards } = sharedStage(pipeline);
  if (shards.length > mostJobs) throw pipelineError("matrix-too-large", { jobs: shards.length, most: mostJobs });
  return {
    include: shards.map(({ name, runner, scenarios }) => ({
      shard: name,
      "runs-on": runner ?? defaultRunner,
      scenarios: namesOf(scenarios)
    }))
  };
}
function namesOf(scenarios) {
  const shown = scenarios.slice(0, 8).map(({ id }) => id.replace(/[^A-Za-z0-9./=_-]/g, "_").slice(0, 100));
  const more = scenarios.length - shown.length;
  return [...shown, ...more > 0 ? [`and ${more} more`] : []].join(" ");
}

export {
  matrixOf
};
