import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  datatypeOf,
  listen,
  readBody,
  readTensors,
  sendJson,
  writeTensors
} from "./chunks/chunk-NFA3NMWE.js";
import {
  endGroup,
  runProgram
} from "./chunks/chunk-OTIKIDYU.js";
import {
  inspectPlacement
} from "./chunks/chunk-3NTQP2AL.js";
import {
  findProvider,
  providers
} from "./chunks/chunk-74UHXTVH.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-OILPY5SZ.js";
import "./chunks/chunk-DC5UOV2E.js";
import {
  median2 as median
} from "./chunks/chunk-CCHQRBAK.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-5W2HGUAS.js";
import {
  uniformFloat64,
  xoroshiro128plus
} from "./chunks/chunk-76WXOG6K.js";
import {
  Bug,
  UserError,
  messageOf
} from "./chunks/chunk-FNARNXA6.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/bench/worker-role.ts
import { performance } from "node:perf_hooks";

// src/stats/steady.ts
var negligible = 0.01;
function steady(times2) {
  if (times2.length < 4) return false;
  const half = times2.length >> 1;
  const [first, second] = [times2.slice(0, half), times2.slice(half)];
  const [before, after] = [median(first), median(second)];
  const error = Math.hypot(errorOfMedian(first, before), errorOfMedian(second, after));
  return before - after <= Math.max(negligible * before, 3 * error);
}
function errorOfMedian(values, middle) {
  const deviation = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
  return 1.2533 * deviation / Math.sqrt(values.length);
}

// src/bench/own-process.ts
import { readFileSync } from "node:fs";
function peakBytes() {
  const kilobytes = /^(\d+) kB$/.exec(statusLine("VmHWM") ?? "")?.[1];
  return (kilobytes === void 0 ? process.resourceUsage().maxRSS : Number(kilobytes)) * 1024;
}
function processors() {
  return parseProcessors(statusLine("Cpus_allowed_list") ?? "");
}
function parseProcessors(list) {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(list)) return [];
  return list.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}
function statusLine(key) {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return new RegExp(`^${key}:\\s*(.*)$`, "m").exec(status)?.[1]?.trim();
  } catch {
    return void 0;
  }
}

// src/bench/worker-role.ts
function createBenchRole() {
  let session;
  let timedRun;
  let slowdown = 1;
  const open = async (request) => {
    await session?.close();
    timedRun = void 0;
    slowdown = request.slowdown ?? 1;
    const provider = findProvider(request.provider);
    await provider.version();
    const start = performance.now();
    session = await provider.open(request.model, request);
    return { inputs: session.inputs, outputs: session.outputs, sessionMs: performance.now() - start };
  };
  const warm = async ({ feeds }) => {
    timedRun = timed(needed(session, "open"), feeds, slowdown);
    return warmUp(timedRun);
  };
  return async (message) => {
    const request = message;
    switch (request.do) {
      case "prepare":
        return prepare(request.provider);
      case "open":
        return open(request);
      case "place":
        return place(request);
      case "run":
        return { outputs: await needed(session, "open").run(request.feeds) };
      case "warm":
        return warm(request);
      case "measure":
        await times(needed(timedRun, "warm"), request.settle);
        return { samplesMs: await times(needed(timedRun, "warm"), request.runs) };
      case "peak":
        return { peakBytes: peakBytes() };
      default:
        throw new Bug(`a bench worker was asked what it does not know: ${JSON.stringify(request)}`);
    }
  };
}
async function prepare(provider) {
  return { runtime: await findProvider(provider).version(), processors: processors() };
}
async function place({ provider, model, feeds, ...options }) {
  return { placement: await inspectPlacement(findProvider(provider), model, options, () => feeds) };
}
function timed(session, feeds, slowdown) {
  return async () => {
    const start = performance.now();
    await session.run(feeds);
    let end = performance.now();
    const until = start + (end - start) * slowdown;
    while (end < until) end = performance.now();
    return end - start;
  };
}
async function times(run, count) {
  const taken = [];
  for (let at = 0; at < count; at++) taken.push(await run());
  return taken;
}
var stretch = { ms: 60, leastRuns: 4, mostRuns: 2e3 };
var warmupMs = 1e3;
async function warmUp(run) {
  const begin = performance.now();
  const firstRunMs = await run();
  let runs = 1;
  for (; ; ) {
    const taken = await stretchOf(run);
    runs += taken.length;
    const isSteady = steady(taken);
    const ms = performance.now() - begin;
    if (isSteady || ms >= warmupMs) return { firstRunMs, runMs: median(taken), runs, ms, steady: isSteady };
  }
}
async function stretchOf(run) {
  const taken = [];
  const begin = performance.now();
  while (taken.length < stretch.leastRuns || performance.now() - begin < stretch.ms) {
    taken.push(await run());
    if (taken.length >= stretch.mostRuns) break;
  }
  return taken;
}
function needed(value, what) {
  if (value === void 0) throw new Bug(`a bench worker was asked to run before it was asked to: ${what}`);
  return value;
}

// src/targets/local/replica-role.ts
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
function createServeRole(open) {
  let running;
  let fault;
  const random = xoroshiro128plus(1);
  const start = async ({ model, name, version, port }) => {
    const session = await open(model, 1);
    const fails = async () => {
      if (fault === void 0) return false;
      if (fault.delayMs > 0) await wait(fault.delayMs);
      return uniformFloat64(random) < (fault?.errors ?? 0);
    };
    const replica = { name, version, session, fails };
    const server = createServer((request, response) => void answer(replica, request, response));
    running = { server, session };
    return { port: await listen(server, port) };
  };
  const stop = async () => {
    running?.server.closeAllConnections();
    running?.server.close();
    await running?.session.close();
    running = void 0;
  };
  return async (raw) => {
    const request = raw;
    switch (request.do) {
      case "start":
        return start(request);
      case "fault":
        fault = request.fault;
        return void 0;
      case "stop":
        return stop();
      default:
        throw new Bug(`a replica cannot ${JSON.stringify(request)}`);
    }
  };
}
async function answer(replica, request, response) {
  try {
    await route(replica, request, response);
  } catch (error) {
    sendJson(response, 500, { error: messageOf(error) });
  }
}
var ofModel = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(infer|ready))?$/;
async function route(replica, request, response) {
  const [path = ""] = (request.url ?? "").split("?");
  if (path === "/v2/health/ready" || path === "/v2/health/live")
    return sendJson(response, 200, { live: true, ready: true });
  if (path === "/v2") return sendJson(response, 200, { name: "airworthy", version: replica.version, extensions: [] });
  const [, name, version = replica.version, what] = ofModel.exec(path) ?? [];
  const served = name === encodeURIComponent(replica.name) && version === replica.version;
  if (served && what === "infer" && request.method === "POST") return infer(replica, request, response);
  if (served && what === "ready") return sendJson(response, 200, { name: replica.name, ready: true });
  if (served && what === void 0) return sendJson(response, 200, metadata(replica));
  sendJson(response, 404, {
    error: `nothing is served at ${request.method} ${path}; the model is ${replica.name} ${replica.version}`
  });
}
async function infer({ name, version, session, fails }, request, response) {
  const body = await readBody(request);
  if (await fails()) return sendJson(response, 500, { error: "a fault was injected into this version" });
  const parsed = parse(body);
  if ("error" in parsed) return sendJson(response, 400, parsed);
  const outputs = await session.run(parsed.feeds);
  const head = JSON.stringify({ model_name: name, model_version: version, id: parsed.id }).slice(0, -1);
  response.writeHead(200, { "content-type": "application/json" }).end(`${head},"outputs":${writeTensors(outputs)}}`);
}
function parse(body) {
  try {
    const { id, inputs } = JSON.parse(body.toString("utf8")) ?? {};
    return { feeds: readTensors(inputs), id: typeof id === "string" ? id : void 0 };
  } catch (error) {
    return { error: messageOf(error) };
  }
}
function metadata({ name, version, session }) {
  const describe = (values) => values.map((value) => ({
    name: value.name,
    datatype: datatypeOf(value.type),
    shape: value.dims.map((dim) => typeof dim === "number" ? dim : -1)
  }));
  return {
    name,
    versions: [version],
    platform: "onnx",
    inputs: describe(session.inputs),
    outputs: describe(session.outputs)
  };
}

// src/world/exec-role.ts
function createExecRole() {
  let running;
  process.on("exit", () => {
    if (running !== void 0) endGroup(running);
  });
  return async (request) => {
    const { program, args, options } = request;
    const result = await runProgram(program, args, options, (child) => {
      running = child;
    });
    running = void 0;
    return result;
  };
}

// src/entry/worker.ts
var roles = {
  bench: createBenchRole,
  serve: () => createServeRole((model, threads) => providers.cpu.open(model, { threads })),
  exec: createExecRole
};
var role = process.argv[2] ?? "";
var create = roles[role];
if (create === void 0 || process.send === void 0) {
  process.stderr.write(
    `worker.js is started by airworthy itself, with one of the roles ${Object.keys(roles).join(", ")}.
`
  );
  process.exit(2);
}
var answer2 = create();
process.on("disconnect", () => process.exit(0));
process.on("message", (request) => void respond(request));
send({ ok: true, answer: "ready" });
async function respond(request) {
  try {
    send({ ok: true, answer: await answer2(request) });
  } catch (thrown) {
    if (thrown instanceof UserError) send({ ok: false, problems: thrown.problems });
    else send({ ok: false, bug: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) });
  }
}
function send(reply) {
  process.send?.(reply);
}
