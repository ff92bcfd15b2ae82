import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  call,
  listen,
  readBody,
  sendJson,
  writeTensors
} from "./chunk-NBHMQJJI.js";
import {
  require_dist
} from "./chunk-KG56XVOA.js";
import {
  pipelineError,
  pipelineProblem
} from "./chunk-OKGRDJDJ.js";
import {
  highestVersion,
  hook,
  isCandidate,
  isVersion,
  nextCandidate,
  nextVersion,
  registryState,
  versionTag
} from "./chunk-OVRQ76BB.js";
import {
  goldenFile,
  validateSettings
} from "./chunk-VWXG6MCY.js";
import {
  diffInterface
} from "./chunk-3VN7KAAN.js";
import {
  targetSetting
} from "./chunk-XO5JQL67.js";
import {
  readModel
} from "./chunk-WODW6QLJ.js";
import {
  benchmarkSettings
} from "./chunk-YNM2ISVB.js";
import {
  stageError
} from "./chunk-HNLYTX22.js";
import {
  require_mod
} from "./chunk-OTSDDIBK.js";
import {
  isProduction,
  limited,
  metricNamed,
  metrics
} from "./chunk-PA7GLSC6.js";
import {
  duration,
  margin,
  parseMargin,
  share
} from "./chunk-L5IA356N.js";
import {
  combine
} from "./chunk-V6L2EAQG.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  digest
} from "./chunk-XBNBSL6G.js";
import {
  Bug,
  Cancelled,
  UserError,
  errorFrom,
  messageOf
} from "./chunk-IY3EL66N.js";
import {
  __toESM
} from "./chunk-SUYYSLAR.js";

// src/core/stage.ts
function defineStage(definition) {
  const kind = {
    kind: definition.kind,
    summary: definition.summary,
    effects: definition.effects,
    measures: definition.measures ?? false,
    overridable: definition.overridable ?? false,
    runsUserCode: (settings5) => definition.runsUserCode?.(settings5) ?? false,
    needs: definition.needs,
    wants: definition.wants ?? [],
    gives: definition.gives,
    settings: definition.settings,
    example: definition.example,
    make(raw, place) {
      const settings5 = definition.settings.parse(raw);
      return {
        kind,
        settings: settings5,
        questions: definition.questions?.(settings5, place.folder) ?? [],
        extensions: definition.extensions?.(settings5) ?? 0,
        files: definition.files?.(settings5, place.folder) ?? [],
        estimateMs: definition.estimateMs?.(settings5) ?? 1e3,
        run: (given, tools) => definition.run({
          settings: settings5,
          given,
          tools
        })
      };
    }
  };
  return kind;
}

// src/targets/local/index.ts
import { Agent as Agent2 } from "node:http";

// src/core/target.ts
function defineTarget(definition) {
  return { ...definition, make: (settings5, tools) => definition.make(settings5, tools) };
}

// src/serving/metrics.ts
var requestsTotal = "airworthy_requests_total";
var errorsTotal = "airworthy_request_errors_total";
var duration2 = "airworthy_request_duration_seconds";
var weightGauge = "airworthy_traffic_weight";
var bounds = [5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
function createCounter() {
  const all = /* @__PURE__ */ new Map();
  return {
    count(version, { ok, seconds }) {
      const series = all.get(version) ?? {
        requests: 0,
        errors: 0,
        seconds: 0,
        buckets: new Array(bounds.length + 1).fill(0)
      };
      all.set(version, series);
      series.requests += 1;
      if (!ok) {
        series.errors += 1;
        return;
      }
      series.seconds += seconds;
      const bucket = bounds.findIndex((bound) => seconds <= bound);
      const index = bucket === -1 ? bounds.length : bucket;
      series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    },
    text: (weights) => write(all, weights)
  };
}
function readCounts(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const { name, version, value } of samples(text)) {
    if (name !== requestsTotal && name !== errorsTotal) continue;
    const of = counts.get(version) ?? { requests: 0, errors: 0 };
    counts.set(version, of);
    of[name === requestsTotal ? "requests" : "errors"] = value;
  }
  return counts;
}
function readWeights(text) {
  return new Map(
    samples(text).flatMap(({ name, version, value }) => name === weightGauge ? [[version, value]] : [])
  );
}
function write(all, weights) {
  const series = [...all];
  return [
    ...family(requestsTotal, "counter", "Requests, by the version that was asked."),
    ...series.map(([version, { requests }]) => sample(requestsTotal, { version }, requests)),
    ...family(errorsTotal, "counter", "Requests that failed: an error status, a broken connection, no answer in time."),
    ...series.map(([version, { errors }]) => sample(errorsTotal, { version }, errors)),
    ...family(duration2, "histogram", "Time of the requests that succeeded, as the router saw it."),
    ...series.flatMap(([version, one]) => histogram(version, one)),
    ...family(weightGauge, "gauge", "Share of traffic that each version is given."),
    ...Object.entries(weights).map(([version, weight]) => sample(weightGauge, { version }, weight)),
    ""
  ].join("\n");
}
function family(name, type, help) {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
function histogram(version, { buckets, seconds }) {
  let total = 0;
  const lines = buckets.map((count, index) => {
    total += count;
    return sample(
      `${duration2}_bucket`,
      { version, le: bounds[index] === void 0 ? "+Inf" : String(bounds[index]) },
      total
    );
  });
  return [...lines, sample(`${duration2}_sum`, { version }, seconds), sample(`${duration2}_count`, { version }, total)];
}
function sample(name, labels, value) {
  const text = Object.entries(labels).map(
    ([label, of]) => `${label}="${of.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`
  );
  return `${name}{${text.join(",")}} ${value}`;
}
function samples(text) {
  return [...text.matchAll(/^(\w+)\{version="((?:[^"\\]|\\.)*)"\} (\S+)$/gm)].map(
    ([, name = "", version = "", value]) => ({
      name,
      version: version.replace(/\\(.)/g, (_, escaped) => escaped === "n" ? "\n" : escaped),
      value: Number(value)
    })
  );
}

// src/serving/router.ts
import { Agent, createServer } from "node:http";

// src/serving/errors.ts
var servingErrors = {
  "port-taken": {
    say: (d) => ({
      message: `The local target cannot listen on port ${d.port}: ${d.reason}.`,
      hint: "Leave `port:` out, or at 0, to have any free port; ports below 1024 need privileges."
    }),
    example: { port: 8080, reason: "another program listens there" }
  },
  "replica-failed": {
    say: (d) => ({
      message: `Version ${d.version} could not be served: ${d.reason}`,
      hint: "Try the model by itself with `airworthy bench MODEL.onnx`; no traffic was moved."
    }),
    example: { version: "1.1.0", reason: "The cpu provider does not take the model digits.onnx." }
  }
};
var servingError = errorFrom(servingErrors);

// src/serving/split.ts
var golden = 0.6180339887498949;
function createSplit() {
  let position = 0.5;
  return (weight) => {
    position = (position + golden) % 1;
    return position < weight;
  };
}

// src/serving/router.ts
var versionHeader = "x-airworthy-version";
async function startRouter({
  port,
  timeoutMs,
  clock
}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const counter = createCounter();
  const toCandidate = createSplit();
  let backends;
  let weight = 0;
  const pick = () => weight > 0 && toCandidate(weight) ? backends?.candidate : backends?.stable;
  const weights = () => ({
    ...backends?.stable === void 0 ? {} : { [backends.stable.version]: 1 - weight },
    ...backends === void 0 ? {} : { [backends.candidate.version]: weight }
  });
  const pass = async (request, response) => {
    const body = await readBody(request);
    const backend = pick();
    if (backend === void 0) return sendJson(response, 503, { error: "no version is given traffic" });
    const start2 = clock.monotonicMs();
    const finish = (status, send2) => {
      counter.count(backend.version, { ok: status < 400, seconds: (clock.monotonicMs() - start2) / 1e3 });
      response.setHeader(versionHeader, backend.version);
      send2();
    };
    const headers = {
      "content-type": request.headers["content-type"] ?? "application/json",
      "content-length": body.length
    };
    const method = request.method === "POST" ? "POST" : "GET";
    try {
      const answer = await call({
        agent,
        port: backend.port,
        path: request.url ?? "/",
        method,
        headers,
        body,
        timeoutMs
      });
      finish(
        answer.status,
        () => response.writeHead(answer.status, { "content-type": answer.headers["content-type"] }).end(answer.body)
      );
    } catch {
      finish(502, () => sendJson(response, 502, { error: `version ${backend.version} gave no answer` }));
    }
  };
  const server = createServer((request, response) => {
    if (request.url === "/metrics")
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(counter.text(weights()));
    else pass(request, response).catch(() => response.destroy());
  });
  const taken = await listen(server, port).catch((cause) => {
    throw servingError(
      "port-taken",
      { port, reason: cause.code === "EADDRINUSE" ? "another program listens there" : cause.message },
      { cause }
    );
  });
  return {
    port: taken,
    serve: (next) => {
      backends = next;
    },
    split: (next) => {
      weight = next;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    }
  };
}

// src/serving/replay.ts
var inFlightLimit = 64;
async function replay(options, ms, first) {
  const { clock, rate, signal } = options;
  const start2 = clock.monotonicMs();
  const total = Math.max(1, Math.round(ms / 1e3 * rate));
  const seen = [];
  const gate2 = createGate(inFlightLimit);
  const requests = [];
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor((clock.monotonicMs() - start2) / 1e3 * rate) + 1);
    for (; sent < due; sent++) requests.push(send(options, first + sent, gate2, seen));
    if (sent < total) await clock.sleep(Math.max(1, start2 + sent / rate * 1e3 - clock.monotonicMs()), signal);
  }
  await Promise.all(requests);
  const rest = start2 + ms - clock.monotonicMs();
  if (rest > 0) await clock.sleep(rest, signal);
  return { sent: total, seen };
}
async function send(options, index, gate2, seen) {
  const { agent, port, path: path3, bodies, timeoutMs, clock } = options;
  const start2 = clock.monotonicMs();
  const body = bodies[index % bodies.length];
  const leave = await gate2();
  try {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const { status, headers: answered } = await call({ agent, port, path: path3, method: "POST", headers, body, timeoutMs });
    const version = answered[versionHeader];
    if (status < 400 && typeof version === "string") seen.push({ version, ms: clock.monotonicMs() - start2 });
  } catch {
  } finally {
    leave();
  }
}
function createGate(limit) {
  let inside = 0;
  const line = [];
  const leave = () => {
    const next = line.shift();
    if (next === void 0) inside -= 1;
    else next();
  };
  return async () => {
    if (inside < limit) inside += 1;
    else await new Promise((resolve) => line.push(resolve));
    return leave;
  };
}

// src/serving/replica.ts
async function startReplica(served, { world, signal, model }) {
  const worker = await world.processes.worker("serve", { signal });
  const ask = (request) => worker.ask(request, { timeoutMs: 6e4 });
  const start2 = { do: "start", model: served.path, name: model, version: served.version, port: 0 };
  const { port } = await ask(start2).catch(async (cause) => {
    await worker.close();
    if (cause instanceof Cancelled) throw cause;
    throw servingError("replica-failed", { version: served.version, reason: messageOf(cause) }, { cause });
  });
  return {
    version: served.version,
    port,
    inject: (fault2) => ask({ do: "fault", fault: fault2 }),
    close: () => worker.close()
  };
}

// src/targets/errors.ts
var targetErrors = {
  "replay-empty": {
    say: (d) => ({
      message: `The data set ${d.data} holds no requests to replay.`,
      hint: "Name a data set with examples under `replay:`."
    }),
    example: { data: "eval" }
  }
};
var targetError = errorFrom(targetErrors);

// src/targets/local/settings.ts
var fault = external_exports.strictObject({
  errors: share().prefault("0%").describe("This share of the requests to the candidate answers 500."),
  "above-weight": share().optional().describe("Only while the candidate is given more than this share of traffic."),
  delay: duration().prefault("0ms").describe("Every request to the candidate waits this long.")
}).describe("A fault in the candidate while it serves, to rehearse a rollback.");
var settings = external_exports.strictObject({
  replay: external_exports.string().default("eval").describe("The data set whose examples are sent as requests, round and round."),
  rate: external_exports.number().positive().max(1e4).default(200).describe("Requests per second, whether or not answers keep up."),
  port: external_exports.int().min(0).max(65535).default(0).describe("Port of the router on 127.0.0.1; 0 takes any free one."),
  timeout: duration().prefault("2s").describe("A request without an answer after this time has failed."),
  fault: fault.optional()
});

// src/targets/local/index.ts
var local = defineTarget({
  kind: "local",
  ownProcesses: true,
  summary: "A server on this machine that both versions answer behind, fed with replayed requests; it ends with the rollout.",
  settings,
  example: "{ replay: eval, rate: 200 }",
  make: createLocal
});
function createLocal(options, tools) {
  let serving;
  let position = 0;
  const ready = () => {
    if (serving === void 0) throw new Bug("a local target was used before prepare()");
    return serving;
  };
  const metrics2 = async () => {
    const { agent, router } = ready();
    return (await call({ agent, port: router.port, path: "/metrics", timeoutMs: options.timeout + 1e4 })).body.toString("utf8");
  };
  return {
    describe: "local",
    async prepare(stable, candidate) {
      if (serving !== void 0 && serving.candidate.version === candidate.version && serving.stable?.version === stable?.version)
        return;
      await closeAll(serving);
      serving = await start(stable, candidate, options, tools);
    },
    async apply(weight) {
      const { candidate, router } = ready();
      await candidate.inject(faultAt(weight, options));
      router.split(weight);
    },
    async weight() {
      return readWeights(await metrics2()).get(ready().candidate.version) ?? 0;
    },
    async observe(ms) {
      const now = ready();
      const { clock } = tools.world;
      const path3 = `/v2/models/${encodeURIComponent(tools.model)}/infer`;
      const begin = clock.monotonicMs();
      const before = readCounts(await metrics2());
      const timeoutMs = 2 * options.timeout + 1e3;
      const { agent, router, bodies } = now;
      const { sent, seen } = await replay(
        { agent, port: router.port, path: path3, bodies, rate: options.rate, timeoutMs, clock, signal: tools.signal },
        ms,
        position
      );
      position += sent;
      const after = readCounts(await metrics2());
      const seconds = (clock.monotonicMs() - begin) / 1e3;
      return windowOf(now, before, after, seen, seconds);
    },
    async close() {
      const last = serving;
      serving = void 0;
      await closeAll(last);
    }
  };
}
async function start(stable, candidate, options, tools) {
  const bodies = await bodiesOf(options.replay, tools);
  const opened = [];
  try {
    const router = keep(
      opened,
      await startRouter({ port: options.port, timeoutMs: options.timeout, clock: tools.world.clock })
    );
    const first = stable === void 0 ? void 0 : keep(opened, await startReplica(stable, tools));
    const second = keep(opened, await startReplica(candidate, tools));
    router.serve({ stable: first, candidate: second });
    return { router, agent: new Agent2({ keepAlive: true, maxSockets: 128 }), bodies, stable: first, candidate: second };
  } catch (error) {
    await Promise.all(opened.map((part) => part.close()));
    throw error;
  }
}
function keep(opened, part) {
  opened.push(part);
  return part;
}
async function bodiesOf(data2, tools) {
  const requests = await tools.replay(data2);
  if (requests.length === 0) throw targetError("replay-empty", { data: data2 });
  return requests.map((inputs) => Buffer.from(`{"inputs":${writeTensors(inputs)}}`));
}
async function closeAll(serving) {
  if (serving === void 0) return;
  serving.agent.destroy();
  await serving.router.close();
  await Promise.all([serving.stable?.close(), serving.candidate.close()]);
}
function faultAt(weight, { fault: fault2 }) {
  if (fault2 === void 0 || weight <= (fault2["above-weight"] ?? 0)) return void 0;
  return { errors: fault2.errors, delayMs: fault2.delay };
}
function windowOf({ stable, candidate }, before, after, seen, seconds) {
  const of = (version) => {
    const [from, to] = [before.get(version ?? ""), after.get(version ?? "")];
    return {
      requests: (to?.requests ?? 0) - (from?.requests ?? 0),
      errors: (to?.errors ?? 0) - (from?.errors ?? 0),
      latenciesMs: seen.filter((one) => one.version === version).map(({ ms }) => ms)
    };
  };
  return { seconds, stable: of(stable?.version), candidate: of(candidate.version) };
}

// src/targets/index.ts
var targets = [local];

// src/stages/benchmark/index.ts
var example = `benchmark:
  scenarios:
    - { provider: cpu, threads: 1, batch: [1, 32] }
  budget: 20s
  data: eval`;
var benchmark = defineStage({
  kind: "benchmark",
  summary: "Measures the candidate beside production: speed, memory, size and quality.",
  effects: "files",
  measures: true,
  needs: ["subject"],
  wants: ["variants"],
  gives: "measurements",
  settings: benchmarkSettings,
  example,
  estimateMs: (settings5) => settings5.budget + overheadMs,
  // Loaded when it measures: checking a pipeline needs none of it.
  run: async (input2) => {
    const { share: share2 } = input2.tools;
    return share2 !== void 0 && "measured" in share2 ? (await import("./join-AZLDQSNN.js")).join(input2, share2.measured) : (await import("./measure-T3XTGX4U.js")).measure(input2);
  }
});
var overheadMs = 3e3;

// src/stages/compare/settings.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
import path from "node:path";
var metricSettings = external_exports.strictObject({
  margin: margin().optional().describe(
    "How much worse is still acceptable: `3%` of production, or `0.5pp`, `2ms`, `1MiB`, `0.005` in its own unit. With `claim:`, how much better it has to be, or how different it may be."
  ),
  claim: external_exports.enum(["not-worse", "better", "equivalent"]).default("not-worse").describe(
    "`not-worse` than production by the margin; `better` than production by more than the margin, which is then nothing unless stated; `equivalent`: neither worse nor better by the margin."
  ),
  uses: external_exports.string().min(1).optional().describe(
    "A metric of your own: a module whose default export gives a number for `{ outputs, label, index }`, or whose export `combine` makes one number of what it gave for all examples."
  ),
  better: external_exports.enum(["lower", "higher"]).optional().describe("Which way is good, for a metric of your own.")
});
var compareSettings = external_exports.strictObject({
  against: external_exports.literal("production").default("production").describe("What the candidate is compared with."),
  metrics: external_exports.record(external_exports.string(), metricSettings).superRefine((given, context) => {
    if (Object.keys(given).length === 0) context.addIssue({ code: "custom", message: "name at least one metric" });
    for (const [name, settings5] of Object.entries(given)) {
      const message = objection(name, settings5);
      if (message !== void 0) context.addIssue({ code: "custom", path: [name], message, params: { metric: name } });
    }
  }).describe("The metrics to compare, each with its margin."),
  alpha: external_exports.number().min(1e-4).max(0.2).default(0.01).describe("How often a verdict of a metric may be wrong, each way: 0.01 is once in a hundred.")
});
function questionsOf(settings5, folder) {
  return Object.entries(settings5.metrics).map(([metric, { margin: stated, claim, uses, better }]) => ({
    metric,
    margin: stated ?? usualMargin(metric, claim),
    alpha: settings5.alpha,
    ...claim === "not-worse" ? {} : { claim },
    ...uses === void 0 ? {} : { uses: { path: path.resolve(folder, uses) }, better }
  }));
}
function metricFiles(settings5, folder) {
  return Object.values(settings5.metrics).flatMap(({ uses }) => uses === void 0 ? [] : [path.resolve(folder, uses)]);
}
function objection(name, settings5) {
  const known = metricNamed(name) !== void 0;
  if (settings5.uses === void 0) return known ? void 0 : unknownMetric(name);
  if (known) return `${name} is a metric of Airworthy; give your own another name`;
  if (settings5.better === void 0)
    return `say which way ${name} is good, with \`better: lower\` or \`better: higher\``;
  return settings5.margin === void 0 ? `state a \`margin:\` for ${name}` : void 0;
}
function unknownMetric(name) {
  const names2 = [...metrics, limited].map((metric) => metric.name);
  return `unknown metric "${name}"; the nearest is ${(0, import_fastest_levenshtein.closest)(name, names2)}; metrics are ${names2.join(", ")}; your own needs \`uses:\``;
}
function usualMargin(metric, claim) {
  if (claim === "better") return { relative: 0 };
  const margin2 = parseMargin(metricNamed(metric)?.metric.margin ?? "0%");
  return margin2 ?? { relative: 0 };
}

// src/stages/compare/index.ts
var example2 = `compare:
  against: production
  metrics:
    latency.p50: { margin: 3% }
    accuracy: { margin: 0.5pp }
    size: { margin: 5% }`;
var compare = defineStage({
  kind: "compare",
  summary: "Compares the candidate with production, metric by metric, against stated margins.",
  effects: "none",
  needs: ["measurements"],
  gives: "comparison",
  settings: compareSettings,
  example: example2,
  runsUserCode: (settings5) => Object.values(settings5.metrics).some(({ uses }) => uses !== void 0),
  questions: questionsOf,
  files: metricFiles,
  async run({ settings: settings5, given: { measurements, subject }, tools }) {
    const { compareRows } = await import("./rows-RJX2JVXW.js");
    const rows = compareRows(measurements, questionsOf(settings5, tools.folder), settings5.alpha);
    const { production } = subject;
    const warnings = production === void 0 ? [firstRelease(subject.model)] : rows.flatMap(followed);
    const comparison = {
      contender: measurements.chosen,
      against: {
        ...production?.version === void 0 ? {} : { version: production.version },
        sha256: production?.artifact.sha256 ?? ""
      },
      identical: isProduction(measurements.contenders, measurements.chosen),
      rows,
      alpha: settings5.alpha,
      warnings,
      evidence: digest(measurements)
    };
    return {
      product: comparison,
      summary: comparison.identical ? "the candidate is production itself, byte for byte" : summaryOf(rows),
      warnings
    };
  }
});
function firstRelease(model) {
  return {
    code: "first-release",
    message: `No version of ${model} is in production, so there was nothing to compare with.`,
    remedy: "Check the registry if there should be one; the next release will be compared with this one."
  };
}
function followed({ metric, scenario, effective }) {
  if (effective === void 0) return [];
  return [
    {
      code: "blocks-correlated",
      message: `Values of ${metric} at ${scenario} followed one another: they are worth ${Math.floor(effective)} independent ones, and the interval is narrower than it should be.`,
      remedy: "Something slow went on beside the measurement: measure again, on a calmer machine or for longer."
    }
  ];
}
function summaryOf(rows) {
  if (rows.length === 0) return "nothing to compare with";
  const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
  const parts = ["pass", "fail", "inconclusive"].flatMap(
    (verdict) => count(verdict) > 0 ? [`${count(verdict)} ${verdict}`] : []
  );
  return `${rows.length} ${rows.length === 1 ? "comparison" : "comparisons"}: ${parts.join(", ")}`;
}

// src/stages/gate.ts
var settings2 = external_exports.strictObject({
  require: external_exports.array(external_exports.string()).min(1).optional().describe(
    "Metrics that must not be worse than production by more than their margins; all that were compared, when left out."
  ),
  inconclusive: external_exports.enum(["fail", "warn", "extend"]).default("fail").describe(
    "What to do when the evidence settles nothing: stop the run (exit code 3), go on with a warning, or measure more and stop only then."
  ),
  extensions: external_exports.int().min(1).max(10).default(3).describe("With `inconclusive: extend`: how often the budget of the benchmark may be spent again."),
  "first-release": external_exports.enum(["pass", "fail"]).default("pass").describe("What to do when there is no version in production to compare with.")
});
var example3 = `gate:
  require: [latency.p50, accuracy]
  inconclusive: fail`;
var gate = defineStage({
  kind: "gate",
  summary: "Decides from the comparison: pass, fail or inconclusive.",
  effects: "none",
  needs: ["comparison"],
  gives: "decision",
  settings: settings2,
  example: example3,
  overridable: true,
  extensions: (chosen) => chosen.inconclusive === "extend" ? chosen.extensions : 0,
  async run({ settings: chosen, given: { comparison, subject }, tools }) {
    const first = subject.production === void 0;
    const decision = first ? decideFirst(subject.model, chosen) : comparison.identical ? unchanged : decide(comparison, chosen);
    const final = await overridden(decision, subject, tools);
    const warnings = first ? [] : [...reservations(decision), ...overrideWarning(final)];
    const settled = final.override === void 0;
    return { product: final, verdict: final.verdict, summary: final.sentence, warnings, settled };
  }
});
async function overridden(decision, subject, tools) {
  const { override, ledger } = tools;
  if (override === void 0 || decision.verdict === "pass") return decision;
  const { model, candidate } = subject;
  const { verdict } = decision;
  const key = `override:${model}:${candidate.sha256}:${digest({ ...override, verdict }).slice(0, 16)}`;
  await ledger.append(key, {
    kind: "override",
    model,
    candidate: candidate.sha256,
    verdict,
    approver: override.by,
    reason: override.reason
  });
  const sentence2 = `Let through by ${override.by}, who said: ${override.reason} Without that: ${decision.sentence}`;
  return { ...decision, verdict: "pass", override: { ...override, verdict }, sentence: sentence2 };
}
function overrideWarning({ override }) {
  if (override === void 0) return [];
  return [
    {
      code: "gate-overridden",
      message: `The gate said ${override.verdict}; ${override.by} let the candidate through: ${override.reason}`,
      remedy: "The ledger holds who and why. Watch the rollout, and have a version to go back to."
    }
  ];
}
function decide(comparison, { require: require2, inconclusive }) {
  const required = requiredRows(comparison.rows, require2);
  const found = combine(required.map((row) => row.verdict));
  const verdict = found === "inconclusive" && inconclusive === "warn" && required.length > 0 ? "pass" : found;
  const reasons = required.map(({ metric, scenario, verdict: verdict2, why }) => ({
    metric,
    ...scenario === void 0 ? {} : { scenario },
    verdict: verdict2,
    why
  }));
  return { verdict, reasons, sentence: sentenceOf(required, found, verdict) };
}
var unchanged = {
  verdict: "pass",
  reasons: [],
  sentence: "Passed. The candidate is production itself, byte for byte: nothing can have changed."
};
function decideFirst(model, chosen) {
  const verdict = chosen["first-release"];
  const words = `No version of ${model} is in production, so nothing was compared`;
  const policy = verdict === "pass" ? "a first release passes" : "a first release does not pass this gate";
  return { verdict, reasons: [], sentence: `${words}: ${policy}.` };
}
function requiredRows(rows, require2) {
  if (require2 === void 0) return rows;
  const compared = [...new Set(rows.map((row) => row.metric))];
  const missing = require2.find((metric) => !compared.includes(metric));
  if (missing !== void 0) throw stageError("gate-metric-not-compared", { metric: missing, compared });
  return rows.filter((row) => require2.includes(row.metric));
}
function sentenceOf(rows, found, verdict) {
  const deciding = rows.filter((row) => row.verdict === found).sort((a, b) => excess(b) - excess(a));
  const [first] = deciding;
  if (first === void 0) return "Inconclusive: nothing was compared.";
  const where = first.scenario === void 0 ? "" : ` (${first.scenario})`;
  const others = deciding.length > 1 ? ` So ${deciding.length === 2 ? "is 1 other" : `are ${deciding.length - 1} others`}.` : "";
  if (found === "fail") return `Failed on ${first.metric}${where}: ${first.why}${others}`;
  if (found === "inconclusive") {
    const stand = verdict === "pass" ? "Passed with reservations: undecided" : "Inconclusive";
    return `${stand} on ${first.metric}${where}: ${first.why}${others}`;
  }
  const count = rows.length === 1 ? "The one comparison required" : `All ${rows.length} comparisons required`;
  return `Passed. ${count} came out well; closest to its margin${where}: ${first.why}`;
}
function excess({ better, interval, margin: margin2, claim }) {
  const [least, most] = better === "lower" ? [interval.low, interval.high] : [-interval.high, -interval.low];
  const worst = claim === "equivalent" ? Math.max(-least, most) : claim === "better" ? most + margin2 : most;
  return margin2 === 0 ? worst * 1e9 : worst / margin2;
}
function reservations(decision) {
  if (decision.verdict !== "pass") return [];
  return decision.reasons.filter(({ verdict }) => verdict === "inconclusive").map(({ metric, scenario, why }) => ({
    code: "gate-inconclusive",
    message: `${metric}${scenario === void 0 ? "" : ` (${scenario})`} was let through undecided: ${why}`,
    remedy: "Give the benchmark a larger `budget:` or more data, or set `inconclusive: fail`."
  }));
}

// src/stages/optimize.ts
var settings3 = external_exports.strictObject({
  variants: external_exports.array(external_exports.enum(["graph"])).min(1).default(["graph"]).describe("Which variants of the candidate to make: `graph` is onnxruntime's own graph optimisation."),
  level: external_exports.enum(["basic", "extended"]).default("basic").describe(
    "`basic` folds constants and fuses into standard operators, which run anywhere; `extended` uses operators of onnxruntime too."
  ),
  tolerance: external_exports.number().nonnegative().default(1e-4).describe("How far a variant's outputs may be from the candidate's, as a part of the largest output value.")
});
var optimize = defineStage({
  kind: "optimize",
  summary: "Makes variants of the candidate that should be faster, and keeps one only when it answers the same.",
  effects: "files",
  needs: ["subject"],
  gives: "variants",
  settings: settings3,
  example: "{ variants: [graph], level: basic }",
  estimateMs: (chosen) => 2e3 * chosen.variants.length,
  async run({ settings: chosen, given: { subject }, tools }) {
    const { optimizeGraph } = await import("./graph-BQ4YQZNF.js");
    const variants = [];
    for (const kind of new Set(chosen.variants)) {
      tools.progress(`variant ${kind}`);
      if (kind === "graph") variants.push(await optimizeGraph(subject.candidate, chosen, tools));
    }
    const kept2 = variants.find((variant) => variant.kept);
    const best = kept2 ?? { id: "candidate", model: subject.candidate };
    return {
      product: { variants, chosen: { id: best.id, model: best.model } },
      summary: sentence(best.id, variants)
    };
  }
});
function sentence(chosen, variants) {
  const goesOn = chosen === "candidate" ? "the candidate goes on as it came" : `variant ${chosen} goes on`;
  return `${goesOn}: ${variants.map((variant) => `variant ${variant.id} ${variant.why}`).join("; ")}`;
}

// src/stages/release.ts
var fromEvidence = "from-evidence";
var settings4 = external_exports.strictObject({
  version: external_exports.string().refine(
    (text) => text === fromEvidence || isVersion(text),
    "expected from-evidence or a semantic version such as 1.4.0"
  ).default(fromEvidence).describe(
    "`from-evidence` lets the evidence decide (interface break: major, better quality: minor, else patch); or an exact version such as `2.0.0`."
  ),
  candidate: external_exports.boolean().default(false).describe(
    "Release as a candidate of the version that the evidence says, such as `1.4.0-rc.1`; the same file becomes `1.4.0` when it is released without."
  ),
  tag: external_exports.boolean().default(true).describe("Show the release as a git tag in the grammar of GTO, such as `digits@v1.4.0`.")
});
var release = defineStage({
  kind: "release",
  summary: "Gives what passed a semantic version that follows from the evidence, and records it in the registry.",
  effects: "remote",
  needs: ["subject", "decision"],
  wants: ["validation", "variants", "comparison", "measurements"],
  gives: "release",
  settings: settings4,
  example: "{ version: from-evidence, tag: true }",
  async run({ settings: settings5, given, tools }) {
    const { subject, decision, variants, comparison } = given;
    if (decision.verdict !== "pass") throw stageError("release-refused", { verdict: decision.verdict });
    const { model } = subject;
    const artifact = variants?.chosen.model ?? subject.candidate;
    const { versions } = registryState(await tools.ledger.read(), model);
    const known = versions.findLast(
      ({ version, artifact: { sha256 } }) => sha256 === artifact.sha256 && (settings5.candidate || !isCandidate(version))
    );
    if (known !== void 0) return kept(model, known, settings5, tools);
    const evidence = await gather(subject.production?.artifact, artifact, comparison, tools);
    const product = await record({ model, artifact, evidence, comparison, settings: settings5, tools });
    return { product, summary: `${model} ${product.version} (${product.why})` };
  }
});
async function kept(model, { version, artifact, why }, settings5, tools) {
  const here = await plannedBefore(tools, version);
  const product = {
    model,
    version,
    tag: versionTag(model, version),
    artifact,
    bump: here?.bump ?? "none",
    why,
    existed: here === void 0
  };
  await ensureShown(model, artifact, product, settings5, tools);
  const wanted = settings5.version;
  const warnings = wanted === fromEvidence || wanted === version ? [] : [versionKept(model, version, wanted)];
  return {
    product,
    summary: here === void 0 ? `${model} ${version} was released before` : `${model} ${version} (${why})`,
    warnings
  };
}
async function ensureShown(model, artifact, product, settings5, tools) {
  const key = keyOf(model, artifact, product.version);
  const entries = await tools.ledger.read();
  if (!entries.some((entry) => entry.key === key)) return;
  await tools.ledger.append(key, eventOf(model, artifact, product, settings5, void 0, tools));
}
function versionKept(model, version, wanted) {
  return {
    code: "version-kept",
    message: `The same model file is ${model} ${version} already, so it did not become ${wanted}.`,
    remedy: `Take out \`version: ${wanted}\`, or release a different file.`
  };
}
async function gather(production, artifact, comparison, tools) {
  const improved = comparison?.rows.filter((row) => row.improved && isQuality(row.metric)).map(({ metric }) => metric) ?? [];
  if (production === void 0) return { interfaceChange: void 0, improved };
  const [before, after] = await Promise.all(
    [production, artifact].map(
      async (each) => readModel(await tools.world.files.open(await tools.store.path(each)), each.name)
    )
  );
  return { interfaceChange: before && after && diffInterface(before, after), improved };
}
function isQuality(metric) {
  const known = metrics.find(({ name }) => name === metric.replace(/\[.*\]$/, ""));
  return known === void 0 || known.how === "paired";
}
async function record({ model, artifact, evidence, comparison, settings: settings5, tools }) {
  for (let attempt = 1; ; attempt++) {
    const { versions } = registryState(await tools.ledger.read(), model);
    const planned = plan(
      versions.map(({ version }) => version),
      evidence,
      settings5
    );
    await tools.checkpoint.append({ releasing: planned });
    try {
      const event = eventOf(model, artifact, planned, settings5, comparison?.evidence, tools);
      const entry = await tools.ledger.append(keyOf(model, artifact, planned.version), event);
      const version = entry.kind === "release" ? entry.version : planned.version;
      return {
        ...planned,
        version,
        model,
        tag: versionTag(model, version),
        artifact,
        existed: version !== planned.version
      };
    } catch (error) {
      const taken = error instanceof UserError && error.code === "version-exists";
      if (!taken || settings5.version !== fromEvidence || attempt === 5) throw error;
    }
  }
}
function plan(versions, { interfaceChange, improved }, { version: wanted, candidate }) {
  const latest = highestVersion(versions.filter((version2) => !isCandidate(version2)));
  const next = nextVersion({ latest, interfaceChange: interfaceChange?.change, improved: improved.length > 0 });
  const final = wanted === fromEvidence ? next.version : wanted;
  const version = candidate && !isCandidate(final) ? nextCandidate(final, versions) : final;
  if (wanted !== fromEvidence)
    return { ...next, version, why: `version ${wanted} as the pipeline says; the evidence says ${next.bump}` };
  const facts = [...interfaceChange?.reasons ?? [], ...improved.map((metric) => `${metric} improved`)];
  return { ...next, version, why: facts.length === 0 ? next.why : `${next.why} (${facts.join("; ")})` };
}
async function plannedBefore({ checkpoint }, version) {
  const records = await checkpoint.read();
  return records.map(({ releasing }) => releasing).findLast((planned) => planned?.version === version);
}
function keyOf(model, artifact, version) {
  return `${isCandidate(version) ? "candidate" : "release"}:${model}:${artifact.sha256}`;
}
function eventOf(model, artifact, { version, why }, { tag }, evidence, { world }) {
  return {
    kind: "release",
    model,
    version,
    artifact,
    why,
    ...world.commit === void 0 ? {} : { source: world.commit },
    ...evidence === void 0 ? {} : { evidence },
    ...tag ? {} : { tagged: false }
  };
}

// src/stages/rollout/settings.ts
var rule = external_exports.strictObject({
  metric: external_exports.enum(["error-rate", "latency.p50"]).describe("What is compared between the candidate and the stable version."),
  margin: margin().describe(
    "How much worse is acceptable: absolute for `error-rate` (`1pp`), relative for `latency.p50` (`10%`)."
  ),
  "min-requests": external_exports.int().positive().default(50).describe("Fewer requests to the candidate than this are never judged.")
}).transform((raw, context) => {
  const minRequests = raw["min-requests"];
  if (raw.metric === "error-rate" && "absolute" in raw.margin)
    return { metric: raw.metric, margin: raw.margin.absolute, minRequests };
  if (raw.metric === "latency.p50" && "relative" in raw.margin)
    return { metric: raw.metric, margin: raw.margin.relative, minRequests };
  const wanted = raw.metric === "error-rate" ? "an absolute margin such as 1pp" : "a relative margin such as 10%";
  context.addIssue({ code: "custom", path: ["margin"], message: `expected ${wanted} for ${raw.metric}` });
  return external_exports.NEVER;
});
function rolloutSettings(targets2) {
  return external_exports.strictObject({
    target: targetSetting(targets2).describe("What serves the model, with its settings."),
    steps: external_exports.array(share()).min(1).refine(
      (steps) => steps.every((step, index) => step > (steps[index - 1] ?? 0)),
      "expected shares that rise, the first above 0%"
    ).refine((steps) => steps.at(-1) === 1, "expected 100% as the last step").prefault(["5%", "25%", "50%", "100%"]).describe("Shares of traffic that the candidate is given, one step after the other."),
    bake: duration().refine((ms) => ms > 0, "expected more than no time").prefault("60s").describe("How long one look at a step lasts; a step gets one look, and more while it is inconclusive."),
    analysis: external_exports.array(rule).min(1).prefault([{ metric: "error-rate", margin: "1pp" }]).describe("What must hold at each step. The last step, at full weight, is judged on errors alone."),
    hold: external_exports.int().min(0).default(3).describe("How many more looks an inconclusive step gets, before the rollout is taken back."),
    "on-rollback": external_exports.array(hook).default([]).describe("What to run once traffic is set back."),
    "on-promoted": external_exports.array(hook).default([]).describe("What to run once the version is in production.")
  });
}

// src/stages/rollout/index.ts
function rolloutOn(targets2) {
  return defineStage({
    kind: "rollout",
    summary: "Gives the release traffic step by step, judges each step, and promotes it or takes it back.",
    effects: "remote",
    needs: ["subject", "release"],
    wants: ["decision"],
    gives: "rollout",
    settings: rolloutSettings(targets2),
    example: "{ target: { local: { replay: eval } }, steps: [5%, 25%, 100%], bake: 60s, analysis: [{ metric: error-rate, margin: 1pp }] }",
    runsUserCode: (chosen) => chosen["on-rollback"].length + chosen["on-promoted"].length > 0,
    estimateMs: ({ steps, bake }) => steps.length * bake + 2e3,
    // Loaded when it rolls out: checking a pipeline needs none of it.
    run: async (input2) => (await import("./take-through-DUTX7HCR.js")).takeThrough(input2)
  });
}

// src/stages/validate/index.ts
var costs = { loading: 1e3, reading: 100 };
function validateOn(targets2) {
  return defineStage({
    kind: "validate",
    summary: "Checks that the candidate is a sound ONNX model: its graph, its interface, its safety, that it runs, and what it must answer, state and stay below.",
    effects: "none",
    needs: ["subject"],
    gives: "validation",
    settings: validateSettings(targets2),
    example: "{ checks: [graph, interface, safety, runs], limits: { size: 20MB } }",
    files: ({ golden: golden2 }, folder) => golden2.map((set) => goldenFile(set, folder)),
    estimateMs: ({ checks, golden: golden2, "load-test": load2 }) => costs.reading * checks.length + costs.loading * (checks.filter((name) => name === "runs" || name === "determinism").length + golden2.length) + (load2 === void 0 ? 0 : costs.loading + load2.for),
    // Loaded when it checks: reading a pipeline needs none of it.
    run: async (input2) => (await import("./check-all-OFEFZFBG.js")).checkAll(input2)
  });
}

// src/stages/index.ts
function stageKindsFor(reachable) {
  return [validateOn(reachable), optimize, benchmark, compare, gate, release, rolloutOn(reachable)];
}
var stageKinds = stageKindsFor(targets);

// src/pipeline/load.ts
import path2 from "node:path";

// src/pipeline/expressions.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);
var expression = /\$\{\{(.*?)\}\}/g;
function substitute(value, source, scope) {
  const problems = [];
  const look = (term, path3) => {
    const found = lookUp(term, scope);
    if (!("problem" in found)) return found.value;
    problems.push({ ...found.problem, where: source.where(path3) });
    return "";
  };
  const visit = (part, path3) => {
    if (typeof part === "string") return substituteText(part, (term) => look(term, path3));
    if (Array.isArray(part)) return part.map((member, index) => visit(member, [...path3, index]));
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member, [...path3, key])]));
  };
  return { value: visit(value, []), problems };
}
function substituteText(text, look) {
  const whole = /^\s*\$\{\{([^}]*)\}\}\s*$/.exec(text);
  if (whole?.[1] !== void 0) return look(whole[1].trim());
  return text.replace(expression, (_, term) => String(look(term.trim())));
}
function lookUp(term, scope) {
  const [, kind, name = ""] = /^(env|inputs)\.([A-Za-z_][\w-]*)$/.exec(term) ?? [];
  if (kind === void 0) return { problem: pipelineProblem("expression-unknown", { term }) };
  const value = kind === "env" ? scope.env[name] : ownValue(scope.inputs, name);
  if (value !== void 0) return { value };
  const valid = kind === "env" ? [] : Object.keys(scope.inputs);
  return {
    problem: pipelineProblem("expression-undefined", {
      term,
      nearest: valid.length === 0 ? void 0 : (0, import_fastest_levenshtein2.closest)(name, valid)
    })
  };
}
function ownValue(record2, name) {
  return Object.hasOwn(record2, name) ? record2[name] : void 0;
}

// src/pipeline/graph.ts
function topological(nodes) {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const order = [];
  const path3 = [];
  const visit = (name) => {
    if (order.includes(name)) return void 0;
    if (path3.includes(name)) return [...path3.slice(path3.indexOf(name)), name];
    path3.push(name);
    for (const need of byName.get(name)?.needs ?? []) {
      const cycle = visit(need);
      if (cycle !== void 0) return cycle;
    }
    path3.pop();
    order.push(name);
    return void 0;
  };
  for (const node of nodes) {
    const cycle = visit(node.name);
    if (cycle !== void 0) return { cycle };
  }
  return { order };
}
function ancestors(nodes, name) {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const found = /* @__PURE__ */ new Set();
  const visit = (at) => {
    for (const need of byName.get(at)?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(name);
  const sorted = topological(nodes);
  const order = "order" in sorted ? sorted.order : [];
  return order.filter((each) => found.has(each)).flatMap((each) => byName.get(each) ?? []);
}
function giverOf(nodes, name, product) {
  return ancestors(nodes, name).findLast((node) => node.gives === product)?.name;
}
function descendants(nodes, name) {
  return nodes.filter((node) => ancestors(nodes, node.name).some((before) => before.name === name)).map((node) => node.name);
}

// src/pipeline/problems.ts
var import_fastest_levenshtein3 = __toESM(require_mod(), 1);
function problemsOf(issues, schema, source, base, also = []) {
  return issues.flatMap((issue) => problemsOfIssue(issue, schema, source, base, also));
}
function problemsOfIssue(issue, schema, source, base, also) {
  const inside = issue.path.map((step) => typeof step === "symbol" ? String(step) : step);
  const path3 = [...base, ...inside];
  if (issue.code === "unrecognized_keys") {
    const valid = [...keysAt(schema, inside), ...inside.length === 0 ? also : []];
    return issue.keys.map((key) => unknownKey(key, path3, valid, source.whereKey([...path3, key])));
  }
  if (issue.code === "invalid_union") {
    const branch = bestBranch(issue.errors);
    if (branch !== void 0)
      return branch.flatMap(
        (nested) => problemsOfIssue(nested, schemaAt(schema, inside, 0) ?? schema, source, path3, [])
      );
  }
  if (issue.code === "invalid_type" && issue.input === void 0 && issue.message.includes("received undefined")) {
    const key = String(path3.at(-1) ?? "pipeline");
    return [pipelineProblem("pipeline-missing-key", { key, at: nameOf(path3.slice(0, -1)) }, source.where(path3))];
  }
  return [wrongValue(issue, path3, source.where(path3))];
}
function unknownKey(key, path3, valid, where) {
  return pipelineProblem("pipeline-unknown-key", { key, at: nameOf(path3), valid, nearest: nearest(key, valid) }, where);
}
function wrongValue(issue, path3, where) {
  if (issue.code === "invalid_value") {
    const valid = issue.values.map(String);
    const given = typeof issue.input === "string" ? issue.input : "";
    return pipelineProblem(
      "pipeline-wrong-value",
      { at: nameOf(path3), expected: `one of ${valid.join(", ")}`, nearest: nearest(given, valid) },
      where
    );
  }
  return pipelineProblem(
    "pipeline-wrong-value",
    { at: nameOf(path3), expected: lowerFirst(issue.message), nearest: void 0 },
    where
  );
}
function bestBranch(branches) {
  const depth = (issues) => Math.max(
    ...issues.map(
      (issue) => issue.path.length + (issue.code === "unrecognized_keys" || issue.code === "custom" ? 0.5 : 0)
    )
  );
  const ranked = branches.filter((issues) => issues.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return ranked[0];
}
function nearest(name, valid) {
  return valid.length === 0 || name === "" ? void 0 : (0, import_fastest_levenshtein3.closest)(name, [...valid]);
}
function nameOf(path3) {
  return path3.length === 0 ? "the pipeline" : path3.map((step) => typeof step === "number" ? `[${step}]` : step).join(".");
}
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function keysAt(schema, path3) {
  const at = schemaAt(schema, path3, 0);
  return at instanceof external_exports.ZodObject ? Object.keys(at.shape) : [];
}
function schemaAt(schema, path3, depth) {
  const bare = unwrapped(schema);
  const step = path3[depth];
  if (bare instanceof external_exports.ZodUnion) {
    const options = bare.options;
    return options.map((option) => schemaAt(option, path3, depth)).find((found) => found !== void 0 && !(found instanceof external_exports.ZodUnion && step === void 0));
  }
  if (step === void 0) return bare;
  if (bare instanceof external_exports.ZodObject) return descend(bare.shape[step], path3, depth);
  if (bare instanceof external_exports.ZodArray) return descend(bare.element, path3, depth);
  if (bare instanceof external_exports.ZodRecord) return descend(bare.valueType, path3, depth);
  return void 0;
}
function descend(schema, path3, depth) {
  return schema === void 0 ? void 0 : schemaAt(schema, path3, depth + 1);
}
function unwrapped(schema) {
  if (schema instanceof external_exports.ZodOptional || schema instanceof external_exports.ZodDefault || schema instanceof external_exports.ZodNullable || schema instanceof external_exports.ZodPrefault)
    return unwrapped(schema.unwrap());
  if (schema instanceof external_exports.ZodPipe) return unwrapped(schema.in);
  return schema;
}

// src/pipeline/schema.ts
var modelName = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-/_]*[a-zA-Z0-9])?$/;
var file = external_exports.string().min(1);
var adopt = external_exports.strictObject({
  version: external_exports.string().describe("Its semantic version."),
  model: file.describe("The model file.")
}).optional().describe("A model that already serves, taken into an empty registry as the first version in production.");
var registry = external_exports.union([
  external_exports.strictObject({
    git: file.describe("A git repository: the ledger is the branch airworthy/ledger, versions are tags."),
    remote: external_exports.string().regex(/^[^-]/, "expected the name or the address of a remote, which does not begin with a dash").optional().describe(
      "The remote that shares it, such as `origin`: fetched first, pushed at every entry. Without it, it stays here."
    ),
    create: external_exports.boolean().default(false).describe("Make a bare repository when there is none."),
    adopt
  }),
  external_exports.strictObject({ file: file.describe("A ledger file, JSON lines."), adopt }),
  external_exports.strictObject({
    scratch: external_exports.literal(true).describe("A git registry that lives and ends with the run: for trying things out."),
    adopt
  })
]);
var input = external_exports.strictObject({
  default: external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]).optional().describe("Used when the run gives no value."),
  description: external_exports.string().optional()
});
var data = external_exports.strictObject({
  from: file.describe("An .npz file."),
  inputs: external_exports.record(external_exports.string(), external_exports.string()).default({}).describe("Which array feeds which input of the model; without it, the array of the same name."),
  label: external_exports.string().optional().describe("The array of labels: the index of the right class of each example, or the value to be predicted."),
  group: external_exports.string().optional().describe(
    "The array that says which examples belong together (a patient, a document, a day): verdicts take no more certainty from them than that leaves."
  ),
  uses: file.optional().describe("A module of your own that reads the file (`./prepare.mjs`); never run for a fork's pull request.")
});
var pipelineFile = external_exports.strictObject({
  pipeline: external_exports.string().regex(modelName, "expected letters, digits, - _ /, beginning and ending with a letter or digit").describe("The pipeline's name, and the model's name in the registry."),
  inputs: external_exports.record(external_exports.string(), input).default({}).describe("Values a run may give with --input; used as ${{ inputs.name }}."),
  model: external_exports.strictObject({
    candidate: file.describe("The model to take into production: an ONNX file."),
    production: file.optional().describe("What serves today: `registry` (the default) or an ONNX file.")
  }),
  registry: registry.default({ git: ".", create: false }).describe("Where versions and the ledger live."),
  data: external_exports.record(external_exports.string(), data).default({}).describe("Evaluation data, by name."),
  secrets: external_exports.array(external_exports.string()).default([]).describe("Environment variables whose values are masked in everything that is written."),
  stages: external_exports.record(external_exports.string().regex(modelName, "expected a name of letters, digits, - and _"), external_exports.unknown()).refine((stages) => Object.keys(stages).length > 0, "expected at least one stage").describe("The stages, run in this order unless `needs:` says otherwise.")
});
var names = external_exports.union([external_exports.string(), external_exports.array(external_exports.string())]);
var stageCommon = external_exports.strictObject({
  kind: external_exports.string().optional().describe("What kind of stage this is; without it, its name says."),
  needs: names.optional().describe("The stages that must have passed before; without it, the one above."),
  when: external_exports.strictObject({ event: names.optional(), branch: names.optional() }).optional().describe("Run only for these events and branches; a `*` at the end stands for anything."),
  timeout: duration().prefault("30m").describe("Give up after this time.")
});
var commonKeys = ["kind", "needs", "when", "timeout"];

// src/pipeline/source.ts
var import_yaml = __toESM(require_dist(), 1);
var largestSource = 1024 * 1024;
var mostAliases = 100;
function parseSource(text, file2) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const place = (offset2) => {
    const { line, col } = lines.linePos(offset2);
    return { file: file2, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  throwIfAny(document.errors.map((error) => syntaxProblem(error, place(error.pos[0]))));
  const value = plainValue(() => document.toJS({ maxAliasCount: mostAliases }), place(0));
  const offset = (path3, key) => offsetOf(document.contents, path3, key);
  return {
    file: file2,
    value,
    where: (path3) => place(offset(path3, false)),
    whereKey: (path3) => place(offset(path3, true))
  };
}
function sourceOf(value, file2) {
  return { file: file2, value, where: () => void 0, whereKey: () => void 0 };
}
function throwIfAny(problems) {
  const [first, ...others] = problems;
  if (first !== void 0) throw new UserError([first, ...others]);
}
function syntaxProblem(error, where) {
  if (error.code === "DUPLICATE_KEY") return pipelineProblem("pipeline-duplicate-name", {}, where);
  return pipelineProblem("pipeline-not-yaml", { reason: error.message.split("\n")[0] ?? error.code }, where);
}
function plainValue(convert, where) {
  try {
    return convert();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError([pipelineProblem("pipeline-not-yaml", { reason }, where)], { cause });
  }
}
function offsetOf(root, path3, key) {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const [index, step] of path3.entries()) {
    if (!(0, import_yaml.isCollection)(node)) break;
    const pair = (0, import_yaml.isMap)(node) ? node.items.find((item) => keyOf2(item) === String(step)) : void 0;
    const child = (0, import_yaml.isMap)(node) ? pair?.value : node.items[Number(step)];
    const wantsKey = pair !== void 0 && (key ? index === path3.length - 1 : !(0, import_yaml.isNode)(child));
    offset = startOf(wantsKey ? pair.key : child) ?? startOf(pair?.key) ?? offset;
    node = child;
  }
  return offset;
}
function keyOf2(pair) {
  return (0, import_yaml.isScalar)(pair.key) ? String(pair.key.value) : String(pair.key);
}
function startOf(node) {
  return (0, import_yaml.isNode)(node) ? node.range?.[0] : void 0;
}

// src/pipeline/load.ts
async function load(file2, world, options = {}) {
  const absolute = path2.resolve(world.cwd, file2);
  if (options.text !== void 0) return check(parseSource(options.text, absolute), world, options);
  const size = await world.files.size(absolute);
  if (size === void 0) throw pipelineError("pipeline-missing", { path: absolute });
  if (size > largestSource) throw pipelineError("pipeline-too-large", { path: absolute, bytes: size });
  return check(parseSource(await world.files.readText(absolute), absolute), world, options);
}
function pipelineOf(value, folder, world, options = {}) {
  return check(sourceOf(value, path2.join(folder, "pipeline")), world, options);
}
function check(source, world, options) {
  const targets2 = [...targets, ...options.targets ?? []];
  const kinds = [...stageKindsFor(targets2), ...options.kinds ?? []];
  const { value, problems } = substituted(source, world, options.inputs ?? {});
  const parsed = pipelineFile.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const stages2 = stagesOf(value);
    const others = stages2 === void 0 ? [] : checkStages(stages2, kinds, source).problems;
    throwIfAny([...problems, ...problemsOf(parsed.error.issues, pipelineFile, source, []), ...others]);
    throw parsed.error;
  }
  world.hide(parsed.data.secrets);
  const stages = checkStages(parsed.data.stages, kinds, source);
  throwIfAny([
    ...problems,
    ...stages.problems,
    ...stages.problems.length === 0 ? graphProblems(stages.stages, kinds) : []
  ]);
  return {
    name: parsed.data.pipeline,
    file: source.file,
    folder: path2.dirname(source.file),
    sha256: digest(value),
    model: parsed.data.model,
    registry: parsed.data.registry,
    data: parsed.data.data,
    stages: stages.stages,
    targets: targets2,
    where: source.where
  };
}
function stagesOf(value) {
  const stages = asRecord(asRecord(value)?.["stages"]);
  return stages;
}
function asRecord(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : void 0;
}
function substituted(source, world, given) {
  const file2 = asRecord(source.value);
  if (file2 === void 0) return { value: source.value, problems: [] };
  const { inputs: declarations, ...rest } = file2;
  const declared = asRecord(declarations) ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  const problems = unknown.map(
    (name) => pipelineProblem(
      "input-unknown",
      { name, valid: Object.keys(declared), nearest: nearest(name, Object.keys(declared)) },
      source.where(["inputs"])
    )
  );
  const defaults = Object.entries(declared).flatMap(([name, declaration]) => {
    const value2 = asRecord(declaration)?.["default"];
    return value2 === void 0 ? [] : [[name, value2]];
  });
  const replaced = substitute(rest, source, { env: world.env, inputs: { ...Object.fromEntries(defaults), ...given } });
  const value = declarations === void 0 ? replaced.value : { ...replaced.value, inputs: declarations };
  return { value, problems: [...problems, ...replaced.problems] };
}
function checkStages(bodies, kinds, source) {
  const names2 = Object.keys(bodies);
  const results = Object.entries(bodies).map(
    ([name, body], index) => checkStage(name, body, names2[index - 1], kinds, source)
  );
  const stages = results.flatMap((result) => result.stage === void 0 ? [] : [result.stage]);
  const needs = stages.flatMap((stage) => needsProblems(stage, names2, source));
  return { stages, problems: [...results.flatMap((result) => result.problems), ...needs] };
}
function checkStage(name, body, previous, kinds, source) {
  const at = ["stages", name];
  const record2 = body === null ? {} : asRecord(body);
  if (record2 === void 0)
    return {
      problems: [
        pipelineProblem(
          "pipeline-wrong-value",
          { at: `stages.${name}`, expected: "a mapping of settings", nearest: void 0 },
          source.where(at)
        )
      ]
    };
  const [common, settings5] = split(record2);
  const kindName = typeof common["kind"] === "string" ? common["kind"] : name;
  const kind = kinds.find((each) => each.kind === kindName);
  const valid = kinds.map((each) => each.kind);
  if (kind === void 0) {
    return {
      problems: [
        pipelineProblem(
          "stage-kind-unknown",
          { kind: kindName, valid, nearest: nearest(kindName, valid) },
          source.whereKey(at)
        )
      ]
    };
  }
  const commonResult = stageCommon.safeParse(common, { reportInput: true });
  const settingsResult = kind.settings.safeParse(settings5, { reportInput: true });
  const problems = [
    ...issuesOf(commonResult, stageCommon, source, at, []),
    ...issuesOf(settingsResult, kind.settings, source, at, commonKeys)
  ];
  if (problems.length > 0 || !commonResult.success) return { problems };
  const { needs, when, timeout } = commonResult.data;
  const before = needs === void 0 ? previous === void 0 ? [] : [previous] : [needs].flat();
  return {
    stage: {
      name,
      stage: kind.make(settings5, { folder: path2.dirname(source.file) }),
      needs: before,
      when,
      timeout,
      where: source.whereKey(at)
    },
    problems
  };
}
function split(record2) {
  const entries = Object.entries(record2);
  const isCommon = ([key]) => commonKeys.includes(key);
  return [Object.fromEntries(entries.filter(isCommon)), Object.fromEntries(entries.filter((entry) => !isCommon(entry)))];
}
function issuesOf(result, schema, source, at, also) {
  return result.success ? [] : problemsOf(result.error.issues, schema, source, at, also);
}
function needsProblems(stage, names2, source) {
  return stage.needs.filter((need) => !names2.includes(need)).map(
    (need) => pipelineProblem(
      "stage-unknown",
      { name: need, valid: names2, nearest: nearest(need, names2) },
      source.where(["stages", stage.name, "needs"])
    )
  );
}
function graphProblems(stages, kinds) {
  const nodes = nodesOf(stages);
  const sorted = topological(nodes);
  if ("cycle" in sorted) {
    const where = stages.find((stage) => stage.name === sorted.cycle[0])?.where;
    return [pipelineProblem("pipeline-cycle", { cycle: sorted.cycle }, where)];
  }
  return stages.flatMap(
    (stage) => stage.stage.kind.needs.filter((product) => product !== "subject" && giverOf(nodes, stage.name, product) === void 0).map((product) => {
      const givers = kinds.filter((kind) => kind.gives === product).map((kind) => kind.kind);
      return pipelineProblem("stage-input-missing", { stage: stage.name, product, givers }, stage.where);
    })
  );
}
function nodesOf(stages) {
  return stages.map((stage) => ({ name: stage.name, needs: stage.needs, gives: stage.stage.kind.gives }));
}

export {
  defineStage,
  stageKinds,
  topological,
  ancestors,
  giverOf,
  descendants,
  nearest,
  load,
  pipelineOf,
  nodesOf
};
