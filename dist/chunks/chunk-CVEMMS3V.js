import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  createProcesses
} from "./chunk-3Q2FPKM4.js";
import {
  cgroupFolders
} from "./chunk-Y32QYVUL.js";
import {
  resolveRuntime
} from "./chunk-OILPY5SZ.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  Cancelled,
  messageOf,
  userError
} from "./chunk-FNARNXA6.js";

// src/world/secrets.ts
var secretName = /token|secret|passw|credential|api_?key|private_?key|access_?key/i;
var shortest = 6;
function createMask(env) {
  const hidden = new Set(Object.keys(env).filter((name) => secretName.test(name)));
  let pattern = patternOf(env, hidden);
  const mask = (text) => pattern === void 0 ? text : text.replace(pattern, "***");
  const hide = (names) => {
    for (const name of names) hidden.add(name);
    pattern = patternOf(env, hidden);
  };
  return Object.assign(mask, { hide });
}
function patternOf(env, names) {
  const forms = [...names].flatMap((name) => formsOf(env[name] ?? "")).sort((a, b) => b.length - a.length);
  return forms.length === 0 ? void 0 : new RegExp([...new Set(forms)].map(escapeForPattern).join("|"), "g");
}
function formsOf(value) {
  const lines = value.split(/\r?\n/);
  const parts = lines.length > 1 ? [value, ...lines] : [value];
  return parts.flatMap((part) => [part, JSON.stringify(part).slice(1, -1)]).filter((part) => part.trim().length >= shortest);
}
function escapeForPattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// src/entry/context.ts
import { readFileSync as readFileSync2 } from "node:fs";
import path3 from "node:path";
import { fileURLToPath } from "node:url";

// src/world/ci.ts
var repository = external_exports.object({ full_name: external_exports.string() });
var payloadShape = external_exports.object({
  pull_request: external_exports.object({ head: external_exports.object({ repo: repository.nullable() }), base: external_exports.object({ repo: repository }) }).optional()
});
var privileged = ["pull_request_target", "workflow_run", "issue_comment"];
function ciFacts(env, payload) {
  const event = env["GITHUB_EVENT_NAME"] ?? "local";
  return {
    event,
    branch: env["GITHUB_HEAD_REF"] || env["GITHUB_REF_NAME"] || void 0,
    commit: env["GITHUB_SHA"],
    trust: trustOf(event, payload)
  };
}
function trustOf(event, payload) {
  if (privileged.includes(event))
    return {
      level: "untrusted",
      why: `the trigger ${event} runs with the repository's rights on content that anybody may have written`
    };
  if (!event.startsWith("pull_request")) return { level: "trusted", why: `the event is ${event}` };
  const pull = payloadShape.safeParse(payload).data?.pull_request;
  if (pull === void 0) return { level: "untrusted", why: "the event does not say where the pull request comes from" };
  const head = pull.head.repo?.full_name;
  if (head === pull.base.repo.full_name)
    return { level: "trusted", why: "the pull request comes from a branch of the repository" };
  return { level: "untrusted", why: "the pull request comes from a fork" };
}

// src/world/index.ts
import { randomBytes } from "node:crypto";

// src/world/clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  now: () => (/* @__PURE__ */ new Date()).toISOString(),
  monotonicMs: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, void 0, signal === void 0 ? {} : { signal });
    } catch (cause) {
      throw new Cancelled("waiting was cancelled", { cause });
    }
  }
};

// src/world/files.ts
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import * as fs from "node:fs/promises";
import path from "node:path";
function createFiles(mask) {
  return {
    read: (file) => explain(file, () => fs.readFile(file)),
    readText: (file) => explain(file, () => fs.readFile(file, "utf8")),
    readRange: (file, offset, length) => explain(file, () => readRange(file, offset, length)),
    size: (file) => explain(file, () => sizeOf(file)),
    exists: (file) => explain(file, async () => await statOf(file) !== void 0),
    list: (directory) => explain(directory, () => list(directory)),
    write: (file, bytes) => explain(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, bytes))),
    writeText: (file, text) => explain(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, mask(text)))),
    appendLine: (file, line) => explain(file, () => appendLine(file, mask(line))),
    copy: (from, to) => copy(from, to),
    makeDirectory: (directory) => explain(directory, async () => void await fs.mkdir(directory, { recursive: true })),
    remove: (file) => explain(file, () => fs.rm(file, { recursive: true, force: true })),
    hash: (file) => explain(file, () => hash(file)),
    createExclusive: (file, text) => explain(file, () => createExclusive(file, mask(text))),
    masked: mask
  };
}
async function explain(file, action) {
  try {
    return await action();
  } catch (cause) {
    const code = cause.code;
    if (code === "ENOENT") throw userError("file-missing", { path: file }, { cause });
    if (code === "ENOSPC" || code === "EDQUOT") throw userError("disk-full", { path: file }, { cause });
    const reason = reasons[code ?? ""];
    if (reason !== void 0) throw userError("file-denied", { path: file, reason }, { cause });
    throw cause;
  }
}
var reasons = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its symbolic links go in circles",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB, too large to be read at once",
  ERR_INVALID_ARG_VALUE: "its name has a NUL character",
  EIO: "the disk reports an error",
  EMFILE: "too many files are open"
};
async function statOf(file) {
  try {
    return await fs.stat(file);
  } catch (cause) {
    const code = cause.code;
    if (code === "ENOENT" || code === "ENOTDIR") return void 0;
    throw cause;
  }
}
async function sizeOf(file) {
  const stat2 = await statOf(file);
  return stat2?.isFile() ? Number(stat2.size) : void 0;
}
async function readRange(file, offset, length) {
  const handle = await fs.open(file, "r");
  try {
    const buffer = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(buffer, done, length - done, offset + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return buffer.subarray(0, done);
  } finally {
    await handle.close();
  }
}
async function list(directory) {
  return (await statOf(directory))?.isDirectory() ? (await fs.readdir(directory)).sort() : [];
}
async function writeAtomically(file, write) {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    await write(temporary);
    await fs.rename(temporary, file);
  } catch (cause) {
    await fs.rm(temporary, { force: true });
    throw cause;
  }
}
async function writeDurably(file, content) {
  await withHandle(file, "wx", (handle) => handle.writeFile(content));
}
async function copy(from, to) {
  await explain(from, () => fs.access(from, fs.constants.R_OK));
  await explain(to, () => writeAtomically(to, (temporary) => copyDurably(from, temporary)));
}
async function copyDurably(from, to) {
  await fs.copyFile(from, to);
  await fs.chmod(to, 420);
  await withHandle(to, "r+", async () => {
  });
}
async function appendLine(file, line) {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await withHandle(file, "a", (handle) => handle.writeFile(`${line}
`));
}
async function withHandle(file, flags, action) {
  const handle = await fs.open(file, flags);
  try {
    await action(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function hash(file) {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(file)) digest.update(chunk);
  return digest.digest("hex");
}
async function createExclusive(file, text) {
  await fs.mkdir(path.dirname(file), { recursive: true });
  try {
    await writeDurably(file, text);
    return true;
  } catch (cause) {
    if (cause.code === "EEXIST") return false;
    throw cause;
  }
}

// src/world/github.ts
function createGitHub(env) {
  const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  const token = env["GITHUB_TOKEN"];
  if (!owner || !repo || !token) return void 0;
  return {
    async dispatchWorkflow(workflow, ref, inputs) {
      const { Octokit } = await import("./dist-bundle-5SOWFTMH.js");
      const octokit = new Octokit({
        auth: token,
        baseUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        log: quiet
      });
      try {
        await octokit.rest.actions.createWorkflowDispatch({ owner, repo, workflow_id: workflow, ref, inputs });
      } catch (cause) {
        throw userError(
          "github-refused",
          { what: `start the workflow ${workflow}`, reason: messageOf(cause) },
          { cause }
        );
      }
    }
  };
}
var nothing = () => {
};
var quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };

// src/world/machine.ts
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path2 from "node:path";
function describeMachine(folder, files = systemFiles) {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? "unknown",
    cores: cpus.length,
    memoryBytes: os.totalmem(),
    platform: `${os.platform()}-${os.arch()}`,
    node: process.version,
    onnxruntime: runtimeVersion(folder),
    ...describeSystem(files)
  };
}
function describeSystem(files) {
  const cgroup = files.read("/proc/self/cgroup") ?? "";
  const least = (controller, limit) => {
    const limits = cgroupFolders(cgroup, controller).flatMap((each) => limit(each) ?? []);
    return limits.length === 0 ? void 0 : Math.min(...limits);
  };
  return {
    governor: governorOf(files),
    cpuQuota: least("cpu", (each) => quotaOf(each, files)),
    memoryLimitBytes: least("memory", (each) => memoryLimitOf(each, files)),
    host: hostOf(files)
  };
}
function governorOf({ read, list: list2 }) {
  const policies = "/sys/devices/system/cpu/cpufreq";
  const governors = (list2(policies) ?? []).flatMap((policy) => read(`${policies}/${policy}/scaling_governor`) ?? []);
  return [...new Set(governors)].sort().join(", ") || "unknown";
}
function quotaOf(folder, { read }) {
  const [quota, period] = read(`${folder}/cpu.max`)?.split(" ") ?? [
    read(`${folder}/cpu.cfs_quota_us`),
    read(`${folder}/cpu.cfs_period_us`)
  ];
  const share = Number(quota) / Number(period);
  return share > 0 && Number.isFinite(share) ? share : void 0;
}
function memoryLimitOf(folder, { read }) {
  const bytes = Number(read(`${folder}/memory.max`) ?? read(`${folder}/memory.limit_in_bytes`));
  return bytes > 0 && bytes < 2 ** 60 ? bytes : void 0;
}
function hostOf({ read }) {
  const dmi = "/sys/class/dmi/id";
  const maker = [read(`${dmi}/sys_vendor`), read(`${dmi}/product_name`)].filter((each) => each !== void 0).join(" ");
  if (maker !== "") return maker;
  return /^flags\s*:.*\bhypervisor\b/m.test(read("/proc/cpuinfo") ?? "") ? "a virtual machine" : "unknown";
}
var systemFiles = {
  read: (file) => attempt(() => readFileSync(file, "utf8").trim()),
  list: (folder) => attempt(() => readdirSync(folder))
};
function attempt(look) {
  try {
    return look();
  } catch {
    return void 0;
  }
}
function runtimeVersion(folder) {
  try {
    const entry = resolveRuntime(folder);
    const description = readFileSync(path2.join(path2.dirname(path2.dirname(entry)), "package.json"), "utf8");
    return String(JSON.parse(description).version);
  } catch {
    return "none";
  }
}

// src/world/index.ts
function createWorld(options) {
  const mask = options.mask ?? createMask(options.env);
  return {
    files: createFiles(mask),
    hide: mask.hide,
    processes: createProcesses(options.workerScript, options.cwd),
    clock: systemClock,
    env: options.env,
    cwd: options.cwd,
    workerScript: options.workerScript,
    trust: options.trust,
    event: options.event,
    branch: options.branch,
    commit: options.commit,
    machine: describeMachine(options.cwd),
    github: createGitHub(options.env),
    randomId: () => randomBytes(4).toString("hex")
  };
}

// src/entry/context.ts
function processEntry() {
  const mask = createMask(process.env);
  return {
    world: processWorld({ mask }),
    out: (text) => void process.stdout.write(mask(text)),
    err: (text) => void process.stderr.write(mask(text)),
    colour: wantsColour(),
    width: process.stdout.columns ?? 100,
    ascii: showsOnlyAscii(),
    interactive: process.stderr.isTTY === true && process.env["CI"] === void 0,
    signal: cancelSignal(),
    command: commandName()
  };
}
function processWorld(options = {}) {
  const facts = ciFacts(process.env, eventPayload());
  return createWorld({
    cwd: options.cwd ?? process.cwd(),
    env: process.env,
    workerScript: workerScript(),
    ...facts,
    ...options.mask === void 0 ? {} : { mask: options.mask }
  });
}
function workerScript() {
  const here = path3.dirname(fileURLToPath(import.meta.url));
  return path3.join(path3.basename(here) === "chunks" ? path3.dirname(here) : here, "worker.js");
}
function eventPayload() {
  const file = process.env["GITHUB_EVENT_PATH"];
  if (file === void 0) return void 0;
  try {
    return JSON.parse(readFileSync2(file, "utf8"));
  } catch {
    return void 0;
  }
}
function wantsColour() {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return true;
  return process.stdout.isTTY === true && process.env["TERM"] !== "dumb";
}
function showsOnlyAscii() {
  const locale = process.env["LC_ALL"] || process.env["LC_CTYPE"] || process.env["LANG"];
  return locale !== void 0 && locale !== "" && !/utf-?8/i.test(locale);
}
function terminalOf({ colour, width, ascii }) {
  return { colour, width, ascii };
}
function cancelSignal() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(name, () => {
      controller.abort();
      process.once(name, () => process.exit(130));
    });
  }
  return controller.signal;
}
function commandName() {
  const script = process.argv[1] ?? "airworthy";
  return script.endsWith(".js") ? `node ${path3.relative(process.cwd(), script)}` : "npx airworthy";
}

export {
  createMask,
  processEntry,
  processWorld,
  terminalOf
};
