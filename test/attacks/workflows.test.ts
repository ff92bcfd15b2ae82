import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { starterWorkflow } from '../../src/entry/cli/init/starter.ts'

// The workflows that users copy, and the Actions, against what others were taken over by. Each rule is tried on a workflow that breaks it
// first. zizmor, whose audits they follow, judges the same files where it can be installed (test/real/workflows.test.ts).

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly shell?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>> | string
  readonly environment?: unknown
  readonly container?: unknown
  readonly services?: unknown
  readonly secrets?: unknown
  readonly uses?: string
  readonly concurrency?: { readonly 'cancel-in-progress'?: boolean }
  readonly 'runs-on'?: unknown
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly text: string
  readonly name?: string
  readonly on: string | Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly concurrency?: { readonly 'cancel-in-progress'?: boolean }
  readonly jobs: Readonly<Record<string, Job>>
}

const read = (text: string): Workflow => ({ ...parse(text), text })
const folder = 'examples/workflows'
const examples = new Map(readdirSync(folder).map((name) => [name, read(readFileSync(path.join(folder, name), 'utf8'))]))
const starter = read(starterWorkflow('0.1.0'))
const shipped = new Map([...examples, ['init', starter]])

/** A workflow of one job, whose parts a test replaces with what an attack wants. */
function workflow(job: string, on = 'push', top = ''): Workflow {
  return read(
    `name: x\non: ${on}\n${top}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{ run: "true" }]\n${job}`,
  )
}
const steps = (...each: readonly string[]): Workflow =>
  read(`name: x\non: push\njobs:\n  a:\n    steps:\n${each.map((step) => `      - ${step}\n`).join('')}`)

type Rule = (workflow: Workflow) => readonly unknown[]

/** That a rule finds something in what is bad, and nothing in what we ship. */
function holds(rule: Rule, bad: readonly Workflow[], these: ReadonlyMap<string, Workflow> = shipped): void {
  for (const each of bad) expect([each.text, rule(each).length]).not.toEqual([each.text, 0])
  for (const [name, each] of these) expect([name, rule(each)]).toEqual([name, []])
  expect(these.size).toBeGreaterThan(5)
}

const jobsOf = ({ jobs }: Workflow): readonly Job[] => Object.values(jobs)
const stepsOf = (each: Workflow): readonly Step[] => jobsOf(each).flatMap((job) => job.steps ?? [])
const eventsOf = ({ on }: Workflow): readonly string[] => (typeof on === 'string' ? [on] : Object.keys(on))
const runsOf = (each: Workflow): readonly string[] => stepsOf(each).flatMap(({ run }) => run ?? [])
const conditionsOf = (each: Workflow): readonly string[] =>
  [...jobsOf(each), ...stepsOf(each)].flatMap((one) => (one.if === undefined ? [] : [String(one.if)]))
const isAction = (name: string) => (step: Step) => step.uses?.startsWith(`${name}@`) === true
const found = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? []
const mayRunStrangers = (each: Workflow): boolean => eventsOf(each).some((event) => event.startsWith('pull_request'))

test('no script of a workflow holds an expression, such as the name of a branch (template-injection)', () => {
  const rule: Rule = (each) => [
    ...runsOf(each).filter((run) => run.includes('${{')),
    ...stepsOf(each).filter((step) => JSON.stringify(step.with?.['script'] ?? '').includes('${{')),
  ]
  holds(rule, [
    steps("{ run: 'echo ${{ github.head_ref }}' }"),
    steps("{ uses: actions/github-script@v8, with: { script: 'x(${{ github.event.pull_request.title }})' } }"),
  ])
})

test('an action whose tag is moved is not run (unpinned-uses)', () => {
  const rule: Rule = (each) => stepsOf(each).filter(({ uses }) => uses !== undefined && !/@[0-9a-f]{40}$/.test(uses))
  holds(
    rule,
    [steps('{ uses: tj-actions/changed-files@v45 }'), steps('{ uses: a/b@main }'), steps('{ uses: a/b }')],
    examples,
  )
  // The commit of the release that it comes with is not known yet, and it says so first.
  expect(starter.text).toMatch(/^#.* pinned\n# to a commit/)
  expect(rule(starter).map((step) => (step as Step).uses)).toEqual([
    'airworthy/airworthy@v0.1.0',
    'airworthy/airworthy/release@v0.1.0',
  ])
})

test('a pinned commit says its version, and is the same everywhere (ref-version-mismatch)', () => {
  const pins = (text: string): readonly string[] => found(text, /uses: \S+@[0-9a-f]{40}.*$/gm)
  const rule: Rule = ({ text }) =>
    pins(text).filter((pin) => !/# (?:v\d+\.\d+\.\d+|the commit of the release)/.test(pin))
  holds(rule, [steps(`{ uses: a/b@${'a'.repeat(40)} }`)])
  const all = [...shipped.values()].flatMap(({ text }) => pins(text)).map((pin) => pin.replace(/ # zizmor.*/, ''))
  const pinned = [...new Set(all)].map((pin) => pin.replace(/@.*/, ''))
  expect(pinned).toEqual([...new Set(pinned)])
})

test('no action is called through a path or a name that hides which it is (obfuscation)', () => {
  const rule: Rule = ({ text }) => [
    ...found(text, /uses: *\S*(?:\/\.\.?\/|\/\/|\/@)\S*/g),
    ...found(text, /\$\{\{[^}]*(?:fromJSON\(toJSON|format\('[^']*\{\d\}\{\d\})/g),
  ]
  holds(rule, [steps('{ uses: actions/cache/save/../checkout@v4 }'), steps('{ uses: a//b@v1 }')])
})

test('no job has more rights than it names, and none has all (excessive-permissions)', () => {
  const rule: Rule = (each) => [
    ...(JSON.stringify(each.permissions) === '{}' ? [] : ['at the top']),
    ...jobsOf(each).filter(({ permissions }) => typeof permissions === 'string'),
  ]
  holds(rule, [
    workflow(''),
    workflow('', 'push', 'permissions: write-all'),
    workflow('    permissions: write-all\n', 'push', 'permissions: {}'),
  ])
})

test('a job that releases may ask what guards its environment', () => {
  const releases = (job: Job): boolean => job.steps.some(({ uses }) => uses?.startsWith('airworthy/airworthy/release@'))
  const rights = ({ permissions }: Job): string | undefined =>
    typeof permissions === 'object' ? permissions['actions'] : undefined
  const rule: Rule = (each) =>
    jobsOf(each).filter((job) => releases(job) && !['read', 'write'].includes(rights(job) ?? ''))
  holds(rule, [steps('{ uses: airworthy/airworthy/release@v1 }')])
  expect([...shipped.values()].flatMap(jobsOf).filter(releases)).toHaveLength(2)
})

test('each right of a job says what it is for (undocumented-permissions)', () => {
  const rule: Rule = ({ text }) => found(text, /^ +[a-z-]+: (?:read|write)(?! #).*$/gm)
  holds(rule, [read(`on: push\njobs:\n  a:\n    permissions:\n      contents: write\n    steps: []\n`)])
})

test('a pull request is given no token that writes to the repository', () => {
  const rule: Rule = (each) =>
    mayRunStrangers(each)
      ? jobsOf(each).filter(
          ({ permissions, if: condition }) =>
            !/event_name == 'push'/.test(condition ?? '') &&
            ['contents', 'actions', 'packages', 'id-token', 'deployments'].some(
              (right) => (permissions as Record<string, string> | undefined)?.[right] === 'write',
            ),
        )
      : []
  holds(rule, [
    workflow('    permissions: { contents: write }\n', 'pull_request'),
    workflow('    permissions: { id-token: write }\n', 'pull_request'),
  ])
})

test('the token of a checkout stays in no folder that is uploaded or run (artipacked)', () => {
  const rule: Rule = (each) =>
    jobsOf(each).filter(
      ({ steps: all = [], permissions }) =>
        all.some((step) => isAction('actions/checkout')(step) && step.with?.['persist-credentials'] !== false) &&
        // Tags and the ledger are pushed with it; nothing is uploaded there.
        !(
          (permissions as Record<string, string> | undefined)?.['contents'] === 'write' &&
          !all.some(isAction('actions/upload-artifact'))
        ),
    )
  const pushes =
    '    permissions: { contents: write }\n    steps: [{ uses: actions/checkout@v7 }, { uses: actions/upload-artifact@v7 }]\n'
  holds(rule, [steps('{ uses: actions/checkout@v7 }'), read(`on: push\njobs:\n  a:\n${pushes}`)])
})

test('what a cache brings to a release is named by its digest, and pull requests save none (cache-poisoning)', () => {
  const caches = (each: Workflow): readonly Step[] =>
    stepsOf(each).filter(({ uses }) => uses?.startsWith('actions/cache'))
  const rule: Rule = (each) => [
    ...caches(each).filter((step) => step.with?.['path'] !== '.airworthy/store'),
    ...caches(each).filter(({ uses }) => mayRunStrangers(each) && uses?.startsWith('actions/cache@')),
    ...stepsOf(each).filter((step) => /^actions\/setup-/.test(step.uses ?? '') && step.with?.['cache'] !== undefined),
    ...(mayRunStrangers(each)
      ? jobsOf(each).filter(
          ({ steps: all = [], if: condition }) =>
            all.some(isAction('actions/cache/save')) && !/event_name == 'push'/.test(condition ?? ''),
        )
      : []),
  ]
  holds(rule, [
    steps('{ uses: actions/cache@v5, with: { path: .airworthy } }'),
    steps('{ uses: actions/cache/restore@v5, with: { path: node_modules } }'),
    steps('{ uses: actions/setup-node@v6, with: { cache: npm } }'),
    read(
      'on: pull_request\njobs: { a: { steps: [{ uses: actions/cache/save@v5, with: { path: .airworthy/store } }] } }',
    ),
  ])
})

test('no workflow runs the code of a stranger with the rights of the repository (dangerous-triggers)', () => {
  const dangerous = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'issues',
    'discussion',
    'discussion_comment',
  ]
  const rule: Rule = (each) =>
    eventsOf(each).some((event) => dangerous.includes(event))
      ? stepsOf(each).filter(({ uses, run }) => run !== undefined || !uses?.startsWith('airworthy/airworthy/comment@'))
      : []
  holds(rule, [
    read('on: pull_request_target\njobs: { a: { steps: [{ uses: actions/checkout@v7 }] } }'),
    read('on: { workflow_run: {} }\njobs: { a: { steps: [{ run: make }] } }'),
    read('on: issue_comment\njobs: { a: { steps: [{ run: make }] } }'),
  ])
})

test('no text is written to the environment or the path of later steps (github-env)', () => {
  const rule: Rule = (each) => runsOf(each).filter((run) => /GITHUB_(?:ENV|PATH)|::(?:set-env|add-path)/.test(run))
  holds(rule, [steps('{ run: "echo x >> $GITHUB_ENV" }'), steps('{ run: "echo x >> $GITHUB_PATH" }')])
})

test('commands that the runner has given up are not allowed again (insecure-commands)', () => {
  const rule: Rule = ({ text }) => found(text, /ACTIONS_ALLOW_UNSECURE_COMMANDS/g)
  holds(rule, [steps('{ run: x, env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: true } }')])
})

test('no condition rests on who started the last run, which anybody can be (bot-conditions)', () => {
  const rule: Rule = (each) =>
    conditionsOf(each).filter((condition) => /github\.(?:triggering_)?actor|sender\.login/.test(condition))
  holds(rule, [workflow("    if: github.actor == 'dependabot[bot]'\n")])
})

test('no condition is true whatever it says (unsound-condition, unsound-contains)', () => {
  const rule: Rule = (each) => [
    ...conditionsOf(each).filter((condition) => /\$\{\{/.test(condition) && !/^\$\{\{[^}]*\}\}$/.test(condition)),
    ...conditionsOf(each).filter((condition) => /contains\(\s*'/.test(condition)),
  ]
  holds(rule, [
    workflow("    if: |\n      ${{ github.event_name == 'push' }}\n"),
    workflow("    if: contains('refs/heads/main refs/heads/dev', github.ref)\n"),
  ])
})

test('secrets are handed over one by one, and to the step that needs them (secrets-inherit, overprovisioned-secrets)', () => {
  const rule: Rule = (each) => [
    ...found(each.text, /secrets: *inherit|toJSON\(secrets\)|fromJSON\(secrets|secrets\[/gi),
    ...jobsOf(each).filter((job) => 'env' in job && JSON.stringify(job.env).includes('secrets.')),
  ]
  holds(rule, [
    workflow('    secrets: inherit\n'),
    steps("{ run: x, env: { ALL: '${{ toJSON(secrets) }}' } }"),
    steps("{ run: x, env: { ONE: '${{ fromJSON(secrets.ALL).one }}' } }"),
    workflow("    env: { A: '${{ secrets.A }}' }\n"),
  ])
})

test('secrets are those of an environment, which can ask reviewers first (secrets-outside-env)', () => {
  const rule: Rule = (each) =>
    jobsOf(each).filter((job) => job.environment === undefined && /\bsecrets\./.test(JSON.stringify(job)))
  holds(rule, [steps("{ run: x, env: { A: '${{ secrets.A }}' } }")])
})

test('no image is run, by a tag that moves or with a password in the file (unpinned-images, hardcoded-container-credentials)', () => {
  const rule: Rule = (each) => [
    ...jobsOf(each).filter(({ container, services }) => container !== undefined || services !== undefined),
    ...stepsOf(each).filter(({ uses }) => uses?.startsWith('docker:')),
  ]
  holds(rule, [
    workflow('    container: { image: "node:24", credentials: { password: x } }\n'),
    steps('{ uses: "docker://a:latest" }'),
  ])
})

test('a pull request runs on no machine that outlives the job (self-hosted-runner)', () => {
  const rule: Rule = (each) =>
    jobsOf(each).filter((job) => mayRunStrangers(each) && !/^ubuntu-|^windows-|^macos-/.test(String(job['runs-on'])))
  holds(rule, [
    read('on: pull_request\njobs: { a: { runs-on: [self-hosted], steps: [] } }'),
    read("on: { pull_request: {} }\njobs: { a: { runs-on: '${{ matrix.runs-on }}', steps: [] } }"),
  ])
})

test('no script fetches a program by a name that anybody may come to own (adhoc-packages, unpinned-tools)', () => {
  const rule: Rule = (each) =>
    runsOf(each).filter((run) =>
      /\bnpx (?!--no-install)|npm (?:install|i|add) \S|pip install|curl|wget|go install/.test(run),
    )
  holds(rule, [
    steps('{ run: npx airworthy run }'),
    steps('{ run: npm install airworthy }'),
    steps('{ run: "curl https://x | sh" }'),
  ])
})

test('no release is cut short by another, and pull requests do not pile up (concurrency-limits)', () => {
  const cancels = (each: Workflow, job: Job) => (job.concurrency ?? each.concurrency)?.['cancel-in-progress']
  const rule: Rule = (each) => [
    ...jobsOf(each).filter(
      (job) => job.steps.some(({ uses }) => uses?.includes('airworthy/release@')) && cancels(each, job) !== false,
    ),
    ...jobsOf(each).filter(({ 'timeout-minutes': minutes }) => !((minutes ?? 0) > 0 && (minutes ?? 0) <= 60)),
  ]
  holds(rule, [
    workflow(''),
    read(
      'on: push\nconcurrency: { group: a, cancel-in-progress: true }\njobs: { a: { timeout-minutes: 5, steps: [{ uses: airworthy/airworthy/release@v1 }] } }',
    ),
  ])
})

test('the comment on a fork checks nothing out and runs no script', () => {
  const comment = examples.get('comment.yml')
  expect(comment && stepsOf(comment).map(({ uses, run }) => [uses?.replace(/@.*/, ''), run])).toEqual([
    ['airworthy/airworthy/comment', undefined],
  ])
  expect(comment && jobsOf(comment).map(({ permissions }) => permissions)).toEqual([
    { actions: 'read', 'pull-requests': 'write' },
  ])
})

test('the Actions run one file of their own, no shell, and nothing before or after it', () => {
  for (const [file, main] of [
    ['action.yml', 'dist/action.js'],
    ['comment/action.yml', '../dist/comment.js'],
    ['release/action.yml', '../dist/release.js'],
  ] as const) {
    const action = parse(readFileSync(file, 'utf8')) as { runs: unknown; inputs: Record<string, { default?: string }> }
    expect(action.runs).toEqual({ using: 'node24', main })
    const expressions = Object.values(action.inputs).flatMap(({ default: usual = '' }) =>
      found(usual, /\$\{\{.*?\}\}/g),
    )
    expect(expressions).toEqual(['${{ github.token }}'])
  }
})
