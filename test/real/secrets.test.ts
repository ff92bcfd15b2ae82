import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import type { World } from '../../src/core/world.ts'
import { commands } from '../../src/entry/cli/commands.ts'
import { runProgram } from '../../src/entry/cli/program.ts'
import { hookKinds } from '../../src/rollout/hooks/index.ts'
import { models, pipelineText, put } from '../attacks/stranger.ts'
import { airworthy, airworthyIn } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { actor, pullPayload, startRepository } from '../github/repository.ts'
import { addPull } from '../github/stand-in/create-state.ts'
import { runAction } from '../mini-runner.ts'
import { bundle, testWorld } from '../world.ts'
import {
  digestOf,
  filesIn,
  inName,
  leaksIn,
  type Names,
  objectsIn,
  ofEnvironment,
  ofPipeline,
  plainNames,
  planted,
  plantedData,
  plantedInCall,
  plantedModel,
  plantedNames,
} from './planted.ts'

const quoted = JSON.stringify(planted)
const secrets = { ...ofEnvironment, ...ofPipeline }

/** A shell script that says the secrets, and much before and after them. */
const hook = `#!/bin/sh
cat "$(dirname "$0")/said.txt"
cat "$(dirname "$0")/said.txt" >&2
`

/** Sizes and classes are compared; the rollout is a real one, over HTTP, and ends with a hook. */
const pipeline = `pipeline: digits
secrets: [ORDINARY]
model: { candidate: new.onnx, production: registry }
registry: { git: ., remote: origin }
data:
  eval: { from: eval.npz, inputs: { x: images }, label: labels }
stages:
  validate: { checks: [graph, interface, safety] }
  benchmark: {}
  compare: { metrics: { size: { margin: 0% } } }
  gate: {}
  release: {}
  rollout:
    target: { local: { replay: eval, rate: 400, timeout: 60s } }
    steps: [50%, 100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 3pp }]
    on-promoted: [{ run: [./hook.sh, ${inName}] }]
`

interface Place {
  readonly world: World
  /** What was there before: files and objects of git, by where they are and what they hold. */
  readonly before: ReadonlySet<string>
  readonly remote: string
}

/** A checkout with a remote whose address has a password, by an author and on a branch that are secrets. */
async function place(files: Readonly<Record<string, string | Uint8Array>>): Promise<Place> {
  const world = await testWorld({
    env: { PATH: process.env['PATH'], USER: `ada ${ofEnvironment['GH_PAT']}`, ...secrets },
  })
  const remote = path.join(temporaryFolder(), 'remote.git')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: world.cwd, stdio: 'pipe' })
  git('init', '-q', '--bare', remote)
  git('init', '-q', '-b', `try-${ofEnvironment['GH_PAT']}`)
  git('config', 'user.name', planted.slice(0, 60).replace(/[<>\n]/g, ''))
  git('config', 'user.email', 'ada@example.org')
  git(
    'config',
    'http.extraheader',
    `AUTHORIZATION: basic ${Buffer.from(`x:${ofEnvironment['GH_PAT']}`).toString('base64')}`,
  )
  put(world.cwd, { ...files, '.gitignore': '.airworthy\n' })
  git('add', '.')
  git('commit', '-qm', `Plant ${planted}`)
  git('remote', 'add', 'origin', remote)
  git('push', '-q', 'origin', 'HEAD')
  return { world, remote, before: new Set(contents(world, remote).map(([, content]) => digestOf(content))) }
}

/** Everything that lies anywhere: in the working folder, in git and at the remote. */
function contents({ cwd }: World, remote: string): readonly (readonly [string, Uint8Array])[] {
  return [...filesIn(cwd), ...objectsIn(cwd), ...objectsIn(remote)]
}

function leftIn({ world, remote, before }: Place): readonly unknown[] {
  const written = contents(world, remote).filter(([, content]) => !before.has(digestOf(content)))
  return written.flatMap(([name, content]) => [...leaksIn(content), ...leaksIn(name)].map((leak) => [name, leak]))
}

/** What a command says on a terminal that is narrow. */
async function onTerminal(world: World, ...args: string[]): Promise<string> {
  const said: string[] = []
  const say = (text: string): void => void said.push(world.files.masked(text))
  const terminal = { colour: true, ascii: false, interactive: true, width: 44 } as const
  const entry = {
    world,
    out: say,
    err: say,
    ...terminal,
    signal: new AbortController().signal,
    command: 'npx airworthy',
  }
  return `${await runProgram(commands, entry, ['node', 'airworthy', ...args])} ${said.join('')}`
}

/** What a command says there and elsewhere. */
async function said(world: World, ...args: string[]): Promise<string> {
  const { out, err } = await airworthyIn(world, args)
  return [out, err, await onTerminal(world, ...args)].join('\n')
}

// Whole runs, with rollouts over HTTP and processes of git.
vi.setConfig({ testTimeout: 120_000 })

test('secrets in models, data, names, hooks and git stand in nothing that a run leaves or says', async () => {
  const [old, candidate] = [plantedModel('1'), plantedModel('1.1')]
  const at = await place({
    'airworthy.yml': pipeline,
    'new.onnx': old,
    'next.onnx': candidate,
    'eval.npz': plantedData(),
    'hook.sh': hook,
    'said.txt': `${planted}\n${planted.repeat(2)}`,
  })
  const { world } = at
  chmodSync(path.join(world.cwd, 'hook.sh'), 0o755)
  expect((await airworthyIn(world, ['registry', 'init', 'airworthy.yml'])).code).toBe(0)
  const { code, out, err } = await airworthyIn(world, ['run', 'airworthy.yml', '--json'])
  expect([code, err]).toEqual([0, expect.any(String)])
  writeFileSync(path.join(world.cwd, 'new.onnx'), candidate)
  const override = ['--override', `because ${planted}`, '--by', inName]
  const says = [out, err, await onTerminal(world, 'run', 'airworthy.yml', ...override)]
  expect(says[2]).toMatch(/^0 /)
  for (const command of [
    'report --format text',
    'report --format markdown',
    'report --format html',
    'report --format json',
    'inspect new.onnx',
    'inspect new.onnx --json',
    'diff new.onnx next.onnx',
    'diff new.onnx next.onnx --json',
    'validate new.onnx',
    'plan airworthy.yml',
    'plan airworthy.yml --graph',
    'check airworthy.yml',
  ])
    says.push(await said(world, ...command.split(' ')))
  expect(says.flatMap(leaksIn)).toEqual([])
  expect(leftIn(at)).toEqual([])
  const written = contents(world, at.remote).map(([, content]) => Buffer.from(content).toString('latin1'))
  // The texts are there all the same: it is the secrets that are not.
  for (const trace of ['Run the hook ./hook.sh', 'digits@v1.0.0', '"kind":"hook"', 'airworthy.report/2', 'because ***'])
    expect([trace, written.some((text) => text.includes(trace))]).toEqual([trace, true])
})

const failing = (data: string, more = ''): string => `pipeline: digits
secrets: [ORDINARY]
model: { candidate: new.onnx, production: old.onnx }
registry: { scratch: true }
data: { eval: ${data} }
stages:
  validate: {}
  benchmark: {}
  compare: { metrics: { size: { margin: 50% }, accuracy: { margin: 1pp }${more} } }
  gate: {}
`

const sound = '{ from: eval.npz, inputs: { x: images }, label: labels }'

const thrower = `const said = ${quoted}
export default () => { throw new Error(said) }
`

/** Pipelines that end in an error, in which others' words stand. */
const errors: readonly (readonly [what: string, wrong: { readonly text: string; readonly names?: Names }])[] = [
  ['a reader that throws', { text: failing(`{ from: eval.npz, uses: ./thrower.mjs, label: labels }`) }],
  ['a metric that throws', { text: failing(sound, ', mine: { uses: ./thrower.mjs, margin: 1, better: lower }') }],
  ['an array that there is not', { text: failing(`{ from: eval.npz, inputs: { x: images }, label: ${quoted} }`) }],
  ['names of tensors and arrays', { text: failing(sound), names: plantedNames }],
  ['a key of the pipeline', { text: `${failing(sound)}${inName}: {}\n` }],
  ['a metric that there is not', { text: failing(sound).replace('size', inName) }],
  [
    'a pipeline that is no YAML',
    { text: `secrets: [ORDINARY]\n${failing('{}')}  : : ${planted.replaceAll('\n', ' ')} }` },
  ],
  ['an expression', { text: failing(sound).replace('50%', `"\${{ ${inName} }}"`) }],
  ['a file that there is not', { text: failing(sound).replace('new.onnx', JSON.stringify(`${inName}.onnx`)) }],
]

test.each(errors)('secrets in an error are told nowhere: %s', async (_, { text, names = plainNames }) => {
  const at = await place({
    'airworthy.yml': text,
    'new.onnx': plantedModel('1', names),
    'old.onnx': plantedModel('2', names),
    'eval.npz': plantedData(names),
    'thrower.mjs': thrower,
  })
  const { code, out, err } = await airworthyIn(at.world, ['run', 'airworthy.yml'])
  expect([code, out + err]).toEqual([2, expect.stringMatching(/\*\*\*|pipeline-not-yaml/)])
  const says = [
    out,
    err,
    await onTerminal(at.world, 'run', 'airworthy.yml'),
    await said(at.world, 'check', 'airworthy.yml'),
  ]
  expect([...says, (await airworthyIn(at.world, ['run', 'airworthy.yml', '--json'])).out].flatMap(leaksIn)).toEqual([])
  expect(leftIn(at)).toEqual([])
})

test('the password of a remote that cannot be reached is told nowhere', async () => {
  const at = await place({
    ...models,
    'airworthy.yml': pipelineText('  release: {}\n', 'registry: { git: ., remote: origin }'),
  })
  const address = 'http://svc:Pw7Xe3Kd9Lm2Qa8Zt@127.0.0.1:9/models.git'
  execFileSync('git', ['-C', at.world.cwd, 'remote', 'set-url', 'origin', address])
  const before = {
    ...at,
    before: new Set([
      ...at.before,
      digestOf(filesIn(at.world.cwd).get(path.join(at.world.cwd, '.git/config')) as Buffer),
    ]),
  }
  const { out, err } = await airworthyIn(at.world, ['run', 'airworthy.yml'])
  expect(out + err).toContain('registry-unreachable')
  expect(leaksIn(out + err)).toEqual([])
  expect(leftIn(before)).toEqual([])
})

test('a wrong call that has a secret in it is told without', async () => {
  const env = { ...ofEnvironment }
  for (const args of [
    [plantedInCall],
    ['run', `--${inName}`, 'airworthy.yml'],
    ['check', `--${inName}`],
    ['report', '--format', plantedInCall],
  ]) {
    const { code, out, err } = await airworthy(args, { cwd: temporaryFolder(), env })
    expect([args[0]?.slice(0, 10), code, leaksIn(out + err)]).toEqual([args[0]?.slice(0, 10), 2, []])
    expect(out + err).toContain('***')
  }
})

test('what a hook prints is cut after it is masked, wherever a secret lies', async () => {
  const token = 'Zq8vT2mXc7Lp4Rk9HPw7Xe3Kd9Lm2Qa8Zt'
  const world = await testWorld({ env: { PATH: process.env['PATH'], MY_TOKEN: token } })
  put(world.cwd, { 'hook.sh': '#!/bin/sh\nprintf "%s" "$1"\n' })
  chmodSync(path.join(world.cwd, 'hook.sh'), 0o755)
  const run = hookKinds.find(({ name }) => name === 'run')
  for (let after = 440; after <= 510; after += 5) {
    const made = run?.make(['./hook.sh', `before ${token}${'-'.repeat(after)}`])
    const call = { model: 'm', version: '1', rollout: 'r', event: 'promoted', eventId: 'e', why: 'w' } as const
    const result = await made?.run(call, { world, folder: world.cwd, signal: new AbortController().signal })
    expect([after, result?.outcome, leaksIn(result?.detail ?? token)]).toEqual([after, 'done', []])
  }
  // More than is kept of an output: masked, the rest of it is short enough to be told.
  const long = Buffer.from(token.repeat(150)).toString('base64')
  const other = await testWorld({ env: { PATH: process.env['PATH'], MY_TOKEN: long } })
  put(other.cwd, {
    'hook.sh': '#!/bin/sh\nfor i in 1 2 3 4 5 6 7 8 9 10 11 12; do cat "$(dirname "$0")/said.txt"; done\n',
    'said.txt': long,
  })
  chmodSync(path.join(other.cwd, 'hook.sh'), 0o755)
  const call = { model: 'm', version: '1', rollout: 'r', event: 'promoted', eventId: 'e', why: 'w' } as const
  const result = await run
    ?.make(['./hook.sh'])
    .run(call, { world: other, folder: other.cwd, signal: new AbortController().signal })
  expect(result?.detail).toMatch(/^[*]+$/)
})

test('the last words of a worker are masked before they are cut', async () => {
  const token = 'Zq8vT2mXc7Lp4Rk9HPw7Xe3Kd9Lm2Qa8Zt'
  const script = path.join(temporaryFolder(), 'worker.js')
  writeFileSync(
    script,
    `process.send({ ok: true, answer: 'ready' })
process.on('message', (length) => {
  const say = (text) => new Promise((done) => process.stderr.write(text, done))
  say('${token} '.repeat(length)).then(() => say('${token.slice(0, 20)}')).then(() => say('${token.slice(20)}' + '-'.repeat(480))).then(() => process.exit(3))
})
`,
  )
  const world = await testWorld({ env: { PATH: process.env['PATH'], MY_TOKEN: token }, workerScript: script })
  for (const length of [0, 400, 2000]) {
    const worker = await world.processes.worker('exec')
    const died = await worker.ask(length).catch((error: Error) => error.message)
    expect(died).toContain('---')
    expect(leaksIn(String(died))).toEqual([])
  }
})

test.each(['"12345678', 'sha256', '12345678', 'release', '":{"', 'inconclusive', '0000'])(
  'a secret that is %s stops no run, and changes nothing that decides',
  async (value) => {
    const run = async (env: Readonly<Record<string, string>>) => {
      const world = await testWorld({ env: { PATH: process.env['PATH'], ...env } })
      put(world.cwd, {
        ...models,
        'airworthy.yml': pipelineText('  release: {}\n', 'registry: { file: ledger.jsonl }'),
      })
      await airworthyIn(world, ['registry', 'init', 'airworthy.yml'])
      const { code, out } = await airworthyIn(world, ['run', 'airworthy.yml', '--json'])
      const { outcome, comparison, subject } = JSON.parse(out) as RunReport
      const digests = [subject?.candidate.sha256, subject?.production?.artifact?.sha256]
      return { code, outcome, rows: comparison?.rows.map(({ verdict, interval }) => [verdict, interval]), digests }
    }
    const found = await run({ MY_TOKEN: value })
    expect(found).toEqual(await run({}))
    expect(found.code).toBe(0)
  },
)

/** A pull request, its merge and the release of a model, on a stand-in for GitHub. */
const onGitHub = (more = '') => `pipeline: digits
secrets: [ORDINARY]
model: { candidate: model.onnx, production: registry }
registry: { git: ., remote: origin }
data:
  eval: { from: planted.npz, inputs: { x: images }, label: labels }
stages:
  validate: { checks: [graph, interface, safety] }
  benchmark: {}
  compare: { metrics: { size: { margin: 0% } } }
  gate: {}
  release: { when: { event: push, branch: main } }
  rollout:
    target: { local: { replay: eval, rate: 400, timeout: 60s } }
    steps: [100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 3pp }]
    on-promoted: [{ run: [./hook.sh, ${inName}] }, { dispatch: { workflow: after-release.yml, inputs: { model: ${inName} } } }]
    when: { event: push, branch: main }
${more}`

test('secrets stand in nothing that the Actions write, or show on GitHub', async () => {
  const folder = temporaryFolder()
  const { github, remote, git, commit, clone } = await startRepository(folder, { 'README.md': `${planted}\n` })
  onTestFinished(() => github.close())
  const files = (version: string, more = '') => ({
    'airworthy.yml': onGitHub(more),
    'model.onnx': plantedModel(version),
    'planted.npz': plantedData(),
    'hook.sh': hook,
    'said.txt': planted,
    'thrower.mjs': thrower,
  })
  const says: string[] = []
  const written: (readonly [string, Uint8Array])[] = []
  const inputs = new Set<string>()
  let runs = 0
  const job = async (action: '.' | 'release', sha: string, event: { name: string; payload: object }) => {
    const workspace = path.join(folder, `job-${++runs}`)
    await clone(workspace, sha)
    const [cached, store] = [path.join(folder, 'store'), path.join(workspace, '.airworthy', 'store')]
    if (existsSync(cached)) cpSync(cached, store, { recursive: true })
    for (const content of [...filesIn(workspace).values(), ...objectsIn(workspace).values()])
      inputs.add(digestOf(content))
    const run = await runAction({
      action: path.resolve(action, 'action.yml'),
      main: path.join(bundle, action === '.' ? 'action.js' : 'release.js'),
      workspace,
      token: 'write-token',
      inputs: action === '.' ? { status: 'always' } : { 'github-release': 'true', status: 'always' },
      event,
      env: {
        ...secrets,
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: 'airworthy/models',
        GITHUB_SHA: sha,
        GITHUB_RUN_ID: String(runs),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_TRIGGERING_ACTOR: actor,
        AIRWORTHY_CACHE_KEY: 'Zs7Xd3Cf9Vg5Bh1N-to-seal-what-is-kept',
      },
    })
    cpSync(store, cached, { recursive: true })
    says.push(run.log, run.summary)
    written.push(...filesIn(workspace), ...objectsIn(workspace))
    return run
  }
  const first = await commit('main', 'digits-1.0.0', files('1'))
  const released = await job('release', first, { name: 'push', payload: {} })
  expect(released).toMatchObject({ exitCode: 0 })
  // The runner masks the log of later steps too: what the pipeline names, and each line and form.
  const { ORDINARY = '' } = ofPipeline
  const masked = ['', ':'].map((user) => Buffer.from(`${user}${ORDINARY}`).toString('base64').slice(4, 20))
  for (const form of [ORDINARY, encodeURIComponent(ORDINARY).replaceAll('%', '%25'), ...masked, 'Ty3Ub6Io9Pa2Sd5Fg8Hh'])
    expect([form, released.masks.some((mask) => mask.includes(form))]).toEqual([form, true])
  const tried = await commit('faster', 'digits-candidate', files('1.1', '# a change\n'))
  addPull(github.state, { number: 7, head: { ref: 'faster', sha: tried }, title: 'A better model', author: 'ada' }, 900)
  const measured = await job('.', tried, { name: 'pull_request', payload: pullPayload(7, tried, 'airworthy/models') })
  expect(measured.exitCode).toBe(1)
  const broken = await commit('broken', 'digits-candidate', {
    ...files('1.2'),
    'airworthy.yml': onGitHub().replace(
      '{ from: planted.npz, inputs: { x: images }',
      '{ from: planted.npz, uses: ./thrower.mjs',
    ),
  })
  expect(await job('.', broken, { name: 'push', payload: {} })).toMatchObject({ exitCode: 2 })
  const wrong = await commit('wrong', 'digits-candidate', {
    ...files('1.3'),
    'airworthy.yml': `${onGitHub()}${inName}: {}\n`,
  })
  expect(await job('.', wrong, { name: 'push', payload: {} })).toMatchObject({ exitCode: 2 })
  expect(says.flatMap(leaksIn)).toEqual([])
  const left = [...written, ...objectsIn(remote)].filter(([, content]) => !inputs.has(digestOf(content)))
  expect(left.flatMap(([name, content]) => leaksIn(content).map((leak) => [name, leak]))).toEqual([])
  const sent = github.requests.filter(({ method }) => method !== 'GET').map((request) => JSON.stringify(request))
  expect(sent.flatMap(leaksIn)).toEqual([])
  // Each place was written to.
  const all = sent.join('\n')
  for (const place of ['/comments', '/check-runs', '/statuses/', '/deployments', '/releases', '/dispatches'])
    expect([place, all.includes(place)]).toEqual([place, true])
  expect(all).toContain('***')
  expect(await git(remote, 'tag', '--list')).toContain('digits@v1.0.0')
})
