import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  homeOf
} from "./chunk-DK3P7JVM.js";
import {
  externalFiles
} from "./chunk-YLML3NYY.js";
import {
  ancestors,
  descendants,
  giverOf,
  nearest,
  nodesOf,
  topological
} from "./chunk-MF7JOC7M.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";
import {
  adopt,
  openLedger,
  registryState
} from "./chunk-OVRQ76BB.js";
import {
  environmentOf
} from "./chunk-BKTQUDV5.js";
import {
  eachPiece,
  piecesOf,
  readModel,
  whole
} from "./chunk-WODW6QLJ.js";
import {
  shardsOf
} from "./chunk-MWR6NNKJ.js";
import {
  version
} from "./chunk-APUJC5QJ.js";
import {
  portError
} from "./chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  canonical,
  digest,
  sha256
} from "./chunk-XBNBSL6G.js";
import {
  UserError
} from "./chunk-IY3EL66N.js";

// src/pipeline/store.ts
import { createHash } from "node:crypto";
import path from "node:path";
function openStore(folder, files) {
  const place = (name) => path.join(folder, name.slice(0, 2), name);
  const placeOf = ({ sha256: name, files: members }) => members?.[0] === void 0 ? place(name) : path.join(place(name), members[0].name);
  const checked = /* @__PURE__ */ new Set();
  const names = /* @__PURE__ */ new Map();
  const holdsFile = async (file, { bytes, sha256: wanted }) => await files.size(file) === bytes && await files.hash(file) === wanted;
  const intact = async (artifact) => {
    if (artifact.name !== "") names.set(artifact.sha256, artifact.name);
    if (checked.has(artifact.sha256)) return true;
    const members = artifact.files?.map((file) => [path.join(place(artifact.sha256), file.name), file]);
    for (const [file, member] of members ?? [[place(artifact.sha256), artifact]])
      if (!await holdsFile(file, member)) return false;
    if (artifact.files !== void 0 && digest(artifact.files) !== artifact.sha256) return false;
    checked.add(artifact.sha256);
    return true;
  };
  const putBytes = async (name, bytes) => {
    const artifact = { sha256: sha256(bytes), bytes: bytes.length, name };
    if (!await intact(artifact)) await files.write(place(artifact.sha256), bytes);
    return artifact;
  };
  return {
    putBytes,
    async putFile(file) {
      const artifact = await artifactOf(files, file);
      if (await intact(artifact)) return artifact;
      await files.copy(file, placeOf(artifact));
      for (const beside of artifact.files?.slice(1) ?? []) {
        const source = await openBeside(files, file, beside.name);
        await files.writePieces(path.join(place(artifact.sha256), beside.name), piecesOf(whole(source)));
      }
      if (await intact(artifact)) return artifact;
      await files.remove(place(artifact.sha256));
      throw portError("file-changed", { path: file });
    },
    async path(artifact) {
      if (await intact(artifact)) return placeOf(artifact);
      throw pipelineError("artifact-missing", artifact);
    },
    async putValue(value) {
      const text = files.masked(canonical(value));
      const { sha256: digest2 } = await putBytes("value.json", new TextEncoder().encode(text));
      return { sha256: digest2, value: JSON.parse(text) };
    },
    async value(digest2) {
      const bytes = await files.size(place(digest2));
      if (bytes === void 0 || !await intact({ sha256: digest2, bytes, name: "" })) return void 0;
      return JSON.parse(await files.readText(place(digest2)));
    },
    readable: (text) => [...names].reduce((known, [digest2, name]) => known.replaceAll(place(digest2), name), text),
    async holds(value) {
      for (const artifact of artifactsIn(value)) if (!await intact(artifact)) return false;
      return true;
    }
  };
}
async function artifactOf(files, file) {
  const bytes = await files.size(file);
  if (bytes === void 0) throw portError("file-missing", { path: file });
  const alone = { sha256: await files.hash(file), bytes, name: path.basename(file) };
  const locations = await externalNames(files, file);
  if (locations.length === 0) return alone;
  const members = [alone];
  for (const name of locations) {
    const source = await openBeside(files, file, name);
    members.push({ sha256: sha256Of(source), bytes: source.length, name });
  }
  return {
    sha256: digest(members),
    bytes: members.reduce((sum, member) => sum + member.bytes, 0),
    name: alone.name,
    files: members
  };
}
async function externalNames(files, file) {
  if (!file.endsWith(".onnx")) return [];
  try {
    const names = externalFiles(readModel(await files.open(file), path.basename(file)));
    const opened = await Promise.all(names.map((name) => files.openWithin(path.dirname(file), name)));
    return names.filter((_, at) => opened[at] !== "outside");
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code.startsWith("model-")) return [];
    throw thrown;
  }
}
async function openBeside(files, model, location) {
  const source = await files.openWithin(path.dirname(model), location);
  if (typeof source !== "string") return source;
  throw pipelineError("external-refused", { model: path.basename(model), location, why: source });
}
function sha256Of(source) {
  const hash = createHash("sha256");
  eachPiece(whole(source), (piece) => void hash.update(piece));
  return hash.digest("hex");
}
function artifactsIn(value) {
  if (Array.isArray(value)) return value.flatMap(artifactsIn);
  if (value === null || typeof value !== "object") return [];
  if (isArtifact(value)) return [value];
  return Object.values(value).flatMap(artifactsIn);
}
function isArtifact(value) {
  const keys = Object.keys(value).filter((key) => key !== "files");
  return "sha256" in value && "bytes" in value && "name" in value && keys.length === 3;
}

// src/pipeline/subject.ts
import path2 from "node:path";
async function subjectOf(pipeline, ledger, world) {
  const files = world.files;
  const candidate = await modelFile(
    files,
    pipeline,
    "candidate",
    pipeline.model.candidate,
    pipeline.where(["model", "candidate"])
  );
  const production = await productionOf(pipeline, ledger, files);
  const data = await Promise.all(
    Object.keys(pipeline.data).map(async (name) => [name, await dataOf(pipeline, name, world)])
  );
  return {
    model: pipeline.name,
    candidate,
    ...production === void 0 ? {} : { production },
    data: Object.fromEntries(data)
  };
}
async function stock(subject, pipeline, store) {
  await store.putFile(path2.resolve(pipeline.folder, pipeline.model.candidate));
  const production = pipeline.model.production ?? "registry";
  const adopted = pipeline.registry.adopt;
  if (production !== "registry") await store.putFile(path2.resolve(pipeline.folder, production));
  else if (adopted !== void 0) await store.putFile(path2.resolve(pipeline.folder, adopted.model));
  if (subject.production !== void 0) await present(subject.production.artifact, subject.model, store);
  for (const data of Object.values(pipeline.data)) await store.putFile(path2.resolve(pipeline.folder, data.from));
}
async function adoptProduction(pipeline, ledger, world) {
  const adopted = pipeline.registry.adopt;
  if (adopted === void 0) return;
  const state = registryState(await ledger.read(), pipeline.name);
  if (state.stages["production"] !== void 0) return;
  const artifact = await modelFile(
    world.files,
    pipeline,
    "adopted",
    adopted.model,
    pipeline.where(["registry", "adopt", "model"])
  );
  await adopt(ledger, {
    model: pipeline.name,
    version: adopted.version,
    artifact,
    why: "it served before Airworthy did"
  });
}
function lazyLedger(pipeline, world, runFolder) {
  let opened;
  const open = () => {
    opened ??= openLedger(settingOf(pipeline, runFolder), world);
    return opened;
  };
  return {
    describe: describe(pipeline, runFolder),
    read: async () => (await open()).read(),
    append: async (key, event) => (await open()).append(key, event),
    tags: async () => (await open()).tags()
  };
}
function settingOf(pipeline, runFolder) {
  const { registry, folder } = pipeline;
  if ("scratch" in registry) return { git: path2.join(runFolder, "registry.git"), create: true };
  if ("git" in registry) return { ...registry, git: path2.resolve(folder, registry.git) };
  return { file: path2.resolve(folder, registry.file) };
}
function describe(pipeline, runFolder) {
  const setting = settingOf(pipeline, runFolder);
  return "git" in setting ? `the git registry ${setting.git}` : `the ledger file ${setting.file}`;
}
async function productionOf(pipeline, ledger, files) {
  const setting = pipeline.model.production ?? "registry";
  if (setting !== "registry") {
    return {
      artifact: await modelFile(files, pipeline, "production", setting, pipeline.where(["model", "production"]))
    };
  }
  const state = registryState(await ledger.read(), pipeline.name);
  const version2 = state.stages["production"];
  const released = state.versions.find((each) => each.version === version2);
  if (released !== void 0) return { version: released.version, artifact: released.artifact };
  const adopted = pipeline.registry.adopt;
  if (adopted === void 0) return void 0;
  const artifact = await modelFile(
    files,
    pipeline,
    "adopted",
    adopted.model,
    pipeline.where(["registry", "adopt", "model"])
  );
  return { version: adopted.version, artifact };
}
async function modelFile(files, pipeline, role, file, where) {
  const absolute = path2.resolve(pipeline.folder, file);
  if (await files.size(absolute) === void 0)
    throw pipelineError("model-missing", { role, path: absolute }, { where });
  return artifactOf(files, absolute);
}
async function dataOf(pipeline, name, world) {
  const setting = pipeline.data[name];
  if (setting === void 0) throw new RangeError(`no data set ${name}`);
  const from = path2.resolve(pipeline.folder, setting.from);
  if (await world.files.size(from) === void 0) {
    throw portError("file-missing", { path: from }, { where: pipeline.where(["data", name, "from"]) });
  }
  const uses = setting.uses === void 0 ? void 0 : path2.resolve(pipeline.folder, setting.uses);
  if (uses !== void 0 && world.trust.level === "untrusted")
    throw portError("untrusted-code", { stage: `data.${name}`, why: world.trust.why });
  return {
    artifact: await artifactOf(world.files, from),
    inputs: setting.inputs,
    label: setting.label,
    group: setting.group,
    ...uses === void 0 ? {} : { uses: { path: uses, sha256: await world.files.hash(uses) } }
  };
}
async function present(artifact, model, store) {
  if (await store.holds(artifact)) return;
  throw pipelineError("production-missing", { model, registry: "The registry" }, {});
}

// src/pipeline/cache.ts
import path3 from "node:path";
var stageRecord = external_exports.object({
  product: external_exports.string(),
  verdict: external_exports.enum(["pass", "fail", "inconclusive", "rolled-back"]).optional(),
  summary: external_exports.string(),
  warnings: external_exports.array(external_exports.object({ code: external_exports.string(), message: external_exports.string(), remedy: external_exports.string() }))
});
function openCache(folder, files, store) {
  const place = (key) => path3.join(folder, key.slice(0, 2), `${key}.json`);
  return {
    async find(key) {
      if (!await files.exists(place(key))) return void 0;
      const record = parseRecord(await files.readText(place(key)));
      if (record === void 0) return void 0;
      const product = await store.value(record.product);
      return product !== void 0 && await store.holds(product) ? record : void 0;
    },
    keep: (key, record) => files.writeText(place(key), JSON.stringify(record))
  };
}
function parseRecord(text) {
  try {
    return stageRecord.safeParse(JSON.parse(text)).data;
  } catch {
    return void 0;
  }
}

// src/pipeline/key.ts
import path4 from "node:path";
function givenTo(pipeline, stage, known) {
  const nodes = nodesOf(pipeline.stages);
  const given = /* @__PURE__ */ new Map([["subject", known.subject]]);
  for (const product of [...stage.stage.kind.needs, ...stage.stage.kind.wants]) {
    const giver = giverOf(nodes, stage.name, product);
    const sha2562 = giver === void 0 ? void 0 : known.products.get(giver);
    if (sha2562 !== void 0) given.set(product, sha2562);
  }
  return given;
}
function demandsOn(pipeline, stage) {
  const after = descendants(nodesOf(pipeline.stages), stage.name);
  const stages = pipeline.stages.filter((each) => after.includes(each.name)).map((each) => each.stage);
  return {
    questions: stages.flatMap((each) => each.questions),
    extensions: Math.max(0, ...stages.map((each) => each.extensions))
  };
}
async function keyOf(pipeline, stage, known, world, { override, share } = {}) {
  const { kind, settings } = stage.stage;
  const demands = kind.measures ? demandsOn(pipeline, stage) : { questions: [], extensions: 0 };
  const files = [...stage.stage.files, ...demands.questions.flatMap(({ uses }) => uses?.path ?? [])];
  const hashes = await Promise.all(
    files.map(
      async (file) => [
        path4.relative(pipeline.folder, file),
        await world.files.exists(file) ? await world.files.hash(file) : "missing"
      ]
    )
  );
  return digest({
    kind: kind.kind,
    settings: JSON.parse(world.files.masked(JSON.stringify(settings))),
    files: Object.fromEntries(hashes),
    given: Object.fromEntries(givenTo(pipeline, stage, known)),
    ...demands,
    ...override !== void 0 && kind.overridable ? { override } : {},
    ...share === void 0 ? {} : { share: digest(share) },
    machine: kind.measures ? environmentOf(world.machine).fingerprint : world.machine.onnxruntime,
    version
  });
}

// src/pipeline/policy.ts
function reasonToSkip(stage, world, options) {
  const { kind } = stage.stage;
  const mismatch = stage.when === void 0 ? void 0 : whenMismatch(stage.when, world);
  if (mismatch !== void 0) return mismatch;
  if (kind.effects === "remote" && options.dryRun) return "a dry run stops before it";
  if (kind.effects === "remote" && world.trust.level === "untrusted") return `refused: ${world.trust.why}`;
  return void 0;
}
function refusesCode(stage, world) {
  return world.trust.level === "untrusted" && stage.stage.kind.runsUserCode(stage.stage.settings);
}
function whenMismatch(when, world) {
  if (!matches(when.event, world.event)) return `when: the event is ${world.event}`;
  if (!matches(when.branch, world.branch ?? "")) return `when: the branch is ${world.branch ?? "not known"}`;
  return void 0;
}
function matches(patterns, value) {
  if (patterns === void 0) return true;
  return [patterns].flat().some((pattern) => pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern);
}

// src/pipeline/plan.ts
async function plan(pipeline, world, options = {}) {
  return decide(pipeline, await look(pipeline, world, homeOf(world), options), options);
}
function decide(pipeline, facts, options = {}) {
  const stages = inOrder(pipeline).map((stage) => planned(stage, facts, options));
  return {
    pipeline: pipeline.name,
    file: pipeline.file,
    subject: facts.subject,
    stages,
    estimateMs: stages.reduce((sum, stage) => sum + stage.estimateMs, 0)
  };
}
function inOrder(pipeline) {
  const sorted = topological(nodesOf(pipeline.stages));
  const order = "order" in sorted ? sorted.order : [];
  return order.flatMap((name) => pipeline.stages.find((stage) => stage.name === name) ?? []);
}
async function look(pipeline, world, home, options) {
  const registry = "scratch" in pipeline.registry ? emptyLedger : lazyLedger(pipeline, world, home.folder);
  const subject = await subjectOf(pipeline, registry, world);
  const cached = options.fresh ? /* @__PURE__ */ new Map() : await lookUp(pipeline, world, home, digest(subject));
  return { subject, trust: world.trust, event: world.event, branch: world.branch, cached };
}
var emptyLedger = {
  describe: "an empty registry",
  read: async () => [],
  append: () => Promise.reject(new TypeError("planning writes nothing")),
  tags: async () => []
};
async function lookUp(pipeline, world, home, subject) {
  const store = openStore(home.store, world.files);
  const cache = openCache(home.cache, world.files, store);
  const found = /* @__PURE__ */ new Map();
  const products = /* @__PURE__ */ new Map();
  for (const stage of inOrder(pipeline)) {
    if (stage.stage.kind.effects === "remote" || !stage.needs.every((need) => found.has(need))) continue;
    const record = await cache.find(await keyOf(pipeline, stage, { subject, products }, world));
    if (record === void 0) continue;
    found.set(stage.name, record);
    products.set(stage.name, record.product);
  }
  return found;
}
function planned(stage, facts, options) {
  const { kind } = stage.stage;
  const base = { name: stage.name, kind: kind.kind, needs: stage.needs, effects: kind.effects, measures: kind.measures };
  const skip = reasonToSkip(stage, facts, options);
  if (skip !== void 0) return { ...base, action: "skip", why: skip, estimateMs: 0 };
  if (refusesCode(stage, facts)) return { ...base, action: "refuse", why: facts.trust.why, estimateMs: 0 };
  const record = facts.cached.get(stage.name);
  if (record !== void 0) return { ...base, action: "cached", why: record.summary, estimateMs: 0 };
  return { ...base, action: "run", why: kind.summary, estimateMs: stage.stage.estimateMs };
}

// src/pipeline/share.ts
function sharedStage(pipeline) {
  const benchmarks = pipeline.stages.filter(({ stage }) => stage.kind.kind === "benchmark");
  const [only] = benchmarks;
  if (only === void 0 || benchmarks.length > 1)
    throw pipelineError("benchmark-unclear", { count: benchmarks.length });
  return { name: only.name, shards: shardsOf(only.stage.settings) };
}
function checkShardName(name, { shards }) {
  const valid = shards.map((shard) => shard.name);
  if (!valid.includes(name)) throw pipelineError("shard-unknown", { shard: name, valid, nearest: nearest(name, valid) });
}
function sharingOf(pipeline, share) {
  const shared = sharedStage(pipeline);
  if (!("shard" in share)) return { stage: shared.name, share };
  checkShardName(share.shard, shared);
  const before = ancestors(nodesOf(pipeline.stages), shared.name).map(({ name }) => name);
  return { stage: shared.name, share, only: /* @__PURE__ */ new Set([...before, shared.name]) };
}
function reasonOfSharing(stage, sharing) {
  if (sharing?.only === void 0) return void 0;
  if (!sharing.only.has(stage.name)) return `a shard ends with ${sharing.stage}; airworthy merge goes on`;
  return stage.stage.kind.effects === "remote" ? "a shard touches nothing outside" : void 0;
}
function subjectDigests({ candidate, production, data }) {
  return {
    candidate: candidate.sha256,
    ...production === void 0 ? {} : { production: production.artifact.sha256 },
    data: Object.fromEntries(Object.entries(data).map(([name, each]) => [name, dataDigest(each)]))
  };
}
function dataDigest({ artifact, inputs, label, group, uses }) {
  return digest({ artifact: artifact.sha256, inputs, label, group, uses: uses?.sha256 });
}

export {
  openCache,
  sharedStage,
  checkShardName,
  sharingOf,
  reasonOfSharing,
  subjectDigests,
  givenTo,
  demandsOn,
  keyOf,
  reasonToSkip,
  refusesCode,
  openStore,
  subjectOf,
  stock,
  adoptProduction,
  lazyLedger,
  plan,
  inOrder
};
