import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  evidenceOf,
  findRun,
  measurementsSchema,
  newJournal,
  openJsonLines,
  reopenJournal
} from "./chunk-6O3CRUU2.js";
import {
  adoptProduction,
  checkShardName,
  demandsOn,
  givenTo,
  inOrder,
  keyOf,
  lazyLedger,
  openCache,
  openStore,
  reasonOfSharing,
  reasonToSkip,
  refusesCode,
  sharedStage,
  sharingOf,
  stock,
  subjectDigests,
  subjectOf
} from "./chunk-IU6T7IGS.js";
import {
  homeOf
} from "./chunk-DK3P7JVM.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";
import {
  environmentOf
} from "./chunk-BKTQUDV5.js";
import {
  stageError
} from "./chunk-HNLYTX22.js";
import {
  version
} from "./chunk-APUJC5QJ.js";
import {
  combine,
  exitCodes
} from "./chunk-V6L2EAQG.js";
import {
  portError,
  portProblem
} from "./chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  canonical,
  digest
} from "./chunk-XBNBSL6G.js";
import {
  Bug,
  Cancelled,
  UserError,
  messageOf
} from "./chunk-IY3EL66N.js";

// src/pipeline/shard-file.ts
import path from "node:path";
var shardFileName = "shard.json";
var text = external_exports.string().max(1e3);
var shardFile = external_exports.object({
  schema: external_exports.literal("airworthy.shard/1"),
  version: text,
  pipeline: external_exports.object({ name: text, sha256: text }),
  subject: external_exports.object({ candidate: text, production: text.optional(), data: external_exports.record(text, text) }),
  shard: external_exports.string().regex(/^[a-z0-9._-]{1,100}$/, "not the name of a shard"),
  products: external_exports.object({
    measurements: measurementsSchema.refine(
      ({ environments: [only, ...others] }) => only !== void 0 && others.length === 0 && isWhole(only),
      "it was not measured in one environment"
    )
  })
});
function isWhole(environment) {
  const { gpus, runtimes, fingerprint, ...machine } = environment;
  const used = { ...gpus === void 0 ? {} : { gpus }, ...runtimes === void 0 ? {} : { runtimes } };
  return environmentOf(machine, used).fingerprint === fingerprint;
}
var mostBytes = 256 * 2 ** 20;
async function readShards(places, { cwd, files }) {
  const found = await Promise.all(places.map((place) => shardsAt(path.resolve(cwd, place), files)));
  const shards = [];
  let bytes = 0;
  for (const file of new Set(found.flat())) {
    bytes += await files.size(file) ?? 0;
    if (bytes > mostBytes) throw pipelineError("shard-too-large", { file, bytes, limit: mostBytes });
    shards.push(parseShard(await files.readText(file), file));
  }
  return shards;
}
async function shardsAt(place, files) {
  if (await files.size(place) !== void 0) return [place];
  const found = await shardsIn(place, files);
  if (found.length === 0) throw pipelineError("merge-nothing", { place });
  return found;
}
async function shardsIn(folder, files) {
  const found = [];
  let looked = 0;
  const look = async (at, depth) => {
    for (const name of await files.list(at)) {
      const here = path.join(at, name);
      if (++looked > mostEntries)
        throw stageError("shard-wrong", { what: folder, reason: `it holds over ${mostEntries} files` });
      if (await files.size(here) === void 0) {
        if (depth > 1) await look(here, depth - 1);
      } else if (name === shardFileName) found.push(here);
    }
  };
  await look(folder, deepest);
  return found;
}
var mostEntries = 2e4;
var deepest = 8;
function parseShard(json, file) {
  const wrong = (reason) => stageError("shard-wrong", { what: file, reason });
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw wrong("it is not JSON");
  }
  if (isDeep(value)) throw wrong("its values are nested too deeply");
  const parsed = shardFile.safeParse(value);
  if (parsed.success) return { ...value, file };
  const [issue] = parsed.error.issues;
  throw wrong(`${issue?.path.join(".") || "it"}: ${issue?.message ?? "not of the form"}`);
}
function isDeep(value) {
  let level = [value];
  for (let depth = 0; depth < mostLevels; depth++) {
    level = level.flatMap((each) => each !== null && typeof each === "object" ? containersIn(each) : []);
    if (level.length === 0) return false;
  }
  return true;
}
function containersIn(value) {
  return Object.values(value).filter((each) => each !== null && typeof each === "object");
}
var mostLevels = 40;

// src/pipeline/merge.ts
function wholeOf(pipeline, shards) {
  const shared = sharedStage(pipeline);
  for (const { file, shard, version: other, pipeline: of } of shards) {
    if (other !== version) throw pipelineError("shard-version-differs", { file, version: other, own: version });
    if (of.sha256 !== pipeline.sha256) throw pipelineError("shard-pipeline-differs", { file, pipeline: pipeline.file });
    checkShardName(shard, shared);
  }
  const found = shared.shards.map(({ name }) => shards.filter(({ shard }) => shard === name));
  for (const same of found)
    if (same.length > 1)
      throw pipelineError("shard-doubled", { shard: same[0]?.shard ?? "", files: same.map(({ file }) => file) });
  const missing = shared.shards.flatMap(({ name }, at) => found[at]?.length === 0 ? [name] : []);
  if (missing.length > 0) throw stageError("shard-missing", { shards: missing });
  return found.flat().map(({ shard, subject, products: { measurements } }) => ({ shard, subject, measurements }));
}
function checkSubject(shards, subject) {
  const own = subjectDigests(subject);
  for (const { shard, subject: other } of shards) {
    const what = ["candidate", "production", "data"].find(
      (part) => canonical(own[part] ?? null) !== canonical(other[part] ?? null)
    );
    if (what !== void 0) throw stageError("shard-subject-differs", { shard, what: `the ${what}` });
  }
}

// src/pipeline/report-of.ts
import path3 from "node:path";

// src/pipeline/run-stage.ts
import path2 from "node:path";
async function runStage(stage, known, results, context) {
  const started = context.world.clock.monotonicMs();
  try {
    const result = await attempt(stage, known, results, context);
    return { ...result, seconds: result.seconds + (context.world.clock.monotonicMs() - started) / 1e3 };
  } catch (thrown) {
    const failed = failure(thrown, context);
    const at = context.world.clock.now();
    await context.journal.write({ event: "stage-failed", at, stage: stage.name, problems: failed.problems }).catch(() => {
    });
    return { ...failed, seconds: (context.world.clock.monotonicMs() - started) / 1e3 };
  }
}
async function attempt(stage, known, results, context) {
  const left = reasonOfSharing(stage, context.sharing);
  if (left !== void 0) return { status: "skipped", why: left, blocked: false, seconds: 0 };
  const blocker = stage.needs.find((need) => blocks(results.get(need)));
  if (blocker !== void 0) return { status: "skipped", why: `${blocker} did not pass`, blocked: true, seconds: 0 };
  const skip = reasonToSkip(stage, context.world, context.options);
  if (skip !== void 0) return { status: "skipped", why: skip, blocked: false, seconds: 0 };
  const given = givenTo(context.pipeline, stage, known);
  const missing = stage.stage.kind.needs.find((product) => !given.has(product));
  if (missing !== void 0)
    return { status: "skipped", why: `the stage that gives its ${missing} was skipped`, blocked: true, seconds: 0 };
  if (refusesCode(stage, context.world)) {
    throw portError("untrusted-code", { stage: stage.name, why: context.world.trust.why }, { where: stage.where });
  }
  const key = await keyOf(context.pipeline, stage, known, context.world, {
    override: context.override,
    share: shareOf(stage, context)
  });
  return await fromJournal(stage, key, context) ?? await fromCache(stage, key, context) ?? await forReal(stage, key, given, context);
}
function shareOf({ name }, { sharing }) {
  return sharing?.stage === name ? sharing.share : void 0;
}
function blocks(result) {
  if (result === void 0 || result.status === "failed") return true;
  if (result.status === "skipped") return result.blocked;
  return result.record.verdict !== void 0 && result.record.verdict !== "pass";
}
async function fromJournal(stage, key, context) {
  const finished = context.journal.past.findLast(
    (event) => event.event === "stage-finished" && event.stage === stage.name && event.key === key
  );
  if (finished === void 0) return void 0;
  const product = await context.store.value(finished.record.product);
  if (product === void 0) return void 0;
  return { status: "finished", record: finished.record, product, cached: finished.cached, seconds: finished.seconds };
}
async function fromCache(stage, key, context) {
  if (context.options.fresh || stage.stage.kind.effects === "remote") return void 0;
  const record = await context.cache.find(key);
  if (record === void 0) return void 0;
  const product = await context.store.value(record.product);
  if (product === void 0) return void 0;
  await finish(stage, key, record, true, 0, context);
  return { status: "finished", record, product, cached: true, seconds: 0 };
}
async function forReal(stage, key, given, context) {
  const { world, journal } = context;
  await journal.write({ event: "stage-started", at: world.clock.now(), stage: stage.name, key });
  const started = world.clock.monotonicMs();
  const scratch = path2.join(journal.folder, "scratch", stage.name);
  await world.files.remove(scratch);
  await world.files.makeDirectory(scratch);
  const values = await Promise.all(
    [...given].map(async ([product2, sha256]) => [product2, await context.store.value(sha256)])
  );
  const outcome = await withinTime(
    stage,
    context.signal,
    (signal) => stage.stage.run(
      Object.fromEntries(values),
      toolsFor(stage, key, scratch, signal, context)
    )
  );
  const product = await context.store.putValue(outcome.product);
  const record = {
    product: product.sha256,
    verdict: outcome.verdict,
    summary: outcome.summary,
    warnings: outcome.warnings ?? []
  };
  const seconds = (world.clock.monotonicMs() - started) / 1e3;
  await finish(stage, key, record, false, seconds, context);
  if (stage.stage.kind.effects !== "remote" && outcome.settled !== false) await context.cache.keep(key, record);
  await world.files.remove(scratch);
  return { status: "finished", record, product: product.value, cached: false, seconds: 0 };
}
async function finish(stage, key, record, cached, seconds, context) {
  const at = context.world.clock.now();
  await context.journal.write({ event: "stage-finished", at, stage: stage.name, key, seconds, cached, record });
}
function toolsFor(stage, key, scratch, signal, context) {
  const { pipeline, world, journal, store, ledger } = context;
  return {
    world,
    store,
    ledger,
    signal,
    scratch,
    checkpoint: openJsonLines(
      world.files,
      path2.join(journal.folder, "checkpoints", `${stage.name.replaceAll("/", "-")}-${key.slice(0, 12)}.jsonl`)
    ),
    runId: journal.runId,
    stage: stage.name,
    folder: pipeline.folder,
    ...demandsOn(pipeline, stage),
    share: shareOf(stage, context),
    override: context.override,
    measurements: (measured) => openJsonLines(world.files, path2.join(homeOf(world).measurements, `${measured}.jsonl`)),
    targets: pipeline.targets,
    progress: (message, fraction) => context.progress(stage.name, message, fraction)
  };
}
async function withinTime(stage, outer, action) {
  const late = AbortSignal.timeout(stage.timeout);
  const signal = AbortSignal.any([outer, late]);
  const seconds = Math.round(stage.timeout / 1e3);
  const overrun = new Promise((_, reject) => {
    late.addEventListener(
      "abort",
      () => setTimeout(() => reject(pipelineError("stage-timeout", { stage: stage.name, seconds })), graceMs).unref(),
      { once: true }
    );
  });
  try {
    return await Promise.race([action(signal), overrun]);
  } catch (thrown) {
    if (late.aborted && !outer.aborted)
      throw pipelineError("stage-timeout", { stage: stage.name, seconds }, { cause: thrown });
    throw thrown;
  }
}
var graceMs = 5e3;
function failure(thrown, context) {
  if (thrown instanceof UserError)
    return { status: "failed", problems: thrown.problems.map((each) => readable(each, context)), fault: "user" };
  if (thrown instanceof Cancelled || context.signal.aborted)
    return { status: "failed", problems: [portProblem("run-cancelled", {})], fault: "cancelled" };
  const detail = thrown instanceof Bug || !(thrown instanceof Error) ? messageOf(thrown) : thrown.stack ?? thrown.message;
  return { status: "failed", problems: [portProblem("bug", { detail })], fault: "bug" };
}
function readable(problem, { store }) {
  return { ...problem, message: store.readable(problem.message), hint: store.readable(problem.hint) };
}
function warningsOf(result) {
  return result.status === "finished" ? result.record.warnings : [];
}

// src/pipeline/report-of.ts
function reportOf(ended) {
  const { context, results } = ended;
  const { pipeline, journal } = context;
  const stages = inOrder(pipeline).map((stage) => stageReport(stage, results.get(stage.name)));
  const { outcome, exitCode } = measuredAShard(ended) ? { outcome: "measured", exitCode: exitCodes.pass } : outcomeOf([...results.values()]);
  return {
    schema: "airworthy.report/2",
    tool: { name: "airworthy", version },
    pipeline: { name: pipeline.name, file: shown(context, pipeline.file), sha256: pipeline.sha256 },
    runId: journal.runId,
    startedAt: journal.started.at,
    finishedAt: ended.finishedAt,
    outcome,
    exitCode,
    sentence: outcome === "measured" ? sentenceOfShard(context) : sentenceOf(stages, outcome),
    stages,
    subject: ended.subject,
    ...products(pipeline.stages, results),
    files: {},
    next: nextCommands(ended, outcome)
  };
}
async function withFiles(report, context, formats) {
  const { folder } = context.journal;
  const place = (name) => path3.join(folder, name);
  const evidence = evidenceText(report, context);
  const shard = shardText(report, context);
  const files = {
    ...Object.fromEntries(formats.map((format) => [format.name, place(`report.${format.extension}`)])),
    ...evidence === void 0 ? {} : { evidence: place("evidence.json") },
    ...shard === void 0 ? {} : { shard: place(shardFileName) }
  };
  const complete = { ...report, files };
  if (evidence !== void 0) await context.world.files.writeText(place("evidence.json"), evidence);
  if (shard !== void 0) await context.world.files.writeText(place(shardFileName), shard);
  for (const format of formats)
    await context.world.files.writeText(place(`report.${format.extension}`), await format.render(complete));
  return complete;
}
function evidenceText(report, context) {
  const compare = context.pipeline.stages.find((stage) => stage.stage.kind.gives === "comparison");
  if (compare === void 0 || report.measurements === void 0 || report.comparison === void 0) return void 0;
  return `${JSON.stringify(evidenceOf(report.measurements, report.comparison, compare.stage.questions, report.comparison.alpha))}
`;
}
function shardText({ outcome, pipeline, subject, measurements }, { sharing }) {
  if (outcome !== "measured" || subject === void 0 || measurements === void 0) return void 0;
  if (sharing === void 0 || !("shard" in sharing.share)) return void 0;
  const file = {
    schema: "airworthy.shard/1",
    version,
    pipeline: { name: pipeline.name, sha256: pipeline.sha256 },
    subject: subjectDigests(subject),
    shard: sharing.share.shard,
    products: { measurements }
  };
  return `${JSON.stringify(file)}
`;
}
function stageReport(stage, result) {
  const base = {
    name: stage.name,
    kind: stage.stage.kind.kind,
    effects: stage.stage.kind.effects,
    seconds: result?.seconds ?? 0
  };
  if (result === void 0)
    return { ...base, status: "skipped", summary: "the run ended before it", warnings: [], problems: [] };
  if (result.status === "skipped")
    return { ...base, status: "skipped", summary: result.why, warnings: [], problems: [] };
  if (result.status === "failed") {
    return {
      ...base,
      status: "error",
      summary: result.problems[0]?.message ?? "failed",
      warnings: [],
      problems: result.problems
    };
  }
  return {
    ...base,
    status: statusOf(result),
    summary: result.record.summary,
    warnings: warningsOf(result),
    problems: []
  };
}
function statusOf(result) {
  const { verdict } = result.record;
  if (verdict !== void 0 && verdict !== "pass") return verdict;
  if (result.cached) return "cached";
  return verdict ?? "done";
}
function measuredAShard({ context: { sharing }, results }) {
  const unwell = [...results.values()].some(({ status }) => status === "failed");
  return sharing?.only !== void 0 && !unwell && results.get(sharing.stage)?.status === "finished";
}
function sentenceOfShard({ pipeline, sharing }) {
  const name = sharing !== void 0 && "shard" in sharing.share ? sharing.share.shard : "";
  const { shards } = sharedStage(pipeline);
  const scenarios = shards.find((shard) => shard.name === name)?.scenarios.map(({ id }) => id) ?? [];
  return `Shard ${name} of ${shards.length} is measured: ${scenarios.join(", ")}. The verdict comes when all are joined.`;
}
function outcomeOf(results) {
  const faults = results.flatMap((result) => result.status === "failed" ? [result.fault] : []);
  if (faults.includes("bug")) return { outcome: "error", exitCode: exitCodes.bug };
  if (faults.includes("cancelled")) return { outcome: "cancelled", exitCode: exitCodes.cancelled };
  if (faults.length > 0) return { outcome: "error", exitCode: exitCodes.input };
  const verdicts = results.flatMap((result) => result.status === "finished" ? result.record.verdict ?? [] : []);
  if (verdicts.includes("rolled-back")) return { outcome: "rolled-back", exitCode: exitCodes["rolled-back"] };
  const verdict = combine(verdicts.filter((each) => each !== "rolled-back"));
  return { outcome: verdict, exitCode: exitCodes[verdict] };
}
function sentenceOf(stages, outcome) {
  if (outcome === "cancelled") return "The run was cancelled; nothing is lost, and it can be resumed.";
  const status = outcome === "error" ? "error" : outcome;
  const chosen = outcome === "pass" ? deciding(stages) : stages.filter((stage) => stage.status === status);
  const words = chosen.map((stage) => withStop(stage.summary)).join(" ");
  return words === "" ? "Nothing was judged: no stage of this run gives a verdict." : words;
}
function deciding(stages) {
  const passed = stages.filter((stage) => ["pass", "done", "cached"].includes(stage.status));
  const last = passed.findLast((stage) => stage.kind === "rollout" || stage.kind === "release");
  const chosen = passed.filter((stage) => stage.kind === "gate" || stage === last);
  return chosen.length > 0 ? chosen : passed.filter((stage) => stage.status === "pass");
}
function withStop(summary) {
  return /[.!?]$/.test(summary) ? summary : `${summary}.`;
}
var reported = [
  "validation",
  "variants",
  "measurements",
  "comparison",
  "decision",
  "release",
  "rollout"
];
function products(stages, results) {
  const finished = stages.flatMap((stage) => {
    const result = results.get(stage.name);
    return result?.status === "finished" ? [{ stage, product: result.product }] : [];
  });
  const [own, foreign] = [true, false].map(
    (known) => finished.filter(({ stage }) => reported.includes(stage.stage.kind.gives) === known)
  );
  return {
    ...Object.fromEntries((own ?? []).map(({ stage, product }) => [stage.stage.kind.gives, product])),
    other: Object.fromEntries(
      (foreign ?? []).map(({ stage, product }) => [stage.name, product])
    )
  };
}
function nextCommands({ context, command, results }, outcome) {
  const { journal, pipeline } = context;
  const evidence = [...results.values()].some((result) => result.status === "finished" && isComparison(result.product));
  const verify = evidence ? [
    {
      command: `${command} verify ${shown(context, path3.join(journal.folder, "evidence.json"))}`,
      what: "recompute every verdict from the raw samples"
    }
  ] : [];
  const again = { command: `${command} run ${shown(context, pipeline.file)} --resume`, what: "go on where it stopped" };
  const report = { command: `${command} report ${journal.runId}`, what: "show this report again" };
  if (outcome === "measured") {
    const all = {
      command: `${command} merge ${shown(context, pipeline.file)} FOLDER`,
      what: "join it with the other shards"
    };
    return [all, report];
  }
  if (outcome === "error" || outcome === "cancelled") return pipeline.where([]) === void 0 ? [] : [again];
  return [...verify, report];
}
function shown({ world }, file) {
  return path3.relative(world.cwd, file) || file;
}
function isComparison(product) {
  return product !== null && typeof product === "object" && "rows" in product && "evidence" in product;
}

// src/pipeline/schedule.ts
async function schedule(tasks, run2) {
  const waiting = new Set(tasks);
  const done = /* @__PURE__ */ new Set();
  const running = /* @__PURE__ */ new Map();
  let measuring = false;
  let failure2;
  const start = (task) => {
    waiting.delete(task);
    measuring = task.measures;
    const work = run2(task.name).then(() => void done.add(task.name)).catch((thrown) => {
      failure2 ??= { thrown };
    }).finally(() => {
      running.delete(task.name);
      if (task.measures) measuring = false;
    });
    running.set(task.name, work);
  };
  while (failure2 === void 0 && (waiting.size > 0 || running.size > 0)) {
    const ready = [...waiting].filter((task) => task.needs.every((need) => done.has(need)));
    for (const task of ready) {
      const free = !measuring && (!task.measures || running.size === 0);
      if (free) start(task);
    }
    if (running.size === 0) throw new RangeError("tasks need one another in a circle");
    await Promise.race(running.values());
  }
  await Promise.all(running.values());
  if (failure2 !== void 0) throw failure2.thrown;
}

// src/pipeline/run.ts
async function run(pipeline, world, options = {}) {
  if (options.override !== void 0) admitOverride(options.override, world, options);
  const journal = await openJournal(pipeline, world, options);
  try {
    return await runJournalled(pipeline, world, journal, options);
  } finally {
    await journal.release();
  }
}
function admitOverride({ by, reason }, { trust }, { dryRun }) {
  if (by.trim() === "" || reason.trim() === "") throw pipelineError("override-incomplete", {});
  if (dryRun === true) throw pipelineError("override-refused", { why: "a dry run records nothing" });
  if (trust.level === "untrusted") throw pipelineError("override-refused", { why: trust.why });
}
async function openJournal(pipeline, world, options) {
  const home = homeOf(world);
  if (options.resume === void 0 || options.resume === false)
    return newJournal(
      home,
      pipeline,
      { inputs: options.inputs ?? {}, share: await keptShare(pipeline, world, options) },
      world
    );
  const wanted = typeof options.resume === "string" ? { runId: options.resume } : { file: pipeline.file };
  return reopenJournal(home, await findRun(home, world, wanted), pipeline, world);
}
async function keptShare(pipeline, world, options) {
  const share = shareIn(pipeline, options);
  return share && (await openStore(homeOf(world).store, world.files).putValue(share)).sha256;
}
function shareIn(pipeline, { shard, merge }) {
  if (merge !== void 0) return { measured: wholeOf(pipeline, merge) };
  if (shard === void 0) return void 0;
  checkShardName(shard, sharedStage(pipeline));
  return { shard };
}
async function runJournalled(pipeline, world, journal, options) {
  const context = await contextOf(pipeline, world, journal, options);
  const subject = await establishSubject(context);
  const results = await runStages(context, subject, options);
  const report = reportOf({
    context,
    subject,
    results,
    command: options.command ?? "airworthy",
    finishedAt: world.clock.now()
  });
  const complete = await withFiles(report, context, options.formats ?? []);
  const finished = journal.past.some((event) => event.event === "run-finished");
  if (!finished && report.outcome !== "error" && report.outcome !== "cancelled") {
    await journal.write({
      event: "run-finished",
      at: report.finishedAt,
      outcome: report.outcome,
      exitCode: report.exitCode
    });
  }
  return complete;
}
async function contextOf(pipeline, world, journal, options) {
  const home = homeOf(world);
  const store = openStore(home.store, world.files);
  return {
    pipeline,
    world,
    options,
    override: options.override,
    sharing: await sharingIn(journal, pipeline, store),
    journal,
    store,
    cache: openCache(home.cache, world.files, store),
    ledger: heard(lazyLedger(pipeline, world, journal.folder), options),
    signal: options.signal ?? new AbortController().signal,
    progress: (stage, message, fraction) => options.listener?.({ event: "progress", stage, message, fraction })
  };
}
function heard(ledger, { listener }) {
  return {
    ...ledger,
    async append(key, event) {
      const entry = await ledger.append(key, event);
      listener?.({ event: "recorded", entry });
      return entry;
    }
  };
}
async function sharingIn({ started }, pipeline, store) {
  if (started.share === void 0) return void 0;
  const share = await store.value(started.share);
  if (share === void 0) throw pipelineError("artifact-missing", { name: "of the shards", sha256: started.share });
  return sharingOf(pipeline, share);
}
async function establishSubject(context) {
  const { pipeline, world, journal, store, ledger, sharing } = context;
  const settled = journal.past.find((event) => event.event === "subject");
  const kept = settled === void 0 ? void 0 : await store.value(settled.product);
  const subject = kept ?? await subjectOf(pipeline, ledger, world);
  if (sharing !== void 0 && "measured" in sharing.share) checkSubject(sharing.share.measured, subject);
  await stock(subject, pipeline, store);
  if (mayAdopt(context)) await adoptProduction(pipeline, ledger, world);
  if (kept !== void 0) return kept;
  const stored = await store.putValue(subject);
  await journal.write({ event: "subject", product: stored.sha256 });
  return stored.value;
}
function mayAdopt({ pipeline, world, options, sharing }) {
  const usesRegistry = pipeline.stages.some((stage) => stage.stage.kind.effects === "remote");
  return usesRegistry && !options.dryRun && sharing?.only === void 0 && world.trust.level === "trusted";
}
async function runStages(context, subject, options) {
  const stages = new Map(inOrder(context.pipeline).map((stage) => [stage.name, stage]));
  const results = /* @__PURE__ */ new Map();
  const products2 = /* @__PURE__ */ new Map();
  const known = { subject: digest(subject), products: products2 };
  const tell = options.listener ?? (() => {
  });
  await schedule([...stages.values()].map(taskOf), async (name) => {
    const stage = stages.get(name);
    tell({ event: "stage-started", stage: name, kind: stage.stage.kind.kind });
    const result = await runStage(stage, known, results, { ...context });
    results.set(name, result);
    if (result.status === "finished") products2.set(name, result.record.product);
    tell({ event: "stage-finished", stage: name, result });
  });
  return results;
}
function taskOf(stage) {
  return { name: stage.name, needs: stage.needs, measures: stage.stage.kind.measures };
}

export {
  readShards,
  run
};
