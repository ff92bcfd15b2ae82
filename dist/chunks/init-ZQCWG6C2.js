import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  summarize
} from "./chunk-LKELK36L.js";
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  require_dist
} from "./chunk-KG56XVOA.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";
import "./chunk-LI52RCIJ.js";
import {
  readModel
} from "./chunk-WODW6QLJ.js";
import "./chunk-5W2HGUAS.js";
import {
  version
} from "./chunk-APUJC5QJ.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-IY3EL66N.js";
import {
  __toESM
} from "./chunk-SUYYSLAR.js";

// src/entry/cli/init.ts
import path2 from "node:path";

// src/entry/cli/starter.ts
var import_yaml = __toESM(require_dist(), 1);
import path from "node:path";
function starterPipeline(model, summary, remote) {
  const name = path.basename(model, ".onnx").replace(/[^a-zA-Z0-9_-]+/g, "-").replace(/^-+|-+$/g, "") || "model";
  return `# Airworthy measures ${comment(model)} against the version in production and says pass, fail or cannot tell.
# Inputs:  ${comment(summary.inputs.map(valueText).join(", "))}
# Outputs: ${comment(summary.outputs.map(valueText).join(", "))}
# Every setting is described in docs/stages.md; check this file with \`airworthy check airworthy.yml\`.
pipeline: ${(0, import_yaml.stringify)(name).trim()}
model:
  candidate: ${(0, import_yaml.stringify)(model).trim()}
  production: registry        # what the registry says is in production; the first release has none, and says so
registry: { git: .${remote === void 0 ? "" : `, remote: ${remote}`} }   # versions become tags, the ledger the branch airworthy/ledger
# With labelled data, quality is compared too:
# data:
#   eval: { from: data/eval.npz, inputs: { ${comment(summary.inputs[0]?.name ?? "input")}: images }, label: labels }
stages:
  validate: { checks: [graph, interface, safety, runs] }
  optimize: { variants: [graph] }
  benchmark:
    scenarios: [{ provider: cpu, batch: 1, threads: 1 }]
    budget: 20s
  compare:
    metrics:
      latency.p50: { margin: 3% }
      size: { margin: 5% }
      # accuracy: { margin: 0.5pp }
  gate: { inconclusive: fail }
  release: { when: { branch: main, event: push } }
`;
}
function starterWorkflow(version2) {
  return `# More workflows (forks, GPU machines, several machines) are in examples/workflows of Airworthy's repository. There each action
# is pinned to a commit, as it should be here once you have chosen what to trust.
name: airworthy
on:
  pull_request:
  push: { branches: [main] }
permissions: {}
jobs:
  check:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # the repository
      pull-requests: write # the comment
      checks: write # the check run with its annotations
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false } # the registry is a branch and its tags
      # The models that the registry speaks of: without this a run cannot find what is in production.
      - uses: actions/cache/restore@v4
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy@v${version2}
  release:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    concurrency: { group: airworthy-release, cancel-in-progress: false } # one after the other, none cut short
    permissions:
      contents: write # tags, the ledger branch, the release
      deployments: write # a roll-out, where the pipeline has one
      checks: write # the check run
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0 }
      - uses: actions/cache/restore@v4
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy/release@v${version2}
      - if: always()
        uses: actions/cache/save@v4
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}" }
`;
}
function valueText({ name, type, dims }) {
  return `${name} ${type}[${dims.join(", ")}]`;
}
function comment(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").slice(0, 300);
}

// src/entry/cli/init.ts
async function initCommand(entry, model, options) {
  const { files, cwd } = entry.world;
  const absolute = path2.resolve(cwd, model);
  if (await files.size(absolute) === void 0)
    throw pipelineError("model-missing", { role: "candidate", path: absolute });
  const source = await files.open(absolute);
  const summary = summarize(readModel(source, path2.basename(absolute)), source.length);
  const texts = {
    "airworthy.yml": starterPipeline(
      path2.relative(cwd, absolute).split(path2.sep).join("/"),
      summary,
      await remoteOf(entry)
    ),
    ".github/workflows/airworthy.yml": starterWorkflow(version)
  };
  for (const name of Object.keys(texts)) {
    const file = path2.join(cwd, name);
    if (!options.force && await files.exists(file)) throw entryError("init-exists", { path: file });
  }
  for (const [name, text] of Object.entries(texts)) await files.writeText(path2.join(cwd, name), text);
  const next = `${entry.command} run airworthy.yml`;
  if (options.json) entry.out(`${JSON.stringify({ written: Object.keys(texts), next })}
`);
  else
    entry.out(
      `${Object.keys(texts).map((name) => `\u2713 wrote ${name}
`).join("")}Next: ${next}
`
    );
  return exitCodes.pass;
}
async function remoteOf({ world }) {
  const asked = await world.processes.run("git", ["remote"], { cwd: world.cwd }).catch(() => void 0);
  return asked?.code === 0 && asked.stdout.split("\n").includes("origin") ? "origin" : void 0;
}
export {
  initCommand
};
