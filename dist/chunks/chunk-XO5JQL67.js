import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  stageError
} from "./chunk-HNLYTX22.js";
import {
  require_mod
} from "./chunk-OTSDDIBK.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  __toESM
} from "./chunk-SUYYSLAR.js";

// src/stages/target.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
function targetSetting(targets) {
  return external_exports.strictObject(
    Object.fromEntries(targets.map((kind) => [kind.kind, kind.settings.optional().describe(kind.summary)]))
  ).refine(
    (chosen) => Object.keys(chosen).length === 1,
    `expected exactly one target (${targets.map(({ kind }) => kind).join(", ")})`
  );
}
function kindOf(chosen) {
  return Object.keys(chosen)[0] ?? "";
}
function openTarget(chosen, subject, tools) {
  const name = kindOf(chosen);
  const kind = tools.targets.find((row) => row.kind === name);
  const valid = tools.targets.map((row) => row.kind);
  if (kind === void 0) throw stageError("target-unknown", { kind: name, valid, nearest: nearest(name, valid) });
  return kind.make(chosen[name], {
    world: tools.world,
    signal: tools.signal,
    model: subject.model,
    replay: (data) => requestsOf(data, subject, tools)
  });
}
async function requestsOf(name, subject, { store, world }) {
  const reference = subject.data[name];
  const valid = Object.keys(subject.data);
  if (reference === void 0) throw stageError("replay-unknown", { data: name, valid, nearest: nearest(name, valid) });
  const [{ loadData }, { batchOf }] = await Promise.all([import("./load-BWOOFVB2.js"), import("./fit-2APCOHHT.js")]);
  const data = await loadData(name, reference, {
    path: await store.path(reference.artifact),
    files: world.files,
    trust: world.trust
  });
  return Array.from({ length: data.examples }, (_, index) => batchOf(data, index, index + 1));
}
function nearest(name, valid) {
  return valid.length === 0 ? void 0 : (0, import_fastest_levenshtein.closest)(name, [...valid]);
}

export {
  targetSetting,
  kindOf,
  openTarget
};
