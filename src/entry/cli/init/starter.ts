import path from 'node:path'
import { stringify } from 'yaml'
import { clip } from '../../../core/clip.ts'
import type { InterfaceValue, ModelSummary } from '../../../core/products/index.ts'

/** Where the files of `init` go, and what they say of it. */
export interface Place {
  /** The folder of the pipeline in the repository, parts separated by `/`; empty for its top. */
  readonly folder: string
  /** The remote that shares the repository. */
  readonly remote: string | undefined
}

/** The settings of the registry: the ledger is that of the whole repository. */
export function registryAt({ folder, remote }: Place): { readonly git: string; readonly remote?: string } {
  const git = folder === '' ? '.' : folder.replaceAll(/[^/]+/g, '..')
  return { git, ...(remote === undefined ? {} : { remote }) }
}

/** A first pipeline for a model: it runs as it is, and shows where to go on. `model`: its file, from the pipeline's folder. */
export function starterPipeline(model: string, summary: ModelSummary, place: Place): string {
  const name = nameFrom(path.basename(model, '.onnx')) || 'model'
  const { git, remote } = registryAt(place)
  return `# Airworthy measures ${comment(model)} against the version in production and says pass, fail or inconclusive.
# Inputs:  ${comment(summary.inputs.map(valueText).join(', '))}
# Outputs: ${comment(summary.outputs.map(valueText).join(', '))}
# Every setting is described in docs/stages.md; check this file with \`airworthy check airworthy.yml\`.
pipeline: ${oneLine(name)}
model:
  candidate: ${oneLine(model)}
  production: registry        # what the registry says is in production; the first release has none, and says so
registry: { git: ${git}${remote === undefined ? '' : `, remote: ${remote}`} }   # versions become tags, the ledger the branch airworthy/ledger
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

const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
}

/** A name of a pipeline that can be recognised in any text: letters without their marks, `-` for what has no letter. May be empty. */
export function nameFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => spelledOut[letter] ?? letter)
    .replace(/[^a-zA-Z0-9_-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
}

/** A workflow that checks pull requests and releases from main, each with the rights it needs. `version`: of the Actions; `folder`: as in `Place`. */
export function starterWorkflow(version: string, folder = ''): string {
  const store = inFlow(folder === '' ? '.airworthy/store' : `${folder}/.airworthy/store`)
  const there = folder === '' ? '' : `\n        with: ${worksIn(folder)}`
  const group = ['airworthy', nameFrom(folder)].filter((part) => part !== '').join('-')
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
`
}

/** The Actions of GitHub that the workflow calls, each at the commit of a release. */
const pinned = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  restore: 'actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
  save: 'actions/cache/save@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
} as const

function valueText({ name, type, dims }: InterfaceValue): string {
  return `${name} ${type}[${dims.join(', ')}]`
}

/** Whether a workflow is that of a folder below the top, also one that was changed since. */
export function isOf(folder: string, workflow: string): boolean {
  return workflow.includes(worksIn(folder))
}

function worksIn(folder: string): string {
  return `{ working-directory: ${inFlow(folder)} }`
}

/** Text as a YAML value between braces of a workflow, in which GitHub replaces no expression. */
function inFlow(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : JSON.stringify(text.replaceAll('${{', "${{ '${{' }}"))
}

/** Text as a YAML value that takes one line, whatever is in it. */
function oneLine(text: string): string {
  return stringify(text, { blockQuote: false, lineWidth: 0 }).trim()
}

/** Text from a model, made safe for a comment line. */
function comment(text: string): string {
  return clip(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' '), 300)
}
