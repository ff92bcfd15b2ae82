import { stringify } from "./npm-yaml-browser.js";
import path from "node:path";
function starterPipeline(model, summary, remote) {
	const name = path.basename(model, ".onnx").replace(/[^a-zA-Z0-9_-]+/g, "-").replace(/^-+|-+$/g, "") || "model";
	return `# Airworthy measures ${comment(model)} against the version in production and says pass, fail or inconclusive.
# Inputs:  ${comment(summary.inputs.map(valueText).join(", "))}
# Outputs: ${comment(summary.outputs.map(valueText).join(", "))}
# Every setting is described in docs/stages.md; check this file with \`airworthy check airworthy.yml\`.
pipeline: ${oneLine(name)}
model:
  candidate: ${oneLine(model)}
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
function starterWorkflow(version) {
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
      - uses: actions/checkout@v7
        with: { fetch-depth: 0, persist-credentials: false } # the registry is a branch and its tags
      # The models that the registry speaks of: without this a run cannot find what is in production.
      - uses: actions/cache/restore@v5
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy@v${version}
  release:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    concurrency: { group: airworthy-release, cancel-in-progress: false } # one after the other, none cut short
    permissions:
      contents: write # tags, the ledger branch, the release
      deployments: write # a rollout, where the pipeline has one
      checks: write # the check run
    steps:
      - uses: actions/checkout@v7
        with: { fetch-depth: 0 }
      - uses: actions/cache/restore@v5
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy/release@v${version}
      - if: always()
        uses: actions/cache/save@v5
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}" }
`;
}
function valueText({ name, type, dims }) {
	return `${name} ${type}[${dims.join(", ")}]`;
}
function oneLine(text) {
	return stringify(text, {
		blockQuote: false,
		lineWidth: 0
	}).trim();
}
function comment(text) {
	return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").slice(0, 300);
}
export { starterPipeline, starterWorkflow };
