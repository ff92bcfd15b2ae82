import path from 'node:path'
import { stringify } from 'yaml'
import type { InterfaceValue, ModelSummary } from '../core/products.ts'

/** A first pipeline for a model: it runs as it is, and shows where to go on. */
export function starterPipeline(model: string, summary: ModelSummary, remote: string | undefined): string {
  const name =
    path
      .basename(model, '.onnx')
      .replace(/[^a-zA-Z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'model'
  return `# Airworthy measures ${comment(model)} against the version in production and says pass, fail or cannot tell.
# Inputs:  ${comment(summary.inputs.map(valueText).join(', '))}
# Outputs: ${comment(summary.outputs.map(valueText).join(', '))}
# Every setting is described in docs/stages.md; check this file with \`airworthy check airworthy.yml\`.
pipeline: ${stringify(name).trim()}
model:
  candidate: ${stringify(model).trim()}
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

/** A workflow that checks pull requests and releases from main. */
export function starterWorkflow(): string {
  return `name: airworthy
on:
  pull_request:
  push: { branches: [main] }
permissions: {}
jobs:
  model:
    runs-on: ubuntu-latest
    permissions:
      contents: write # for the release stage, which pushes tags and the ledger branch, from main only
    concurrency: { group: "airworthy-\${{ github.ref }}", cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v5
        with: { node-version: 24 }
      # The models that the registry speaks of: without this the next run cannot find what is in production.
      - uses: actions/cache@v4
        with: { path: .airworthy/store, key: "airworthy-\${{ github.sha }}", restore-keys: airworthy- }
      - run: npx --yes airworthy run airworthy.yml
`
}

function valueText({ name, type, dims }: InterfaceValue): string {
  return `${name} ${type}[${dims.join(', ')}]`
}

/** Text from a model, made safe for a comment line. */
function comment(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 300)
}
