import { stringify } from "./npm-yaml-browser.js";
import { clip } from "./workers.js";
import path from "node:path";
function registryAt({ folder, remote }) {
	return {
		git: folder === "" ? "." : folder.replaceAll(/[^/]+/g, ".."),
		...remote === void 0 ? {} : { remote }
	};
}
function starterPipeline(model, summary, place) {
	const name = nameFrom(path.basename(model, ".onnx")) || "model";
	const { git, remote } = registryAt(place);
	return `# Airworthy measures ${comment(model)} against the version in production and says pass, fail or inconclusive.
# Inputs:  ${comment(summary.inputs.map(valueText).join(", "))}
# Outputs: ${comment(summary.outputs.map(valueText).join(", "))}
# Every setting is described in docs/stages.md; check this file with \`airworthy check airworthy.yml\`.
pipeline: ${oneLine(name)}
model:
  candidate: ${oneLine(model)}
  production: registry        # what the registry says is in production; the first release has none, and says so
registry: { git: ${git}${remote === void 0 ? "" : `, remote: ${remote}`} }   # versions become tags, the ledger the branch airworthy/ledger
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
const spelledOut = {
	\u00DF: "ss",
	\u1E9E: "SS",
	\u00E6: "ae",
	\u00C6: "AE",
	\u0153: "oe",
	\u0152: "OE",
	\u00F8: "o",
	\u00D8: "O",
	\u0111: "d",
	\u0110: "D",
	\u00F0: "d",
	\u00D0: "D",
	\u00FE: "th",
	\u00DE: "Th",
	\u0142: "l",
	\u0141: "L",
	\u0131: "i"
};
function nameFrom(text) {
	return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{ASCII}]/gu, (letter) => spelledOut[letter] ?? letter).replace(/[^a-zA-Z0-9_-]+/g, "-").replace(/^[-_]+|[-_]+$/g, "");
}
function starterWorkflow(version, folder = "") {
	const store = inFlow(folder === "" ? ".airworthy/store" : `${folder}/.airworthy/store`);
	const there = folder === "" ? "" : `\n        with: ${worksIn(folder)}`;
	const group = ["airworthy", nameFrom(folder)].filter((part) => part !== "").join("-");
	return `# More workflows (forks, GPU machines, several machines) are in examples/workflows of Airworthy's repository. There Airworthy is pinned
# to a commit too, as it should be here once you have chosen which to trust.
name: airworthy
on:
  pull_request:
  push: { branches: [main] }
permissions: {}
jobs:
  check:
    name: check the model
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 30
    concurrency: { group: "${group}-\${{ github.ref }}", cancel-in-progress: true } # the latest commit counts
    permissions:
      contents: read # the repository
      pull-requests: write # the comment
      checks: write # the check run with its annotations
    steps:
      - uses: ${pinned.checkout}
        with: { fetch-depth: 0, persist-credentials: false } # the registry is a branch and its tags
      # The models that the registry speaks of: without this a run cannot find what is in production.
      - uses: ${pinned.restore}
        with: { path: ${store}, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy@v${version} # zizmor: ignore[unpinned-uses] the version that wrote this file${there}
  release:
    name: release the model
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    concurrency: { group: ${group}-release, cancel-in-progress: false } # one after the other, none cut short
    permissions:
      contents: write # tags, the ledger branch, the release
      deployments: write # a rollout, where the pipeline has one
      checks: write # the check run
      actions: read # whether anybody has to review the environment
    steps:
      - uses: ${pinned.checkout} # zizmor: ignore[artipacked] the registry pushes tags and the ledger with these credentials
        with: { fetch-depth: 0 }
      - uses: ${pinned.restore}
        with: { path: ${store}, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy/release@v${version} # zizmor: ignore[unpinned-uses] the version that wrote this file${there}
      - if: always()
        uses: ${pinned.save}
        with: { path: ${store}, key: "airworthy-\${{ github.sha }}" }
`;
}
const pinned = {
	checkout: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
	restore: "actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5",
	save: "actions/cache/save@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5"
};
function valueText({ name, type, dims }) {
	return `${name} ${type}[${dims.join(", ")}]`;
}
function isOf(folder, workflow) {
	return workflow.includes(worksIn(folder));
}
function worksIn(folder) {
	return `{ working-directory: ${inFlow(folder)} }`;
}
function inFlow(text) {
	return /^[\w./-]+$/.test(text) ? text : JSON.stringify(text.replaceAll("${{", "${{ '${{' }}"));
}
function oneLine(text) {
	return stringify(text, {
		blockQuote: false,
		lineWidth: 0
	}).trim();
}
function comment(text) {
	return clip(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " "), 300);
}
export { isOf, nameFrom, registryAt, starterPipeline, starterWorkflow };
