import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  scenariosOf,
  shardName
} from "./chunk-YNM2ISVB.js";

// src/stages/benchmark/shards.ts
function shardsOf(settings) {
  const shards = /* @__PURE__ */ new Map();
  for (const scenario of scenariosOf(settings)) {
    const name = shardName(scenario.runner);
    const { runner, scenarios } = shards.get(name) ?? { runner: scenario.runner, scenarios: [] };
    shards.set(name, { name, ...runner === void 0 ? {} : { runner }, scenarios: [...scenarios, scenario] });
  }
  return [...shards.values()];
}
function partOf(settings, share) {
  if (share === void 0 || !("shard" in share)) return { scenarios: scenariosOf(settings), quality: true };
  const shards = shardsOf(settings);
  const at = shards.findIndex(({ name }) => name === share.shard);
  return { scenarios: shards[at]?.scenarios ?? [], quality: at === 0 };
}

export {
  shardsOf,
  partOf
};
