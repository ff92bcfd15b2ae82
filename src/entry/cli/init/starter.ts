import path from 'node:path'
import { stringify } from 'yaml'
import type { InterfaceValue, ModelSummary } from '../../../core/products/index.ts'

/** A first pipeline for a model: it runs as it is, and shows where to go on. */
export function starterPipeline(model: string, summary: ModelSummary, remote: string | undefined): string {
  const name =
    path
      .basename(model, '.onnx')
      .replace(/[^a-zA-Z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'model'
  return `# Airworthy measures ${comment(model)} against the version in production and says pass, fail or inconclusive.
# Inputs:  ${comment(summary.inputs.map(valueText).join(', '))}
# Outputs: ${comment(summary.outputs.map(valueText).join(', '))}
# Every setting is described in docs/stages.md; check this file with \`airworthy check airworthy.yml\`.
pipeline: ${oneLine(name)}
model:
  candidate: ${oneLine(model)}
  production: registry        # what the registry says is in production; the first release has none, and says so
registry: { git: .${remote === undefined ? '' : `, remote: ${remote}`} }   # versions become tags, the ledger the branch airworthy/ledger
# With labelled data, quality is compared too:
# data:
#   eval: { from: data/eval.npz, inputs: { ${comment(summary.inputs[0]?.name ?? 'input')}: images }, label: labels }
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
`
}

/** A workflow that checks pull requests and releases from main, each with the rights it needs. `version`: of the Actions. */
export function starterWorkflow(version: string): string {
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
      actions: read # whether anything guards the environment
    steps:
      - uses: actions/checkout@v7
        with: { fetch-depth: 0 }
      - uses: actions/cache/restore@v5
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - uses: airworthy/airworthy/release@v${version}
      - if: always()
        uses: actions/cache/save@v5
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}" }
`
}

function valueText({ name, type, dims }: InterfaceValue): string {
  return `${name} ${type}[${dims.join(', ')}]`
}

/** Text as a YAML value that takes one line, whatever is in it. */
function oneLine(text: string): string {
  return stringify(text, { blockQuote: false, lineWidth: 0 }).trim()
}

/** Text from a model, made safe for a comment line. */
function comment(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 300)
}
