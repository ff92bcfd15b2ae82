import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  actionWorld,
  asAction,
  choice,
  commentOn,
  context,
  getInput,
  info,
  linksOf,
  notice,
  runOnGitHub,
  setOutput,
  summarize
} from "./chunks/chunk-UPLF4IWN.js";
import "./chunks/chunk-KHVQF5YN.js";
import {
  entryError
} from "./chunks/chunk-XY2JZBLE.js";
import "./chunks/chunk-XIIXQCH5.js";
import "./chunks/chunk-GVFMBHZ7.js";
import {
  measurementsSchema,
  renderMarkdown
} from "./chunks/chunk-6O3CRUU2.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import "./chunks/chunk-IU6T7IGS.js";
import "./chunks/chunk-DK3P7JVM.js";
import "./chunks/chunk-YLML3NYY.js";
import "./chunks/chunk-MF7JOC7M.js";
import "./chunks/chunk-NBHMQJJI.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-OKGRDJDJ.js";
import {
  ask,
  githubError,
  place
} from "./chunks/chunk-OVRQ76BB.js";
import "./chunks/chunk-VWXG6MCY.js";
import "./chunks/chunk-3VN7KAAN.js";
import "./chunks/chunk-D3UMHPRW.js";
import "./chunks/chunk-LI52RCIJ.js";
import "./chunks/chunk-XO5JQL67.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-WODW6QLJ.js";
import "./chunks/chunk-MWR6NNKJ.js";
import "./chunks/chunk-YNM2ISVB.js";
import "./chunks/chunk-HNLYTX22.js";
import "./chunks/chunk-6CN4LEXX.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-XDYCZZDE.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-66IREITO.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-B2NQQHU2.js";
import "./chunks/chunk-FZVAZGKR.js";
import "./chunks/chunk-PA7GLSC6.js";
import "./chunks/chunk-L5IA356N.js";
import "./chunks/chunk-MORT2R73.js";
import "./chunks/chunk-CBRLMCP6.js";
import {
  terminalText
} from "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-U6C5IWEH.js";
import {
  unzipSync
} from "./chunks/chunk-27J4YHGF.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-3F67QG7H.js";
import {
  messageOf
} from "./chunks/chunk-IY3EL66N.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/github/archive.ts
var mostFiles = 1e3;
var mostUnpacked = 128 * 1024 * 1024;
var mostRatio = 200;
function unpack(name, bytes) {
  const refuse = (why) => {
    throw githubError("download-refused", { name, why });
  };
  let [files, total] = [0, 0];
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name: entry, size, originalSize }) {
        files += 1;
        total += originalSize;
        if (files > mostFiles) refuse(`it has more than ${mostFiles} files`);
        if (total > mostUnpacked) refuse(`it unpacks to more than ${mostUnpacked} bytes`);
        if (originalSize > 1e6 && originalSize > size * mostRatio) refuse("it unpacks to far more than it has");
        if (leadsOut(entry)) refuse("one of its names leads out of its folder");
        return !entry.endsWith("/");
      }
    });
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error.code === "download-refused") throw error;
    return refuse(`it is no zip archive: ${messageOf(error)}`);
  }
}
function leadsOut(name) {
  return /[\0\\]/.test(name) || /^([A-Za-z]:|\/)/.test(name) || name.split("/").includes("..");
}

// src/github/artifact.ts
var mostBytes = 32 * 1024 * 1024;
async function artifactOf(github, run, name) {
  const api = await github.api();
  const found = await ask("list the artifacts of the run", "actions: read", async () => {
    const all = await api.paginate(api.rest.actions.listWorkflowRunArtifacts, {
      ...place(github),
      run_id: run,
      name,
      per_page: 100
    });
    return all.filter(({ expired }) => !expired).toSorted((a, b) => b.id - a.id)[0];
  });
  if (found === void 0) throw githubError("download-missing", { name, run });
  if (found.size_in_bytes > mostBytes)
    throw githubError("download-refused", { name, why: `it has ${found.size_in_bytes} bytes, more than ${mostBytes}` });
  const { data } = await ask(
    "download the artifact",
    "actions: read",
    () => api.rest.actions.downloadArtifact({ ...place(github), artifact_id: found.id, archive_format: "zip" })
  );
  const bytes = new Uint8Array(data);
  if (bytes.length > mostBytes)
    throw githubError("download-refused", { name, why: `it has ${bytes.length} bytes, more than ${mostBytes}` });
  return unpack(name, bytes);
}

// src/github/pull-request.ts
var runShape = external_exports.object({
  workflow_run: external_exports.object({
    id: external_exports.number(),
    run_attempt: external_exports.number(),
    head_sha: external_exports.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
    head_branch: external_exports.string(),
    head_repository: external_exports.object({ id: external_exports.number(), full_name: external_exports.string(), owner: external_exports.object({ login: external_exports.string() }) })
  })
});
function endedRun(payload) {
  const run = runShape.safeParse(payload).data?.workflow_run;
  if (run === void 0) return void 0;
  return {
    id: run.id,
    attempt: run.run_attempt,
    commit: run.head_sha,
    branch: run.head_branch,
    owner: run.head_repository.owner.login,
    repositoryId: run.head_repository.id
  };
}
async function pullRequestOf(github, run) {
  const api = await github.api();
  return ask("list the pull requests", "pull-requests: read", async () => {
    const open = await api.paginate(api.rest.pulls.list, {
      ...place(github),
      state: "open",
      head: `${run.owner}:${run.branch}`,
      per_page: 100
    });
    return open.find(({ head }) => head.sha === run.commit && head.repo?.id === run.repositoryId)?.number;
  });
}

// src/entry/action/report-schema.ts
var text = external_exports.string().max(2e4);
var number = external_exports.number().or(external_exports.null().transform(() => Number.NaN));
var digest = external_exports.string().regex(/^[0-9a-f]{64}$/);
var verdict = external_exports.enum(["pass", "fail", "inconclusive"]);
var list = (item) => external_exports.array(item).max(1e4);
var artifact = external_exports.object({ sha256: digest, bytes: number, name: text });
var warning = external_exports.object({ code: text, message: text, remedy: text });
var where = external_exports.object({ file: text, line: number, column: number });
var problem = external_exports.object({ code: text, message: text, hint: text, where: where.optional() });
var finding = external_exports.object({
  severity: external_exports.enum(["error", "warning", "note"]),
  code: text,
  where: text,
  message: text,
  hint: text
});
var interval = external_exports.object({ low: number, high: number, level: number });
var stage = external_exports.object({
  name: text,
  kind: text,
  status: external_exports.enum(["pass", "fail", "inconclusive", "rolled-back", "done", "cached", "skipped", "error"]),
  effects: external_exports.enum(["none", "files", "remote"]),
  summary: text,
  seconds: number,
  warnings: list(warning),
  problems: list(problem)
});
var value = external_exports.object({ name: text, type: text, dims: list(number.or(text)) });
var counts = external_exports.record(text, number);
var validation = external_exports.object({
  checks: list(external_exports.object({ check: text, verdict, findings: list(finding) })),
  summary: external_exports.object({
    irVersion: number,
    opset: counts,
    producer: text,
    nodes: number,
    operators: counts,
    parameters: number,
    bytes: number,
    inputs: list(value),
    outputs: list(value)
  })
});
var variants = external_exports.object({
  variants: list(external_exports.object({ id: text, model: artifact, how: text, kept: external_exports.boolean(), why: text })),
  chosen: external_exports.object({ id: text, model: artifact })
});
var row = external_exports.object({
  metric: text,
  scenario: text.optional(),
  unit: text,
  better: external_exports.enum(["lower", "higher"]),
  production: number,
  candidate: number,
  scale: external_exports.enum(["relative", "absolute"]),
  change: number,
  interval,
  margin: number,
  claim: external_exports.enum(["better", "equivalent"]).optional(),
  verdict,
  improved: external_exports.boolean(),
  method: text,
  why: text,
  alone: external_exports.literal(true).optional(),
  effective: number.optional(),
  needs: external_exports.object({ blocks: number.optional(), examples: number.optional() }).optional(),
  detectable: number.optional(),
  noise: interval.extend({ blocks: number }).optional()
});
var report = external_exports.object({
  schema: external_exports.literal("airworthy.report/2"),
  tool: external_exports.object({ name: external_exports.literal("airworthy"), version: text }),
  pipeline: external_exports.object({ name: text.min(1), file: text, sha256: digest }),
  runId: text,
  startedAt: text,
  finishedAt: text,
  outcome: external_exports.enum(["pass", "fail", "inconclusive", "rolled-back", "measured", "error", "cancelled"]),
  exitCode: number,
  sentence: text,
  stages: list(stage),
  subject: external_exports.object({
    model: text,
    candidate: artifact,
    production: external_exports.object({ version: text.optional(), artifact }).optional(),
    data: external_exports.object({}).transform(() => ({}))
  }).optional(),
  validation: validation.optional(),
  variants: variants.optional(),
  measurements: measurementsSchema.optional(),
  comparison: external_exports.object({
    contender: text,
    against: external_exports.object({ version: text.optional(), sha256: digest }),
    identical: external_exports.boolean(),
    rows: list(row),
    alpha: number,
    warnings: list(warning),
    evidence: digest
  }).optional(),
  decision: external_exports.object({
    verdict,
    reasons: list(external_exports.object({ metric: text, scenario: text.optional(), verdict, why: text })),
    sentence: text
  }).optional(),
  files: external_exports.record(text, text),
  next: list(external_exports.object({ command: text, what: text })),
  other: external_exports.unknown().transform(() => ({}))
});
function readReport(name, bytes) {
  const refuse = (why) => {
    throw githubError("download-refused", { name, why });
  };
  let value2;
  try {
    value2 = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("its report.json is not JSON");
  }
  const checked = report.safeParse(value2);
  return checked.success ? checked.data : refuse(`its report.json is no report of this version: ${whereOf(checked.error.issues[0]?.path ?? [])}`);
}
function whereOf(path) {
  return `look at ${path.map(String).join(".") || "its top"}`;
}

// src/entry/action/comment.ts
var preface = "These figures come from a run of the pull request itself, which may have changed how they are made. Recompute them with its evidence.";
process.exitCode = await asAction(async (mask) => {
  const ended = endedRun(context.payload);
  if (ended === void 0) throw entryError("comment-event", { event: context.eventName || "none" });
  const silentWhen = choice("silent-when", ["never", "pass"]);
  const own = runOnGitHub(process.env, context.payload);
  const { github } = actionWorld(own.workspace, mask);
  if (github === void 0) throw entryError("github-token-missing", {});
  const pull = await pullRequestOf(github, ended);
  if (pull === void 0) {
    notice("No open pull request has this commit as its head any more: nothing is posted.", { title: "outdated" });
    setOutput("comment", "outdated");
    return 0;
  }
  const report2 = await downloaded(github, ended.id);
  const here = {
    ...own,
    commit: ended.commit,
    run: ended.id,
    attempt: ended.attempt,
    runUrl: `${own.repositoryUrl}/actions/runs/${ended.id}`
  };
  const links = linksOf(report2, here);
  const outcome = await commentOn(github, pull, report2, here, { links, preface, silent: silentWhen === report2.outcome });
  setOutput("comment", outcome);
  setOutput("pull-request", pull);
  setOutput("verdict", report2.outcome);
  info(terminalText(`The comment on #${pull} is ${outcome}.`));
  await summarize(mask(renderMarkdown(report2, { links, preface })));
  return 0;
});
async function downloaded(github, run) {
  const name = getInput("artifact") || "airworthy-report";
  const files = await artifactOf(github, run, name);
  const found = [...files].find(([file]) => file === "report.json" || file.endsWith("/report.json"));
  if (found === void 0) throw githubError("download-refused", { name, why: "it has no report.json" });
  return readReport(name, found[1]);
}
