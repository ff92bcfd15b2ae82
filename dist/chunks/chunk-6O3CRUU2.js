import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  asciiOnly,
  bytes,
  change,
  count,
  counted,
  glyph,
  interval,
  margin,
  milliseconds,
  needs,
  quantity,
  rowVerdict,
  seconds,
  share,
  size,
  time,
  word
} from "./chunk-LMLHCWAE.js";
import {
  displayWidth,
  table,
  wrapped
} from "./chunk-STULN7PS.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";
import {
  compareRows,
  verdictError
} from "./chunk-XDYCZZDE.js";
import {
  isProduction
} from "./chunk-PA7GLSC6.js";
import {
  clip,
  html,
  htmlText,
  joined,
  markdown,
  plain,
  terminalText,
  trusted
} from "./chunk-RP7UHRVK.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  canonical,
  digest
} from "./chunk-XBNBSL6G.js";
import {
  messageOf
} from "./chunk-IY3EL66N.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SUYYSLAR.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open2, close, replace = open2) => (input) => {
      let string = "" + input, index = string.indexOf(close, open2.length);
      return ~index ? open2 + replaceClose(string, close, replace, index) + close : open2 + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/pipeline/journal.ts
import path from "node:path";

// src/pipeline/lines.ts
function openJsonLines(files, path2) {
  let whole;
  return {
    async read() {
      if (!await files.exists(path2)) return [];
      return (await files.readText(path2)).split("\n").flatMap(parsed);
    },
    async append(value) {
      whole ??= endTornLine(files, path2);
      await whole;
      await files.appendLine(path2, JSON.stringify(value));
    }
  };
}
async function endTornLine(files, path2) {
  const size2 = await files.size(path2);
  if (size2 === void 0 || size2 === 0) return;
  const [last] = await files.readRange(path2, size2 - 1, 1);
  if (last !== "\n".charCodeAt(0)) await files.appendLine(path2, "");
}
function parsed(line) {
  if (line.trim() === "") return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

// src/pipeline/journal.ts
var journalName = "journal.jsonl";
async function newJournal(home, pipeline, { inputs, share: share3 }, world) {
  const at = world.clock.now();
  const runId = `${at.slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}-${world.randomId()}`;
  const started = {
    event: "run-started",
    at,
    runId,
    file: pipeline.file,
    name: pipeline.name,
    sha256: pipeline.sha256,
    inputs,
    ...share3 === void 0 ? {} : { share: share3 }
  };
  const ignore = path.join(home.folder, ".gitignore");
  if (!await world.files.exists(ignore)) await world.files.writeText(ignore, "*\n");
  const journal = await open(home, started, [], world);
  await journal.write(started);
  return journal;
}
async function reopenJournal(home, started, pipeline, world) {
  if (started.sha256 !== pipeline.sha256)
    throw pipelineError("resume-changed", { run: started.runId, file: pipeline.file });
  const lines = openJsonLines(world.files, path.join(home.runs, started.runId, journalName));
  return open(home, started, await lines.read(), world);
}
async function findRun(home, world, wanted) {
  const names = wanted.runId === void 0 ? [...await world.files.list(home.runs)].reverse() : [path.basename(wanted.runId)];
  for (const name of names) {
    const [first] = await openJsonLines(world.files, path.join(home.runs, name, journalName)).read();
    const started = first;
    if (started?.event === "run-started" && (wanted.file === void 0 || started.file === wanted.file)) return started;
  }
  throw pipelineError("resume-nothing", { home: home.folder });
}
async function open(home, started, past, world) {
  const folder = path.join(home.runs, started.runId);
  const lock = path.join(folder, "lock");
  await acquire(lock, started.runId, world);
  const lines = openJsonLines(world.files, path.join(folder, journalName));
  return {
    runId: started.runId,
    folder,
    started,
    past,
    write: (event) => lines.append(event),
    release: () => world.files.remove(lock)
  };
}
async function acquire(lock, run, world) {
  const { files, processes } = world;
  if (await files.createExclusive(lock, String(processes.pid))) return;
  const pid = Number(await files.readText(lock));
  if (pid > 0 && pid !== processes.pid && processes.alive(pid)) throw pipelineError("run-busy", { run, pid });
  await files.remove(lock);
  const taken = await files.createExclusive(lock, String(processes.pid));
  if (!taken || await files.readText(lock) !== String(processes.pid)) throw pipelineError("run-busy", { run, pid });
}

// src/core/products/measurements-schema.ts
var finite = external_exports.number().min(-1e100).max(1e100);
var positive = external_exports.number().min(1e-12).max(1e15);
var share2 = external_exports.number().min(0).max(1);
var text = external_exports.string();
var count2 = external_exports.int().min(0);
var artifact = external_exports.object({
  sha256: text,
  bytes: count2,
  name: text,
  files: external_exports.array(external_exports.object({ sha256: text, bytes: count2, name: text })).optional()
});
var gpuState = external_exports.object({
  seconds: finite,
  utilization: finite.optional(),
  smMHz: positive.optional(),
  slowShare: finite.optional(),
  memoryBytes: finite.optional(),
  celsius: finite.optional(),
  joules: finite.optional(),
  reasons: external_exports.record(text, finite)
});
var sample = external_exports.object({
  samplesMs: external_exports.array(positive).min(1),
  turns: external_exports.array(external_exports.int().min(1)).min(1),
  sessionMs: positive,
  firstRunMs: positive,
  peakBytes: positive,
  warmup: external_exports.object({ runs: count2, ms: finite, steady: external_exports.boolean() }),
  load: finite.optional(),
  gpu: gpuState.optional()
}).refine(({ samplesMs, turns }) => turns.reduce((sum, turn) => sum + turn, 0) === samplesMs.length, {
  message: "its turns do not add up to its samples"
});
var scenario = external_exports.object({
  id: text,
  provider: text,
  batch: external_exports.int().min(1),
  threads: count2,
  runner: external_exports.array(text).optional(),
  options: external_exports.record(text, external_exports.unknown()).optional(),
  allowFallback: external_exports.boolean().optional(),
  rate: positive.optional(),
  order: external_exports.literal("isolated").optional()
});
var profile = external_exports.object({ wallMs: finite, kernelMs: finite, copyMs: finite, clock: external_exports.enum(["device", "host"]) });
var speed = external_exports.object({
  scenario,
  environment: text,
  profiles: external_exports.record(text, profile).optional(),
  blocks: external_exports.array(external_exports.object({ order: external_exports.array(text), runs: external_exports.record(text, sample), gpu: gpuState.optional() })).min(1),
  looks: external_exports.array(external_exports.object({ blocks: external_exports.int().min(1), spent: share2 })).min(1)
}).refine(({ blocks, looks }) => looks.at(-1)?.blocks === blocks.length && looks.every(isLater), {
  message: "its looks do not end at its last block, one after the other"
});
function isLater(look, at, looks) {
  const before = looks[at - 1];
  return before === void 0 || before.blocks < look.blocks && before.spent <= look.spent;
}
var values = external_exports.array(finite);
var byContender = external_exports.record(text, values);
var quality = external_exports.object({
  data: text,
  examples: external_exports.int().min(1),
  labels: values.optional(),
  groups: external_exports.array(external_exports.int().min(0)).optional(),
  slices: external_exports.record(text, external_exports.array(external_exports.int().min(0))).optional(),
  predictions: external_exports.record(text, external_exports.array(external_exports.int())),
  records: external_exports.partialRecord(external_exports.enum(["ranks", "scores", "losses", "outputs", "errors"]), byContender).optional(),
  custom: external_exports.record(text, byContender),
  corpus: external_exports.record(
    text,
    external_exports.record(
      text,
      external_exports.object({ value: finite, resampled: values.min(1), without: values.min(1), differing: external_exports.int().min(0) })
    )
  ).optional()
}).refine(({ examples, ...held }) => ofEachExample(held).every(({ length }) => length === examples), {
  message: "it does not hold a value for each example"
}).refine(
  ({ examples, records = {} }) => Object.values(records.scores ?? {}).every(({ length }) => length > 0 && length % examples === 0),
  { message: "it does not hold scores for each example" }
).refine(({ groups = [] }) => new Set(groups).size === groups.reduce((most, each) => Math.max(most, each + 1), 0), {
  message: "its groups are not numbered from 0 without gaps"
}).refine(
  ({ examples, groups = [], slices = {} }) => [groups, ...Object.values(slices)].every((all) => all.every((each) => each < examples))
);
function ofEachExample({
  labels,
  groups,
  predictions,
  records = {},
  custom
}) {
  const { scores: _, ...single } = records;
  const tables = [predictions, ...Object.values(single), ...Object.values(custom)].filter(
    (table3) => table3 !== void 0
  );
  return [labels, groups, ...tables.flatMap((table3) => Object.values(table3))].filter((list2) => list2 !== void 0);
}
var environment = external_exports.object({
  cpu: text,
  cores: count2,
  governor: text,
  cpuQuota: positive.optional(),
  memoryBytes: count2,
  memoryLimitBytes: count2.optional(),
  platform: text,
  host: text,
  node: text,
  onnxruntime: text,
  gpus: external_exports.array(external_exports.object({ name: text, driver: text, uuid: text })).optional(),
  runtimes: external_exports.array(text).optional(),
  fingerprint: text
});
var measurementsSchema = external_exports.object({
  environments: external_exports.array(environment).min(1),
  seed: external_exports.int(),
  contenders: external_exports.array(
    external_exports.object({ id: text, role: external_exports.enum(["production", "candidate", "variant", "copy"]), model: artifact })
  ),
  chosen: text,
  speed: external_exports.array(speed),
  quality: quality.optional(),
  counts: external_exports.record(text, external_exports.record(text, finite)),
  warnings: external_exports.array(external_exports.object({ code: text, message: text, remedy: text }))
}).refine(
  ({ environments: environments2, speed: speed2 }) => speed2.every((each) => environments2.some(({ fingerprint }) => fingerprint === each.environment)),
  { message: "it holds a scenario without its environment" }
);

// src/verdicts/evidence/schema.ts
var finite2 = external_exports.number();
var text2 = external_exports.string();
var question = external_exports.object({
  metric: text2,
  margin: external_exports.union([external_exports.object({ relative: finite2.min(0) }), external_exports.object({ absolute: finite2.min(0) })]),
  better: external_exports.enum(["lower", "higher"]).optional(),
  claim: external_exports.enum(["better", "equivalent"]).optional(),
  alpha: external_exports.number()
});
var row = external_exports.object({ metric: text2, scenario: text2.optional(), verdict: external_exports.enum(["pass", "fail", "inconclusive"]) });
var evidenceSchema = external_exports.object({
  schema: external_exports.literal("airworthy.evidence/2"),
  alpha: finite2.min(1e-4).max(0.2),
  questions: external_exports.array(question),
  measurements: measurementsSchema,
  comparison: external_exports.object({
    contender: text2,
    against: external_exports.object({ sha256: text2 }),
    identical: external_exports.boolean(),
    rows: external_exports.array(row),
    alpha: finite2,
    evidence: text2
  })
});

// src/verdicts/evidence/index.ts
function evidenceOf(measurements, comparison3, questions, alpha) {
  const asked = questions.map(({ metric, margin: margin2, better, claim, alpha: rate }) => ({
    metric,
    margin: margin2,
    alpha: rate,
    ...claim === void 0 ? {} : { claim },
    ...better === void 0 ? {} : { better }
  }));
  return JSON.parse(
    canonical({ schema: "airworthy.evidence/2", alpha, questions: asked, measurements, comparison: comparison3 })
  );
}
function verifyEvidence(json) {
  const evidence2 = parse(json);
  const { measurements, comparison: comparison3, questions, alpha } = evidence2;
  const rows = recompute(evidence2);
  const differences = [
    ...digest(measurements) === comparison3.evidence ? [] : ["The measurements are not those that were compared: their digest differs."],
    ...alpha === comparison3.alpha ? [] : [`The error rate is ${alpha}, the comparison says ${comparison3.alpha}.`],
    ...measurements.chosen === comparison3.contender ? [] : [`The chosen contender is ${measurements.chosen}, the comparison is of ${comparison3.contender}.`],
    ...rowDifferences(rows, comparison3.rows)
  ];
  if (comparison3.identical !== isProduction(measurements.contenders, measurements.chosen)) {
    differences.push("Whether the candidate is production itself does not follow from the contenders.");
  }
  const production = measurements.contenders.find(({ role }) => role === "production");
  if ((production?.model.sha256 ?? "") !== comparison3.against.sha256) {
    differences.push("The production model that was measured is not the one that the comparison names.");
  }
  return { same: differences.length === 0 && questions.length > 0, differences, rows };
}
function parse(json) {
  const parsed2 = evidenceSchema.safeParse(json);
  if (parsed2.success) return json;
  const [issue] = parsed2.error.issues;
  const reason = `${issue?.path.join(".") || "it"}: ${issue?.message ?? "not of the form"}`;
  throw verdictError("evidence-wrong", { path: "The file", reason });
}
function recompute({ measurements, questions, alpha }) {
  try {
    return compareRows(measurements, questions, alpha);
  } catch (cause) {
    throw verdictError("evidence-wrong", { path: "The file", reason: messageOf(cause) }, { cause });
  }
}
function rowDifferences(recomputed, recorded) {
  const differences = recomputed.flatMap((row2, at) => {
    const other = recorded[at];
    if (other === void 0) return [`${nameOf(row2)} is not recorded; recomputed it is ${row2.verdict}.`];
    if (canonical(row2) === canonical(other)) return [];
    const keys = keysThatDiffer(row2, other);
    const verdicts2 = row2.verdict === other.verdict ? "" : ` It was recorded as ${other.verdict}, recomputed it is ${row2.verdict}.`;
    return [`${nameOf(row2)} differs in ${keys.join(", ")}.${verdicts2}`];
  });
  const surplus = recorded.slice(recomputed.length).map((row2) => `${nameOf(row2)} is recorded, but nothing asks for it.`);
  return [...differences, ...surplus];
}
function keysThatDiffer(row2, other) {
  const [one, two] = [row2, other];
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(one), ...Object.keys(two)])];
  return keys.filter((key) => canonical(one[key] ?? null) !== canonical(two[key] ?? null));
}
function nameOf(row2) {
  return row2.scenario === void 0 ? row2.metric : `${row2.metric} at ${row2.scenario}`;
}

// src/report/json.ts
function renderJson(report) {
  const text3 = JSON.stringify(report, sortedKeys, 2);
  return `${text3.replace(numberArray, onOneLine).replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escaped)}
`;
}
var numberArray = /\[\n[\s\d.,eE+-]+\]/g;
function onOneLine(array) {
  return array.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]");
}
function escaped(characters) {
  return Array.from(
    { length: characters.length },
    (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, "0")}`
  ).join("");
}
function sortedKeys(_key, member) {
  if (member === null || typeof member !== "object" || Array.isArray(member)) return member;
  return Object.fromEntries(Object.entries(member).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

// src/report/facts.ts
function headline(report) {
  return { glyph: glyph(report.outcome), word: word(report.outcome) };
}
function keyRow(report) {
  const rows = report.comparison?.rows ?? [];
  const reasons = report.decision?.reasons ?? [];
  const required = rows.filter(
    (row2) => reasons.some((reason) => reason.metric === row2.metric && (reason.scenario ?? row2.scenario) === row2.scenario)
  );
  const candidates = required.length > 0 ? required : rows;
  const worst = (verdict2) => candidates.find((row2) => row2.verdict === verdict2);
  return worst("fail") ?? worst("inconclusive") ?? candidates[0];
}
function keyNumber(report) {
  const decided = report.outcome === "pass" || report.outcome === "fail" || report.outcome === "inconclusive";
  const row2 = decided ? keyRow(report) : void 0;
  return row2 === void 0 ? void 0 : `${row2.metric} ${interval(row2)}, margin ${margin(row2)}`;
}
function rowSentence(row2) {
  return `${metricName(row2)}: ${change(row2)} (${interval(row2)}), margin ${margin(row2)}, ${rowVerdict(row2)}.`;
}
function metricName(row2) {
  return row2.scenario === void 0 ? row2.metric : `${row2.metric} (${row2.scenario})`;
}
function inMargins(row2, value) {
  const better = row2.better === "higher" ? value : -value;
  if (better === 0) return 0;
  return row2.margin > 0 ? better / row2.margin : Math.sign(better) * Number.POSITIVE_INFINITY;
}
function allWarnings(report) {
  const all = [
    ...report.stages.flatMap((stage) => stage.warnings),
    ...report.measurements?.warnings ?? [],
    ...report.comparison?.warnings ?? []
  ];
  return [...new Map(all.map((warning) => [`${warning.code}
${warning.message}`, warning])).values()];
}
function allProblems(report) {
  return report.stages.flatMap((stage) => stage.problems.map((problem) => ({ stage: stage.name, problem })));
}
function environments(report) {
  const measured = report.measurements;
  if (measured === void 0) return [];
  return measured.environments.map((environment4, at) => {
    const { fingerprint } = environment4;
    const here = measured.speed.filter((speed2) => speed2.environment === fingerprint);
    const scenarios = here.map(({ scenario: scenario2 }) => scenario2.id);
    const share3 = [...scenarios, ...at === 0 && measured.quality !== void 0 ? ["quality"] : []].join(", ");
    const several = measured.environments.length > 1;
    const facts2 = [...several ? [["Measured here", share3]] : [], ...machineFacts(environment4)];
    return { fingerprint, facts: [...facts2.flatMap(toldOnly), ...profiledRuns(here)] };
  });
}
function conditions(report) {
  const measured = report.measurements;
  if (measured === void 0) return [];
  const { quality: quality2, seed } = measured;
  const facts2 = [
    ["Noise floor", noiseFloor(report)],
    ["Seed of the order of runs", String(seed)],
    ["Quality data", quality2 === void 0 ? void 0 : `${quality2.data}, ${counted(quality2.examples, "example")}`]
  ];
  return facts2.flatMap(toldOnly);
}
function toldOnly([name, value]) {
  return value === void 0 ? [] : [[name, value]];
}
function machineFacts(machine) {
  const { cpuQuota, memoryLimitBytes, gpus = [], runtimes = [`onnxruntime-node ${machine.onnxruntime}`] } = machine;
  return [
    ["Processor", `${machine.cpu}, ${counted(machine.cores, "core")}`],
    ["Processors of the container", cpuQuota === void 0 ? void 0 : String(cpuQuota)],
    ["Clock governor", known(machine.governor)],
    ["Memory", bytes(machine.memoryBytes)],
    ["Memory of the container", memoryLimitBytes === void 0 ? void 0 : bytes(memoryLimitBytes)],
    ["Machine", known(machine.host)],
    ...gpus.map(({ name, driver }) => ["GPU", `${name}, driver ${driver}`]),
    ["System", machine.platform],
    ["Node.js", machine.node],
    ["Runtime", runtimes.join(", ")]
  ];
}
function profiledRuns(speed2) {
  return speed2.flatMap(
    ({ scenario: scenario2, profiles = {} }) => Object.entries(profiles).map(
      ([id, { wallMs, kernelMs, copyMs, clock }]) => [
        `Profiled run of ${id} (${scenario2.id})`,
        `${milliseconds(wallMs)}: kernels ${milliseconds(kernelMs)} by the ${clock}'s clock, copies ${milliseconds(copyMs)}`
      ]
    )
  );
}
function known(value) {
  return value === "unknown" ? void 0 : value;
}
function noiseFloor(report) {
  const rows = (report.comparison?.rows ?? []).filter(({ noise }) => noise !== void 0);
  const width = ({ noise }) => noise === void 0 ? 0 : noise.high - noise.low;
  const [row2] = rows.toSorted((a, b) => width(b) - width(a));
  if (row2?.noise === void 0) return void 0;
  const { low, high, blocks } = row2.noise;
  return `${metricName(row2)} of two copies of production: ${interval({ ...row2, interval: row2.noise })} in ${counted(blocks, "block")}${low <= 0 && high >= 0 ? "" : ", which is more than chance"}`;
}
function latencies(report) {
  const measurements = report.measurements;
  if (measurements === void 0) return [];
  const production = measurements.contenders.find((contender) => contender.role === "production");
  const contenders = [
    ...production === void 0 ? [] : [{ role: "production", id: production.id }],
    { role: "candidate", id: measurements.chosen }
  ];
  return measurements.speed.map(({ scenario: scenario2, blocks }) => ({
    scenario: scenario2,
    blocks: blocks.length,
    sides: contenders.map((contender) => sideOf(contender, blocks)).filter((side) => side.samples.length > 0)
  }));
}
function quantile(sorted, probability) {
  const at = probability * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}
function baseName(path2) {
  return path2.split(/[\\/]/).at(-1) ?? path2;
}
function verifyCommand(report) {
  return `airworthy verify ${shellWord(baseName(report.files["evidence"] ?? "evidence.json"))}`;
}
function shellWord(text3) {
  return /^[\w@%+=:,./-]+$/.test(text3) ? text3 : `'${text3.replaceAll("'", "'\\''")}'`;
}
function sideOf(contender, blocks) {
  const runs = blocks.map((block, index) => ({
    block: index + 1,
    samples: sortedOf(block.runs[contender.id]?.samplesMs)
  }));
  const measured = runs.filter((run) => run.samples.length > 0);
  return {
    ...contender,
    samples: sortedOf(measured.flatMap((run) => run.samples)),
    medians: measured.map((run) => ({ block: run.block, ms: quantile(run.samples, 0.5) }))
  };
}
function sortedOf(samples) {
  return (samples ?? []).filter(Number.isFinite).sort((a, b) => a - b);
}

// src/report/markdown/bar.ts
var cells = 15;
var perMargin = 3;
var zero = 7;
function bar(row2) {
  const at = (value) => zero + inMargins(row2, value) * perMargin;
  const [a, b] = [at(row2.interval.low), at(row2.interval.high)];
  const [low, high, middle] = [Math.round(Math.min(a, b)), Math.round(Math.max(a, b)), Math.round(at(row2.change))];
  const drawn = Array.from({ length: cells }, (_, cell) => character(cell, low, high, middle));
  if (low < 0) drawn[0] = "\u25C0";
  if (high >= cells) drawn[cells - 1] = "\u25B6";
  return drawn.join("");
}
function character(cell, low, high, middle) {
  if (cell === middle) return "\u25CF";
  if (cell >= low && cell <= high) return "\u2501";
  if (cell === zero) return "\u2502";
  return cell === zero - perMargin ? "\u250A" : "\xB7";
}

// src/report/markdown/blocks.ts
function saying(length) {
  return (text3) => {
    const visible = plain(text3).trim();
    return visible === "" && text3 !== "" ? "\uFFFD" : clip(visible, length);
  };
}
function table2(titles, rows) {
  const line = (cells2) => `| ${cells2.join(" | ")} |`;
  const lines = [
    line(titles),
    line(titles.map(() => "---")),
    ...rows.map((cells2) => line(cells2.map((cell) => cell.text)))
  ];
  return trusted("markdown", lines.join("\n"));
}
function list(all, most, write) {
  if (all.length === 0 || most === 0) return void 0;
  const entries = all.slice(0, most).map((entry) => markdown`- ${write(entry)}`);
  return limited(joined("markdown", entries, "\n"), all.length, entries.length);
}
function limited(body, total, shown) {
  if (shown === 0) return void 0;
  return total === shown ? body : markdown`${body}\n\n${count(total - shown)} more in the full report.`;
}
function linkLine(links) {
  if (links.length === 0) return void 0;
  const written = links.map(({ text: text3, url }) => markdown`[${text3}](${trusted("markdown", encoded(url))})`);
  return joined("markdown", written, " \xB7 ");
}
function encoded(url) {
  return url.replace(/[^\w~:/?#@!$&'*+,;=.%-]/g, encodeURIComponent).replace(/[()]/g, (one) => one === "(" ? "%28" : "%29");
}

// src/report/distribution.ts
function lastDrawn(sides) {
  const reach = ({ samples }) => {
    const [middle, quarter] = [quantile(samples, 0.5), quantile(samples, 0.75)];
    const bulk = Math.max(quantile(samples, 0.9), middle + 8 * (quarter - middle));
    return Math.min(quantile(samples, 0.995), bulk);
  };
  return Math.max(...sides.map(reach), ...sides.flatMap((side) => side.medians.map(({ ms }) => ms)));
}
function histogram(samples, low, high, bins) {
  const counts = new Array(bins).fill(0);
  for (const sample2 of samples) {
    const bin = sample2 === high ? bins - 1 : Math.floor((sample2 - low) / (high - low) * bins);
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count3) => count3 / samples.length);
}

// src/report/markdown/chart.ts
var points = 30;
function latencyChart(report) {
  const first = latencies(report).find((one) => one.sides.length > 0);
  return first === void 0 ? void 0 : { scenario: first.scenario.id, mermaid: chart(first) };
}
function chart({ sides }) {
  const low = Math.min(...sides.map((side) => quantile(side.samples, 0)));
  const high = Math.max(lastDrawn(sides), low * 1.001 + 1e-9);
  const [unit, factor] = high < 1 ? ["microseconds", 1e3] : ["milliseconds", 1];
  const colours2 = sides.map((side) => side.role === "production" ? "#7a8699" : "#0b6bcb").join(", ");
  const lines = sides.map((side) => {
    const percents = histogram(side.samples, low, high, points).map((share3) => plainNumber(100 * share3));
    return `  line [${percents.join(", ")}]`;
  });
  return [
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours2}"}}}}%%`,
    "xychart-beta",
    `  x-axis "time of one run, ${unit}" ${plainNumber(low * Number(factor))} --> ${plainNumber(high * Number(factor))}`,
    '  y-axis "share of runs, percent"',
    ...lines
  ].join("\n");
}
function plainNumber(value) {
  return String(Number(value.toFixed(3)));
}

// src/report/markdown/folded.ts
function folded(report, detail, say) {
  const warned = allWarnings(report);
  const sections = [
    [
      counted(warned.length, "warning"),
      list(
        warned,
        Math.max(3, detail.entries),
        (one) => markdown`${say(one.message)}<br>→ ${say(one.remedy)} <code>${say(one.code)}</code>`
      )
    ],
    ["What would settle it", settling(report, detail, say)],
    ["All metrics", detail.entries === 0 ? void 0 : allMetrics(report, detail, say)],
    ["Latency", detail.entries === 0 ? void 0 : latency(report, detail, say)],
    ["Rollout steps", detail.entries === 0 ? void 0 : rolloutSteps(report, detail, say)],
    ["Stages", detail.entries === 0 ? void 0 : stages(report, detail, say)],
    ["Validation findings", detail.entries === 0 ? void 0 : findings(report, detail, say)],
    ["Optimisation", detail.entries === 0 ? void 0 : variants(report, detail, say)],
    ["Environment", environment2(report, detail, say)],
    ["How to reproduce", reproduce(report)]
  ];
  return sections.flatMap(
    ([summary, body]) => body === void 0 ? [] : [markdown`<details><summary>${summary}</summary>\n\n${body}\n\n</details>`]
  );
}
function settling(report, detail, say) {
  const open2 = (report.comparison?.rows ?? []).filter((row2) => row2.verdict === "inconclusive");
  return list(open2, Math.max(3, detail.entries), (row2) => {
    const more = needs(row2);
    const could = row2.detectable === void 0 ? void 0 : size(row2, row2.detectable);
    return markdown`<code>${say(metricName(row2))}</code>: ${more === void 0 ? "more evidence" : `about ${more} more`}${could === void 0 ? "" : `; this evidence could have told a change of ${could}`}`;
  });
}
function allMetrics(report, detail, say) {
  const rows = report.comparison?.rows ?? [];
  const cells2 = rows.slice(0, detail.entries).map((row2) => [
    markdown`<code>${say(row2.metric)}</code> ${say(row2.scenario ?? "")}`,
    markdown`${say(quantity(row2.production, row2.unit))}`,
    markdown`${say(quantity(row2.candidate, row2.unit))}`,
    markdown`${say(change(row2))} (${say(interval(row2))})`,
    markdown`${say(margin(row2))}`,
    markdown`${glyph(row2.verdict)} ${rowVerdict(row2)}`,
    markdown`${say(row2.method)}. ${say(row2.why)}`
  ]);
  return limited(
    table2(["Metric", "Production", "Candidate", "Change", "Margin", "Verdict", "Why"], cells2),
    rows.length,
    cells2.length
  );
}
function latency(report, detail, say) {
  const all = latencies(report);
  const sides = all.flatMap(({ scenario: scenario2, sides: sides2 }) => sides2.map((side) => ({ scenario: scenario2, side })));
  const cells2 = sides.slice(0, detail.entries).map(({ scenario: scenario2, side }) => [
    markdown`${say(scenario2.id)}`,
    markdown`${side.role}`,
    ...[0.5, 0.9, 0.99].map((probability) => markdown`${milliseconds(quantile(side.samples, probability))}`),
    markdown`${count(side.samples.length)}`
  ]);
  if (cells2.length === 0) return void 0;
  const found = detail.chart ? latencyChart(report) : void 0;
  const chart2 = found === void 0 ? void 0 : markdown`

Distribution in ${say(found.scenario)} (grey: production, blue: candidate):

${trusted("markdown", `\`\`\`mermaid
${found.mermaid}
\`\`\``)}`;
  return markdown`${table2(["Scenario", "Contender", "p50", "p90", "p99", "Runs"], cells2)}${chart2}`;
}
function rolloutSteps(report, detail, say) {
  const steps = report.rollout?.steps ?? [];
  const cells2 = steps.slice(0, detail.entries).map((step) => [
    markdown`${share(step.weight)}`,
    markdown`${step.observed === void 0 ? "no request" : share(step.observed)}`,
    markdown`${count(step.requests.stable)} / ${count(step.requests.candidate)}`,
    markdown`${glyph(step.verdict)} ${word(step.verdict)}`,
    joined(
      "markdown",
      step.judgements.slice(0, 10).map((one) => markdown`${say(one.why)}`),
      "<br>"
    )
  ]);
  const hooks = list(
    report.rollout?.hooks ?? [],
    detail.entries,
    (hook) => markdown`hook <code>${say(hook.name)}</code> ${hook.outcome}: ${say(hook.detail)}`
  );
  if (cells2.length === 0) return hooks;
  const rows = limited(
    table2(["Asked", "Seen", "Requests: stable / candidate", "Verdict", "Why"], cells2),
    steps.length,
    cells2.length
  );
  return hooks === void 0 ? rows : markdown`${rows}\n\n${hooks}`;
}
function stages(report, detail, say) {
  const cells2 = report.stages.slice(0, detail.entries).map((stage) => [
    markdown`${say(stage.name)}`,
    markdown`${glyph(stage.status)} ${word(stage.status)}`,
    markdown`${stage.status === "skipped" ? "" : seconds(stage.seconds)}`,
    markdown`${say(stage.summary)}`
  ]);
  return limited(table2(["Stage", "Status", "Time", "Result"], cells2), report.stages.length, cells2.length);
}
function findings(report, detail, say) {
  const all = report.validation?.checks.flatMap((check) => check.findings) ?? [];
  return list(
    all,
    detail.entries,
    (one) => markdown`${one.severity} at <code>${say(one.where)}</code>: ${say(one.message)}<br>→ ${say(one.hint)}`
  );
}
function variants(report, detail, say) {
  const all = report.variants?.variants ?? [];
  return list(
    all,
    detail.entries,
    (one) => markdown`${one.kept ? "\u2713 kept" : "\u2013 dropped"} <code>${say(one.id)}</code>, ${bytes(one.model.bytes)}: ${say(one.how)}; ${say(one.why)}`
  );
}
function environment2(report, detail, say) {
  const machines2 = environments(report).slice(0, Math.max(1, detail.entries));
  if (machines2.length === 0) return void 0;
  const lines = [...machines2.map(({ facts: facts2 }) => facts2), conditions(report)].map((facts2) => {
    return markdown`${say(facts2.map(([name, value]) => `${name}: ${value}`).join("; "))}`;
  });
  return joined("markdown", lines, "<br>");
}
function reproduce(report) {
  const purposes = new Map([
    [`airworthy run ${shellWord(clip(plain(report.pipeline.file), 300))}`, "run it again"],
    ...report.comparison === void 0 ? [] : [[clip(plain(verifyCommand(report)), 300), "recompute every verdict"]],
    ...report.next.slice(0, 5).map((step) => [clip(plain(step.command), 300), clip(plain(step.what), 200)])
  ]);
  const lines = [...purposes].map(([command, purpose]) => `${command}  # ${purpose}`);
  const longest2 = Math.max(2, ...(lines.join("\n").match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest2 + 1);
  return trusted("markdown", `${fence}sh
${lines.join("\n")}
${fence}`);
}

// src/report/markdown/index.ts
var details = [
  { rows: 8, entries: 1e3, text: 2e3, chart: true },
  { rows: 8, entries: 60, text: 400, chart: true },
  { rows: 8, entries: 15, text: 200, chart: false },
  { rows: 6, entries: 5, text: 100, chart: false },
  { rows: 4, entries: 0, text: 60, chart: false }
];
function renderMarkdown(report, options = {}) {
  const limit = options.limit ?? 65e3;
  const [first, ...others] = details;
  return others.reduce(
    (text3, detail) => text3.length <= limit ? text3 : atDetail(report, detail, options),
    atDetail(report, first, options)
  );
}
function atDetail(report, detail, { links = [], preface }) {
  const say = saying(detail.text);
  const blocks = [
    title(report, say),
    preface === void 0 ? void 0 : markdown`> ${say(preface)}`,
    markdown`${say(report.sentence)}`,
    comparison(report, detail, say),
    rollout(report, say),
    problems(report, detail, say),
    ...folded(report, detail, say),
    linkLine(links),
    markdown`<sub>airworthy ${report.tool.version}, run ${say(report.runId)}</sub>`
  ].filter((block) => block !== void 0 && block.text !== "");
  return `${joined("markdown", blocks, "\n\n").text}
`;
}
function title(report, say) {
  const { glyph: glyph2, word: word2 } = headline(report);
  const key = keyNumber(report);
  const capital = `${word2.charAt(0).toUpperCase()}${word2.slice(1)}`;
  return markdown`### ${glyph2} ${capital}${key === void 0 ? "" : `: ${say(key)}`}`;
}
function comparison(report, detail, say) {
  const rows = report.comparison?.rows ?? [];
  if (rows.length === 0) return void 0;
  const first = keyRow(report);
  const required = new Set((report.decision?.reasons ?? []).map((reason) => reason.metric));
  const rank = (row2) => row2 === first ? 0 : required.has(row2.metric) ? 1 : 2;
  const shown = rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, detail.rows);
  const cells2 = shown.map((row2) => [
    markdown`<code>${say(row2.metric)}</code>${row2.scenario === void 0 ? void 0 : markdown`<br>${say(row2.scenario)}`}<br>${glyph(row2.verdict)} ${rowVerdict(row2)}`,
    markdown`**${say(change(row2))}**<br>${say(interval(row2))}`,
    markdown`<code>${bar(row2)}</code><br>margin ${say(margin(row2))}`
  ]);
  const more = rows.length > shown.length ? markdown` ${counted(rows.length - shown.length, "more metric")} below.` : void 0;
  return markdown`${table2(["Metric", "Change", "Against the margin"], cells2)}

<sub><code>┊</code> margin, <code>│</code> no change, <code>━●━</code> interval; right is better.${more}</sub>`;
}
function rollout(report, say) {
  const result = report.rollout;
  if (result === void 0) return void 0;
  const weights = result.steps.map((step) => `${share(step.weight)} ${glyph(step.verdict)}`).join(" \u2192 ");
  const steps = weights === "" ? "" : ` (${weights})`;
  return markdown`**Rollout of v${say(result.version)}**: ${result.outcome.replace("-", " ")}${steps}: ${say(result.why)}`;
}
function problems(report, detail, say) {
  const all = allProblems(report);
  return list(all, Math.max(3, detail.entries), ({ stage, problem }) => {
    const where = problem.where === void 0 ? "" : ` (${problem.where.file}:${problem.where.line}:${problem.where.column})`;
    return markdown`**${say(stage)}** <code>${say(problem.code)}</code>: ${say(problem.message)}${say(where)}<br>→ ${say(problem.hint)}`;
  });
}

// src/report/terminal/index.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function renderTerminal(report, options) {
  const style2 = styleOf(options);
  const sections = [
    title2(report, style2),
    stages2(report.stages, style2),
    comparison2(report, style2),
    machines(report, style2),
    rollout2(report.rollout, style2),
    warnings(allWarnings(report), style2),
    problems2(allProblems(report), style2),
    decision(report, style2)
  ];
  const text3 = sections.filter((lines) => lines.length > 0).map((lines) => `${lines.join("\n")}
`).join("\n");
  return options.ascii === true ? asciiOnly(text3) : text3;
}
function styleOf(options) {
  const { bold, dim, green, red, yellow } = import_picocolors.default.createColors(options.colour);
  const good = { pass: green, measured: green, done: green, cached: green };
  const bad = { fail: red, error: red, "rolled-back": red };
  const open2 = { inconclusive: yellow, cancelled: yellow, skipped: dim };
  return { width: options.width, bold, dim, of: { ...good, ...bad, ...open2 } };
}
function title2(report, style2) {
  const text3 = [
    `airworthy ${terminalText(report.tool.version)}`,
    terminalText(clip(report.pipeline.name, 60)),
    terminalText(time(report.startedAt))
  ].join(" \xB7 ");
  return [style2.dim(text3)];
}
function stages2(stages4, style2) {
  const nameWidth = Math.max(0, ...stages4.map((stage) => displayWidth(terminalText(stage.name))));
  return stages4.flatMap((stage) => {
    const name = terminalText(stage.name);
    const time2 = stage.status === "skipped" ? "" : seconds(stage.seconds);
    const first = `  ${glyph(stage.status)} ${name}${" ".repeat(nameWidth - displayWidth(name))}  ${time2.padStart(7)}  `;
    const note = stage.status === "cached" ? "cached: " : "";
    const lines = wrapped(`${note}${terminalText(stage.summary) || word(stage.status)}`, style2.width, first);
    return lines.map((line) => stage.status === "skipped" ? style2.dim(line) : painted(line, stage.status, style2));
  });
}
function painted(line, status, style2) {
  return line.replace(
    /^( *)(\S)(?= )/,
    (_, space, mark) => mark === glyph(status) ? `${space}${style2.of[status](mark)}` : `${space}${mark}`
  );
}
function comparison2(report, style2) {
  const compared = report.comparison;
  if (compared === void 0 || compared.rows.length === 0) return [];
  const scenarios = [...new Set(compared.rows.flatMap((row2) => row2.scenario === void 0 ? [] : [row2.scenario]))];
  const version = compared.against.version === void 0 ? "" : ` v${terminalText(compared.against.version)}`;
  const only = scenarios.length === 1 ? style2.dim(`  ${terminalText(scenarios[0] ?? "")}`) : "";
  const columns = comparisonColumns.filter((column) => column.title !== "scenario" || scenarios.length > 1);
  const rows = compared.rows.map((row2) => columns.map((column) => comparisonCell(row2, column.title, style2)));
  return [
    `${style2.bold(`Against production${version}`)}${only}`,
    ...indented(table(columns, rows, { width: style2.width - 2, heading: style2.dim })),
    ...compared.rows.filter((row2) => row2.verdict !== "pass").flatMap((row2) => remark(row2.verdict, row2.why, style2))
  ];
}
var comparisonColumns = [
  { title: "", align: "left" },
  { title: "metric", align: "left" },
  { title: "scenario", align: "left" },
  { title: "production", align: "right", spare: 2 },
  { title: "candidate", align: "right", spare: 1 },
  { title: "change", align: "right", spare: 3 },
  { title: "interval", align: "left" },
  { title: "margin", align: "right", spare: 0 },
  { title: "verdict", align: "left", spare: 4 }
];
function machines(report, style2) {
  const all = environments(report);
  if (all.length < 2) return [];
  const lines = all.map(({ facts: facts2 }) => {
    const told = (name) => facts2.flatMap(([each, value]) => each === name ? [value] : []);
    const where = [...told("GPU"), ...told("Processor")].join("; ");
    return `${told("Measured here").join()}: ${where}`;
  });
  return [style2.bold("Measured on"), ...lines.flatMap((line) => wrapped(terminalText(line), style2.width, "  "))];
}
function comparisonCell(row2, column, style2) {
  const paint = style2.of[row2.verdict];
  switch (column) {
    case "":
      return { text: glyph(row2.verdict), paint };
    case "metric":
      return { text: terminalText(clip(row2.metric, 40)) };
    case "scenario":
      return { text: terminalText(clip(row2.scenario ?? "", 30)), paint: style2.dim };
    case "production":
      return { text: terminalText(quantity(row2.production, row2.unit)) };
    case "candidate":
      return { text: terminalText(quantity(row2.candidate, row2.unit)) };
    case "change":
      return { text: terminalText(change(row2)), paint: style2.bold };
    case "interval":
      return { text: terminalText(interval(row2)) };
    case "margin":
      return { text: terminalText(margin(row2)), paint: style2.dim };
    default:
      return { text: rowVerdict(row2), paint };
  }
}
function indented(lines) {
  return lines.map((line) => `  ${line}`);
}
function remark(status, text3, style2) {
  return wrapped(terminalText(text3), style2.width, `    ${glyph(status)} `).map(
    (line) => painted(line, status, style2)
  );
}
function rollout2(result, style2) {
  if (result === void 0) return [];
  const from = result.from === void 0 ? "" : `v${result.from} \u2192 `;
  const heading = style2.bold(terminalText(`Rollout ${from}v${result.version}`));
  const failed = result.steps.flatMap((step) => step.judgements.filter((judgement) => judgement.verdict !== "pass"));
  const steps = result.steps.map((step) => stepCells(step, style2));
  return [
    `${heading}  ${style2.dim(terminalText(result.target))}`,
    ...steps.length === 0 ? [] : indented(table(stepColumns, steps, { width: style2.width - 2, heading: style2.dim })),
    ...failed.flatMap((judgement) => remark(judgement.verdict, judgement.why, style2)),
    ...wrapped(`${outcomes[result.outcome]}: ${terminalText(result.why)}`, style2.width, "  "),
    ...verified(result),
    ...result.hooks.flatMap((hook) => {
      const status = hook.outcome === "done" ? "done" : "error";
      return remark(status, `hook ${hook.name}: ${hook.detail === "" ? hook.outcome : hook.detail}`, style2);
    })
  ];
}
var outcomes = {
  promoted: "Promoted",
  "rolled-back": "Rolled back",
  "already-serving": "Already serving",
  held: "Held"
};
var stepColumns = [
  { title: "", align: "left" },
  { title: "traffic", align: "right" },
  { title: "seen", align: "right" },
  { title: "to stable", align: "right", spare: 1 },
  { title: "to candidate", align: "right", spare: 2 },
  { title: "time", align: "right", spare: 3 },
  { title: "verdict", align: "left" }
];
function stepCells(step, style2) {
  const paint = style2.of[step.verdict];
  return [
    { text: glyph(step.verdict), paint },
    { text: share(step.weight) },
    { text: step.observed === void 0 ? "none" : share(step.observed) },
    { text: count(step.requests.stable) },
    { text: count(step.requests.candidate) },
    { text: seconds(step.seconds) },
    { text: word(step.verdict), paint }
  ];
}
function verified(result) {
  if (result.verified === void 0) return [];
  const { stable, candidate } = result.verified;
  return [
    `  Traffic after the rollback: ${counted(stable, "request")} to stable, ${count(candidate)} to the candidate.`
  ];
}
function warnings(all, style2) {
  if (all.length === 0) return [];
  const lines = all.flatMap((warning) => [
    ...wrapped(`${terminalText(warning.message)} ${style2.dim(`(${terminalText(warning.code)})`)}`, style2.width, "  ! "),
    ...wrapped(terminalText(warning.remedy), style2.width, "    \u2192 ")
  ]);
  return [
    style2.bold(counted(all.length, "warning")),
    ...lines.map((line) => line.replace(/^ {2}!/, `  ${style2.of.inconclusive("!")}`))
  ];
}
function problems2(all, style2) {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ stage, problem }) => [
    ...wrapped(`${terminalText(`${stage}: ${problem.message}`)}`, style2.width, "  \u2717 "),
    ...problem.where === void 0 ? [] : [style2.dim(`    ${terminalText(position(problem.where))}`)],
    ...wrapped(`${terminalText(problem.hint)} ${style2.dim(`(${terminalText(problem.code)})`)}`, style2.width, "    \u2192 ")
  ]);
  return [style2.bold(counted(all.length, "problem")), ...lines.map((line) => painted(line, "fail", style2))];
}
function position(where) {
  return `${where.file}:${where.line}:${where.column}`;
}
function decision(report, style2) {
  const { glyph: glyph2, word: word2 } = headline(report);
  const first = `${glyph2} ${word2.toUpperCase()}  `;
  const paint = style2.of[report.outcome];
  const sentence = wrapped(terminalText(report.sentence), style2.width, first);
  const files = filesToOpen(report);
  const next2 = nextSteps(report, style2).map((text3) => ["next", text3]);
  const labels = [...files, ...next2];
  const label = Math.max(0, ...labels.map(([name]) => name.length));
  return [
    ...sentence.map((line, index) => index === 0 ? line.replace(first, paint(style2.bold(first))) : line),
    ...labels.map(([name, text3]) => `  ${style2.dim(name.padEnd(label))}  ${text3}`)
  ];
}
function filesToOpen(report) {
  const shown = [
    ["report", report.files["html"]],
    ["evidence", report.files["evidence"]],
    ["shard", report.files["shard"]]
  ];
  return shown.flatMap(([label, path2]) => path2 === void 0 ? [] : [[label, terminalText(path2)]]);
}
function nextSteps(report, style2) {
  const commands = report.next.map((step) => terminalText(step.command));
  const width = Math.max(0, ...commands.map(displayWidth));
  return report.next.map((step, index) => {
    const command = commands[index] ?? "";
    const space = " ".repeat(width - displayWidth(command) + 2);
    return `${style2.bold(command)}${space}${style2.dim(terminalText(step.what))}`;
  });
}

// src/report/release-notes.ts
var longest = 1e3;
function renderReleaseNotes(report, links = []) {
  const { release: release2 } = report;
  if (release2 === void 0) return void 0;
  const say = saying(longest);
  const detail = { rows: 20, entries: 20, text: longest, chart: false };
  const blocks = [
    markdown`${say(report.sentence)}`,
    markdown`**Why ${say(release2.version)}**: ${say(release2.why)}.`,
    comparison(report, detail, say),
    digests(report, say),
    measuredOn(report, say),
    linkLine(links)
  ].filter((block) => block !== void 0);
  return `${joined("markdown", blocks, "\n\n").text}
`;
}
function digests(report, say) {
  const { release: release2, subject: subject2, comparison: compared } = report;
  const files = release2?.artifact.files ?? (release2 === void 0 ? [] : [release2.artifact]);
  const lines = [
    ...files.map(
      ({ name, sha256, bytes: bytes2 }) => markdown`- <code>${say(name)}</code>, ${bytes(bytes2)}, sha256 <code>${sha256}</code>`
    ),
    subject2?.production === void 0 ? markdown`- the first release: there was nothing to compare with` : markdown`- compared with ${say(subject2.production.version ?? subject2.production.artifact.name)}, sha256 <code>${subject2.production.artifact.sha256}</code>`,
    compared === void 0 ? void 0 : markdown`- every verdict again from the raw samples: <code>${say(verifyCommand(report))}</code>`
  ].filter((line) => line !== void 0);
  return joined("markdown", lines, "\n");
}
function measuredOn(report, say) {
  const facts2 = [...environments(report).map((machine) => machine.facts), conditions(report)].filter(
    (all) => all.length > 0
  );
  if (facts2.length === 0) return void 0;
  const lines = facts2.map((all) => markdown`- ${say(all.map(([name, value]) => `${name}: ${value}`).join("; "))}`);
  return markdown`<details><summary>Measured on</summary>\n\n${joined("markdown", lines, "\n")}\n\n</details>`;
}

// src/report/html/vega.ts
async function draw(plot, widths, label) {
  const wide = await svgOf(plot(widths.wide));
  const narrow = await svgOf(plot(widths.narrow));
  return trusted("html", `${labelled(wide, "wide", label)}${labelled(narrow, "narrow", label)}`);
}
var colours = {
  ink: "var(--ink, #16181d)",
  card: "var(--card, #ffffff)",
  soft: "var(--soft, #5b6270)",
  line: "var(--line, #e4e7ec)",
  production: "var(--production, #7a8699)",
  candidate: "var(--candidate, #0b6bcb)",
  pass: "var(--pass, #0a7d5a)",
  fail: "var(--fail, #c2410c)",
  inconclusive: "var(--inconclusive, #a16207)"
};
var verdicts = ["pass", "fail", "inconclusive"];
var verdictColours = {
  domain: verdicts,
  range: [colours.pass, colours.fail, colours.inconclusive]
};
var percentLabel = "format(datum.value * 100, '~g') + ' %'";
var font = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
var config = {
  background: "transparent",
  font,
  aria: false,
  padding: 2,
  view: { stroke: null },
  axis: {
    labelColor: colours.soft,
    titleColor: colours.soft,
    titleFontWeight: "normal",
    labelFontSize: 12,
    titleFontSize: 12,
    gridColor: colours.line,
    domainColor: colours.line,
    tickColor: colours.line,
    titlePadding: 8
  },
  text: { fontSize: 12, color: colours.ink }
};
async function svgOf(spec) {
  const [vega, vegaLite] = await Promise.all([import("./vega.module-URNSI52S.js"), import("./build-MXKDTCKZ.js")]);
  vega.textMetrics.canvas(false);
  const view = new vega.View(vega.parse(vegaLite.compile(spec, { config }).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
function labelled(svg, width, label) {
  return svg.replace(
    /^<svg [^>]*?class="marks" width="([\d.]+)" height="([\d.]+)"/,
    // A function, because a label may hold `$&` and the like.
    (_, w, h) => `<svg xmlns="http://www.w3.org/2000/svg" class="plot ${width}" role="img" aria-label="${htmlText(label)}" width="${w}" height="${h}"`
  );
}

// src/report/html/forest-plot.ts
function forestPlot(rows) {
  const marks = rows.map((row2, index) => forestMark(row2, index));
  const [low, high] = forestDomain(marks);
  return (width) => {
    const names = width > 500 ? forestBeside : forestAbove;
    const x = { type: "quantitative", scale: { type: "symlog", domain: [low, high], nice: false } };
    const y = { field: "index", type: "ordinal", axis: null };
    return {
      width: names.room(width),
      height: rows.length * names.step,
      padding: names.padding,
      // Room is kept by hand: the automatic one trusts estimates of text widths that are half again too wide.
      autosize: "none",
      data: { values: marks },
      layer: [
        {
          data: { values: [{}] },
          mark: { type: "rect", color: colours.fail, opacity: 0.08 },
          encoding: { x: { datum: low, ...x, axis: forestAxis(low, high) }, x2: { datum: -1 } }
        },
        { data: { values: [{}] }, mark: { type: "rule", color: colours.soft }, encoding: { x: { datum: 0, ...x } } },
        {
          data: { values: [{}] },
          mark: { type: "rule", color: colours.fail, strokeDash: [4, 3] },
          encoding: { x: { datum: -1, ...x } }
        },
        {
          mark: { type: "rule", strokeWidth: 3, strokeCap: "round" },
          encoding: {
            x: { field: "low", ...x },
            x2: { field: "high" },
            y,
            color: { field: "verdict", scale: verdictColours, legend: null }
          }
        },
        {
          mark: { type: "point", filled: true, size: 90, opacity: 1 },
          encoding: {
            x: { field: "middle", ...x },
            y,
            color: { field: "verdict", scale: verdictColours, legend: null },
            shape: {
              field: "verdict",
              scale: { domain: verdicts, range: ["circle", "cross", "square"] },
              legend: null
            }
          }
        },
        ...names.texts(names.room(width)).flatMap(
          ({ field, ...mark }) => [halo, {}].map((outline2) => ({
            mark: { type: "text", baseline: "middle", ...mark, ...outline2 },
            encoding: { y, text: { field } }
          }))
        )
      ]
    };
  };
}
var halo = { stroke: colours.card, strokeWidth: 4, strokeJoin: "round" };
var far = 100;
function forestMark(row2, index) {
  const at = (value) => Math.min(far, Math.max(-far, inMargins(row2, value)));
  const ends = [at(row2.interval.low), at(row2.interval.high)];
  const phrase = plain(interval(row2));
  const name = plain(metricName(row2));
  return {
    index,
    low: Math.min(...ends),
    high: Math.max(...ends),
    middle: at(row2.change),
    verdict: row2.verdict,
    name: clip(name, 30),
    phrase: clip(`${phrase} (margin ${plain(margin(row2))})`, 46),
    brief: `${clip(name, Math.max(16, 46 - phrase.length))}: ${clip(phrase, 28)}`
  };
}
function forestDomain(marks) {
  const low = Math.min(-2, ...marks.map((mark) => mark.low));
  const high = Math.max(2, ...marks.map((mark) => mark.high));
  return [low * 1.15, high * 1.15];
}
function forestAxis(low, high) {
  const ticks = [-100, -30, -10, -3, -1, 0, 1, 3, 10, 30, 100].filter((tick) => tick >= low && tick <= high);
  const crowded = Math.log1p(high) + Math.log1p(-low) > 5;
  const values2 = crowded ? ticks.filter((tick) => Math.abs(tick) !== 3 && Math.abs(tick) !== 30) : ticks;
  return {
    values: values2,
    grid: false,
    ticks: true,
    title: "\u2190 worse \xB7 change in multiples of the margin \xB7 better \u2192",
    labelExpr: "datum.value < 0 ? '\u2212' + format(-datum.value, 'd') : format(datum.value, 'd')"
  };
}
var forestBeside = {
  step: 34,
  padding: { left: 240, right: 280, top: 4, bottom: 46 },
  room: (width) => width - 520,
  texts: (room2) => [
    { field: "name", x: -14, align: "right", fontSize: 13 },
    { field: "phrase", x: room2 + 14, align: "left", fontSize: 13, color: colours.soft }
  ]
};
var forestAbove = {
  step: 48,
  padding: { left: 4, right: 4, top: 4, bottom: 46 },
  room: (width) => width - 8,
  texts: () => [{ field: "brief", x: 2, dy: -16, align: "left", fontSize: 12 }]
};

// src/report/html/latency-plot.ts
function latencyPlot({ sides, blocks }) {
  const { low, high, unit, factor } = timeAxis(sides);
  const bins = sides.flatMap((side) => outline(side, low, high));
  const medians = sides.flatMap(
    (side) => side.medians.map(({ block, ms }) => ({ side: side.role, block, ms: ms * factor }))
  );
  const color = { field: "side", scale: sideColours, legend: null };
  const extent = { minExtent: 48, maxExtent: 48, domain: false, ticks: false };
  const x = {
    type: "quantitative",
    scale: { domain: [low * factor, high * factor], nice: false, zero: false }
  };
  return (width) => ({
    spacing: 12,
    padding: { left: 2, top: 2, bottom: 2, right: halfLabel },
    bounds: "flush",
    vconcat: [
      {
        width: width - axisRoom,
        height: 150,
        data: { values: bins.map((bin) => ({ ...bin, at: bin.at * factor })) },
        layer: [
          {
            mark: { type: "area", interpolate: "step-after", fillOpacity: 0.3, line: { strokeWidth: 1.5 } },
            encoding: {
              x: { field: "at", ...x, axis: { labels: false, ticks: false, title: null, tickCount: 6 } },
              y: {
                field: "share",
                type: "quantitative",
                stack: null,
                scale: { domain: [0, 1.06 * Math.max(...bins.map((bin) => bin.share))], nice: false },
                axis: { ...extent, title: "share of runs", labelExpr: percentLabel, tickCount: 4 }
              },
              color
            }
          },
          {
            data: { values: sides.map((side) => ({ side: side.role, middle: quantile(side.samples, 0.5) * factor })) },
            mark: { type: "rule", strokeWidth: 1.5, strokeDash: [5, 3] },
            encoding: { x: { field: "middle", ...x }, color }
          }
        ]
      },
      {
        width: width - axisRoom,
        height: Math.min(160, Math.max(64, blocks * 9)),
        data: { values: medians },
        mark: { type: "point", filled: true, size: 38, opacity: 1 },
        encoding: {
          x: {
            field: "ms",
            ...x,
            axis: { title: `time of one run, ${unit}`, tickCount: 6, ticks: false, domain: false, labelBound: true }
          },
          y: {
            field: "block",
            type: "quantitative",
            scale: { domain: [blocks + 0.6, 0.4], nice: false, zero: false },
            axis: { ...extent, title: "block", format: "d", grid: false, values: blockTicks(blocks) }
          },
          color,
          shape: { field: "side", scale: { domain: sideColours.domain, range: ["circle", "diamond"] }, legend: null }
        }
      }
    ]
  });
}
var halfLabel = 16;
var axisRoom = 78 + halfLabel;
var sideColours = { domain: ["production", "candidate"], range: [colours.production, colours.candidate] };
function timeAxis(sides) {
  const low = Math.min(...sides.map((side) => quantile(side.samples, 0)));
  const top = lastDrawn(sides);
  const room2 = Math.max((top - low) * 0.04, Math.abs(top) * 1e-3, 1e-6);
  const [unit, factor] = top < 1 ? ["\xB5s", 1e3] : top < 1e3 ? ["ms", 1] : ["s", 1e-3];
  return { low: Math.max(0, low - room2), high: top + room2, unit, factor };
}
function outline(side, low, high) {
  const bins = 60;
  const shares = [...histogram(side.samples, low, high, bins), 0];
  return shares.map((share3, bin) => ({ side: side.role, at: low + (high - low) * bin / bins, share: share3 }));
}
function blockTicks(blocks) {
  return blocks <= 1 ? [1] : [1, blocks];
}

// src/report/html/parts.ts
function sectionOf({ id, title: title3, body }) {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title3}</h2>${body}</section>`;
}
function badge(status, text3 = word(status)) {
  return html`<span class="badge ${status}"><span aria-hidden="true">${glyph(status)}</span> ${text3}</span>`;
}
function dataTable(caption, columns, rows) {
  const headings = columns.map(
    (column) => html`<th role="columnheader" scope="col"${styled(column)}>${column.title}</th>`
  );
  return html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${headings}</tr></thead><tbody role="rowgroup">${rows.map((cells2) => tableRow(columns, cells2))}</tbody></table>`;
}
function facts(pairs2) {
  const known2 = pairs2.filter(([, value]) => value !== void 0 && value !== "");
  return html`<dl class="facts">${known2.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function figure(picture, caption) {
  return html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}
function code(text3) {
  return html`<code>${text3}</code>`;
}
function digest2(sha256) {
  return html`<code class="digest">${sha256}</code>`;
}
function details2(summary, body) {
  return html`<details><summary>${summary}</summary>${body}</details>`;
}
function tableRow(columns, cells2) {
  const [head, ...others] = cells2;
  const data = others.map((cell, index) => {
    const column = columns[index + 1] ?? { title: "" };
    return html`<td role="cell" data-label="${column.title}"${styled(column)}>${cell}</td>`;
  });
  return html`<tr role="row"><th role="rowheader" scope="row"${styled(columns[0] ?? { title: "" })}>${head}</th>${data}</tr>`;
}
function styled(column) {
  if (column.numeric === true) return html` class="number"`;
  if (column.short === true) return html` class="short"`;
  return column.long === true ? html` class="long"` : void 0;
}

// src/report/html/rollout-plot.ts
function rolloutPlot(result) {
  const spans = spansOf(result.steps);
  const { unit, factor } = spanUnit(spans.at(-1)?.end ?? 1);
  const end = (spans.at(-1)?.end ?? 1) * factor;
  const last = { at: end, weight: result.steps.at(-1)?.weight ?? 0 };
  const asked = [...spans.map(({ step, start }) => ({ at: start * factor, weight: step.weight })), last];
  const back = result.outcome === "rolled-back" ? [last, { at: end, weight: 0 }, { at: end * 1.12, weight: 0 }] : [];
  const marks = spans.map(({ step, start, end: end2 }) => ({
    at: (start + end2) / 2 * factor,
    weight: step.weight,
    observed: step.observed ?? null,
    verdict: step.verdict,
    glyph: glyph(step.verdict)
  }));
  const x = { type: "quantitative", scale: { domain: [0, back.length > 0 ? end * 1.12 : end], nice: false } };
  const y = { type: "quantitative", scale: { domain: [0, 1.18], nice: false } };
  const color = { field: "verdict", scale: verdictColours, legend: null };
  return (width) => ({
    width: width - room.left - room.right,
    height: 190,
    padding: room,
    // Room is kept by hand: the automatic one trusts estimates of text widths that are half again too wide.
    autosize: "none",
    layer: [
      {
        data: { values: asked },
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2.5, color: colours.candidate },
        encoding: {
          x: { field: "at", ...x, axis: { title: `time since the first step, ${unit}`, grid: false, tickCount: 6 } },
          y: {
            field: "weight",
            ...y,
            axis: {
              title: "share of traffic",
              labelExpr: percentLabel,
              minExtent: 44,
              maxExtent: 44,
              values: [0, 0.25, 0.5, 0.75, 1],
              domain: false,
              ticks: false
            }
          },
          order: { field: "at", type: "quantitative" }
        }
      },
      {
        data: { values: back },
        mark: { type: "line", interpolate: "linear", strokeWidth: 2.5, strokeDash: [5, 4], color: colours.fail },
        encoding: {
          x: { field: "at", ...x },
          y: { field: "weight", ...y },
          order: { field: "at", type: "quantitative" }
        }
      },
      {
        data: { values: back.slice(-1) },
        mark: { type: "text", align: "right", color: colours.fail, text: "\u21A9 rolled back" },
        encoding: { x: { field: "at", ...x }, y: { datum: 1.1, ...y } }
      },
      {
        data: { values: marks.filter((mark) => mark.observed !== null) },
        mark: { type: "point", shape: "diamond", size: 70, strokeWidth: 1.8, color: colours.ink, opacity: 1 },
        encoding: { x: { field: "at", ...x }, y: { field: "observed", ...y } }
      },
      {
        data: { values: marks },
        mark: { type: "text", dy: -18, fontSize: 15, fontWeight: "bold" },
        encoding: { x: { field: "at", ...x }, y: { field: "weight", ...y }, text: { field: "glyph" }, color }
      }
    ]
  });
}
var room = { left: 66, right: 14, top: 2, bottom: 44 };
function spansOf(steps) {
  const first = Date.parse(steps[0]?.startedAt ?? "");
  const spans = [];
  for (const step of steps) {
    const before = spans.at(-1)?.end ?? 0;
    const said = (Date.parse(step.startedAt) - first) / 1e3;
    const start = Number.isFinite(said) && said >= before ? said : before;
    spans.push({ step, start, end: start + Math.max(step.seconds, 1e-3) });
  }
  return spans;
}
function spanUnit(seconds2) {
  if (seconds2 < 180) return { unit: "seconds", factor: 1 };
  if (seconds2 < 3 * 3600) return { unit: "minutes", factor: 1 / 60 };
  return seconds2 < 3 * 86400 ? { unit: "hours", factor: 1 / 3600 } : { unit: "days", factor: 1 / 86400 };
}

// src/report/html/sections.ts
function stages3(report) {
  if (report.stages.length === 0) return void 0;
  const rows = report.stages.map((stage) => [
    html`${stage.name}`,
    badge(stage.status),
    html`${stage.status === "skipped" ? "" : seconds(stage.seconds)}`,
    html`${stage.summary}`
  ]);
  const columns = [
    { title: "Stage" },
    { title: "Status" },
    { title: "Time", numeric: true },
    { title: "Result", long: true }
  ];
  const body = html`${dataTable("What ran, in order", columns, rows)}${report.stages.map(problemsOf)}`;
  return { id: "stages", title: "Stages", body };
}
function release(report) {
  const made = report.release;
  if (made === void 0) return void 0;
  const body = facts([
    [
      "Version",
      html`<strong>${made.model} v${made.version}</strong>${made.existed ? " (was there before this run)" : ""}`
    ],
    ["Tag", code(made.tag)],
    ["Step", made.bump === "none" ? "no change" : made.bump],
    ["Why this number", made.why],
    ["File", `${made.artifact.name}, ${bytes(made.artifact.bytes)}`],
    ["SHA-256", digest2(made.artifact.sha256)]
  ]);
  return { id: "release", title: "Release", body };
}
function validation(report) {
  const found = report.validation;
  if (found === void 0) return void 0;
  const { summary } = found;
  const shape = (value) => `${value.name}: ${value.type}[${value.dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
  const checks = found.checks.map((check) => [
    html`${check.check}`,
    badge(check.verdict),
    check.findings.length === 0 ? html`nothing found` : html`<ul class="findings">${check.findings.map(finding)}</ul>`
  ]);
  const body = html`${dataTable("Checks of the candidate", [{ title: "Check" }, { title: "Verdict" }, { title: "Findings", long: true }], checks)}${facts(
    [
      ["Inputs", summary.inputs.map(shape).join("; ")],
      ["Outputs", summary.outputs.map(shape).join("; ")],
      [
        "Size",
        `${bytes(summary.bytes)}, ${count(summary.parameters)} parameters, ${counted(summary.nodes, "node")}`
      ],
      ["Operators", pairs(summary.operators)],
      ["Format", `IR version ${summary.irVersion}, opset ${opsets(summary.opset)}`],
      ["Made by", summary.producer]
    ]
  )}`;
  return { id: "validation", title: "Validation", body };
}
function optimisation(report) {
  const made = report.variants;
  if (made === void 0) return void 0;
  const rows = made.variants.map((variant) => [
    html`${variant.id}${variant.id === made.chosen.id ? html` <span class="chip">chosen</span>` : void 0}`,
    variant.kept ? badge("done", "kept") : badge("skipped", "dropped"),
    html`${bytes(variant.model.bytes)}`,
    html`${variant.how}`,
    html`${variant.why}`
  ]);
  const columns = [
    { title: "Variant" },
    { title: "Outcome" },
    { title: "Size", numeric: true },
    { title: "How", long: true },
    { title: "Why", long: true }
  ];
  const body = rows.length === 0 ? html`<p>No variant was tried; the candidate goes on as it came.</p>` : dataTable("Variants of the candidate", columns, rows);
  return { id: "optimisation", title: "Optimisation", body };
}
function environment3(report) {
  if (report.measurements === void 0) return void 0;
  const machines2 = environments(report).map((each) => facts([...each.facts, ["Fingerprint", digest2(each.fingerprint)]]));
  const body = html`${machines2}${facts(conditions(report))}`;
  return { id: "environment", title: "Environment", body };
}
function evidence(report) {
  const recompute2 = html`<p>The evidence holds the raw samples and predictions behind every verdict. Recompute all of them, offline:</p><pre><code>${verifyCommand(report)}</code></pre>`;
  const body = html`${report.comparison === void 0 ? void 0 : recompute2}${facts([
    ["Measurements", report.comparison === void 0 ? void 0 : digest2(report.comparison.evidence)],
    ["Pipeline", html`${baseName(report.pipeline.file)} ${digest2(report.pipeline.sha256)}`],
    ["Candidate", artifact2(report.subject?.candidate)],
    ["Production", artifact2(report.subject?.production?.artifact)],
    ["Run", report.runId]
  ])}`;
  return { id: "evidence", title: "Evidence", body };
}
function warnings2(report) {
  const all = allWarnings(report);
  if (all.length === 0) return void 0;
  const items = all.map((warning) => notice(warning.message, warning.remedy, warning.code));
  return { id: "warnings", title: "Warnings", body: html`<ul class="notices">${items}</ul>` };
}
function rolloutTables(result) {
  const steps = result.steps.map((step) => [
    html`${share(step.weight)}`,
    html`${step.observed === void 0 ? "no request" : share(step.observed)}`,
    html`${count(step.requests.stable)}`,
    html`${count(step.requests.candidate)}`,
    html`${seconds(step.seconds)}`,
    badge(step.verdict)
  ]);
  const columns = ["Asked", "Seen", "To stable", "To candidate", "Time"].map((title3) => ({
    title: title3,
    numeric: title3 !== "Asked"
  }));
  const judged = result.steps.flatMap(
    (step) => step.judgements.map((one) => [
      html`${share(step.weight)}`,
      html`${one.metric}`,
      badge(one.verdict),
      html`${one.why}`
    ])
  );
  const judgements = dataTable(
    "What was judged at each step",
    [{ title: "Step" }, { title: "Metric" }, { title: "Verdict" }, { title: "Why", long: true }],
    judged
  );
  return html`${steps.length === 0 ? void 0 : dataTable("Steps of the rollout", [...columns, { title: "Verdict" }], steps)}${judged.length === 0 ? void 0 : details2(`All ${counted(judged.length, "judgement")}`, judgements)}${facts(
    [
      ["Target", result.target],
      ["Rollout", result.id],
      [
        "After the rollback",
        result.verified === void 0 ? void 0 : `${counted(result.verified.stable, "request")} to stable, ${count(result.verified.candidate)} to the candidate`
      ],
      [
        "Hooks",
        result.hooks.length === 0 ? void 0 : html`<ul class="findings">${result.hooks.map((hook) => html`<li>${badge(hook.outcome === "done" ? "done" : "error", hook.outcome)} ${code(hook.name)} ${hook.detail}</li>`)}</ul>`
      ]
    ]
  )}`;
}
function problemsOf(stage) {
  const items = stage.problems.map((problem) => {
    const where = problem.where === void 0 ? "" : ` (${problem.where.file}:${problem.where.line}:${problem.where.column})`;
    return notice(`${stage.name}: ${problem.message}${where}`, problem.hint, problem.code);
  });
  return items.length === 0 ? html`` : html`<ul class="notices problems">${items}</ul>`;
}
function notice(message, remedy, name) {
  return html`<li><p>${message} ${code(name)}</p><p class="remedy">${remedy}</p></li>`;
}
var severities = { error: "fail", warning: "inconclusive", note: "skipped" };
function finding(found) {
  return html`<li>${badge(severities[found.severity], found.severity)} ${found.message} <span class="soft">${found.where} ${code(found.code)}</span><br><span class="remedy">${found.hint}</span></li>`;
}
function artifact2(file) {
  return file === void 0 ? void 0 : html`${file.name}, ${bytes(file.bytes)} ${digest2(file.sha256)}`;
}
function pairs(counts) {
  const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([name, number]) => `${name} \xD7${count(number)}`).join(", ");
}
function opsets(opset) {
  return Object.entries(opset).map(([domain, version]) => domain === "" ? String(version) : `${domain} ${version}`).join(", ");
}

// src/report/html/compared.ts
var full = { wide: 1e3, narrow: 340 };
var half = { wide: 490, narrow: 340 };
function keyFigures(report) {
  const first = keyRow(report);
  if (first === void 0) return void 0;
  const required = new Set((report.decision?.reasons ?? []).map((reason) => reason.metric));
  const others = (report.comparison?.rows ?? []).filter((row2) => row2 !== first);
  const ranked = [
    ...others.filter((row2) => required.has(row2.metric)),
    ...others.filter((row2) => !required.has(row2.metric))
  ];
  const tiles = [first, ...ranked].slice(0, 4).map(
    (row2) => html`<li class="${row2.verdict}"><span class="name">${row2.metric}${row2.scenario === void 0 ? void 0 : html` <span class="whole">${row2.scenario}</span>`}</span><span class="change">${change(row2)}</span><span class="soft">${interval(row2)}</span>${badge(row2.verdict, rowVerdict(row2))}</li>`
  );
  return html`<ul class="tiles" aria-label="Key figures">${tiles}</ul>`;
}
async function metrics(report) {
  const compared = report.comparison;
  if (compared === void 0 || compared.rows.length === 0) return void 0;
  const picture = await draw(
    forestPlot(compared.rows),
    full,
    `Interval of the change against the margin. ${compared.rows.map(rowSentence).join(" ")}`
  );
  const caption = html`Each bar is the interval of a change, in multiples of its margin. Right is better. Left of the dashed line, the shaded part, is worse than acceptable. Far changes are drawn nearer.`;
  const columns = [
    { title: "Metric" },
    { title: "Production", numeric: true },
    { title: "Candidate", numeric: true },
    { title: "Change", numeric: true },
    { title: "Interval", short: true },
    { title: "Margin", numeric: true },
    { title: "Verdict" }
  ];
  const against = compared.against.version === void 0 ? "production" : `production v${compared.against.version}`;
  const body = html`${dataTable(`Candidate against ${against}`, columns, compared.rows.map(metricCells))}${figure(picture, caption)}${details2("How each verdict was reached", verdictTable(compared.rows, compared.alpha))}`;
  return { id: "metrics", title: "Metrics", body };
}
async function latency2(report) {
  const scenarios = latencies(report).filter((one) => one.sides.length > 0);
  if (scenarios.length === 0) return void 0;
  const figures = [];
  for (const one of scenarios) figures.push(await latencyFigure(one, scenarios.length === 1 ? full : half));
  const both = scenarios.some((one) => one.sides.length > 1);
  const key = both ? html`<p class="key"><span class="swatch production"></span>production <span class="swatch candidate"></span>candidate</p>` : void 0;
  return { id: "latency", title: "Latency", body: html`${key}<div class="figures">${figures}</div>` };
}
async function rollout3(report) {
  const result = report.rollout;
  if (result === void 0) return void 0;
  const from = result.from === void 0 ? "" : ` from v${result.from}`;
  const lead = html`<p class="lead">${badge(outcomes2[result.outcome].status, outcomes2[result.outcome].word)} v${result.version}${from}: ${result.why}</p>`;
  const said = result.steps.map((step) => `${share(step.weight)}: ${word(step.verdict)}`).join(", ");
  const picture = result.steps.length === 0 ? void 0 : figure(
    await draw(
      rolloutPlot(result),
      full,
      `Share of traffic over time. ${said}. ${outcomes2[result.outcome].word}.`
    ),
    html`The line is the share of traffic the candidate was given, a diamond the share it was seen to get, a mark the verdict of the step.`
  );
  return { id: "rollout", title: "Rollout", body: html`${lead}${picture}${rolloutTables(result)}` };
}
var outcomes2 = {
  promoted: { status: "pass", word: "promoted" },
  "rolled-back": { status: "rolled-back", word: "rolled back" },
  "already-serving": { status: "done", word: "already serving" },
  held: { status: "inconclusive", word: "held" }
};
function metricCells(row2) {
  return [
    html`${row2.metric}${row2.scenario === void 0 ? void 0 : html` <span class="soft">${row2.scenario}</span>`}`,
    html`${quantity(row2.production, row2.unit)}`,
    html`${quantity(row2.candidate, row2.unit)}`,
    html`<strong>${change(row2)}</strong>`,
    html`${interval(row2)}`,
    html`${margin(row2)}`,
    badge(row2.verdict, rowVerdict(row2))
  ];
}
function verdictTable(rows, alpha) {
  const cells2 = rows.map((row2) => [
    html`${metricName(row2)}`,
    html`${row2.method}`,
    html`${row2.interval.level === 1 ? "exact" : `${Number((row2.interval.level * 100).toFixed(2))} %`}`,
    html`${row2.why}${needed(row2)}`
  ]);
  const columns = [
    { title: "Metric" },
    { title: "Method", long: true },
    { title: "Level", numeric: true },
    { title: "Why", long: true }
  ];
  return dataTable(`Methods; one-sided error rate of each row ${share(alpha)}`, columns, cells2);
}
function needed(row2) {
  const needs2 = needs(row2);
  return needs2 === void 0 ? void 0 : html` <span class="soft">To settle it: ${needs2}.</span>`;
}
async function latencyFigure(one, widths) {
  const { scenario: scenario2, blocks, sides } = one;
  const medians = sides.map((side) => `${side.role} ${milliseconds(quantile(side.samples, 0.5))}`).join(", ");
  const runs = sides.map((side) => `${side.role} ${count(side.samples.length)}`).join(", ");
  const end = lastDrawn(sides);
  const beyond = sides.reduce((sum, side) => sum + side.samples.filter((sample2) => sample2 > end).length, 0);
  const hidden = beyond === 0 ? "" : ` ${counted(beyond, "run")} beyond ${milliseconds(end)} ${beyond === 1 ? "is" : "are"} not drawn.`;
  const label = `Latency of ${scenario2.id}: median ${medians}.`;
  const picture = await draw(latencyPlot(one), widths, label);
  return figure(
    picture,
    html`<strong>${scenario2.id}</strong> <span class="soft">${scenario2.provider}, batch ${scenario2.batch}, ${counted(scenario2.threads, "thread")}</span><br>Median: ${medians}. Runs: ${runs}, in ${counted(blocks, "block")}. Below: the median of each block.${hidden}`
  );
}

// src/report/html/style.ts
var style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --ink: #16181d; --soft: #5b6270; --line: #dfe3ea; --faint: #f0f2f6;
  --production: #7a8699; --candidate: #0b6bcb; --pass: #0a7d5a; --fail: #c2410c; --inconclusive: #946200; --calm: #5b6270;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1116; --card: #161a21; --ink: #e8eaee; --soft: #9ba4b3; --line: #2b313b; --faint: #1e232b;
    --production: #98a4b8; --candidate: #5aa9ff; --pass: #3ecf9b; --fail: #ff8f66; --inconclusive: #e3b341; --calm: #9ba4b3;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
.inside { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
h1, h2, p, ul, dl, dd, figure, pre, table { margin: 0; }
ul { padding: 0; list-style: none; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
a { color: var(--candidate); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--candidate); outline-offset: 3px; border-radius: 4px; }
.soft, .remedy, dt { color: var(--soft); }

.pass, .measured, .done, .cached { --tone: var(--pass); }
.fail, .error, .rolled-back { --tone: var(--fail); }
.inconclusive, .cancelled { --tone: var(--inconclusive); }
.skipped { --tone: var(--calm); }

.verdict { background: var(--card); border-top: 6px solid var(--tone); border-bottom: 1px solid var(--line); padding: 36px 0 28px; }
.headline { display: flex; gap: 20px; align-items: flex-start; }
.mark { flex: none; width: 56px; height: 56px; border-radius: 50%; display: grid; place-items: center; font-size: 30px; font-weight: 700; line-height: 1; color: var(--card); background: var(--tone); }
h1 { font-size: 30px; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; }
h1 .word { color: var(--tone); white-space: nowrap; }
.sentence { margin-top: 8px; font-size: 18px; max-width: 76ch; }
.warned { white-space: nowrap; font-size: 15px; color: var(--inconclusive); }

.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 12px; margin-top: 28px; }
.tiles li { display: flex; flex-direction: column; gap: 2px; padding: 14px 16px; border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; }
.tiles .name { font-size: 14px; color: var(--soft); }
.tiles .change { font-size: 27px; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.whole { display: inline-block; max-width: 100%; }
.tiles .soft { font-size: 14px; }
.tiles .badge { margin-top: 6px; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 14px 28px; margin-top: 24px; }
.facts dt { font-size: 13px; }
.facts dd { font-size: 15px; }
.facts > div:has(.digest, ul) { grid-column: 1 / -1; }

nav { background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
nav .inside { display: flex; flex-wrap: wrap; gap: 2px 20px; padding-top: 11px; padding-bottom: 11px; font-size: 14px; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }

section { margin-top: 20px; padding: 24px 28px 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h2 { font-size: 19px; font-weight: 650; letter-spacing: -.01em; margin-bottom: 8px; scroll-margin-top: 64px; }
section > :not(h2) + :is(figure, table, details) { margin-top: 22px; }
.lead { margin-bottom: 4px; }

table { width: 100%; border-collapse: collapse; font-size: 15px; }
caption { text-align: left; color: var(--soft); font-size: 14px; padding-bottom: 8px; }
th, td { padding: 9px 14px 9px 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { white-space: nowrap; font-size: 13px; font-weight: 500; color: var(--soft); border-bottom-color: var(--soft); }
tbody th { font-weight: 550; min-width: 120px; }
.long { min-width: 180px; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.number, .short { white-space: nowrap; }
th.number + th:not(.number), td.number + td:not(.number) { padding-left: 10px; }
th .soft { font-weight: 400; }

.badge { display: inline-block; color: var(--tone); font-weight: 600; font-size: 14px; white-space: nowrap; }
.chip { display: inline-block; padding: 0 8px; border-radius: 9px; background: var(--faint); color: var(--soft); font-size: 12px; font-weight: 500; }

figure { min-width: 0; }
figcaption { margin-top: 10px; color: var(--soft); font-size: 14px; max-width: 90ch; }
figcaption strong { color: var(--ink); }
.plot { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 32px 28px; }
.key { margin-bottom: 12px; font-size: 14px; color: var(--soft); }
.swatch { display: inline-block; width: 12px; height: 12px; border-radius: 3px; margin: 0 6px 0 0; vertical-align: -1px; }
.swatch.candidate { margin-left: 16px; }
.swatch.production { background: var(--production); }
.swatch.candidate { background: var(--candidate); }

details { border-top: 1px solid var(--line); padding-top: 12px; }
summary { cursor: pointer; color: var(--soft); font-size: 14px; }
details[open] summary { margin-bottom: 12px; }
pre { margin-top: 10px; padding: 12px 16px; background: var(--faint); border-radius: 8px; white-space: pre-wrap; }
.digest { font-size: 13px; color: var(--soft); }
.notices li { padding: 10px 0 10px 16px; border-left: 3px solid var(--inconclusive); }
.notices li + li { margin-top: 12px; }
.notices.problems { margin-top: 20px; }
.notices.problems li { border-left-color: var(--fail); }
.notices code { color: var(--soft); }
.findings li + li { margin-top: 6px; }
.next li + li { margin-top: 8px; }
.next code { padding: 3px 8px; background: var(--faint); border-radius: 6px; }
footer.inside { color: var(--soft); font-size: 13px; padding-top: 24px; padding-bottom: 48px; }

@media (max-width: 820px) {
  .wide { display: none; }
  .narrow { display: block; }
  .inside { padding: 0 16px; }
  main.inside { padding: 0 8px; }
  .verdict { padding: 24px 0 20px; }
  .headline { gap: 14px; }
  .mark { width: 40px; height: 40px; font-size: 21px; }
  h1 { font-size: 24px; }
  .sentence { font-size: 16px; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
  .tiles .change { font-size: 22px; }
  .facts dd { font-size: 14px; }
  nav { position: static; }
  h2 { scroll-margin-top: 8px; }
  section { padding: 18px 16px 20px; margin-top: 12px; border-radius: 10px; }
  .facts { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
  table, tbody, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 16px; padding: 12px 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  th, td, td.number, th.number, td.short { border: 0; padding: 0; text-align: left; white-space: normal; }
  th.number + td, td.number + td:not(.number) { padding-left: 0; }
  tr > th, tr > .long { grid-column: 1 / -1; min-width: 0; }
  td::before { content: attr(data-label); display: block; color: var(--soft); font-size: 13px; }
}
@media print {
  body, .verdict, section, nav { background: none; }
  nav { display: none; }
  section { break-inside: avoid; border: 0; padding: 12px 0; }
}
`;

// src/report/html/index.ts
async function renderHtml(report) {
  const sections = [
    await metrics(report),
    await latency2(report),
    stages3(report),
    await rollout3(report),
    release(report),
    validation(report),
    optimisation(report),
    environment3(report),
    evidence(report),
    warnings2(report)
  ].filter((section) => section !== void 0);
  return `${page(report, sections).text}
`;
}
function page(report, sections) {
  const title3 = `${headline(report).word}: ${report.subject?.model ?? report.pipeline.name}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title3} · airworthy</title>
<link rel="icon" href="data:,">
<style>${trusted("html", style)}</style>
</head>
<body>
<header class="verdict ${report.outcome}"><div class="inside">${verdict(report)}${keyFigures(report)}${context(report)}</div></header>
<nav aria-label="Contents"><ul class="inside">${sections.map(({ id, title: title4 }) => html`<li><a href="#${id}">${title4}</a></li>`)}</ul></nav>
<main class="inside">${sections.map(sectionOf)}${next(report)}</main>
<footer class="inside">airworthy ${report.tool.version} · run ${report.runId}</footer>
</body>
</html>`;
}
function verdict(report) {
  const { glyph: glyph2, word: word2 } = headline(report);
  const warned = allWarnings(report).length;
  const note = warned === 0 ? void 0 : html` <a class="warned" href="#warnings">${counted(warned, "warning")}</a>`;
  return html`<div class="headline"><span class="mark" aria-hidden="true">${glyph2}</span><div><h1>${subject(report)} <span class="word">${word2}</span></h1><p class="sentence">${report.sentence}${note}</p></div></div>`;
}
function subject(report) {
  const model = report.subject?.model ?? report.pipeline.name;
  return report.release === void 0 ? model : `${model} v${report.release.version}`;
}
function context(report) {
  const production = report.subject?.production;
  return facts([
    ["Candidate", report.subject?.candidate.name],
    [
      "Production",
      production === void 0 ? void 0 : `${production.version === void 0 ? "" : `v${production.version}, `}${production.artifact.name}`
    ],
    ["Pipeline", report.pipeline.file],
    ["Started", time(report.startedAt)],
    ["Took", took(report)]
  ]);
}
function took(report) {
  const elapsed = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1e3;
  return Number.isFinite(elapsed) && elapsed >= 0 ? seconds(elapsed) : void 0;
}
function next(report) {
  if (report.next.length === 0) return void 0;
  const steps = report.next.map(
    (step) => html`<li><code>${step.command}</code> <span class="soft">${step.what}</span></li>`
  );
  return html`<section aria-labelledby="next"><h2 id="next">What to do next</h2><ul class="next">${steps}</ul></section>`;
}

// src/report/index.ts
var formats = [
  { name: "text", extension: "txt", render: async (report) => renderTerminal(report, { colour: false, width: 100 }) },
  { name: "markdown", extension: "md", render: async (report) => renderMarkdown(report) },
  { name: "json", extension: "json", render: async (report) => renderJson(report) },
  { name: "html", extension: "html", render: renderHtml }
];

export {
  openJsonLines,
  newJournal,
  reopenJournal,
  findRun,
  measurementsSchema,
  evidenceOf,
  verifyEvidence,
  headline,
  keyNumber,
  metricName,
  allWarnings,
  allProblems,
  renderJson,
  renderMarkdown,
  renderTerminal,
  renderReleaseNotes,
  formats
};
